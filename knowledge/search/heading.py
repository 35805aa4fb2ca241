"""What stands over an article."""

from __future__ import annotations

from knowledge.models import Article

_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905

LONGEST_TITLE = 500
"""Characters of a title that count: a longer one is no headline."""


def heading(article: Article) -> str:
    """What the whole article is about, as one would ask for it: its title, and the month and year of its date."""
    title = article.title[:LONGEST_TITLE]
    if not article.published:
        return title
    return f"{title} {_MONTHS[article.published.month - 1]} {article.published.year}"

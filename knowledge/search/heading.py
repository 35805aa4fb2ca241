"""What stands over an article."""

from __future__ import annotations

from knowledge.models import Article

_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905


def heading(article: Article) -> str:
    """What the whole article is about, as one would ask for it: its title, and the month and year of its date."""
    if not article.published:
        return article.title
    return f"{article.title} {_MONTHS[article.published.month - 1]} {article.published.year}"

"""The paragraphs of a page's main text that are its article, and what stands above them."""

from __future__ import annotations

from knowledge.reading.kinds import Kind, kind_of
from knowledge.reading.names import is_byline
from knowledge.reading.web.notices import is_consent_notice, is_pointer, is_wall_notice

_NEVER = frozenset({Kind.INTERFACE, Kind.METADATA, Kind.RULE})
_MOST_NOTICES = 5


def split_head(paragraphs: list[str]) -> tuple[list[str], list[str]]:
    """The lines above the first prose (a title, a byline, a day), and the article from there on.

    Of the article are left out what no article has (buttons, days, "read also"), and what the page tells its reader of
    cookies and subscriptions before or after it; between two paragraphs of news, that may be news too.
    """
    kinds = list(map(kind_of, paragraphs))
    first = next((place for place, kind in enumerate(kinds) if kind is Kind.PROSE), 0)
    article = [
        paragraph
        for paragraph, kind in zip(paragraphs[first:], kinds[first:], strict=True)
        if kind not in _NEVER and not is_pointer(paragraph)
    ]
    return paragraphs[:first], _without_notices(article)


def byline_of(head: list[str]) -> str | None:
    """The line above an article that says who wrote it."""
    return next(filter(is_byline, head), None)


def _without_notices(paragraphs: list[str]) -> list[str]:
    first, last = 0, len(paragraphs)
    while first < min(last, _MOST_NOTICES) and _is_notice(paragraphs[first]):
        first += 1
    for place in range(last - 1, max(first, last - _MOST_NOTICES) - 1, -1):
        if _is_notice(paragraphs[place]):
            last = place
    return paragraphs[first:last]


def _is_notice(paragraph: str) -> bool:
    return is_wall_notice(paragraph) or is_consent_notice(paragraph)

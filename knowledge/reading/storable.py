"""Articles from a reader or a script to records that can be stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from knowledge.errors import SourceError
from knowledge.models import Article, Record
from knowledge.reading.plain import sentences_of

_OPTIONAL = ("publisher", "url", "author")


def records(articles: Iterable[Article]) -> Iterator[Record]:
    """The articles with their sentences. Raises SourceError for one with a field that can't be stored."""
    return ((article, sentences_of(storable(article))) for article in articles)


def storable(article: Article) -> Article:
    """The article itself. Raises SourceError where a script gave a field what can't be stored."""
    for field in ("text", "title", "language", "id", *_OPTIONAL):
        value = getattr(article, field)
        if not _is_unicode(value) and not (field in _OPTIONAL and value is None):
            raise SourceError(ascii(article.id), "bad-field", field=field)
    if not isinstance(article.published, date | None):
        raise SourceError(ascii(article.id), "bad-field", field="published")
    return article


def _is_unicode(value: object) -> bool:
    if not isinstance(value, str):
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True

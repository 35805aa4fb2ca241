"""One line of a `.jsonl` file to an article, or to what is wrong with it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from knowledge.errors import SourceError
from knowledge.models import Article
from knowledge.reading.dates import parse_date
from knowledge.reading.kinds import is_rule
from knowledge.reading.language import guess_language
from knowledge.reading.layout import MAX_TITLE
from knowledge.reading.metadata import MAX_URL, is_address
from knowledge.reading.plain import sentences_of

MAX_PUBLISHER = 200
_MAX_DATE = 100

_NOT_STORABLE = re.compile(r"[\x00\ud800-\udfff]")  # half a surrogate pair, and a zero byte
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: its source, and its line counted from 1."""

    source: str
    line: int

    def bad_field(self, field: str, limit: int | None = None) -> SourceError:
        """The error of a field of the wrong type or form, or of more than `limit` characters."""
        return SourceError(self.source, "bad-field", line=self.line, field=field, limit=limit)


def read_record(line: str, place: Place) -> Article:
    """The article of one line of JSON: an object with `text`, and `title`, `publisher`, `date` and `url` where known.

    Other fields are ignored, null says as much as a field that is not there. Raises SourceError.
    """
    record = _object(line, place)
    text = record.get("text")
    if text is None or (isinstance(text, str) and is_rule(text)):
        raise SourceError(place.source, "no-text", line=place.line, field="text")
    if not isinstance(text, str):
        raise place.bad_field("text")
    text = _NOT_STORABLE.sub("\N{REPLACEMENT CHARACTER}", text)
    article = Article(
        text=text,
        title=_words(record, "title", MAX_TITLE, place) or "",
        publisher=_words(record, "publisher", MAX_PUBLISHER, place),
        published=_date(record, place),
        url=_address(record, place),
        language=guess_language(text),
    )
    if not sentences_of(article):
        raise SourceError(place.source, "no-article", line=place.line, field="text")
    return article


def _object(line: str, place: Place) -> dict[str, Any]:
    try:
        record = json.loads(line, parse_int=float)  # a whole number of a million digits is no error then
    except (ValueError, RecursionError):
        record = None
    if not isinstance(record, dict):
        raise SourceError(place.source, "bad-json", line=place.line)
    return record


def _string(record: dict[str, Any], field: str, limit: int, place: Place) -> str | None:
    value = record.get(field)
    if value is None:
        return None
    if not isinstance(value, str):
        raise place.bad_field(field)
    value = value.strip()
    if len(value) > limit:
        raise place.bad_field(field, limit)
    return value or None


def _words(record: dict[str, Any], field: str, limit: int, place: Place) -> str | None:
    value = _string(record, field, limit, place)
    return " ".join(_CONTROLS.sub(" ", value).split()) or None if value else None


def _date(record: dict[str, Any], place: Place) -> date | None:
    value = _string(record, "date", _MAX_DATE, place)
    if value is None:
        return None
    found = parse_date(value)
    if found is None:
        raise place.bad_field("date")
    return found


def _address(record: dict[str, Any], place: Place) -> str | None:
    value = _string(record, "url", MAX_URL, place)
    if value is not None and not is_address(value):
        raise place.bad_field("url")
    return value

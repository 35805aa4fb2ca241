"""What a person or a program gave with an article, field by field: taken as it is meant, or refused by name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from knowledge.errors import SourceError
from knowledge.reading.dates import is_future, parse_date
from knowledge.reading.layout import MAX_TITLE
from knowledge.reading.metadata import MAX_URL, is_address

MAX_NAME = 200
"""Characters of the name of a publisher or an author."""
MAX_ID = 40

_MAX_DATE = 100
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9_-]{1,30})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where fields stand: their source, and their line counted from 1 where each line has its own."""

    source: str
    line: int | None = None

    def bad_field(self, field: str, limit: int | None = None) -> SourceError:
        """The error of a field of the wrong type or form, or of more than `limit` characters."""
        return SourceError(self.source, "bad-field", line=self.line, field=field, limit=limit)


def given(record: Mapping[str, Any], place: Place) -> dict[str, Any]:
    """The fields of an Article but its text, where `record` has id, title, publisher, author, date, url or language.

    Other fields are ignored, null says as much as a field that is not there. A language that was not given is None.
    Raises SourceError.
    """
    return {
        "title": _words(record, "title", MAX_TITLE, place) or "",
        "publisher": _words(record, "publisher", MAX_NAME, place),
        "published": _date(record, place),
        "url": _address(record, place),
        "language": _language(record, place),
        "id": _id(record, place),
        "author": _words(record, "author", MAX_NAME, place),
    }


def one_line(text: str, limit: int) -> str:
    """`text` on one line of at most `limit` characters, without one that steers a terminal or can't be stored."""
    return " ".join(_CONTROLS.sub(" ", text).split())[:limit].strip()


def language_of(tag: str) -> str | None:
    """The language that a tag names ("en" of "en-GB"); None for what is no language tag."""
    found = _LANGUAGE.fullmatch(tag.strip())
    return found[1].lower() if found else None


def _string(record: Mapping[str, Any], field: str, limit: int, place: Place) -> str | None:
    value = record.get(field)
    if value is None:
        return None
    if not isinstance(value, str):
        raise place.bad_field(field)
    value = value.strip()
    if len(value) > limit:
        raise place.bad_field(field, limit)
    return value or None


def _words(record: Mapping[str, Any], field: str, limit: int, place: Place) -> str | None:
    value = _string(record, field, limit, place)
    return one_line(value, limit) or None if value else None


def _date(record: Mapping[str, Any], place: Place) -> date | None:
    value = _string(record, "date", _MAX_DATE, place)
    if value is None:
        return None
    found = _iso_date(value) if _ISO_DATE.fullmatch(value) else parse_date(value)
    if found is None or is_future(found):
        raise place.bad_field("date")
    return found


def _iso_date(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _address(record: Mapping[str, Any], place: Place) -> str | None:
    value = _string(record, "url", MAX_URL, place)
    if value is not None and not is_address(value):
        raise place.bad_field("url")
    return value


def _language(record: Mapping[str, Any], place: Place) -> str | None:
    """The first part of a language tag ("en" of "en-GB"); an empty string says that the language isn't known."""
    value = record.get("language")
    if value is None or value == "":
        return value
    language = language_of(value) if isinstance(value, str) else None
    if language is None:
        raise place.bad_field("language")
    return language


def _id(record: Mapping[str, Any], place: Place) -> str:
    value = record.get("id")
    if value is None:
        return ""
    if not isinstance(value, str) or not value.strip() or not value.isprintable():
        raise place.bad_field("id")
    if len(value) > MAX_ID:
        raise place.bad_field("id", MAX_ID)
    return value

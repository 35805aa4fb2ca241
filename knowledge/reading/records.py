"""One line of a `.jsonl` file to an article, or to what is wrong with it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

from knowledge.errors import SourceError
from knowledge.models import Article
from knowledge.reading.fields import Place, given
from knowledge.reading.kinds import is_rule
from knowledge.reading.language import guess_language
from knowledge.reading.plain import has_sentences

_NOT_STORABLE = re.compile(r"[\x00\ud800-\udfff]")  # half a surrogate pair, and a zero byte


_OPENING = 600
"""Characters at the beginning of an article that are looked at first."""


def read_record(line: str, place: Place) -> Article:
    """The article of one line of JSON: an object with `text`, and the fields of `given` where known.

    Other fields are ignored, null says as much as a field that is not there. Raises SourceError.
    """
    record = _object(line, place)
    text = record.get("text")
    if text is None or (isinstance(text, str) and is_rule(text)):
        raise SourceError(place.source, "no-text", line=place.line, field="text")
    if not isinstance(text, str):
        raise place.bad_field("text")
    text = storable_text(text)
    fields = given(record, place)
    if fields["language"] is None:
        fields["language"] = guess_language(text)
    article = Article(text=text, **fields)
    # The whole of it is read once more when it is stored: its opening tells as a rule.
    if not has_sentences(replace(article, text=text[:_OPENING])) and not has_sentences(article):
        raise SourceError(place.source, "no-article", line=place.line, field="text")
    return article


def storable_text(text: str) -> str:
    """The text with a replacement character for each that can't be stored everywhere."""
    return text if _is_storable(text) else _NOT_STORABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def _is_storable(text: str) -> bool:
    """Whether all characters of a text can be stored everywhere."""
    try:
        text.encode()  # faster than to look for what can't be encoded
    except UnicodeEncodeError:
        return False
    return "\0" not in text


def _object(line: str, place: Place) -> dict[str, Any]:
    try:
        record = json.loads(line, parse_int=float)  # a whole number of a million digits is no error then
    except (ValueError, RecursionError):
        record = None
    if not isinstance(record, dict):
        raise SourceError(place.source, "bad-json", line=place.line)
    return record

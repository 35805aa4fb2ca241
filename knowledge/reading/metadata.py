"""Lines that say something about an article: its title, date, address and publisher. Nothing is guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import lru_cache
from urllib.parse import urlsplit

from knowledge.reading.dates import is_future, leading_date, parse_date
from knowledge.reading.names import AGENCY, is_byline

MAX_URL = 2000
_MAX_LENGTH = 400

_LABELS = {
    "title": "title|headline",
    "published": "(?:date |first |originally )?(?:published|posted|issued|released|created)(?: at| on)?|"
    "publication date|publish date|release date|date|dated|pub ?date",
    "updated": "(?:last |date )?(?:updated|modified|edited|revised)(?: at| on)?|update",
    "url": "(?:original |source |article |canonical |web |page |full )?(?:url|uri|link|address)|permalink|canonical|"
    "original(?: article)?|available at|retrieved from",
    "publisher": "publisher|publication|published by|(?:news |original )?source|newspaper|outlet|media|site(?: name)?|"
    "website|journal|via",
    "other": "authors?|by|byline|writers?|reporters?|correspondents?|editors?|section|category|categories|tags?|"
    "topics?|keywords?|language|lang|location|place|dateline|filed under|slug|id|copyright|licen[cs]e|credits?|"
    "retrieved|accessed|archived|access date|type|format|word count|words|reading time|image|photo|doi|issn",
}
_LABEL = re.compile(
    r"(?:"
    + "|".join(f"(?P<{kind}>{words})" for kind, words in _LABELS.items())
    + r")(?P<mark>\s*[:：]|\s+[-–—]|\b)\s*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"<?(https?://[^\s<>]{3,2000})>?\.?", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[|•·\t]\s*|\s{3,}")
_POSTED_BY = re.compile(r"(?:posted|published|written) by .{2,80}? on (?=\S)", re.IGNORECASE)
# A character of a set comes first, since the engine then skips quickly to the next one.
_MAY_SAY = re.compile(r"[:：|•·12](?:(?<=[^12])|(?<=1)[6-9]\d\d|(?<=2)0\d\d)")
_MAY_BE_BETWEEN = re.compile(r"[|•·\t\s](?:(?<=\S)|(?<=\t)|\s\s)")
_AGENCY = re.compile(AGENCY)
_AROUND = " \t*_#\"“”'"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What lines say of an article.

    `dated` and `address` stand without a label; `label` is a label whose value stands on the line after it.
    """

    title: str | None = None
    published: date | None = None
    dated: date | None = None
    updated: date | None = None
    url: str | None = None
    address: str | None = None
    publisher: str | None = None
    label: str | None = None

    def __or__(self, other: Metadata) -> Metadata:
        """Both together; where both speak, this one wins."""
        both = {field.name: getattr(self, field.name) or getattr(other, field.name) for field in fields(self)}
        return Metadata(**both)

    def labelled(self, label: str | None) -> Metadata:
        """This line's value, named by the label on the line before it."""
        if label == "url" and self.address:
            return replace(self, url=self.address)
        if label == "published":
            return replace(self, published=self.published or self.dated)
        if label == "updated":
            return replace(self, updated=self.updated or self.dated, dated=None)
        return self

    @property
    def best_date(self) -> date | None:
        """The date of publication, or the best known in its place; one in the future is none."""
        days = (self.published, self.dated, self.updated)
        return next((day for day in days if day and not is_future(day)), None)


def is_address(text: str) -> bool:
    """Whether `text` is a web address that may be linked to: http or https, with a host, within MAX_URL."""
    if len(text) > MAX_URL or not text.isprintable() or any(map(str.isspace, text)):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def read_metadata(line: str) -> Metadata | None:
    """What a line of metadata says; None for a line of any other kind."""
    if len(line) > MAX_URL or (len(line) > _MAX_LENGTH and not _ADDRESS.match(line)):
        return None
    return _read_line(line)


@lru_cache(maxsize=1024)  # the same line is asked about when articles are told apart and when they are described
def _read_line(line: str) -> Metadata | None:
    if not _MAY_SAY.search(line):
        return Metadata() if _AGENCY.fullmatch(line) else None
    line = line.strip(_AROUND)
    whole = _read_part(line)
    if whole:
        return whole
    parts = [part for part in _BETWEEN.split(line) if part] if _MAY_BE_BETWEEN.search(line) else [line]
    if len(parts) < 2:
        return None
    read = [Metadata(publisher=part) if _AGENCY.fullmatch(part) else _read_part(part) for part in parts]
    if not any(read) or any(not known and len(part.split()) > 6 for part, known in zip(parts, read, strict=True)):
        return None
    said = Metadata()
    for known in filter(None, read):
        said |= known
    return said


def _read_part(text: str) -> Metadata | None:
    if address := _ADDRESS.fullmatch(text):
        return Metadata(address=address[1]) if is_address(address[1]) else Metadata()
    if found := parse_date(text):
        return Metadata(dated=found)
    if is_byline(text):
        return Metadata(dated=_date_at_end(text))
    if (posted := _POSTED_BY.match(text)) and (found := parse_date(text[posted.end() :])):
        return Metadata(published=found)
    label = _LABEL.match(text)
    return _labelled(label, text[label.end() :].strip(_AROUND)) if label else None


def _labelled(label: re.Match[str], value: str) -> Metadata | None:
    kind = next(kind for kind in _LABELS if label[kind])
    if kind in ("published", "updated") and (found := leading_date(value)):
        day, end = found
        return _after_date(Metadata(published=day) if kind == "published" else Metadata(updated=day), value[end:])
    if not label["mark"].strip():
        return None
    if not value:
        return Metadata(label=kind)
    if address := _ADDRESS.fullmatch(value):
        return Metadata(url=address[1]) if is_address(address[1]) and kind in ("url", "publisher") else Metadata()
    if label["mark"].strip() not in (":", "："):
        return None
    if kind == "title":
        return None if value[0].islower() and value[-1] == "." else Metadata(title=value)
    if kind == "publisher" and len(value.split()) <= 8 and not value[0].islower() and value[-1] not in ".!?":
        name, _, rest = value.partition(",")
        found_date = parse_date(rest)
        return Metadata(publisher=name if found_date else value, dated=found_date)
    return Metadata() if len(value.split()) <= 12 and value[-1] not in ".!?" else None


def _after_date(said: Metadata, rest: str) -> Metadata | None:
    """`said`, with what follows the date on its line: a second date, or a few words such as a place."""
    rest = rest.strip(" \t,;()[]|•·–—-")
    if not rest:
        return said
    more = _read_part(rest)
    if more:
        return said | more
    return said if len(rest.split()) <= 8 and rest[-1] not in ".!?" else None


def _date_at_end(text: str) -> date | None:
    commas = [match.end() for match in re.finditer(r",\s*", text)][-3:]
    return next(filter(None, (parse_date(text[end:]) for end in commas)), None)

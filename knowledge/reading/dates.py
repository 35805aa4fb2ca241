"""Dates as people and programs write them, read only where they can mean one thing."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

_MONTHS = (
    "january jan januar enero janvier gennaio janeiro января січня",
    "february feb februar febrero février febbraio fevereiro февраля лютого",
    "march mar märz marzo mars março марта березня",
    "april apr abril avril aprile апреля квітня",
    "may mai mayo maggio maio мая травня",
    "june jun juni junio juin giugno junho июня червня",
    "july jul juli julio juillet luglio julho июля липня",
    "august aug agosto août августа серпня",
    "september sep sept septiembre septembre settembre setembro сентября вересня",
    "october oct oktober octubre octobre ottobre outubro октября жовтня",
    "november nov noviembre novembre novembro ноября листопада",
    "december dec dezember diciembre décembre dicembre dezembro декабря грудня",
)
_MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}

_MONTH = r"(?P<month>" + "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?"
_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)(?!\d)"
_A_YEAR = re.compile(r"(?:1[6-9]|20)\d\d(?!\d)")
_WEEKDAY = r"(?:on\s+)?(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)[.,]*\s+)?"

_FORMS = [
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        rf"{_YEAR}/(?P<month>\d\d?)/(?P<day>\d\d?)(?!\d)",
        rf"{_YEAR}年\s?(?P<month>\d\d?)月\s?(?P<day>\d\d?)日",
        rf"{_WEEKDAY}{_DAY}\s+(?:de\s+|of\s+)?{_MONTH},?\s+(?:de\s+)?{_YEAR}",
        rf"{_WEEKDAY}{_DAY}-{_MONTH}-{_YEAR}",
        rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"(?P<day>\d\d?)\.(?P<month>\d\d?)\.{_YEAR}",
    )
]
_SLASHED = re.compile(rf"(?P<first>\d\d?)[/-](?P<second>\d\d?)[/-]{_YEAR}")

_CLOCK = r"(?:at\s+)?\d\d?(?:[:.h]\d\d){1,2}(?:[.,]\d+)?\s*(?:[ap]\.?m\b\.?)?"
_ZONE = r"(?:z|[a-z]{2,5}|\(?(?:gmt|utc)?\s?[+-]\d\d?:?(?:\d\d)?\)?)"
_TIME = re.compile(
    rf"(?:\s*[T,@|·•–—-])?\s*(?:{_CLOCK}|(?:at\s+)?\d\d?\s?[ap]\.?m\b\.?)(?:\s*{_ZONE}(?![^\W_]))?", re.IGNORECASE
)
_LEADING_TIME = re.compile(rf"{_CLOCK}(?:\s*{_ZONE}(?![^\W_]))?[\s,|·•–—-]*", re.IGNORECASE)

_MAX_LENGTH = 80


def parse_date(text: str) -> date | None:
    """The date that `text` is, as a whole, with or without a time of day; None for anything else.

    The day is the one that stands there: no time zone is applied. `03/04/2021` is None, since it is the third of
    April for some and the fourth of March for others.
    """
    text = text.strip()
    found = leading_date(text)
    return found[0] if found and not text[found[1] :].strip(" .,") else None


def is_future(day: date) -> bool:
    """Whether a day has begun nowhere on earth: one after tomorrow in UTC."""
    return day > datetime.now(UTC).date() + timedelta(days=1)


def leading_date(text: str) -> tuple[date, int] | None:
    """The date (and time of day) that `text` starts with, and the offset where it ends."""
    text = text[:_MAX_LENGTH]
    if not _A_YEAR.search(text):
        return None
    time = _LEADING_TIME.match(text)
    for start in (0, time.end()) if time else (0,):
        for form in _FORMS:
            if match := form.match(text, start):
                return _with_end(_date(match["year"], match["month"], match["day"]), text, match)
        if match := _SLASHED.match(text, start):
            return _with_end(_slashed(match), text, match)
    return None


def _with_end(found: date | None, text: str, match: re.Match[str]) -> tuple[date, int] | None:
    if found is None:
        return None
    time = _TIME.match(text, match.end())
    return found, time.end() if time else match.end()


def _slashed(match: re.Match[str]) -> date | None:
    first, second = int(match["first"]), int(match["second"])
    if first == second or second > 12:
        return _date(match["year"], match["first"], match["second"])
    if first > 12:
        return _date(match["year"], match["second"], match["first"])
    return None


def _date(year: str, month: str, day: str) -> date | None:
    number = _MONTH_NUMBERS.get(month.lower()) or (int(month) if month.isdecimal() else 0)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None

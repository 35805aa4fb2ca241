"""The forms that dates take in English text, and what stands around them: each pattern is short and bounded."""

from __future__ import annotations

import re
from typing import Final

_MONTH_WORDS = "january february march april may june july august september october november december"
MONTH_NAMES = _MONTH_WORDS.split()
MONTHS: Final = {name[:3]: number for number, name in enumerate(MONTH_NAMES, 1)}
"""Numbers of the months by their first three letters."""

_WEEKDAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday"
WEEKDAYS: Final = {name: number for number, name in enumerate(_WEEKDAY_NAMES.split())}

NAMED_DAYS: Final = {
    "today": 0,
    "tonight": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "yesterday": -1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
    "last night": -1,
    "tomorrow": 1,
}
STEPS: Final = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_NUMBER_WORDS = "one two three four five six seven eight nine ten eleven twelve"
NUMBERS: Final = {"a": 1, "an": 1} | {word: number for number, word in enumerate(_NUMBER_WORDS.split(), 1)}
ORDINALS: Final = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}
PARTS: Final = {
    "early": (0, 3),
    "beginning": (0, 3),
    "start": (0, 3),
    "mid": (1, 3),
    "late": (2, 3),
    "end": (2, 3),
    "first half": (0, 2),
    "second half": (1, 2),
    "first quarter": (0, 4),
    "second quarter": (1, 4),
    "third quarter": (2, 4),
    "fourth quarter": (3, 4),
}
"""Names of parts of a period: which part, of how many equal ones."""


SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""First months of the seasons of the north, as meteorologists count them."""


def _form(pattern: str) -> re.Pattern[str]:
    """A pattern in which a space stands for one or two of any white space, and "[ -]" for that or a hyphen."""
    return re.compile(pattern.replace("[ -]", "(?: |-)").replace(" ", r"\s{1,2}"), re.IGNORECASE)


_ALONE = r"(?<![\w.,:/$€£#+-])"
"""Before a number that is no part of another, nor of a name such as F-16."""

_PART = (
    r"(?:(?P<part>early|mid|late|(?:(?:beginning|start|middle|end)|the (?:(?:beginning|start|middle|end)"
    r"|(?:first|second) half|(?:first|second|third|fourth) quarter)) of)[ -](?:in )?(?:the )?)?"
)
_YEAR = r"(?P<year>1\d{3}|20\d\d)(?![\w%]|[.,:]\d)"
_SHORT = "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
_MONTH = rf"\b(?P<month>(?:{'|'.join(MONTH_NAMES)})\b|(?:{_SHORT})\b\.?)"
_UNITS = "day|week|month|year|decade"
_A_WEEKDAY = "|".join(WEEKDAYS)
_COUNT = rf"(?P<count>{_ALONE}\d{{1,3}}|\b(?:{'|'.join(NUMBERS)}))"

A_MONTH = _form(_MONTH)
NUMERIC = _form(
    rf"(?:\b(?:{_A_WEEKDAY}),? )?{_ALONE}(?:(?P<one>\d{{1,2}})(?P<mark>[./-])(?P<two>\d{{1,2}})(?P=mark)"
    r"(?P<end>\d{4}|(?<=[/-])\d\d)|(?P<year>\d{4})/(?P<number>\d\d?)/(?P<day>\d\d?))(?![\w-]|[.,:/]\w)"
)
ISO = _form(rf"{_ALONE}(?P<year>\d{{4}})-(?P<number>\d\d)-(?P<day>\d\d)(?![\w-])")
DAY_MONTH = _form(
    rf"(?:\b(?:{_A_WEEKDAY}),? )?{_ALONE}(?P<day>\d{{1,2}})(?:[-–](?P<to>\d{{1,2}}))?(?:st|nd|rd|th)?"
    rf"(?: of)?[ -]{_MONTH}(?:,? {_YEAR})?"
)
MONTH_DAY = _form(
    rf"(?:\b(?:{_A_WEEKDAY}),? )?{_MONTH} (?:the )?(?P<day>\d{{1,2}})(?:[-–](?P<to>\d{{1,2}}))?(?:st|nd|rd|th)?"
    rf"(?![\w%]|[.,:-]\d)(?:,? {_YEAR})?"
)
MONTH = _form(rf"{_PART}{_MONTH}(?! \d{{1,2}}\b)(?:,? (?:of )?(?:{_YEAR}|(?P<step>last|this|next) year\b))?")
YEAR = _form(
    rf"{_ALONE}{_PART}(?P<year>1\d{{3}}|20\d\d)(?:[-–/](?P<to>\d{{4}}|\d\d))?(?![\w%]|[.,:]\d|[-–/]\w)(?! b\.?c)"
)
DECADE = _form(rf"{_ALONE}{_PART}(?:(?P<century>1[5-9]|20)|['’‘](?=[2-9]))(?P<decade>\d)0['’]?s\b")
CENTURY = _form(rf"{_ALONE}{_PART}(?P<number>\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)})[ -]century\b(?! b\.?c)")
NAMED_DAY = _form(rf"\b(?:{'|'.join(NAMED_DAYS)})\b")
SHIFTED = _form(
    r"(?:\b(?P<part>early|mid|late)[ -]|\b(?P<side>earlier|later) )?\b(?P<step>last|this|next|current) "
    rf"(?P<unit>week|weekend|month|year|decade|century|{_A_WEEKDAY}|{'|'.join(MONTH_NAMES)})\b"
)
STRETCH = _form(
    rf"\b(?P<article>(?:the|this|these) )?(?P<step>last|past|next|coming) (?:{_COUNT} )?(?P<unit>{_UNITS})s?\b(?! of\b)"
)
AGO = _form(rf"{_COUNT} (?P<unit>{_UNITS}|weekend)s? ago\b")
WEEKDAY_AND_NUMBER = _form(rf"\b(?P<weekday>{_A_WEEKDAY}),? (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)\b(?!-)")
SEASON = _form(
    r"(?:(?<=\bin\s)|(?<=\bduring\s)|(?<=\bthe\s)|\b(?:early|mid|late)[ -]|\b(?:last|this|next) )"
    rf"(?P<season>{'|'.join(SEASONS)})\b(?:,? (?:of )?{_YEAR}|(?! of\b))"
)
FROM_ANOTHER = _form(
    rf"(?:{_COUNT} |\b(?:many|several|few|some|two dozen) |(?<!\w\s))(?:hour|weekend|{_UNITS})s? "
    r"(?:earlier|later|before|beforehand|after|afterwards)\b"
    rf"|\bthe (?:(?:previous|following|preceding) (?:weekend|night|morning|{_UNITS}|{_A_WEEKDAY})|(?:same|next) day)\b"
    r"|\bthat (?:same )?(?:day|night|week|month|year)\b"
)
FEAST = _form(
    r"(?:\bon|\bat|\bover|\bduring) (?:christmas|boxing day|easter|good friday|new year|thanksgiving|ramadan|eid)\b"
)
WEEKEND = _form(r"\bthe weekend\b")
WEEKDAY = _form(rf"\b(?P<weekday>{_A_WEEKDAY})\b")

"""What a question asks for, and what a sentence holds: a number, a date, a place, a person.

The rules are surface rules for English; what none of them fits asks for, or holds, nothing in particular.
"""

from __future__ import annotations

import re
from enum import IntFlag


class Holds(IntFlag):
    """What a sentence holds, as the bits kept beside it in the index; QUESTION: it is itself a question."""

    NOTHING = 0
    NUMBER = 1
    DATE = 2
    PLACE = 4
    PERSON = 8
    QUESTION = 16


_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_NUMBERS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?"
    "|half|quarter|third|decades?|once|twice|second|percent"
)

_ASKED: tuple[tuple[Holds, re.Pattern[str]], ...] = (
    (
        Holds.NUMBER,
        re.compile(
            r"\bhow (many|much|old|long|far|often|large|big|tall|high|deep|fast)\b"
            r"|\bwhat (number|amount|percentage|share|age|percent)\b"
        ),
    ),
    (Holds.DATE, re.compile(r"\bwhen\b|\b(what|which) (year|date|day|month|century|decade)\b")),
    (
        Holds.PLACE,
        re.compile(
            r"\bwhere\b|\b(what|which) (city|town|village|country|state|place|location|region|county|province)\b"
        ),
    ),
    (Holds.PERSON, re.compile(r"\bwho(m|se)?\b")),
)

_HELD: tuple[tuple[Holds, re.Pattern[str]], ...] = (
    (Holds.NUMBER, re.compile(rf"\d|\b({_NUMBERS})\b", re.IGNORECASE)),
    (
        Holds.DATE,
        re.compile(
            rf"\b(1\d{{3}}|20\d{{2}}|\d0s|{_MONTHS}|{_DAYS}|century|yesterday|today|tomorrow"
            rf"|(last|this|next) (week|month|year))\b",
            re.IGNORECASE,
        ),
    ),
    (Holds.PLACE, re.compile(r"\b(in|at|to|from|near|on|of|into|outside|across) (the )?[A-Z]\w+")),
    (Holds.PERSON, re.compile(r"(?<=[a-z,;:] )[A-Z]\w+")),
    (Holds.QUESTION, re.compile(r"\?[\s\"'”’»)]*$")),
)


def asked_for(question: str) -> Holds:
    """The one thing that a question asks for, or NOTHING."""
    lowered = question.lower()
    return next((thing for thing, pattern in _ASKED if pattern.search(lowered)), Holds.NOTHING)


def held_by(sentence: str) -> Holds:
    """All that a sentence holds."""
    held = Holds.NOTHING
    for thing, pattern in _HELD:
        if pattern.search(sentence):
            held |= thing
    return held

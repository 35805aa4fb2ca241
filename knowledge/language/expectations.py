"""What a question asks for, and what a sentence holds: a number, a date, a place, a person, a reason.

The rules are surface rules for English; what none of them fits asks for, or holds, nothing in particular.
"""

from __future__ import annotations

import re
from enum import IntFlag

from knowledge.language.terms import STOP_WORDS


class Holds(IntFlag):
    """What a sentence holds, as the bits kept beside it in the index."""

    NOTHING = 0
    NUMBER = 1
    DATE = 2
    PLACE = 4
    PERSON = 8
    MONEY = 16
    SHARE = 32
    DURATION = 64
    AGE = 128
    TIME = 256
    REASON = 512


_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_NUMBERS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?"
    "|half|quarter|third|decades?|once|twice|second|percent"
)
_COUNTS = re.compile(
    rf"(?!(?:19|20)\d\d$)\d[\d.]*|{_NUMBERS}|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
)
_ARTICLE = r"(?: (?:the|a|an))?"
_FOCUS = re.compile(
    rf"\b(?:what|which|who|how (?:many|much))(?: (?:is|was|are|were))?{_ARTICLE} ([^\W_]+)(?:[ -]([^\W_]+))?"
    rf"|\b(?:when|where|why|how) \w+{_ARTICLE} ([^\W_]+)"
)
_COUNTED = re.compile(r"\bhow many ([\w-]+)(?: ([\w-]+))?")

_QUESTION_WORD = re.compile(r"\b(?:who(?:m|se)?|what|which|when|where|why|how)\b")

_ASKED: tuple[tuple[Holds, re.Pattern[str]], ...] = (
    (
        Holds.NUMBER,
        re.compile(
            r"\bhow (many|much|old|long|far|often|large|big|tall|high|deep|fast)\b"
            r"|\bwhat (number|amount|percentage|share|age|percent)\b"
        ),
    ),
    (Holds.TIME, re.compile(r"\bwhat time\b")),
    (Holds.DATE, re.compile(r"\bwhen\b|\b(what|which) (year|date|day|month|century|decade)\b")),
    (
        Holds.PLACE,
        re.compile(
            r"\bwhere\b|\b(what|which) (city|town|village|country|state|place|location|region|county|province)\b"
        ),
    ),
    (Holds.PERSON, re.compile(r"\bwho(m|se)?\b")),
    (Holds.REASON, re.compile(r"\bwhy\b")),
)

_MEASURE_ASKED: tuple[tuple[Holds, re.Pattern[str]], ...] = (
    (Holds.MONEY, re.compile(r"\bhow much\b|\bwhat (price|cost|amount)\b")),
    (Holds.SHARE, re.compile(r"\b(what|which) (percent|percentage|share|proportion|portion)\b|\bhow many percent\b")),
    (Holds.DURATION, re.compile(r"\bhow long\b")),
    (Holds.AGE, re.compile(r"\bhow old\b|\bwhat age\b")),
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
    (Holds.MONEY, re.compile(r"[$£€¥]|\b(dollars?|euros?|pounds?|cents?|million|billion|trillion)\b", re.IGNORECASE)),
    (Holds.SHARE, re.compile(r"%|\b(per ?cent|percentage|half|thirds?|quarters?)\b", re.IGNORECASE)),
    (
        Holds.DURATION,
        re.compile(r"\b(years?|months?|weeks?|days?|hours?|minutes?|seconds|decades?|century|centuries)\b"),
    ),
    (Holds.AGE, re.compile(r"\b\d\d?-year-old|\baged? \d|\bage\b")),
    (
        Holds.TIME,
        re.compile(r"\b\d\d?([:.]\d\d)? ?[ap]\.?m\b|\b\d\d?:\d\d\b|\b(noon|midnight|o'clock)\b", re.IGNORECASE),
    ),
    (
        Holds.REASON,
        re.compile(
            r"\b(because|due to|owing to|as a result|in order to|so that|to (avoid|prevent)|in response|prompted"
            r"|reasons?|cause[ds]?|blame[ds]?|concerns?|fears?|lack)\b",
            re.IGNORECASE,
        ),
    ),
)


def asked_for(question: str) -> Holds:
    """The one thing that a question asks for, with the measure that a number should be of, or NOTHING."""
    lowered = question.lower()
    first = _QUESTION_WORD.search(lowered)
    if first is None:
        return Holds.NOTHING
    asked = _at(first.start(), _ASKED, lowered)
    return asked | _at(first.start(), _MEASURE_ASKED, lowered) if asked == Holds.NUMBER else asked


def _at(start: int, patterns: tuple[tuple[Holds, re.Pattern[str]], ...], lowered: str) -> Holds:
    return next((thing for thing, pattern in patterns if pattern.match(lowered, start)), Holds.NOTHING)


def focus_of(question: str) -> tuple[str, ...]:
    """The one or two words that say what is asked for, right after the question word: "king" in "Who is the king of
    Jordan?". None where a question has no such word."""
    match = _FOCUS.search(question.lower())
    return tuple(word for word in match.groups() if word and word not in STOP_WORDS) if match else ()


def counted_in(question: str) -> tuple[str, ...]:
    """The folded words after "how many", the thing that is counted among them; none for another question."""
    match = _COUNTED.search(question.lower())
    return tuple(word for word in match.groups() if word and word not in STOP_WORDS) if match else ()


def counts(word: str) -> bool:
    """Whether a folded word is a number, in digits or letters, and no year."""
    return _COUNTS.fullmatch(word) is not None


def held_by(sentence: str) -> Holds:
    """All that a sentence holds."""
    held = Holds.NOTHING
    for thing, pattern in _HELD:
        if pattern.search(sentence):
            held |= thing
    return held

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

_PLACED = ("in|at|to|on|of", "from|near|into", "across", "outside")
"""Prepositions by their lengths: what a pattern looks back for must have a fixed one."""


def _after(rest: str) -> str:
    """A pattern for what stands after a preposition of place and the rest."""
    return "|".join(rf"(?<=\b(?:{prepositions}){rest})" for prepositions in _PLACED)


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
    # A capital comes first, before what must precede it, since the engine then skips quickly to the next one.
    (Holds.PLACE, re.compile(rf"[A-Z](?:{_after(' .')}|(?<= the .)(?:{_after(' the .')}))\w")),
    (Holds.PERSON, re.compile(r"[A-Z](?<=[a-z,;:] .)\w")),
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


_ALL = sum(thing for thing, _ in _HELD)
_WITH_CAPITAL = int(Holds.PLACE | Holds.PERSON)
_SEARCHES = [(int(thing), pattern.search) for thing, pattern in _HELD]
_CAPITAL = re.compile(r"[A-Z]\w")
_IN_PHRASES = [
    (int(thing), re.compile(pattern, re.IGNORECASE).match)
    for thing, pattern in (
        (Holds.DATE, r"(?:week|month|year)\b"),
        (Holds.SHARE, r"cent\b"),
        (Holds.AGE, r"(?s:.*)\baged?\Z"),
        (Holds.TIME, r"[ap]\.?m\b"),
        (Holds.REASON, r"(?:result|order|avoid|prevent|response)\b|(?s:.*)\b(?:due|owing|so)\Z"),
    )
]
"""One part of each phrase of several words among the patterns above: how it begins, or ends."""

_TELLING_WORDS = (
    rf"{_NUMBERS}|{_MONTHS}|{_DAYS}|century|yesterday|today|tomorrow|week|month|year|dollars?|euros?|pounds?|cents?"
    r"|trillion|percentage|thirds?|quarters?|years|months|weeks|days?|hours?|minutes?|seconds|centuries|aged?|am|pm"
    r"|noon|midnight|clock|because|due|owing|so|result|order|avoid|prevent|response|prompted|reasons?|caused?|causes"
    r"|blamed?|blames|concerns?|fears?|lack"
)
_TELLING = frozenset(
    spelt for word in _TELLING_WORDS.split("|") for spelt in ({word[:-2], word[:-1]} if word[-1] == "?" else {word})
).union("0123456789$%", "m")  # as in p.m.
_MAY_TELL = re.compile(r"[a-z]+|[0-9$%]")


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
    return Holds(held_of(_ALL, sentence))


def held_of(things: int, text: str) -> int:
    """Which of the things a text holds, as bits."""
    return sum(bit for bit, search in _SEARCHES if bit & things and search(text))


def held_alone(part: str) -> int:
    """What a part between two spaces holds by itself, as bits, without PLACE and PERSON."""
    return held_of(_ALL & ~_WITH_CAPITAL, part)


def may_be_held(part: str) -> int:
    """What a part between two spaces may help its sentence to hold, together with those around it, as bits."""
    return may_be_name(part) | sum(bit for bit, match in _IN_PHRASES if match(part))


def may_be_name(part: str) -> int:
    """The same for PLACE and PERSON only."""
    return _WITH_CAPITAL if _CAPITAL.match(part) else 0


def is_telling(word: str) -> bool:
    """Whether one word in small Latin letters may hold something, or help to; no is certain."""
    return word in _TELLING


def may_tell(part: str) -> bool:
    """The same of a part between two spaces, for all but PLACE and PERSON."""
    return not (part.isascii() and _TELLING.isdisjoint(_MAY_TELL.findall(part.lower())))

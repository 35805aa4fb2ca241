"""The figures in a text: how many, how much, and of what.

Years, dates, times, ordinals, telephone numbers and the numbers in names ("F-16", "Boeing 747") are no figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from math import isclose

from knowledge.language.figures.counted import (
    CURRENCIES,
    FATES,
    MONEY,
    PERSON,
    Counted,
    counted,
    counts_several,
    joined,
)
from knowledge.language.figures.numerals import Number, numbers
from knowledge.language.lexicon import close_relatives
from knowledge.language.places import is_place
from knowledge.language.terms import STOP_WORDS, Word, words_of
from knowledge.models import Span

_TOLERANCE = 0.01
"""By which equal figures differ when one was converted: 62 miles are 100 km."""

_SIGNS = {"$": "dollar", "€": "euro", "£": "pound", "₽": "rubl", "¥": "yen", "₹": "rupe", "₪": "shekel"}
_PERCENT = re.compile(r"\s?(?:%|per\s?cent\b|pct\b)")
_FRACTION = re.compile(r"[ -](?:third|quarter|fifth|tenth)s?\b")
_MORE_DIGITS = re.compile(r"[-/:–]\d")
_MARKS = frozenset("-/:+#.–")
"""Before a number, they make it part of something longer."""
_PLUS = 1.5
"""The most that is meant by "300+", as a factor."""

_LONGEST = 20_000
"""Characters that are read: no sentence or message has more."""

_MONTH_NAMES = """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
"""
_BEFORE_YEARS = "in since by until till from during early late mid before after the a this that of and"
_BEFORE_LABELS = "no number article chapter page version section resolution flight room phase level route"
_BEFORE_PRONOUN = "no any every each this that the which another"
_MONTHS = frozenset(_MONTH_NAMES.split())
_TIME_WORDS = frozenset(_BEFORE_YEARS.split())
_LABELS = frozenset(_BEFORE_LABELS.split())
_NOT_ONE = frozenset(_BEFORE_PRONOUN.split())
_ONE_AFTER = STOP_WORDS | {"another", "day", "thing", "hand", "side", "after"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and what it counts.

    `value` is as stated, `low` and `high` the least and the most that is meant. `head` is what is counted, as a term or
    the name of a kind, empty where nothing is named; `unit` the terms of the whole noun phrase, `names` those with a
    capital. `span` reaches from the number to the noun.
    """

    value: float
    low: float
    high: float
    head: str
    unit: frozenset[str]
    span: Span
    names: frozenset[str] = frozenset()


def same_thing(one: Figure, other: Figure) -> bool:
    """Whether both count the same: their nouns are one, or synonyms, and what befell the counted is the same."""
    if not one.head or not other.head or one.unit & FATES != other.unit & FATES:
        return False
    if MONEY in {one.head, other.head}:
        return {one.head, other.head} <= CURRENCIES | {MONEY}
    return one.head == other.head or _names(one, other) or _names(other, one) or other.head in close_relatives(one.head)


def differ(one: Figure, other: Figure) -> bool:
    """Whether the values lie further apart than their approximations allow."""
    return one.low > other.high * (1 + _TOLERANCE) or other.low > one.high * (1 + _TOLERANCE)


def same_figure(one: Figure, other: Figure) -> bool:
    """Whether both state one value of one thing, exactly or as about it."""
    return same_thing(one, other) and isclose(one.value, other.value, rel_tol=_TOLERANCE)


def stated_apart(one: Figure, other: Figure) -> bool:
    """Whether two reports state other values: a bound, "at least 34", is taken as about its number."""
    return differ(_about(one), _about(other))


def _about(figure: Figure) -> Figure:
    """The figure with what is meant beyond its bound left out; ranges and "hundreds" stay as they are."""
    above = figure.value == figure.low and isclose(figure.high, figure.low * _PLUS)
    below = figure.value == figure.high and isclose(figure.low * 2, figure.high)
    return replace(figure, low=figure.value * 0.9, high=figure.value * 1.1) if above or below else figure


@lru_cache(maxsize=1 << 11)
def figures(text: str) -> tuple[Figure, ...]:
    """The figures of a text, in order; of a very long one, those at its beginning."""
    text = text[:_LONGEST]
    found = words_of(text)
    told: list[Figure] = []
    for number in numbers(text, found):
        within = told and found[number.first].start < told[-1].span[1]  # the 2 of "18 Leopard 2 tanks"
        if not within and (_sign(text, found, number) or not _is_no_figure(text, found, number)):
            told.append(_figure(text, found, number))
    return tuple(told)


def _figure(text: str, found: Sequence[Word], number: Number) -> Figure:
    start, end = found[number.first].start, found[number.end - 1].end
    if percent := _PERCENT.match(text, end):
        what = Counted("percent", frozenset({"percent"}), 1.0, percent.end())
    elif sign := _sign(text, found, number):
        what = Counted(_SIGNS[sign], frozenset({_SIGNS[sign]}))
        start -= 1
    else:
        what = counted(text, found, number)
    most = number.high * (_PLUS if text[end : end + 1] == "+" else 1)
    return Figure(
        value=number.value * what.factor,
        low=number.low * what.factor,
        high=most * what.factor,
        head=what.head,
        unit=what.unit,
        span=(start, what.end or end),
        names=what.names,
    )


def _sign(text: str, found: Sequence[Word], number: Number) -> str:
    """The currency sign before a number, if there is one."""
    before = _before(text, found, number)
    return before if before in _SIGNS else ""


def _before(text: str, found: Sequence[Word], number: Number) -> str:
    start = found[number.first].start
    return text[max(0, start - 1) : start]


def _names(one: Figure, other: Figure) -> bool:
    """Whether the noun of one only says closer what the other counts: 40 Russians and 25 Russian citizens, 36 Pantsirs
    and 48 Pantsir-S1 systems; but not 40 Russians and 25 Russian jets."""
    is_name = one.head in other.names and not is_place(one.head)
    is_closer = PERSON in other.unit or is_name or any(character.isdigit() for character in one.head)
    return is_closer and one.head in other.unit


def _is_no_figure(text: str, found: Sequence[Word], number: Number) -> bool:
    first, last = found[number.first], found[number.end - 1]
    previous = found[number.first - 1] if number.first else None
    following = found[number.end] if number.end < len(found) else None
    if _PERCENT.match(text, last.end):
        return False
    if first.text == "one" and first is last:
        return not following or following.text in _ONE_AFTER or (previous or first).text in _NOT_ONE
    if not first.text[0].isdigit():
        return bool(_FRACTION.match(text, last.end))
    return (
        _before(text, found, number) in _MARKS
        or bool(_MORE_DIGITS.match(text, last.end))
        or _in_a_row(text, found, number.first)
        or _is_name(text, found, number, previous)
        or _is_date(number, first, previous, following, several=counts_several(text, found, number.end))
    )


def _in_a_row(text: str, found: Sequence[Word], at: int) -> bool:
    """Whether it is one of three or more numbers with nothing between, as in a telephone number."""
    row = pairwise(found[max(0, at - 2) : at + 3])
    linked = [one.text.isdigit() and other.text.isdigit() and joined(text, one, other) for one, other in row]
    return any(one and other for one, other in pairwise(linked))


def _is_name(text: str, found: Sequence[Word], number: Number, previous: Word | None) -> bool:
    """Whether it belongs to a name: "Boeing 747 landed", "Article 5"; but not "Iraq 36 helicopters"."""
    if previous is None:
        return False
    capital = text[previous.start].isupper() and text[previous.end : found[number.first].start] == " "
    return previous.text in _LABELS or (
        capital and previous.start > 0 and not counts_several(text, found, number.end) and number.end - number.first < 2
    )


def _is_date(number: Number, first: Word, previous: Word | None, following: Word | None, *, several: bool) -> bool:
    """Whether it is a day, a year or a time: "21 May", "in 2012", "8 pm"; but not "killed 2000 people"."""
    beside = {word.text for word in (previous, following) if word}
    if (number.value <= 31 and beside & _MONTHS) or (following and following.text in {"am", "pm"}):
        return True
    if not (1800 <= number.value < 2100 and first.end - first.start == 4) or number.low < number.high:
        return False
    return not several or previous is None or previous.text in _TIME_WORDS

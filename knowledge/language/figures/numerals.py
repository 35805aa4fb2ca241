"""Numbers in a text, in digits and in English words: "140,000", "$4.2bn", "two dozen", "hundreds of thousands"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from knowledge.language.terms import Word

_SMALL = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES = {word: value for value, word in enumerate(_SMALL.split())}
_ONES |= {word: 10 * tens for tens, word in enumerate(_TENS.split(), start=2)}

_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SCALES |= {"mn": 10**6, "bn": 10**9, "grand": 1_000}

_VAGUE = {"tens": (20, 99), "dozens": (24, 199), "hundreds": (200, 999), "thousands": (2_000, 99_999)}
_VAGUE |= {"millions": (2 * 10**6, 10**8 - 1), "billions": (2 * 10**9, 10**11 - 1)}
"""From at least two of them to fewer than the next word would stand for."""

_RANGE_DIGITS = 3
_SUFFIXES = {"k": 1_000, "mn": 10**6, "bn": 10**9, "b": 10**9, "m": 10**6}
_PERIODS = {"decade", "century"}
_NUMBER_WORDS = frozenset({"half", *_ONES, *_SCALES, *_VAGUE, *_SUFFIXES})
_FIRST_WORDS = frozenset({"a", "an", "half", *_ONES, *_VAGUE})
"""With which a number may begin that doesn't with a digit."""
_DIGITS = re.compile(r"(\d{1,15}(?:\.\d{1,9})?)(k|mn?|bn?|km)?")

_MORE, _LESS, _ABOUT = (1.0, 1.5), (0.5, 1.0), (0.9, 1.1)
_QUALIFIERS = {
    **dict.fromkeys(("at least", "more than", "over", "above", "upwards of", "no fewer than", "no less than"), _MORE),
    **dict.fromkeys(("at most", "up to", "less than", "fewer than", "under", "below", "no more than"), _LESS),
    **dict.fromkeys(("nearly", "almost", "close to", "just under", "not quite"), (0.9, 1.0)),
    **dict.fromkeys(("about", "around", "roughly", "approximately", "some", "like", "circa", "an estimated"), _ABOUT),
}
"""What the words before a number say of it: the least and the most that is meant, as factors."""


class Number(NamedTuple):
    """A number: what is stated, the least and the most that is meant, and its words `first` to `end`, not included."""

    value: float
    low: float
    high: float
    first: int
    end: int


def is_number(word: Word) -> bool:
    """Whether a word is a number or a part of one: "40", "140k", "dozen", "half"."""
    return word.text in _NUMBER_WORDS or bool(_DIGITS.fullmatch(word.text))


def numbers(text: str, found: Sequence[Word]) -> Iterator[Number]:
    """The numbers of a text with the words `found`, in order: years, dates and numbers in names too."""
    at = 0
    while at < len(found):
        first = found[at].text
        if first not in _FIRST_WORDS and not first[0].isdigit():
            at += 1
            continue
        number = _vague(found, at) or _range(text, found, at) or _exact(text, found, at)
        if number:
            yield _qualified(number, found)
        at = number.end if number else at + 1


def _vague(found: Sequence[Word], at: int) -> Number | None:
    """Tens, hundreds, hundreds of thousands."""
    if found[at].text not in _VAGUE:
        return None
    low, high = _VAGUE[found[at].text]
    end = at + 1
    if _word(found, end) == "of" and (scale := _SCALES.get(_word(found, end + 1).removesuffix("s"))):
        low, high, end = low * scale, high * scale, end + 2
    return Number(low, low, high, at, end)


def _range(text: str, found: Sequence[Word], at: int) -> Number | None:
    """30-40, 30 to 40; but not the parts of a telephone number, a score or a date."""
    between = at + 1 + (_word(found, at + 1) in {"to", "or"})
    low, high = found[at].text, _word(found, between)
    if not (
        low.isdecimal() and high.isdecimal() and len(high) <= _RANGE_DIGITS and 1 < int(high) / (int(low) or 1) <= 3
    ):
        return None
    before, gap = text[max(0, found[at].start - 1) : found[at].start], text[found[at].end : found[between].start]
    after = text[found[between].end : found[between].end + 1]
    if {before, after} & set("-/:–+.") or gap not in {"-", "–", " to ", " or "}:
        return None
    upper = _scaled(int(high), found, at, between + 1)
    lower = int(low) * upper.value / int(high)
    return Number(lower, lower, upper.value, at, upper.end)


def _exact(text: str, found: Sequence[Word], at: int) -> Number | None:
    word, following = found[at].text, _word(found, at + 1)
    if word in {"a", "an"}:
        if following in _SCALES:
            return _scaled(1, found, at, at + 1)
        is_long = _word(found, at + 2) == "long" and text[found[at + 1].end] == "-"
        return Number(1, 0.9, 1.1, at, at + 1) if following in _PERIODS or is_long else None
    if word == "half" and following == "a" and (scale := _SCALES.get(_word(found, at + 2))):
        return Number(scale / 2, scale / 2, scale / 2, at, at + 3)
    if word in _ONES:
        value, end = _spelt(text, found, at)
        return _scaled(value, found, at, end)
    if digits := _DIGITS.fullmatch(word):
        end = at + 1
        suffix = digits[2] or ""
        if not suffix and following in _SUFFIXES and found[at].end == found[end].start:  # "4.2m" is two words
            suffix, end = following, end + 1
        return _scaled(float(digits[1]) * _SUFFIXES.get(suffix, 1), found, at, end)
    return None


def _spelt(text: str, found: Sequence[Word], at: int) -> tuple[float, int]:
    """The value of number words from `at` on, below a hundred, and where they end: "twenty-five"."""
    value = _ONES[found[at].text]
    unit = _ONES.get(_word(found, at + 1), 0)
    if value >= 20 and 0 < unit < 10 and text[found[at].end : found[at + 1].start] in {" ", "-"}:
        return value + unit, at + 2
    return value, at + 1


def _scaled(value: float, found: Sequence[Word], first: int, end: int) -> Number:
    """The value times the scales that follow: "1.6 million", "two hundred thousand"."""
    while scale := _SCALES.get(_word(found, end)):
        value, end = value * scale, end + 1
    return Number(value, value, value, first, end)


def _qualified(number: Number, found: Sequence[Word]) -> Number:
    for size in (3, 2, 1):
        before = " ".join(word.text for word in found[max(0, number.first - size) : number.first])
        if factors := _QUALIFIERS.get(before):
            return number._replace(low=number.low * factors[0], high=number.high * factors[1])
    return number


def _word(found: Sequence[Word], at: int) -> str:
    return found[at].text if at < len(found) else ""

"""Words with capitals in a sentence, and what they name by themselves, whatever stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from knowledge.language.people.titles import (
    NOT_NAMES,
    OFFICES,
    is_before_name,
    is_known_by_one_name,
    is_title,
    may_be_person,
    may_be_surname,
    pronoun_of,
)
from knowledge.language.terms import fold
from knowledge.models import Span

_UPPER = "A-Z" + "".join(chr(i) for i in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)) if chr(i).isupper())
_PARTICLE = "al|el|bin|ibn|ben|bint|abu|van|von|der|de|del|della|di|da|dos|du|la|le|ter"
PREFIX = rf"(?:{_PARTICLE}|as|ash|an|ar|at|ad|ul)[-’']"
# The rest of a word after its capital: initials, or letters; up to four of them may have a full stop ("Gen. Petraeus").
_REST = (
    rf"(?:(?:\.-?[{_UPPER}]){{0,3}}\.(?!\w)"
    rf"|\w{{0,40}}(?:[-’'](?!s\b)\w{{1,40}}){{0,3}}(?:(?<!\w{{5}})\.(?=\s[{_UPPER}]))?)"
)
_JOINT = rf"\s{{1,2}}(?:(?:of|for)\s(?:the\s)?(?=(?:{'|'.join(sorted(OFFICES))})\b))?(?:(?:{_PARTICLE})\s){{0,2}}"
# A capital comes first, before what may not precede it, since the engine then skips quickly to the next one.
_CAPITALS = re.compile(rf"[{_UPPER}](?<![\w.@/].){_REST}(?:{_JOINT}(?:{PREFIX})?[{_UPPER}]{_REST}){{0,9}}")

PARTICLES = frozenset(_PARTICLE.split("|"))
_PREFIXED = re.compile(rf"^{PREFIX}")
_PARTICLE_BEFORE = re.compile(rf"\b(?:{PREFIX}|(?:{_PARTICLE})\s)\Z")
LONGEST_PREFIX = 6
_LETTERS_AFTER = frozenset({"qc", "kc", "mp", "am", "ao"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})

_COMPOUND = re.compile(rf"(?!{PREFIX})\w+-[a-z]")
SPELT = re.compile(r"\S+")


class Core(NamedTuple):
    """A name within words with capitals: offsets in them, and what they tell by themselves."""

    start: int
    end: int
    phrase: int
    words: tuple[str, ...]
    text: str
    title: str
    pronoun: str


class Run(NamedTuple):
    """Words with capitals: where those stand in it that name something, whatever it is, and the person's name in it."""

    match: re.Match[str]
    named: Span | None
    core: Core | None


def capitals_in(sentence: str) -> Iterator[Span]:
    """The runs of words with capitals, whatever they name, without those that have one for another reason."""
    for match, name, _ in runs(sentence):
        if name:
            begin = match.start()
            start = begin + name[0]
            prefix = _PARTICLE_BEFORE.search(sentence, max(0, start - LONGEST_PREFIX), start)
            yield prefix.start() if prefix else start, begin + name[1]


@lru_cache(maxsize=1 << 10)  # of an article, for its people and then for its other names
def runs(sentence: str) -> Sequence[Run]:
    """The runs of words with capitals in a sentence, in order."""
    return tuple(Run(match, *_read(match[0])) for match in _CAPITALS.finditer(sentence))


@lru_cache(maxsize=1 << 15)  # the same names come again and again
def _read(capitals: str) -> tuple[Span | None, Core | None]:
    """What words with capitals name, whatever it is, and the person's name in them."""
    places = [(0, len(capitals))] if capitals.isalpha() else [word.span() for word in SPELT.finditer(capitals)]
    folded = [folded_name(capitals[start:end]) for start, end in places]
    first, end = _bounds(folded)
    named = (places[first][0], places[end - 1][1]) if first < end else None
    return named, _core(capitals, places, folded, first, end)


def _core(capitals: str, places: Sequence[Span], folded: Sequence[str], first: int, end: int) -> Core | None:
    if first < end and folded[end - 1] in _LETTERS_AFTER:
        end -= 1
    begin = _title_end(folded, first, end - (folded[end - 1] in _SUFFIXES))
    if begin == first:
        first = begin = _name_begin(capitals, folded, first, end)
    words = _without_particles(folded[begin:end])
    if not words or not (may_be_person(words) if len(words) > 1 else may_be_surname(words[0])):
        return None
    start, stop = places[begin][0], places[end - 1][1]
    text = " ".join(capitals[start:stop].split())
    if text.isupper() and len(text) > 2:
        return None
    title = capitals[places[first][0] : places[begin - 1][1]] if begin > first else ""
    if title and len(words) == 1 and not is_known_by_one_name(folded[begin - 1]):
        return None
    return Core(start, stop, places[first][0], words, text, " ".join(title.split()), pronoun_of(title))


def folded_name(word: str) -> str:
    """Folded; an abbreviation that is spelt like a word ("US", "IT") stays as it is."""
    folded = word.lower() if word.isascii() and word.isalpha() else fold(word)
    return word if folded in NOT_NAMES and len(word) > 1 and word.isupper() else folded


def _bounds(folded: Sequence[str]) -> tuple[int, int]:
    """Where the words begin and end that are more than the beginning of a sentence or a day."""
    first, end = 0, len(folded)
    while first < end and folded[first] in NOT_NAMES:
        first += 1
    while first < end and folded[end - 1] in NOT_NAMES and not (folded[end - 1] == "may" and end - first > 1):
        end -= 1
    for number in range(first + 1, end):
        if folded[number] in {"of", "for"} and not is_title(folded[number - 1]):
            return first, number  # "Chuck Hagel of the Foreign Relations Committee"
    return first, end


def _title_end(folded: Sequence[str], first: int, end: int) -> int:
    """Where a name begins after the titles: "Secretary of State Colin Powell"."""
    for number in range(end - 2, first - 1, -1):
        if is_title(folded[number]):
            begin = number + 1
            if folded[begin] in {"of", "for"}:
                begin += 3 if folded[begin + 1] == "the" else 2
                begin += folded[begin : begin + 1] == ["affairs"]
            return begin
    return first


def _name_begin(capitals: str, folded: Sequence[str], first: int, end: int) -> int:
    """Where a full name begins after others with capitals: "Republican Chuck Hagel", "Leg-spinner Stuart MacGill"."""
    if end - first < 3 or is_title(folded[end - 1]):
        return first
    if _COMPOUND.match(capitals) and first == 0:
        first = 1
    return next((number + 1 for number in range(end - 3, first - 1, -1) if is_before_name(folded[number])), first)


def _without_particles(folded: Sequence[str]) -> tuple[str, ...]:
    """The words by which a name is known again: "nouri al-maliki" is that of "maliki"."""
    return tuple(
        word if word.isalpha() else _PREFIXED.sub("", word)
        for word in folded
        if word not in PARTICLES and word not in _SUFFIXES
    )

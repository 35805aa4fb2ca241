"""Names in a sentence, with what the sentence tells about each: the title before it, and whether a person bears it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from knowledge.language.people.surroundings import is_name_of_group, told_to_be_person
from knowledge.language.people.titles import (
    NOT_NAMES,
    OFFICES,
    is_before_name,
    is_calling,
    is_known_by_one_name,
    is_relation,
    is_title,
    may_be_person,
    may_be_surname,
    pronoun_of,
)
from knowledge.language.terms import fold
from knowledge.models import Span


class Name(NamedTuple):
    """Words with capitals that may be a person's name.

    Its offsets in the sentence; `phrase`, where the title before it begins; its `words` folded, without particles and
    initials' dots; its `text`; the `title` as written; the `pronoun` that the title tells, or nothing. `is_told` says
    that the sentence makes it a person's, `is_group` that it makes it that of a body of people.
    """

    start: int
    end: int
    phrase: int
    words: tuple[str, ...]
    text: str
    title: str = ""
    pronoun: str = ""
    is_told: bool = False
    is_group: bool = False


_UPPER = "A-Z" + "".join(chr(i) for i in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)) if chr(i).isupper())
_PARTICLE = "al|el|bin|ibn|ben|bint|abu|van|von|der|de|del|della|di|da|dos|du|la|le|ter"
_PREFIX = rf"(?:{_PARTICLE}|as|ash|an|ar|at|ad|ul)[-’']"
# The rest of a word after its capital: initials, or letters; up to four of them may have a full stop ("Gen. Petraeus").
_REST = (
    rf"(?:(?:\.-?[{_UPPER}]){{0,3}}\.(?!\w)"
    rf"|\w{{0,40}}(?:[-’'](?!s\b)\w{{1,40}}){{0,3}}(?:(?<!\w{{5}})\.(?=\s[{_UPPER}]))?)"
)
_JOINT = rf"\s{{1,2}}(?:(?:of|for)\s(?:the\s)?(?=(?:{'|'.join(sorted(OFFICES))})\b))?(?:(?:{_PARTICLE})\s){{0,2}}"
# A capital comes first, before what may not precede it, since the engine then skips quickly to the next one.
_CAPITALS = re.compile(rf"[{_UPPER}](?<![\w.@/].){_REST}(?:{_JOINT}(?:{_PREFIX})?[{_UPPER}]{_REST}){{0,9}}")

PARTICLES = frozenset(_PARTICLE.split("|"))
_PREFIXED = re.compile(rf"^{_PREFIX}")
_PREFIX_BEFORE = re.compile(rf"\b{_PREFIX}\Z")
_PARTICLE_BEFORE = re.compile(rf"\b(?:{_PREFIX}|(?:{_PARTICLE})\s)\Z")
_LONGEST_PREFIX = 6
_LETTERS_AFTER = frozenset({"qc", "kc", "mp", "am", "ao"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})

_COMPOUND = re.compile(rf"(?!{_PREFIX})\w+-[a-z]")
_LOOK_BACK = 30
_HEAD_REACH = 90
_HEAD_OF = re.compile(r"\b([a-z]{3,20})\s(?:of|for|from|at|in)\s[^,.;:]{2,60},\s\Z")
_APPOSITION = re.compile(r"(?:,|\s(?:is|was))\s(?:an?|the|its|his|her|their|[^,.;:]{0,40}[’']s)\s([^,.;:]{3,60})")
_SPELT = re.compile(r"\S+")
_OWN_RELATION = re.compile(r"(?:\b(?:his|her|their|my|our)|[’']s)\s(?:\w+\s)?\w+,\s\Z", re.IGNORECASE)
"""What goes before one name alone that is set off: "his daughter, Rasha, nods"."""


def names_in(sentence: str) -> list[Name]:
    """The names in a sentence, in order."""
    found: list[Name] = []
    previous: re.Match[str] | None = None
    for match in _CAPITALS.finditer(sentence):
        if core := _core(match[0]):
            found.append(_in_context(sentence, match.start(), core, previous, found))
        previous = match
    return found


def capitals_in(sentence: str) -> Iterator[Span]:
    """The runs of words with capitals, whatever they name, without those that have one for another reason."""
    for match in _CAPITALS.finditer(sentence):
        places = [word.span() for word in _SPELT.finditer(match[0])]
        first, end = _bounds([_folded(match[0][start:stop]) for start, stop in places])
        if first < end:
            start = match.start() + places[first][0]
            prefix = _PARTICLE_BEFORE.search(sentence, max(0, start - _LONGEST_PREFIX), start)
            yield prefix.start() if prefix else start, match.start() + places[end - 1][1]


class _Core(NamedTuple):
    """A name within words with capitals: offsets in them, and what they tell by themselves."""

    start: int
    end: int
    phrase: int
    words: tuple[str, ...]
    text: str
    title: str
    pronoun: str


@lru_cache(maxsize=1 << 14)  # the same names come again and again
def _core(capitals: str) -> _Core | None:
    places = [word.span() for word in _SPELT.finditer(capitals)]
    folded = [_folded(capitals[start:end]) for start, end in places]
    first, end = _bounds(folded)
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
    return _Core(start, stop, places[first][0], words, text, " ".join(title.split()), pronoun_of(title))


def _folded(word: str) -> str:
    """Folded; an abbreviation that is spelt like a word ("US", "IT") stays as it is."""
    folded = fold(word)
    return word if folded in NOT_NAMES and len(word) > 1 and word.isupper() else folded


def _in_context(sentence: str, offset: int, core: _Core, previous: re.Match[str] | None, found: Sequence[Name]) -> Name:
    start, end, phrase = offset + core.start, offset + core.end, offset + core.phrase
    words, title, pronoun, text = core.words, core.title, core.pronoun, core.text
    if core.phrase == 0 and (prefix := _PREFIX_BEFORE.search(sentence, max(0, offset - _LONGEST_PREFIX), offset)):
        phrase = prefix.start()
        if core.start == 0:
            start, text = phrase, prefix[0] + text  # "al-Maliki said"
    if not title:
        if core.start == 0:
            title, phrase = _title_before(sentence, start, end, words, previous, found)
        title = title or _title_after(sentence, end, words)
        pronoun = pronoun_of(title)
    is_told = bool(title) or told_to_be_person(sentence, start, end, words)
    is_group = not title and len(words) > 1 and is_name_of_group(sentence, start, end)
    return Name(start, end, phrase, words, text, title, pronoun, is_told, is_group)


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
    return tuple(_PREFIXED.sub("", word) for word in folded if word not in PARTICLES and word not in _SUFFIXES)


def _title_before(
    sentence: str,
    start: int,
    end: int,
    words: Sequence[str],
    previous: re.Match[str] | None,
    found: Sequence[Name],
) -> tuple[str, int]:
    """The title in small letters before a name, or set off by a comma, and where its phrase begins."""
    before = sentence[max(0, start - _LOOK_BACK) : start]
    if not before.endswith(" "):
        return "", start
    spelt = before[before.rfind(" ", 0, -1) + 1 : -1]
    word, is_apart = spelt.rstrip(",").lower(), spelt.endswith(",")
    begin = start - len(spelt) - 1
    if previous and is_apart and previous.end() == start - 2 and is_title(word) and len(words) > 1:
        return _without_beginning(previous)  # "The Prime Minister, John Howard"
    is_enough = len(words) > 1 or (is_known_by_one_name(word) and not is_apart)
    if not is_enough and is_relation(word):
        is_enough = sentence[end : end + 1] in {",", "."} and bool(_OWN_RELATION.search(before))
    if spelt[:1].islower() and is_calling(word) and is_enough:
        if previous and previous.end() == begin - 1 and not is_apart:
            title, phrase = _without_beginning(previous)
            return f"{title} {word}".lstrip(), phrase  # "Quds Force commander Esmail Ghaani"
        return word, begin
    head = _HEAD_OF.search(sentence, max(0, start - _HEAD_REACH), start) if len(words) > 1 and is_apart else None
    if head and is_calling(head[1]):
        return head[1], start  # "The head of the Arab League, Amr Moussa, said"
    if len(words) > 1 and word.endswith("s") and is_calling(word[:-1]):
        return word[:-1], start  # "cosmonauts Vladimir Dezhurov and Mikhail Tyurin"
    if len(words) > 1 and word == "and" and found and found[-1].end == begin - 1:
        return found[-1].title if found[-1].phrase == found[-1].start else "", start
    return "", start


def _without_beginning(capitals: re.Match[str]) -> tuple[str, int]:
    """Words with capitals without those that only begin a sentence, and where they start."""
    for word in _SPELT.finditer(capitals[0]):
        if _folded(word[0]) not in NOT_NAMES:
            return capitals[0][word.start() :], capitals.start() + word.start()
    return "", capitals.end()


def _title_after(sentence: str, end: int, words: Sequence[str]) -> str:
    """The title of an apposition: "Claire Richards, a spokeswoman for the Bureau"."""
    if len(words) > 1 and (match := _APPOSITION.match(sentence, end)):
        said = match[1].split()
        for number, word in enumerate(said):
            if is_calling(word.lower()):
                return " ".join(said[: number + 1])
    return ""

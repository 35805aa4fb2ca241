"""Names in a sentence, with what the sentence tells about each: the title before it, and whether a person bears it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from knowledge.language.people.capitals import LONGEST_PREFIX, PREFIX, SPELT, Core, folded_name, runs
from knowledge.language.people.surroundings import is_name_of_group, told_to_be_person
from knowledge.language.people.titles import (
    NOT_NAMES,
    is_calling,
    is_known_by_one_name,
    is_relation,
    is_title,
    pronoun_of,
)
from knowledge.language.terms import STOP_WORDS


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


_PREFIX_BEFORE = re.compile(rf"\b{PREFIX}\Z")
_AFTER_PREFIX = frozenset("-’'")
_NO_TITLES = STOP_WORDS - {"and"}
"""Before a name they are no title, nor do they tell that one goes before: a short way for most names."""
_LOOK_BACK = 30
_HEAD_REACH = 90
_HEAD_OF = re.compile(r"\b([a-z]{3,20})\s(?:of|for|from|at|in)\s[^,.;:]{2,60},\s\Z")
_APPOSITION = re.compile(r"(?:,|\s(?:is|was))\s(?:an?|the|its|his|her|their|[^,.;:]{0,40}[’']s)\s([^,.;:]{3,60})")
_OWN_RELATION = re.compile(r"(?:\b(?:his|her|their|my|our)|[’']s)\s(?:\w+\s)?\w+,\s\Z", re.IGNORECASE)
"""What goes before one name alone that is set off: "his daughter, Rasha, nods"."""


def names_in(sentence: str) -> list[Name]:
    """The names in a sentence, in order."""
    found: list[Name] = []
    previous: re.Match[str] | None = None
    for match, _, core in runs(sentence):
        if core:
            found.append(_in_context(sentence, match.start(), core, previous, found))
        previous = match
    return found


def _in_context(sentence: str, offset: int, core: Core, previous: re.Match[str] | None, found: Sequence[Name]) -> Name:
    start, end, phrase = offset + core.start, offset + core.end, offset + core.phrase
    words, title, pronoun, text = core.words, core.title, core.pronoun, core.text
    if core.phrase == 0 and (prefix := _prefix_before(sentence, offset)):
        phrase = prefix.start()
        if core.start == 0:
            start, text = phrase, prefix[0] + text  # "al-Maliki said"
    if not title:
        if core.start == 0:
            title, phrase = _title_before(sentence, start, end, words, previous, found)
        title = title or _title_after(sentence, end, words)
        pronoun = pronoun_of(title) if title else ""
    is_told = bool(title) or told_to_be_person(sentence, start, end, words)
    is_group = not title and len(words) > 1 and is_name_of_group(sentence, start, end)
    return Name(start, end, phrase, words, text, title, pronoun, is_told, is_group)


def _prefix_before(sentence: str, offset: int) -> re.Match[str] | None:
    if sentence[max(0, offset - 1) : offset] not in _AFTER_PREFIX:
        return None
    return _PREFIX_BEFORE.search(sentence, max(0, offset - LONGEST_PREFIX), offset)


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
    if spelt in _NO_TITLES:
        return "", start
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
    for word in SPELT.finditer(capitals[0]):
        if folded_name(word[0]) not in NOT_NAMES:
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

"""Reads the files of WordNet 3.0 (their format: https://wordnet.princeton.edu/documentation/wndb5wn)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_PARTS_OF_SPEECH = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
_PART_BY_NUMBER = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}

Key = tuple[str, str]
"""What names a synset: its part of speech, satellite adjectives as adjectives, and its offset."""


class Pointer(NamedTuple):
    """A relation to another synset; `source` and `target` number the words that it joins, from 1 (0: all)."""

    symbol: str
    other: Key
    source: int
    target: int


class Synset(NamedTuple):
    """Words of one meaning, in lower case, those of several words joined by underscores."""

    words: list[str]
    pointers: list[Pointer]


def synsets(folder: Path) -> Iterator[tuple[Key, Synset]]:
    """All synsets by their keys."""
    for name in _PARTS_OF_SPEECH.values():
        for line in _lines(folder / f"data.{name}"):
            fields = line.partition(" | ")[0].split()
            count = int(fields[3], 16)
            words = [re.sub(r"\(\w+\)$", "", word).lower() for word in fields[4 : 4 + 2 * count : 2]]
            first = 5 + 2 * count
            last = first + 4 * int(fields[first - 1])
            yield (
                _key(fields[2], fields[0]),
                Synset(words, [_pointer(fields[at : at + 4]) for at in range(first, last, 4)]),
            )


def uses(folder: Path) -> Iterator[tuple[str, Key, float]]:
    """Each word with each of its meanings and how often tagged texts have it in that meaning.

    Half a use is added to each, so that a word which no tagged text has still has meanings.
    """
    counts = dict(_counts(folder))
    for part, name in _PARTS_OF_SPEECH.items():
        for line in _lines(folder / f"index.{name}"):
            fields = line.split()
            for number, offset in enumerate(fields[-int(fields[2]) :], start=1):
                yield fields[0], (part, offset), counts.get((fields[0], part, number), 0) + 0.5


def irregular_forms(folder: Path) -> Iterator[tuple[str, str]]:
    """Irregular forms and their bases; where a form is a verb's and another's, the verb's comes last."""
    for name in ("adv", "adj", "noun", "verb"):
        for line in _lines(folder / f"{name}.exc"):
            form, base = line.split()[:2]
            if form.isalpha() and base.isalpha() and form != base:
                yield form, base


def _counts(folder: Path) -> Iterator[tuple[tuple[str, str, int], int]]:
    """How often tagged texts have a word in the meaning of that number."""
    for line in _lines(folder / "cntlist.rev"):
        sense, number, count = line.split()
        word, kind = sense.split("%")
        yield (word, _PART_BY_NUMBER[kind[0]], int(number)), int(count)


def _pointer(fields: list[str]) -> Pointer:
    symbol, offset, part, words = fields
    return Pointer(symbol, _key(part, offset), int(words[:2], 16), int(words[2:], 16))


def _key(part: str, offset: str) -> Key:
    return ("a" if part == "s" else part), offset


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as file:
        yield from (line for line in file if not line.startswith("  "))  # the licence

"""The words, names and numbers of made-up text, each with how often it comes."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray

from benchmarks.moulds import MONTHS, WEEKDAYS, Slot
from knowledge.language.dictionary import DATA
from knowledge.language.terms import STOP_WORDS
from knowledge.mapped.arrays import open_arrays
from knowledge.mapped.strings import Strings
from knowledge.reading.seeds import read_seeds

_WORDS, _NAMES = 250_000, 80_000
_TOO_COMMON, _TOO_RARE = 50, 20_000
"""Ranks between which a word can belong to a topic."""
_FIRST_NAMES = "John Mary Sergei Anna Barack Hassan Ali Claire Susan Maria Nouri Angela David Fatima Wei Ivan".split()  # noqa: SIM905
_STARTS = "b br c ch d dr f fl g h j k l m n p pl qu r s sh st t tr v w".split()  # noqa: SIM905
_MIDDLES = "a e i o u ai ea ou".split()  # noqa: SIM905
_ENDS = "n r s t l m d ck nt st ng x".split()  # noqa: SIM905
_SUFFIXES = ("", "s", "ed", "ing", "er", "ly", "ion", "ment", "al", "ity")
_WORD = re.compile(r"\b[a-z]{2,}\b")

Ids = NDArray[np.int64]


class Vocabulary:
    """All that can stand in a slot, by number."""

    def __init__(self) -> None:
        pseudo = _pseudo_words(_WORDS + _NAMES)
        words = [*_english(), *pseudo[_NAMES:]][:_WORDS]
        surnames = list(map(str.title, pseudo[:_NAMES]))
        chance = random.Random(7)  # noqa: S311
        first = [*_FIRST_NAMES, *surnames[-300:]]
        full = [
            f"{first[int(len(first) * chance.random() ** 2)]} {name}" if chance.random() < 0.6 else name
            for name in surnames
        ]
        listed = {
            Slot.WORD: (words, _commonness(len(words))),
            Slot.NAME: (surnames, 1 / (np.arange(_NAMES) + 15.0)),
            Slot.NUMBER: _numbers(),
            Slot.YEAR: ([str(2025 - ago) for ago in range(80)], 1 / (np.arange(80) + 3.0)),
            Slot.WEEKDAY: (WEEKDAYS, np.ones(7)),
            Slot.MONTH: (MONTHS, np.ones(12)),
        }
        self._strings: list[str] = []
        self._first: dict[Slot, int] = {}
        self._sums: dict[Slot, NDArray[np.float64]] = {}
        for kind, (strings, chances) in listed.items():
            self._first[kind] = len(self._strings)
            self._strings += strings
            self._sums[kind] = np.cumsum(chances / chances.sum())
        self._full = len(self._strings) - self._first[Slot.NAME]
        self._strings += full

    def pick(self, chance: np.random.Generator, kind: Slot, count: int) -> Ids:
        """So many of a kind, as often as they come."""
        return self._first[kind] + self._sums[kind].searchsorted(chance.random(count))

    def in_full(self, names: Ids) -> Ids:
        """The names with the first names of those that have one."""
        return names + self._full

    def strings(self, numbers: Ids) -> list[str]:
        """What the numbers stand for."""
        return [self._strings[number] for number in numbers.tolist()]

    def place(self, chance: np.random.Generator) -> str:
        """A common name."""
        return self._strings[int(self.pick(chance, Slot.NAME, 1)[0])]

    def of_topics(self, chance: np.random.Generator, kind: Slot, topics: int, count: int) -> Ids:
        """For each topic what it often has (topics, count): neither what all have nor what hardly any has."""
        ranks = np.exp(chance.uniform(np.log(_TOO_COMMON), np.log(_TOO_RARE), (topics, count)))
        return self._first[kind] + ranks.astype(np.int64)


def _commonness(count: int) -> NDArray[np.float64]:
    """How often the words come, by rank."""
    rank = np.arange(count) + 1.0
    return (rank + 15) ** -0.8 * (1 + rank / 3_000) ** -0.9


def _english() -> Sequence[str]:
    """Words, the most common first: those of the seed articles and those of film subtitles."""
    seeds = Counter(word for article in read_seeds() for word in _WORD.findall(article.text))
    known = dict.fromkeys([*(word for word, _ in seeds.most_common()), *_of_subtitles()])
    return [word for word in known if word not in STOP_WORDS]


def _of_subtitles() -> Iterator[str]:
    """The words of film subtitles, the most common first."""
    arrays = open_arrays(DATA)
    words = Strings(arrays["words"], arrays["word_bounds"])
    listed = (words[number].decode() for number in np.argsort(-arrays["uses"].astype(np.int64), kind="stable").tolist())
    return filter(str.isalpha, listed)


def _numbers() -> tuple[Sequence[str], NDArray[np.float64]]:
    small = [str(number) for number in range(1, 1_000)]
    large = [f"{number:,}" for number in range(1_000, 40_000, 50)]
    parts = [f"{number / 10:.1f}" for number in range(1, 500)]
    sizes = [np.arange(len(listed)) + 5.0 for listed in (small, large, parts)]
    return [*small, *large, *parts], np.concatenate(
        [share / size for share, size in zip((3, 1, 1), sizes, strict=True)]
    )


def _pseudo_words(count: int) -> list[str]:
    """Words of one to three syllables that look like English and are all different; the same at each call."""
    chance = np.random.default_rng(7)
    syllables = list(map("".join, product(_STARTS, _MIDDLES)))
    perhaps = [*syllables, *([""] * len(syllables))]
    parts = (syllables, perhaps, perhaps, list(map("".join, product(_ENDS, _SUFFIXES))))
    drawn = [map(part.__getitem__, chance.integers(len(part), size=2 * count).tolist()) for part in parts]
    return list(dict.fromkeys(map("".join, zip(*drawn, strict=True))))[:count]

"""The sentences of the seed articles as moulds, whose slots are filled with other words, names, numbers and days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from knowledge.language.terms import STOP_WORDS
from knowledge.reading.plain import sentences_of
from knowledge.reading.seeds import read_seeds

MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()  # noqa: SIM905

_LONGEST = 600
"""Characters of a mould."""
_QUOTED = 0.12
"""Share of sentences that are in quotation marks."""
_SHORTER = 25.0
"""The larger, the longer the sentences: chosen so that the mean is 16 terms, as in news."""
_NAME = r"(?:(?:[^\W\d_]\.){2,}|[A-Z][^\W_]*(?:[-/’'][^\W_]+)*)"
_PART = re.compile(rf"(?P<name>{_NAME}(?: {_NAME})*)|(?P<number>\d+(?:[.,]\d+)*)|(?P<word>[^\W_]+(?:[-’'][^\W_]+)*)")


class Slot(IntEnum):
    """What a slot is filled with."""

    WORD = 0
    NAME = 1
    FULL_NAME = 2
    NUMBER = 3
    YEAR = 4
    WEEKDAY = 5
    MONTH = 6

    @property
    def base(self) -> Slot:
        """Of which kind the things are that are picked for it."""
        return Slot.NAME if self is Slot.FULL_NAME else self


class Moulds:
    """Sentences with slots."""

    def __init__(self) -> None:
        texts = [one.text for article in read_seeds() for one in sentences_of(article) if len(one.text) < _LONGEST]
        plain = [_mould(text) for text in dict.fromkeys(texts)]
        plain = [(form, slots) for form, slots in plain if len(slots) > 1]
        quoted = [(f"“{form.strip('“”. ')},” %s said.", [*slots, Slot.FULL_NAME]) for form, slots in plain]
        forms, slots = zip(*plain, *quoted, strict=True)
        self._forms: Sequence[str] = forms
        self._sizes = np.array([len(listed) for listed in slots])
        self._starts = np.cumsum(self._sizes) - self._sizes
        self._slots = np.concatenate(slots)
        chances = np.exp(-self._sizes / _SHORTER) * np.repeat([1 - _QUOTED, _QUOTED], len(plain))
        self._sums = np.cumsum(chances / chances.sum())

    def pick(self, chance: np.random.Generator, count: int) -> NDArray[np.int64]:
        """The numbers of some moulds, shorter ones more often."""
        return self._sums.searchsorted(chance.random(count))

    def slots(self, moulds: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The slots of the moulds, one after the other, and how many each has."""
        sizes = self._sizes[moulds]
        before = np.repeat(np.cumsum(sizes) - sizes, sizes)
        return self._slots[np.repeat(self._starts[moulds], sizes) + np.arange(sizes.sum()) - before], sizes

    def filled(self, moulds: NDArray[np.int64], fillings: Sequence[str]) -> list[str]:
        """The moulds with what stands in their slots, one after the other."""
        ends = np.cumsum(self._sizes[moulds]).tolist()
        starts = [0, *ends[:-1]]
        forms = map(self._forms.__getitem__, moulds.tolist())
        texts = (form % tuple(fillings[a:b]) for form, a, b in zip(forms, starts, ends, strict=True))
        return [_capitalised(text) for text in texts]


def _capitalised(text: str) -> str:
    at = 1 if text[0] == "“" else 0
    return text[: at + 1].upper() + text[at + 1 :]


def _mould(text: str) -> tuple[str, list[Slot]]:
    """A sentence as a format, and its slots."""
    slots: list[Slot] = []

    def slot(found: re.Match[str]) -> str:
        part = found[0]
        if part.lower() in STOP_WORDS:
            return part
        first, _, rest = part.partition(" ")
        if found.lastgroup == "name" and first.lower() in STOP_WORDS and rest:
            return f"{first} {_PART.sub(slot, rest)}"
        slots.append(_slot(found))
        return "%s"

    form = _PART.sub(slot, " ".join(text.split()).replace("%", "%%"))
    return form, slots


def _slot(found: re.Match[str]) -> Slot:
    part = found[0]
    if found.lastgroup == "number":
        return Slot.YEAR if re.fullmatch(r"(19|20)\d\d", part) else Slot.NUMBER
    if part in WEEKDAYS or part in MONTHS:
        return Slot.WEEKDAY if part in WEEKDAYS else Slot.MONTH
    if found.lastgroup == "word" or (found.start() == 0 and part.isalpha()):
        return Slot.WORD
    return Slot.FULL_NAME if " " in part else Slot.NAME

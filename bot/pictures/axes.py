"""What stands beside the bars: the numbers of the grid, the months and years below."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR
from itertools import count

from bot.pictures.periods import Month, Periods

_MOST_LINES = 4
_FEWEST_LINES = 2
"""Lines of the grid above the ground. With one, a single article would fill all of the height."""
_MONTHS_APART = (1, 2, 3, 6, 12)
_YEARS_APART = (1, 2, 5, 10, 20, 50, 100, 200, 250, 500, 1_000, 2_000, 5_000)
_BETWEEN = 14
"""Pixels between two labels, at least."""

WidthOf = Callable[[str], float]
"""How wide a text is, in pixels."""


@dataclass(frozen=True, slots=True)
class Label:
    """Digits whose middle stands `x` pixels from the left."""

    text: str
    x: float


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Where time stands on a line from `left` to `right`, in pixels."""

    periods: Periods
    left: int
    right: int

    @property
    def slot(self) -> float:
        """The width of a period."""
        return (self.right - self.left) / self.periods.count

    @property
    def year(self) -> float:
        """The width of a year."""
        return self.slot / self.periods.length * 12

    @property
    def end(self) -> Month:
        """The month after the last."""
        return self.periods.start + self.periods.count * self.periods.length

    @property
    def years(self) -> range:
        """The years that are on it, also in part."""
        first = max(MINYEAR, self.periods.start // 12)
        return range(first, min(MAXYEAR, (self.end - 1) // 12) + 1)

    def x(self, month: float) -> float:
        """Where a month begins."""
        return self.left + (month - self.periods.start) / 12 * self.year

    def has_all_of(self, year: int) -> bool:
        """Whether no month of a year is missing."""
        return self.periods.start <= year * 12 and year * 12 + 12 <= self.end

    def part_of(self, year: int) -> tuple[float, float]:
        """From where to where a year is on it."""
        return max(self.left, self.x(year * 12)), min(self.right, self.x(year * 12 + 12))


def grid_of(highest: int) -> range:
    """The numbers of the lines, from 0 to one that `highest` doesn't pass: 1, 2 or 5 apart, or ten times that, ..."""
    steps = (number * 10**power for power in count() for number in (1, 2, 5))
    step = next(step for step in steps if highest <= step * _MOST_LINES)
    return range(0, step * max(_FEWEST_LINES, -(-highest // step)) + 1, step)


def digits_of(number: int) -> str:
    """A number in groups of three with a space between, which reads the same in all languages (ISO 80000-1, 7.3.1)."""
    return f"{number:,}".replace(",", " ")


def months_below(axis: TimeAxis, width_of: WidthOf) -> Iterator[Label]:
    """The numbers of months, each below its bar; none where bars are longer than a month."""
    if axis.periods.length > 1:
        return
    apart = _apart(_MONTHS_APART, axis.slot, width_of("12"))
    for month in range(axis.periods.start, axis.end):
        if month % 12 % apart == 0:
            yield Label(str(month % 12 + 1), axis.x(month + 0.5))


def years_below(axis: TimeAxis, width_of: WidthOf) -> Iterator[Label]:
    """The years, each below its middle; where bars are longer than a year, below the line with which it begins.

    None for a year of which too little is on the axis.
    """
    width, bar = width_of("2000"), axis.periods.length // 12
    apart = _apart([years for years in _YEARS_APART if not bar or years % bar == 0], axis.year, width)
    for year in axis.years:
        left, right = axis.part_of(year)
        if year % apart == 0 and (axis.has_all_of(year) or right - left >= width):
            yield Label(str(year), left if bar > 1 else (left + right) / 2)


def ticks_of(axis: TimeAxis) -> Iterator[float]:
    """Where a line parts two years, or, where bars are longer than a year, two bars; none where bars are years."""
    length = axis.periods.length
    if length != 12:
        months = range(axis.periods.start, axis.end + 1)
        yield from (axis.x(month) for month in months if month % max(12, length) == 0)


def _apart(choices: Sequence[int], one: float, width: float) -> int:
    """How many places, each `one` pixel wide, labels of a width stand apart."""
    return next((choice for choice in choices if choice * one >= width + _BETWEEN), choices[-1])

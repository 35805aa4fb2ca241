"""What a chart of numbers by month and publisher shows, before it is drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.pictures.palette import REST, SQUARES
from bot.pictures.periods import Month, Period, Periods, days_of, month_of, periods_for
from knowledge import MonthCount

LARGEST = 10**12
"""All that is counted, together: more digits than that would leave no room for bars."""


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of the legend, which is text beside the picture: a coloured square and what it stands for.

    `publisher` is None for the rest: publishers without a colour of their own, and nobody known.
    """

    square: str
    publisher: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Bar:
    """What a period has, as counts in the order of the chart's keys; all 0 where that is nothing."""

    period: Period
    parts: tuple[int, ...]

    @property
    def count(self) -> int:
        """All of them together."""
        return sum(self.parts)


@dataclass(frozen=True, slots=True)
class Chart:
    """Articles, or sentences of them, over time: a bar for each of the `periods`, without a gap.

    `span` are the days from the first month that has one to the last.
    """

    keys: tuple[Key, ...]
    bars: tuple[Bar, ...]
    periods: Periods
    span: Period

    @property
    def count(self) -> int:
        """All of them together."""
        return sum(key.count for key in self.keys)

    @property
    def highest(self) -> int:
        """The count of the highest bar."""
        return max(bar.count for bar in self.bars)

    @property
    def peak(self) -> Bar | None:
        """The one bar that is higher than all others; None where several are highest, or there is no other."""
        most = self.highest
        highest = [bar for bar in self.bars if bar.count == most]
        return highest[0] if len(highest) == 1 < len(self.bars) else None


def chart_of(counts: Iterable[MonthCount]) -> Chart:
    """The chart of counts by month and publisher; those of one month and publisher are added up.

    Raises ValueError where there is nothing, or over 10**12, and for a month that isn't in the calendar.
    """
    cells: Counter[tuple[Month, str | None]] = Counter()
    for one in counts:
        if one.count > 0:
            cells[month_of(one.year, one.month), one.publisher or None] += one.count
    if not 0 < cells.total() <= LARGEST:
        raise ValueError(f"a chart is of 1 to {LARGEST}, not {cells.total()}")
    months = {month for month, _ in cells}
    keys, periods = _keys(cells), periods_for(months)
    return Chart(keys, _bars(cells, keys, periods), periods, days_of(min(months), max(months)))


def _keys(cells: Mapping[tuple[Month, str | None], int]) -> tuple[Key, ...]:
    """A square for each of the publishers with most, and one for the rest, where there is one."""
    totals: Counter[str | None] = Counter()
    for (_, publisher), count in cells.items():
        totals[publisher] += count
    unknown = totals.pop(None, 0)
    named = sorted(((name, count) for name, count in totals.items() if name), key=lambda item: (-item[1], item[0]))
    keys = [Key(square, *item) for square, item in zip(SQUARES, named, strict=False)]
    rest = named[len(SQUARES) :]
    if len(rest) == 1 and not unknown:
        return (*keys, Key(REST, *rest[0]))
    others = unknown + sum(count for _, count in rest)
    return (*keys, Key(REST, None, others)) if others else tuple(keys)


def _bars(cells: Mapping[tuple[Month, str | None], int], keys: Sequence[Key], periods: Periods) -> tuple[Bar, ...]:
    place_of = {key.publisher: place for place, key in enumerate(keys)}
    parts = [[0] * len(keys) for _ in range(periods.count)]
    for (month, publisher), count in cells.items():
        parts[periods.place_of(month)][place_of.get(publisher, len(keys) - 1)] += count
    return tuple(Bar(periods.period(place), tuple(counts)) for place, counts in enumerate(parts))

"""A span of months, cut into periods of one length: months, quarters, years or several years."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

MOST = 48
"""Periods that a picture shows: on a phone, more would be thinner than the gaps between words."""
_ALWAYS_ALLOWED = 16
_FOR_A_MONTH = 2
"""Periods allowed for each month that has something: more would be mostly gaps."""
_LENGTHS = (1, 3, 12, 24, 60, 120, 240, 600, 1_200, 3_000)
"""In months; those of several years are round numbers of years."""

Month = int
"""Months since January of the year 0."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both included: all of one month or of several."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Periods:
    """`count` periods of `length` months each, the first from `start`, which is a multiple of `length`."""

    start: Month
    length: int
    count: int

    def place_of(self, month: Month) -> int:
        """Which of the periods has a month, from 0."""
        return (month - self.start) // self.length

    def period(self, place: int) -> Period:
        """The days of a period, as far as there are dates for them."""
        first = self.start + place * self.length
        return days_of(first, first + self.length - 1)


def month_of(year: int, month: int) -> Month:
    """The number of a month. Raises ValueError for one that isn't in the calendar."""
    day = date(year, month, 1)
    return day.year * 12 + day.month - 1


def days_of(first: Month, last: Month) -> Period:
    """All days from one month to another, as far as there are dates for them."""
    year, month = divmod(max(first, MINYEAR * 12), 12)
    last_year, last_month = divmod(min(last, MAXYEAR * 12 + 11), 12)
    days = monthrange(last_year, last_month + 1)[1]
    return Period(date(year, month + 1, 1), date(last_year, last_month + 1, days))


def periods_for(months: set[Month]) -> Periods:
    """The shortest periods that show these months well, from the first of them to the last."""
    first, last = min(months), max(months)
    most = min(MOST, max(_ALWAYS_ALLOWED, _FOR_A_MONTH * len(months)))
    return next(
        Periods(first - first % length, length, count)
        for length in _LENGTHS
        if (count := last // length - first // length + 1) <= most or length == _LENGTHS[-1]
    )

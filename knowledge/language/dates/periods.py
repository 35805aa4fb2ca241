"""Days, weeks, months and longer periods of the calendar, counted from a day."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple

DAY = timedelta(days=1)


class Unit(Enum):
    """How much time an expression names; RANGE is any other, from one day to another."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"


MONTHS = {Unit.MONTH: 1, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}


class Period(NamedTuple):
    """Days from `first` to `last`, both included."""

    first: date
    last: date
    unit: Unit


def single(day: date) -> Period:
    """A day as a period."""
    return Period(day, day, Unit.DAY)


def period_at(day: date, unit: Unit, steps: int = 0) -> Period:
    """The week, month, ... of the calendar that `day` lies in, or the one so many steps after it.

    Weeks begin on Monday (ISO 8601); a century begins with its year 1, a decade with its year 0. A weekend is that at
    the end of the week. Raises ValueError or OverflowError beyond the years 1 to 9999.
    """
    if unit is Unit.DAY:
        return single(day + steps * DAY)
    if unit in {Unit.WEEK, Unit.WEEKEND}:
        monday = day + (7 * steps - day.weekday()) * DAY
        return Period(monday + (5 * DAY if unit is Unit.WEEKEND else 0 * DAY), monday + 6 * DAY, unit)
    months = MONTHS[unit]
    offset = 12 if unit is Unit.CENTURY else 0
    start = (_month_number(day) - offset) // months * months + offset + steps * months
    return _months(start, months, unit)


def month_of(year: int, month: int) -> Period:
    """A month. Raises ValueError where there is none."""
    return period_at(date(year, month, 1), Unit.MONTH)


def year_of(year: int) -> Period:
    """A year. Raises ValueError where there is none."""
    return period_at(date(year, 1, 1), Unit.YEAR)


def part_of(whole: Period, number: int, parts: int) -> Period:
    """The part with that number, from 0, of a period cut into equal parts: whole months, or days of a month."""
    if whole.unit is Unit.MONTH:
        ends = [30 * part // parts for part in range(parts)] + [whole.last.day]
        return Period(whole.first.replace(day=ends[number] + 1), whole.first.replace(day=ends[number + 1]), Unit.RANGE)
    if whole.unit not in MONTHS:
        return whole
    months = MONTHS[whole.unit] // parts
    return _months(_month_number(whole.first) + number * months, months, Unit.RANGE)


def moved(day: date, unit: Unit, steps: int) -> date:
    """The day so many days, weeks, months, ... later, or earlier below 0; in a shorter month its last."""
    if unit not in MONTHS:
        return day + steps * DAY * (1 if unit is Unit.DAY else 7)
    month = _months(_month_number(day) + steps * MONTHS[unit], 1, Unit.MONTH)
    return month.first.replace(day=min(day.day, month.last.day))


def days_from(day: date, days: int) -> date | None:
    """The day so many days later, or earlier below 0; None beyond the calendar."""
    try:
        return day + days * DAY
    except OverflowError:
        return None


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _months(start: int, count: int, unit: Unit) -> Period:
    first, after = (date(number // 12, number % 12 + 1, 1) for number in (start, start + count))
    return Period(first, after - DAY, unit)

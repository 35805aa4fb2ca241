"""What the forms of dates mean, in days."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.language.dates.absolute import century, decade, iso, numeric, part_named, season, untold
from knowledge.language.dates.context import (
    has_odd_year,
    is_month,
    is_weekday,
    is_year,
    lies_ahead,
    previous_word,
    relation,
)
from knowledge.language.dates.forms import (
    AGO,
    CENTURY,
    DAY_MONTH,
    DECADE,
    FEAST,
    FROM_ANOTHER,
    ISO,
    MONTH,
    MONTH_DAY,
    MONTHS,
    NAMED_DAY,
    NAMED_DAYS,
    NUMBERS,
    NUMERIC,
    SEASON,
    SHIFTED,
    STEPS,
    STRETCH,
    WEEKDAY,
    WEEKDAY_AND_NUMBER,
    WEEKDAYS,
    WEEKEND,
    YEAR,
)
from knowledge.language.dates.periods import DAY, Period, Unit, month_of, moved, period_at, single, year_of


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an expression stands: in which text, from which offset, written on which day."""

    text: str
    start: int
    reference: date | None

    @property
    def ahead(self) -> bool:
        """Whether what it dates is still to come."""
        return lies_ahead(self.text, self.start)


_Match = re.Match[str]

_SOON = timedelta(days=14)
"""A day of a month so near ahead is meant, rather than that of the year before."""


def _day(match: _Match, setting: Setting) -> Period | None:
    """ "May 21, 2015", "21 May"; without a year the nearest such day, "October 2-5" all of its days."""
    if not is_month(setting.text, match, numbered=True):
        return None
    if not match["year"] and has_odd_year(setting.text, match.end()):
        raise ValueError(match[0])
    month, day = MONTHS[match["month"].lower()[:3]], int(match["day"])
    year = int(match["year"]) if match["year"] else _nearest_year(month, day, setting)
    if year is None:
        return None
    first = date(year, month, day)
    last = first.replace(day=int(match.groupdict().get("to") or day))
    return Period(first, last, Unit.RANGE) if last > first else single(first)


def _month(match: _Match, setting: Setting) -> Period | None:
    """ "March 2011", "June last year", "late April"."""
    if not is_month(setting.text, match, numbered=bool(match["year"])):
        return None
    if not match["year"] and has_odd_year(setting.text, match.end()):
        raise ValueError(match[0])
    month = MONTHS[match["month"].lower()[:3]]
    if match["year"]:
        year: int | None = int(match["year"])
    elif match["step"]:
        year = setting.reference.year + STEPS[match["step"].lower()] if setting.reference else None
    else:
        year = _nearest_year(month, 0, setting)
    return None if year is None else part_named(match, month_of(year, month))


def _year(match: _Match, setting: Setting) -> Period | None:
    """ "2012", "mid-2013", "2000-2001", "2014-16"."""
    if not is_year(setting.text, match):
        return None
    year = int(match["year"])
    if not match["to"]:
        return part_named(match, year_of(year))
    last = int(match["to"]) if len(match["to"]) == 4 else year // 100 * 100 + int(match["to"])
    return Period(date(year, 1, 1), date(last, 12, 31), Unit.RANGE) if year < last < year + 100 else None


def _named_day(match: _Match, setting: Setting) -> Period | None:
    """ "yesterday", "last night"; "Today" with a capital inside a sentence is a name."""
    if setting.reference is None or (match[0][0].isupper() and previous_word(setting.text, match.start())):
        return None
    return single(setting.reference + NAMED_DAYS[" ".join(match[0].lower().split())] * DAY)


def _shifted(match: _Match, setting: Setting) -> Period | None:
    """ "last week", "earlier this month", "next Thursday", "last October"."""
    today, steps, name = setting.reference, STEPS[match["step"].lower()], match["unit"].lower()
    if today is None:
        return None
    if name in WEEKDAYS:
        return single(_weekday(today + steps * DAY, WEEKDAYS[name], ahead=steps >= 0))
    if name[:3] in MONTHS and name != "month":
        if match["unit"] in {"may", "march"}:  # the verbs
            return None
        month = MONTHS[name[:3]]
        passed = (month < today.month) if steps < 0 else (month <= today.month)
        return part_named(match, month_of(today.year + steps + (passed if steps else 0), month))
    whole = period_at(today, Unit(name), steps)
    if match["side"]:
        earlier = match["side"].lower() == "earlier"
        return Period(whole.first if earlier else today, today if earlier else whole.last, Unit.RANGE)
    return part_named(match, whole)


def _stretch(match: _Match, setting: Setting) -> Period | None:
    """ "the past week", "the next three years"; but "last week" is that of the calendar, "the next week" any."""
    uncounted = match["count"] is None
    if setting.reference is None or (uncounted and (not match["article"] or STEPS[match["step"].lower()] > 0)):
        return None
    count = NUMBERS.get((match["count"] or "1").lower()) or int(match["count"] or 1)
    steps = STEPS[match["step"].lower()]
    ends = setting.reference, moved(setting.reference, Unit(match["unit"].lower()), steps * count)
    return Period(min(ends), max(ends), Unit.RANGE)


def _ago(match: _Match, setting: Setting) -> Period | None:
    """ "three days ago"; of what lies decades back, a year is meant."""
    if setting.reference is None:
        return None
    unit = Unit(match["unit"].lower())
    count = NUMBERS.get(match["count"].lower()) or int(match["count"])
    named = Unit.YEAR if unit in {Unit.DECADE, Unit.CENTURY} else unit
    return period_at(moved(setting.reference, unit, -count), named)


def _weekend(match: _Match, setting: Setting) -> Period | None:
    """ "at the weekend": that which began last, or lies ahead."""
    today = setting.reference
    if today is None or relation(setting.text, match.start()) not in {"at", "over", "on", "during"}:
        return None
    return period_at(today, Unit.WEEKEND, 0 if setting.ahead or today.weekday() >= 5 else -1)


def _weekday_and_number(match: _Match, setting: Setting) -> Period | None:
    """ "Friday the 13th": the nearest such day up to a year away."""
    if setting.reference is None:
        return None
    step = 1 if setting.ahead else -1
    weekday, number = WEEKDAYS[match["weekday"].lower()], int(match["day"])
    days = (setting.reference + step * away * DAY for away in range(366))
    return single(next(day for day in days if (day.day, day.weekday()) == (number, weekday)))


def _weekday_alone(match: _Match, setting: Setting) -> Period | None:
    today = setting.reference
    if today is None or not is_weekday(setting.text, match):
        return None
    return single(_weekday(today, WEEKDAYS[match["weekday"].lower()], ahead=setting.ahead))


def _weekday(day: date, number: int, *, ahead: bool) -> date:
    """The nearest such weekday, the day itself included."""
    return day + ((number - day.weekday()) % 7 if ahead else -((day.weekday() - number) % 7)) * DAY


def _nearest_year(month: int, day: int, setting: Setting) -> int | None:
    """The year in which a day, or for 0 a month, comes last up to the reference day, or next where it lies ahead."""
    today = setting.reference
    if today is None:
        return None
    now = today.month, today.day if day else 0
    next_year = today.year + ((month, day) < now)
    is_soon = day > 0 and 0 < (date(next_year, month, day) - today).days <= _SOON.days
    return next_year if setting.ahead or is_soon else today.year - ((month, day) > now)


def _always(meaning: Callable[[_Match], Period | None]) -> Callable[[_Match, Setting], Period | None]:
    """A meaning that no setting changes."""
    return lambda match, _: meaning(match)


MEANINGS: Mapping[re.Pattern[str], Callable[[_Match, Setting], Period | None]] = {
    NUMERIC: _always(numeric),
    ISO: _always(iso),
    DAY_MONTH: _day,
    MONTH_DAY: _day,
    MONTH: _month,
    YEAR: _year,
    DECADE: _always(decade),
    CENTURY: _always(century),
    NAMED_DAY: _named_day,
    SHIFTED: _shifted,
    STRETCH: _stretch,
    AGO: _ago,
    WEEKEND: _weekend,
    WEEKDAY_AND_NUMBER: _weekday_and_number,
    SEASON: _always(season),
    FROM_ANOTHER: _always(untold),
    FEAST: _always(untold),
    WEEKDAY: _weekday_alone,
}
"""What a match of each form means in its setting, None where it is no date; ValueError, OverflowError or StopIteration
where it words a date, but not one that can be told."""

WITHOUT_MONTHS = {form: MEANINGS[form] for form in MEANINGS if form not in (DAY_MONTH, MONTH_DAY, MONTH)}
"""Those of the forms that need no name of a month."""

"""Days in words, as the Unicode CLDR has them for English."""

from __future__ import annotations

from datetime import date, timedelta

from babel.dates import format_date, format_interval

_LOCALE = "en_GB"


def day_in_words(day: date) -> str:
    """A day, such as "1 January 2017"."""
    return format_date(day, "long", locale=_LOCALE)


def days_in_words(first: date, last: date) -> str:
    """A day, or what all days from `first` to `last` are: a month, a year, several of them, or a span of days."""
    if first == last:
        return day_in_words(first)
    whole_months = first.day == 1 and (last == date.max or (last + timedelta(days=1)).day == 1)
    whole_years = whole_months and (first.month, last.month) == (1, 12)
    return format_interval(first, last, "y" if whole_years else "yMMMM" if whole_months else "yMMMd", locale=_LOCALE)

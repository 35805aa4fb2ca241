"""Days in words, and words for days, as the Unicode CLDR has them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from babel.dates import format_date, format_interval, get_month_names

from bot.texts import LANGUAGES

_WORD = re.compile(r"[^\W\d_]+\.?")
_BETWEEN = re.compile(r"(?<=\d)(?:\.(?=\s)|er\b)|\bde\b", re.IGNORECASE)
"""What stands between a day, a month and a year: "31. Oktober", "1er octobre", "31 de octubre de 2012"."""

_LOCALES = {"en": "en_GB"}
"""Those whose name is not that of their language."""


def day_in_words(day: date, language: str = "en") -> str:
    """A day, such as "1 January 2017"."""
    return format_date(day, "long", locale=_locale(language))


def days_in_words(first: date, last: date, language: str = "en") -> str:
    """A day, or what all days from `first` to `last` are: a month, a year, several of them, or a span of days."""
    if first == last:
        return day_in_words(first, language)
    whole_months = first.day == 1 and (last == date.max or (last + timedelta(days=1)).day == 1)
    whole_years = whole_months and (first.month, last.month) == (1, 12)
    parts = "y" if whole_years else "yMMMM" if whole_months else "yMMMd"
    return format_interval(first, last, parts, locale=_locale(language))


def dates_in_english(words: str) -> str:
    """`words` with the dates in it as English has them, from any of our languages: "31. Oktober" is "31 October"."""
    months = _english_months()
    return _WORD.sub(lambda word: months.get(word[0].lower().rstrip("."), word[0]), _BETWEEN.sub("", words))


@cache
def _english_months() -> Mapping[str, str]:
    """The English names of the months by those in all our languages, short and long and in each case."""
    english = get_month_names("wide", locale="en")
    return {
        name.lower().rstrip("."): english[number]
        for language in LANGUAGES
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for number, name in get_month_names(width, context, language).items()
    }


def _locale(language: str) -> str:
    return _LOCALES.get(language, language)

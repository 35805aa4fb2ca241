"""Dates as people write them into options, in their own language."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from bot.commands.options import filters_of
from bot.texts import LANGUAGES, texts_in
from bot.wording import RefusalError
from knowledge import Filters

EXAMPLES = {
    "en": "October 2012",
    "de": "Oktober 2012",
    "fr": "octobre 2012",
    "es": "octubre de 2012",
    "ru": "октябрь 2012",
    "uk": "жовтень 2012",
}
"""The month that the texts show."""
OCTOBER = Filters(date(2012, 10, 1), date(2012, 10, 31))
LAST_DAY = Filters(date(2012, 10, 31), date(2012, 10, 31))


NUMBERS = ("2012-10", "2012/10", "2012.10", "10-2012", "10/2012", "10.2012")
WORDS = ("Okt. 2012", "oct. 2012", "октября 2012 г.", "жовтня 2012 р.", "since October 2012", "en octubre de 2012")


@pytest.mark.parametrize("words", [*EXAMPLES.values(), *NUMBERS, *WORDS])
def test_a_month_is_read_in_each_language(words: str) -> None:
    assert filters_of(words, words) == OCTOBER


@pytest.mark.parametrize(
    "words",
    [
        "2012-10-31",
        "31.10.2012",
        "2012.10.31",
        "2012/10/31",
        "October 31, 2012",
        "31. Oktober 2012",
        "31 octobre 2012",
        "31 de octubre de 2012",
        "31 октября 2012 г.",
        "31 жовтня 2012 року",
    ],
)
def test_a_day_is_read_in_each_language(words: str) -> None:
    assert filters_of(words, words) == LAST_DAY


def test_the_first_of_a_month_is_read_in_french() -> None:
    assert filters_of("1er octobre 2012", None) == Filters(date(2012, 10, 1))


@pytest.mark.parametrize("words", ["after 2012", "spring 2012", "Q3 2012", "2012 2013", "13/2012", "not 2012"])
def test_what_is_read_in_part_only_is_refused(words: str) -> None:
    with pytest.raises(RefusalError, match="refused-date"):
        filters_of(words, None)


def test_what_is_relative_to_today_is_read_in_english() -> None:
    assert filters_of("yesterday", None).since == date.today() - timedelta(days=1)  # noqa: DTZ011
    assert filters_of("2 weeks ago", None).since


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(LANGUAGES), st.sampled_from(["long", "d MMM y"]))
def test_any_day_is_read_as_its_language_writes_it(day: date, language: str, form: str) -> None:
    words = format_date(day, form, locale=language)
    assert filters_of(words, words) == Filters(day, day)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 1)), st.sampled_from(LANGUAGES))
def test_any_month_is_read_as_its_language_writes_it(day: date, language: str) -> None:
    first = day.replace(day=1)
    found = filters_of(format_date(first, "LLLL y", locale=language), None)
    assert found == Filters(since=first)


@given(st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_anything_is_read_or_refused_in_words(words: str, language: str) -> None:
    try:
        filters_of(None, words)
    except RefusalError as refusal:
        assert texts_in(language)(refusal.text, **refusal.values)


@pytest.mark.parametrize(("language", "month"), EXAMPLES.items())
def test_the_dates_that_the_texts_show_as_examples_are_read(language: str, month: str) -> None:
    say = texts_in(language)
    for text in (say("option-since"), say("option-until"), say("refused-date", words="x")):
        assert f"2012-10-31, {month} " in text
        assert re.search(r" 2012\b", text.split(month)[1])
    assert filters_of(month, month) == OCTOBER

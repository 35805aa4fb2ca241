"""Days in words."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.days import days_in_words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2012-10-10", "2012-10-10", "10 October 2012"),
        ("2012-10-01", "2012-10-31", "October 2012"),
        ("2012-04-01", "2012-08-31", "April – August 2012"),
        ("2012-01-01", "2012-12-31", "2012"),
        ("2011-01-01", "2012-12-31", "2011–2012"),
        ("2012-10-10", "2012-10-12", "10–12 Oct 2012"),
        ("2012-10-10", "2012-11-12", "10 Oct – 12 Nov 2012"),
    ],
)
def test_a_span_is_told_by_what_it_is(first: str, last: str, words: str) -> None:
    assert re.sub(r"\s", " ", days_in_words(date.fromisoformat(first), date.fromisoformat(last))) == words


@pytest.mark.parametrize(
    ("language", "month", "day"),
    [
        ("de", "Oktober 2012", "10. Oktober 2012"),
        ("fr", "octobre 2012", "10 octobre 2012"),
        ("es", "octubre de 2012", "10 de octubre de 2012"),
        ("ru", "октябрь 2012 г.", "10 октября 2012 г."),
        ("uk", "жовтень 2012 р.", "10 жовтня 2012 р."),
    ],
)
def test_days_are_told_in_any_language(language: str, month: str, day: str) -> None:
    first, last = date(2012, 10, 1), date(2012, 10, 31)
    assert re.sub(r"\s", " ", days_in_words(first, last, language)) == month
    assert re.sub(r"\s", " ", days_in_words(date(2012, 10, 10), date(2012, 10, 10), language)) == day


@given(st.dates(), st.dates())
def test_any_days_have_words_and_name_both_years(one: date, other: date) -> None:
    first, last = sorted((one, other))
    words = days_in_words(first, last)
    assert str(first.year) in words
    assert str(last.year) in words
    assert len(words.splitlines()) == 1

"""Dates and lines of metadata: what is plainly said, and nothing else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.reading.dates import parse_date
from knowledge.reading.metadata import is_address, read_metadata

MARCH_3 = date(2021, 3, 3)


@pytest.mark.parametrize(
    "text",
    [
        *("2021-03-03", "2021-03-03T14:05:00Z", "2021-03-03 14:05:00.123+01:00", "2021/3/3", "3 March 2021"),
        *("March 3, 2021", "Mar. 3, 2021", "3rd of March 2021", "Wednesday, March 3, 2021 at 5 p.m. ET"),
        *("Wed, 03 Mar 2021 08:25:00 +0300", "14:05, 3 March 2021", "03.03.2021", "03/03/2021", "3-Mar-2021"),
        *("3 марта 2021", "3 mars 2021", "3. März 2021", "3 de marzo de 2021", "2021年3月3日"),
    ],
)
def test_date_in_many_forms(text: str) -> None:
    assert parse_date(text) == MARCH_3


@pytest.mark.parametrize(
    "text",
    [
        *("", "March 2021", "2021", "03/04/2021", "31 February 2021", "2021-13-01", "yesterday", "3 March"),
        *("March 3, 2021 was a Wednesday", "Erbil, March 3, 2021", "20210303", "2021-03-033", "May"),
    ],
)
def test_not_plainly_a_date(text: str) -> None:
    assert parse_date(text) is None


@given(st.dates(date(1600, 1, 1), date(2099, 12, 31)))
def test_iso_dates_are_read_back(day: date) -> None:
    assert parse_date(day.isoformat()) == day
    assert parse_date(f"{day:%d %B} {day.year}") == day


@given(st.text())
def test_any_text_is_a_date_or_none(text: str) -> None:
    assert parse_date(text) is None or isinstance(parse_date(text), date)
    read_metadata(text)
    is_address(text)


@pytest.mark.parametrize(
    "line",
    [
        *("Published: 3 March 2021, 14:05 GMT", "Published - March 3, 2021 08:25 pm IST - MOSCOW:"),
        *("Posted on 2021-03-03", "PUBLISHED 3 MARCH 2021", "First published on Wed 3 Mar 2021 20.25 GMT"),
        *("Posted by Jane Doe on March 3, 2021", "Published: 3 March 2021 | Updated: 4 March 2021"),
    ],
)
def test_published(line: str) -> None:
    said = read_metadata(line)
    assert said is not None
    assert said.published == MARCH_3


def test_published_beats_updated() -> None:
    updated, published = read_metadata("Updated - November 17, 2021"), read_metadata("Published - 3 March 2021")
    assert updated is not None
    assert published is not None
    assert (updated | published).best_date == (published | updated).best_date == MARCH_3
    assert updated.best_date == date(2021, 11, 17)


def test_line_with_bars() -> None:
    said = read_metadata("By Jane Doe | Reuters | March 3, 2021")
    assert said is not None
    assert (said.publisher, said.dated) == ("Reuters", MARCH_3)


@pytest.mark.parametrize("line", ["URL: https://a.example/x?y=1", "Original url: <https://a.example/x?y=1>"])
def test_labelled_address(line: str) -> None:
    said = read_metadata(line)
    assert said is not None
    assert said.url == "https://a.example/x?y=1"


@pytest.mark.parametrize(
    "line",
    [
        *("Source: officials said the army left on Monday.", "Updated figures show that 3 March 2021 was cold."),
        *("Published in 1922, Ulysses was banned.", "May 21, 2015 was a Thursday.", "By Thursday the army had left."),
        *("Location: the square was full of people.", "Title: the word comes from Latin.", "Iraq warns Turkey"),
    ],
)
def test_news_is_no_metadata(line: str) -> None:
    assert read_metadata(line) is None


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:alert(1)", "ftp://a.example/x", "https://", "http:///x", "https://a.example/x y", "a.example"),
        *("https://[::1", "https://a.example/\n", "https://a.example/" + "x" * 2000, "", "data:text/html,x"),
    ],
)
def test_not_an_address(address: str) -> None:
    assert not is_address(address)

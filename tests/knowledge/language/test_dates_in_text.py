from datetime import date, timedelta
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.dates.in_text import dates_in
from knowledge.language.dates.periods import Unit, moved, period_at

THURSDAY = date(2020, 11, 26)

_MONTHS = "January February March April May June July August September October November December"
MONTHS = _MONTHS.split()


def told(text: str, reference: date | None = THURSDAY) -> list[tuple[str, str, str]]:
    return [(text[slice(*dated.span)], str(dated.first), str(dated.last)) for dated in dates_in(text, reference)]


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("It fell on May 21, 2015.", "May 21, 2015", "2015-05-21", "2015-05-21"),
        ("It fell on 21 May 2015.", "21 May 2015", "2015-05-21", "2015-05-21"),
        ("It fell on Thursday, May 21, 2015.", "Thursday, May 21, 2015", "2015-05-21", "2015-05-21"),
        ("It fell on the 21st of May.", "21st of May", "2020-05-21", "2020-05-21"),
        ("It began on Jan. 5, 2014.", "Jan. 5, 2014", "2014-01-05", "2014-01-05"),
        ("Updated 2015-05-21.", "2015-05-21", "2015-05-21", "2015-05-21"),
        ("It began in March 2011.", "March 2011", "2011-03-01", "2011-03-31"),
        ("It began in 2012.", "2012", "2012-01-01", "2012-12-31"),
        ("A jet was shot down in June.", "June", "2020-06-01", "2020-06-30"),
        ("They met in December.", "December", "2019-12-01", "2019-12-31"),
        ("They will meet in January.", "January", "2021-01-01", "2021-01-31"),
        ("They wait until he enters the house in January.", "January", "2021-01-01", "2021-01-31"),
        ("He left on December 20.", "December 20", "2019-12-20", "2019-12-20"),
        ("Flights would be banned from January 1.", "January 1", "2021-01-01", "2021-01-01"),
        ("The summit opens on December 2-5.", "December 2-5", "2020-12-02", "2020-12-05"),
        ("He spoke on Thursday.", "Thursday", "2020-11-26", "2020-11-26"),
        ("He spoke on Friday.", "Friday", "2020-11-20", "2020-11-20"),
        ("He will speak on Friday.", "Friday", "2020-11-27", "2020-11-27"),
        ("He would help, he said Friday.", "Friday", "2020-11-20", "2020-11-20"),
        ("He spoke last Thursday.", "last Thursday", "2020-11-19", "2020-11-19"),
        ("He speaks next Thursday.", "next Thursday", "2020-12-03", "2020-12-03"),
        ("It struck last week.", "last week", "2020-11-16", "2020-11-22"),
        ("It fell last weekend.", "last weekend", "2020-11-21", "2020-11-22"),
        ("It fell at the weekend.", "the weekend", "2020-11-21", "2020-11-22"),
        ("It won last year.", "last year", "2019-01-01", "2019-12-31"),
        ("It fell on 13.4.2015.", "13.4.2015", "2015-04-13", "2015-04-13"),
        ("It fell on 04/13/2015.", "04/13/2015", "2015-04-13", "2015-04-13"),
        ("It fell on 2015/04/13.", "2015/04/13", "2015-04-13", "2015-04-13"),
        ("It fell on Friday the 13th.", "Friday the 13th", "2020-11-13", "2020-11-13"),
        ("On May 21, 3000 people came.", "May 21", "2020-05-21", "2020-05-21"),
        ("It won late last year.", "late last year", "2019-09-01", "2019-12-31"),
        ("It won last October.", "last October", "2020-10-01", "2020-10-31"),
        ("It won last December.", "last December", "2019-12-01", "2019-12-31"),
        ("It won in June last year.", "June last year", "2019-06-01", "2019-06-30"),
        ("He left yesterday.", "yesterday", "2020-11-25", "2020-11-25"),
        ("Today he left.", "Today", "2020-11-26", "2020-11-26"),
        ("He leaves tomorrow.", "tomorrow", "2020-11-27", "2020-11-27"),
        ("He left earlier this month.", "earlier this month", "2020-11-01", "2020-11-26"),
        ("He left two years ago.", "two years ago", "2018-01-01", "2018-12-31"),
        ("He left 10 days ago.", "10 days ago", "2020-11-16", "2020-11-16"),
        ("He left a decade ago.", "a decade ago", "2010-01-01", "2010-12-31"),
        ("It grew over the past week.", "the past week", "2020-11-19", "2020-11-26"),
        ("It grew in the last three months.", "the last three months", "2020-08-26", "2020-11-26"),
        ("He said so in late April.", "late April", "2020-04-21", "2020-04-30"),
        ("It closed in early 2019.", "early 2019", "2019-01-01", "2019-04-30"),
        ("It closed in mid-2013.", "mid-2013", "2013-05-01", "2013-08-31"),
        ("Since 2011 it grew.", "2011", "2011-01-01", "2011-12-31"),
        ("It grew between 2014 and 2016.", "2014 and 2016", "2014-01-01", "2016-12-31"),
        ("It grew from April to June 2012.", "April to June 2012", "2012-04-01", "2012-06-30"),
        ("The 2014-16 drought ended.", "2014-16", "2014-01-01", "2016-12-31"),
        ("It was big in the 1990s.", "1990s", "1990-01-01", "1999-12-31"),
        ("In the second half of the 20th century", "the second half of the 20th century", "1951-01-01", "2000-12-31"),
        ("It was founded in 1492.", "1492", "1492-01-01", "1492-12-31"),
        ("what happened in may 2015?", "may 2015", "2015-05-01", "2015-05-31"),
        ("who spoke on may 21, 2015?", "may 21, 2015", "2015-05-21", "2015-05-21"),
    ],
)
def test_what_a_date_means(text: str, words: str, first: str, last: str) -> None:
    assert told(text) == [(words, first, last)]


def test_the_dates_of_a_list_are_told_one_by_one() -> None:
    assert [words for words, _, _ in told("They came in April, May and August.")] == ["April", "May", "August"]
    assert told("They came in April and May 2012.") == [
        ("April", "2012-04-01", "2012-04-30"),
        ("May 2012", "2012-05-01", "2012-05-31"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It may end, and they march on.",
        "May said that she may go. Theresa May left.",
        "The Women's March in Paris drew thousands.",
        "The second time, a second later.",
        "2,000 troops and 1500 people, 2014 soldiers, a 150-member team",
        "25 F-16 jets, Mi-28NE helicopters, a Boeing 2000",
        "Call 555 2012, or 020-2012-2013, at 1930 GMT.",
        "It cost $2014, or 2014% more, 1.2011 in all.",
        "USA Today told them so.",
        "Good Friday and every Friday",
        "We sat, the sun came out.",
        "He paid now, at that time, for three years.",
        "They left 9999999 years ago, or 999 decades ago.",
        "On 45 May and 2015-13-41",
        "On 3/4/2015, 13/04/15 or 31 December 9999, and 1 January 0001",
        "Three days later, in the spring",
        "",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert told(text) == []


def test_an_undated_text_tells_only_dates_that_stand_by_themselves() -> None:
    text = "Yesterday, on Thursday, last week, in June, two years ago, on May 5 and in March 2011"
    assert told(text, None) == [("March 2011", "2011-03-01", "2011-03-31")]


def test_the_preposition_is_told() -> None:
    found = dates_in("Since at least 2012, before May 2013, in 2014", None)
    assert [dated.relation for dated in found] == ["since", "before", "in"]


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.dates(date(1990, 1, 1), date(2060, 1, 1)))
def test_a_day_in_full_is_itself_whenever_it_is_read(day: date, reference: date) -> None:
    month = MONTHS[day.month - 1]
    for form in (f"{month} {day.day}, {day.year}", f"{day.day} {month} {day.year}", day.isoformat()):
        assert [(dated.first, dated.last) for dated in dates_in(f"He came on {form}.", reference)] == [(day, day)]


@given(st.dates(date(1950, 1, 8), date(2090, 1, 1)), st.sampled_from(["Monday", "Thursday", "Sunday"]))
def test_a_weekday_of_the_past_lies_in_the_week_that_ends_with_the_reference(day: date, name: str) -> None:
    (dated,) = dates_in(f"They met on {name}.", day)
    assert dated.first == dated.last
    assert dated.first.strftime("%A") == name
    assert timedelta(0) <= day - dated.first < timedelta(7)


_WORDS = """May March last week the past 2012 2013 31 in on since until between and to , . " ’s early late half of first
20th century 1990s ago two 999 years Thursday yesterday next 0 -"""
WORDS = _WORDS.split()


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join), st.one_of(st.none(), st.dates()))
def test_whatever_is_written_gives_spans_in_order_and_days_in_order(text: str, reference: date | None) -> None:
    end = 0
    for dated in dates_in(text, reference):
        assert end <= dated.span[0] < dated.span[1] <= len(text)
        assert dated.first <= dated.last
        end = dated.span[1]


@given(st.text(max_size=200), st.one_of(st.none(), st.dates()))
def test_no_text_raises(text: str, reference: date | None) -> None:
    dates_in(text, reference)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "May ",
        "late ",
        "2011 and ",
        "the past ",
        "Thursday, ",
        "Friday the 13th ",
        "1/1/",
        "in the spring ",
        "days ",
        " ",
        "1",
        "the first half of the ",
    ],
)
def test_time_grows_with_the_length_only(piece: str) -> None:
    """Far from a second for 50,000 characters; a search that goes back and forth would take half a minute."""
    start = process_time()
    dates_in(piece * (50_000 // len(piece)), THURSDAY)
    assert process_time() - start < 2


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)), st.sampled_from([Unit.WEEK, Unit.MONTH, Unit.YEAR, Unit.DECADE]))
def test_a_day_lies_in_its_period(day: date, unit: Unit) -> None:
    try:
        period = period_at(day, unit)
    except (ValueError, OverflowError):
        assert day.year < 10 or day.year >= 9990
    else:
        assert period.first <= day <= period.last


def test_a_month_later_than_the_31st_is_the_last_of_a_shorter_month() -> None:
    assert moved(date(2020, 1, 31), Unit.MONTH, 1) == date(2020, 2, 29)
    assert moved(date(2020, 2, 29), Unit.YEAR, -1) == date(2019, 2, 28)

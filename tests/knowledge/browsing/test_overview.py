"""The coverage in numbers."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from knowledge import Article, Coverage, MonthCount
from knowledge.browsing.overview import overview
from knowledge.models import Record
from knowledge.search.building import build
from knowledge.search.index import Index
from knowledge.search.segment import Segment

MakeRecord = Callable[..., Record]
IndexOf = Callable[..., Index]


def article(publisher: str | None, published: date | None, number: int = 0) -> Article:
    return Article(text="", id=f"{publisher}-{published}-{number}", publisher=publisher, published=published)


def test_the_seeds_in_numbers(coverage: Coverage) -> None:
    seen = coverage.overview()
    assert (seen.articles, seen.sentences, seen.undated) == (6, 85, 0)
    assert (seen.since, seen.until) == (date(2012, 10, 10), date(2024, 7, 26))
    assert seen.publishers[0] == ("Asharq Al-Awsat", 2)
    assert dict(seen.publishers)["The Hindu"] == 1
    assert seen.months[0] == MonthCount(2012, 10, "The Hindu", 1)
    assert seen.months[-1] == MonthCount(2024, 7, "Asharq Al-Awsat", 1)


def test_only_the_publishers_that_are_asked_for(coverage: Coverage) -> None:
    seen = coverage.overview(("the hindu", "Washington Examiner"))
    assert {name for name, _ in seen.publishers} == {"The Hindu", "Washington Examiner"}
    assert (seen.articles, seen.since, seen.until) == (2, date(2012, 10, 10), date(2017, 7, 24))
    assert {month.publisher for month in seen.months} == {"The Hindu", "Washington Examiner"}
    assert coverage.overview(("Nobody",)).articles == 0


def test_several_segments_are_counted_together(make_record: MakeRecord, index_of: IndexOf) -> None:
    first = [make_record(article("Post", date(2019, 6, day)), "One.", "Two.") for day in (1, 2)]
    second = [make_record(article("Post", date(2019, 6, 3)), "One."), make_record(article(None, None), "One.")]
    third = [make_record(article("Coast", date(2019, 6, 30)), "One."), make_record(article("Coast", None), "One.")]
    seen = overview(index_of(first, second, third))
    assert (seen.articles, seen.sentences, seen.undated) == (6, 8, 2)
    assert seen.publishers == (("Post", 3), ("Coast", 2))
    assert seen.months == (MonthCount(2019, 6, "Post", 3), MonthCount(2019, 6, "Coast", 1))


def test_far_dates_and_unknown_publishers(make_record: MakeRecord, index_of: IndexOf) -> None:
    days = [date.min, date(1969, 12, 31), date(1970, 1, 1), date.max]
    seen = overview(index_of([make_record(article(None, day), "One.") for day in days]))
    assert [(month.year, month.month) for month in seen.months] == [(1, 1), (1969, 12), (1970, 1), (9999, 12)]
    assert {month.publisher for month in seen.months} == {None}
    assert seen.publishers == ()


def test_an_empty_coverage(tmp_path: Path) -> None:
    with Coverage.open(tmp_path, seeds=False) as coverage:
        seen = coverage.overview()
        assert (seen.articles, seen.sentences, seen.publishers, seen.months) == (0, 0, (), ())
        assert (seen.since, seen.until) == (None, None)
        assert (coverage.names(), coverage.speakers(), coverage.find_articles("")) == ((), (), [])


def test_when_it_changed(own_data: Path) -> None:
    with Coverage.open(own_data) as coverage:
        changed = coverage.overview().changed
        assert changed
        assert changed.tzinfo is UTC
        assert abs(datetime.now(UTC) - changed) < timedelta(hours=1)


def test_it_follows_the_coverage(own_data: Path) -> None:
    with Coverage.open(own_data) as coverage:
        before = coverage.overview()
        coverage.add(Article(text="The ferry sank. Nobody was hurt.", publisher="Post", published=date(2019, 6, 14)))
        after = coverage.overview()
        assert (after.articles, after.sentences) == (before.articles + 1, before.sentences + 2)
        assert ("Post", 1) in after.publishers
        assert after.changed
        assert before.changed
        assert after.changed >= before.changed


@given(
    st.lists(
        st.tuples(st.sampled_from(["Post", "Coast", None]), st.dates() | st.none()),
        min_size=1,
        max_size=30,
    )
)
def test_nothing_is_lost_or_counted_twice(given_articles: list[tuple[str | None, date | None]]) -> None:
    listed = [article(*fields, number) for number, fields in enumerate(given_articles)]
    seen = overview(Index([Segment(build([(one, []) for one in listed]))]))
    assert seen.articles == len(listed)
    assert seen.undated + sum(month.count for month in seen.months) == len(listed)
    expected = {(one.published.year, one.published.month, one.publisher) for one in listed if one.published}
    assert {(month.year, month.month, month.publisher) for month in seen.months} == expected
    assert list(seen.months) == sorted(seen.months, key=lambda month: (month.year, month.month, -month.count))

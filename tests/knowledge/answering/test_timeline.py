from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import Article, Coverage, Filters
from knowledge.answering.timeline import timeline
from knowledge.models import Record
from knowledge.search.building import build
from knowledge.search.index import Index
from knowledge.search.segment import Segment
from tests.knowledge.conftest import record

Make = Callable[..., Record]
Indexed = Callable[..., Index]

LANTERN = Article(text="", id="l", title="Bridge opens", publisher="Lantern", published=date(2015, 5, 21))
HERALD = Article(text="", id="h", title="Harbour news", publisher="Herald", published=date(2015, 6, 10))
UNDATED = Article(text="", id="u", title="A history", publisher="Annals")


@pytest.fixture
def index(make_record: Make, index_of: Indexed) -> Index:
    return index_of(
        [
            make_record(
                LANTERN,
                "The mayor opened the new bridge on Wednesday after two years of work.",
                "The bridge is a landmark of the whole city.",
                "Engineers said the bridge would carry trams.",
                "What will the bridge cost us all?",
            ),
            make_record(
                HERALD,
                "A ferry hit the bridge last week and damaged two of its pillars.",
                "The mayor opened the new bridge on 20 May after two years of work.",
                "Fishermen sold more herring than ever in April.",
            ),
        ],
        [
            make_record(
                UNDATED,
                "In March 1901 a storm tore down the old bridge over the harbour.",
                "The bridge was rebuilt on Monday by the army of the king.",
            )
        ],
    )


def test_events_stand_in_the_order_of_time(index: Index) -> None:
    events = timeline("the bridge", index)
    assert [(str(event.first), str(event.last), event.stated) for event in events] == [
        ("1901-03-01", "1901-03-31", True),
        ("2015-05-20", "2015-05-20", True),
        ("2015-05-21", "2015-05-21", False),
        ("2015-06-01", "2015-06-07", True),
    ]


def test_reports_of_one_event_are_one(index: Index) -> None:
    (opened,) = [event for event in timeline("bridge", index) if "opened" in event.fact.sentence.text]
    assert len(opened.fact.also_reported_by) == 1
    assert opened.fact.matched


def test_what_is_no_event_or_has_no_day_is_left_out(index: Index) -> None:
    shown = " ".join(event.fact.sentence.text for event in timeline("bridge", index))
    assert "landmark" not in shown
    assert "cost" not in shown
    assert "rebuilt" not in shown  # on which Monday nothing says


@pytest.mark.parametrize("topic", ["volcano", "Atlantis", "bridge tolls in Atlantis", "", "the", "?"])
def test_silence_where_the_topic_is_not_covered(index: Index, topic: str) -> None:
    assert timeline(topic, index) == ()


def test_filters_and_limit(index: Index) -> None:
    assert {event.fact.article.id for event in timeline("bridge", index, Filters(publisher="herald"))} == {"h"}
    assert {event.fact.article.id for event in timeline("bridge", index, Filters(since=date(2015, 6, 1)))} == {"h"}
    assert len(timeline("bridge", index, limit=2)) == 2


def test_of_a_topic_in_two_words_a_sentence_holds_both_or_has_one_close_by(index: Index) -> None:
    shown = [event.fact.sentence.text for event in timeline("harbour ferry", index)]
    assert shown == ["A ferry hit the bridge last week and damaged two of its pillars."]


def test_restrictions_in_the_words_of_a_topic(index: Index) -> None:
    assert timeline("the bridge since June 2015", index) == timeline("bridge", index, Filters(since=date(2015, 6, 1)))
    assert timeline("bridge, according to the Herald", index) == timeline("bridge", index, Filters(publisher="herald"))
    assert timeline("bridge before 0001-01-01", index) == ()


def test_of_a_topic_with_a_time_only_the_events_of_then_are_told(index: Index) -> None:
    assert {str(event.first) for event in timeline("What happened to the bridge in May 2015?", index)} == {
        "2015-05-20",
        "2015-05-21",
    }
    assert [str(event.first) for event in timeline("What happened in 1901?", index)] == ["1901-03-01"]


@pytest.mark.parametrize("order", [1, -1])
def test_of_several_reports_the_earliest_tells_when(make_record: Make, index_of: Indexed, order: int) -> None:
    told = "Gunmen killed seven people at the market of Lower Harbour."
    articles = [
        Article(text="", id=name, title=name, publisher=name, published=date(2015, 5, day))
        for name, day in [("Lantern", 12), ("Herald", 10), ("Annals", 11)]
    ]
    (event,) = timeline("market gunmen", index_of([make_record(article, told) for article in articles[::order]]))
    assert (event.first, event.fact.article.id) == (date(2015, 5, 10), "Herald")
    assert len(event.fact.also_reported_by) == 2


def test_the_topic_is_dated_in_whatever_clause_it_stands(make_record: Make, index_of: Indexed) -> None:
    index = index_of(
        [
            make_record(
                LANTERN,
                "The king is still in power after the start of the harbour war in March 2011.",
                "Fishermen fled in great numbers.",
                "The war is now largely frozen, the mayor knows.",
            )
        ]
    )
    assert [(str(event.first), event.stated) for event in timeline("harbour war", index)] == [
        ("2011-03-01", True),
        ("2015-05-21", False),
    ]


@pytest.mark.parametrize("published", [date.min, date.max])
def test_the_ends_of_the_calendar_are_no_danger(make_record: Make, index_of: Indexed, published: date) -> None:
    article = Article(text="", id="x", title="Bridge", publisher="X", published=published)
    index = index_of([make_record(article, "The old bridge fell in March 2011.", "The bridge killed seven people.")])
    timeline("bridge", index)


def test_an_empty_coverage_is_silent(index_of: Indexed) -> None:
    assert timeline("bridge", index_of()) == ()


@given(
    st.lists(
        st.tuples(
            st.dates(date(1950, 1, 1), date(2050, 1, 1)),
            st.sampled_from(["on Monday", "last week", "in 2012", "in March", "", "yesterday", "two years ago"]),
        ),
        max_size=8,
    ),
    st.integers(1, 10),
)
def test_always_in_order_and_within_the_limit(articles: list[tuple[date, str]], limit: int) -> None:
    records = [_record(number, published, when) for number, (published, when) in enumerate(articles)]
    events = timeline("storm", Index([Segment(build(records))]), limit=limit)
    assert len(events) <= limit
    assert bool(events) == bool(articles)
    places = [(event.first, event.last) for event in events]
    assert places == sorted(places)
    for event in events:
        assert event.stated or event.first == event.last == event.fact.article.published


def _record(number: int, published: date, when: str) -> Record:
    article = Article(text="", id=str(number), publisher=f"P{number}", published=published)
    return record(article, f"A storm killed {number + 2} people {when} in town {number}.")


def test_a_name_of_several_words_counts_as_a_whole(make_record: Make, index_of: Indexed) -> None:
    index = index_of(
        [
            make_record(
                LANTERN,
                "Islamic State took Ramadi on Sunday.",
                "The United States sent planes on Monday.",
                "Militants praised Islamic law in another state on Tuesday.",
                "ISIS lost the town on Wednesday.",
            )
        ]
    )

    def told(topic: str) -> list[str]:
        return [event.fact.sentence.text for event in timeline(topic, index)]

    assert told("Islamic State") == told("ISIS")
    assert sorted(sentence[:4] for sentence in told("ISIS")) == ["ISIS", "Isla"]
    assert [sentence[:10] for sentence in told("United States")] == ["The United"]


def test_both_names_of_one_thing_tell_the_same_of_the_seeds(coverage: Coverage) -> None:
    one, other = coverage.timeline("Islamic State"), coverage.timeline("ISIS")
    assert [event.fact.sentence for event in one] == [event.fact.sentence for event in other]

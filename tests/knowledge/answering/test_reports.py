"""The same fact told twice, other figures on it, and which facts stand in the first five."""

import time
from collections.abc import Callable, Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answering.answers import answer
from knowledge.answering.reports import same_fact
from knowledge.answering.variety import varied
from knowledge.models import Answer, Article, Record
from knowledge.reading.plain import sentences_of
from knowledge.reading.seeds import read_seeds
from knowledge.search.building import build
from knowledge.search.index import Hit, Index
from knowledge.search.segment import Segment

SANK = "The ferry Aurelia sank off Kithnos on Friday, and fishermen brought all 214 passengers ashore before dark."
REWORDED = "The ferry Aurelia sank off the island of Kithnos on Friday; all 214 passengers came ashore before dark."
REST = [
    "The harbour master of Kithnos said that the sea was calm and that nobody had called for help before the accident.",
    "An inquiry into the state of the hull will begin on Monday in the courthouse of the nearest larger island.",
]
OTHER_REST = [
    "Relatives waited on the quay all night, wrapped in blankets that the hotels of the town had sent down to them.",
    "The owner of the ship, a small company in Syros, did not want to answer questions from our correspondent.",
]
ASHORE = [
    "Fishermen brought ashore passengers of the ferry Aurelia.",
    "From the ferry Aurelia came passengers, brought ashore wet.",
    "Brought ashore, the passengers praised ferry Aurelia.",
    "Her passengers left ferry Aurelia and men brought them ashore.",
    "Passengers brought ashore wept while ferry Aurelia went down.",
    "Ferry Aurelia went down when passengers had been brought ashore.",
]
"""In words of their own each."""
QUESTION = "How many passengers of the ferry Aurelia were brought ashore?"

RISE = "Unemployment in Greece rose from 5 percent in May to 7 percent in June."
SEEDS = [sentence.text for article in read_seeds() for sentence in sentences_of(article)]
COUNTS = [
    "5 percent",
    "7 percent",
    "100 km",
    "56 km",
    "$5 million",
    "18 Leopard 2 tanks",
    "in 2012",
    "rose",
    "from",
    "2",
]
DIED = "Forty-one people died, the coast guard said."
SINKING = "The ferry Aurelia sank off Kithnos on Friday."
DEATHS = "How many people died when the ferry Aurelia sank?"

MakeRecord = Callable[..., Record]
IndexOf = Callable[..., Index]


def paper(publisher: str | None, day: int | None = None, name: str = "") -> Article:
    published = date(2019, 6, day) if day else None
    return Article(text="", id=name or f"{publisher}-{day}", publisher=publisher, published=published, title="Ferry")


def ask(index: Index, question: str = QUESTION, limit: int = 5) -> Answer:
    return answer(question, index, None, limit, 0.0)


@pytest.fixture
def told(make_record: MakeRecord, index_of: IndexOf) -> Callable[..., Answer]:
    """Asks an index of articles, each an article and its sentences."""

    def told(*articles: tuple[Article, Sequence[str]], limit: int = 5) -> Answer:
        return ask(index_of([make_record(article, *texts) for article, texts in articles]), limit=limit)

    return told


def test_a_copy_is_a_report_but_no_source_of_its_own(told: Callable[..., Answer]) -> None:
    copied = [SANK, *REST]
    [fact] = told((paper("Post"), copied), (paper("Coast"), copied), limit=1).facts
    [report] = fact.also_reported_by
    assert report.copy
    assert fact.publishers == 1


def test_own_words_are_a_source_of_their_own(told: Callable[..., Answer]) -> None:
    [fact] = told((paper("Post"), [SANK, *REST]), (paper("Coast"), [REWORDED, *OTHER_REST]), limit=1).facts
    [report] = fact.also_reported_by
    assert not report.copy
    assert fact.publishers == 2


def test_one_sentence_in_common_is_no_copy(told: Callable[..., Answer]) -> None:
    [fact] = told((paper("Post"), [SANK, *REST]), (paper("Coast"), [SANK, *OTHER_REST]), limit=1).facts
    assert [report.copy for report in fact.also_reported_by] == [False]


@pytest.mark.parametrize("agency", ["KITHNOS (AP) — Fishermen put out at once.", "(Reuters)", "Source: AFP"])
def test_one_sentence_in_common_and_one_agency_is_a_copy(told: Callable[..., Answer], agency: str) -> None:
    post, coast = [SANK, *REST, agency], [SANK, *OTHER_REST, agency]
    [fact] = told((paper("Post"), post), (paper("Coast"), coast), limit=1).facts
    assert [report.copy for report in fact.also_reported_by] == [True]


def test_the_credit_of_a_photograph_names_no_source(told: Callable[..., Answer]) -> None:
    credit = "REUTERS/Jo Doe"
    [fact] = told((paper("Post"), [SANK, *REST, credit]), (paper("Coast"), [SANK, *OTHER_REST, credit]), limit=1).facts
    assert [report.copy for report in fact.also_reported_by] == [False]


def test_copies_of_an_agency_count_once_beside_other_sources(told: Callable[..., Answer]) -> None:
    copied = [SANK, *REST]
    [fact] = told(
        (paper("Post"), copied),
        (paper("Coast"), copied),
        (paper("Isle"), copied),
        (paper("Times"), [REWORDED, *OTHER_REST]),
        limit=1,
    ).facts
    assert sum(report.copy for report in fact.also_reported_by) == 2
    assert fact.publishers == 2


def test_articles_of_one_publisher_count_once(told: Callable[..., Answer]) -> None:
    [fact] = told((paper("Post", 1), [SANK, *REST]), (paper("POST", 2), [REWORDED, *OTHER_REST]), limit=1).facts
    assert len(fact.also_reported_by) == 1
    assert fact.publishers == 1


def test_other_figures_stand_beside_the_better_fact_the_newest_last(told: Callable[..., Answer]) -> None:
    facts = told(
        (paper("Post", 3), [SANK, *REST]),
        (paper("Coast", 9), [SANK.replace("214", "180"), *OTHER_REST]),
        (paper("Isle", 7), [SANK.replace("214", "about 300"), *OTHER_REST]),
        (paper("Times"), [SANK.replace("214", "four hundred"), *OTHER_REST]),
    ).facts
    first = next(fact for fact in facts if "passengers" in fact.sentence.text)
    days = [report.article.published for report in first.differing]
    assert len(days) == 3
    assert days == sorted(days, key=lambda day: day or date.min)
    for report in first.differing:
        assert report.sentence.text in report.article.text
    assert first.also_reported_by == ()


def test_a_figure_in_other_words_is_the_same(told: Callable[..., Answer]) -> None:
    other = SANK.replace("all 214", "more than 200")
    [fact] = told((paper("Post"), [SANK, *REST]), (paper("Coast"), [other, *OTHER_REST]), limit=1).facts
    assert fact.differing == ()
    assert len(fact.also_reported_by) == 1


def test_figures_of_one_article_are_not_contrasted(told: Callable[..., Answer]) -> None:
    facts = told((paper("Post"), [SANK, SANK.replace("214", "180"), *REST])).facts
    assert all(fact.differing == () for fact in facts)


def test_figures_on_other_things_are_not_contrasted(told: Callable[..., Answer]) -> None:
    crash = "A bus with 40 passengers left the road near Volos on Monday and nobody was hurt, the police said later."
    facts = told((paper("Post"), [SANK, *REST]), (paper("Coast"), [crash])).facts
    assert all(fact.differing == () for fact in facts)


@pytest.fixture
def contrasted(make_record: MakeRecord, index_of: IndexOf) -> Callable[..., set[tuple[str, str]]]:
    """Pairs of a fact and a contrast to it, of articles that answer how many died."""

    def contrasted(*articles: tuple[Article, Sequence[str]]) -> set[tuple[str, str]]:
        index = index_of([make_record(article, *texts) for article, texts in articles])
        facts = ask(index, DEATHS).facts
        return {(fact.sentence.text, report.sentence.text) for fact in facts for report in fact.differing}

    return contrasted


def test_an_open_figure_of_another_paper_is_side_by_side_with_each(
    contrasted: Callable[..., set[tuple[str, str]]],
) -> None:
    first = "At least 34 people were killed when the ferry Aurelia sank off Kithnos."
    pairs = contrasted((paper("Post", 9), [SINKING, DIED]), (paper("Coast", 8), [first]))
    assert {(DIED, first), (first, DIED)} <= pairs


@pytest.mark.parametrize(
    "other",
    [
        ["The ferry Samina sank off Paros in 2000 and claimed 81 lives."],
        ["The ferry Samina sank off Paros.", "It claimed 81 lives on the ferry, people said."],
        ["It was worse than the Aurelia: the ferry Samina sank in 2000 and claimed 81 lives."],
        ["The ferry Samina sank in 2000, as the Aurelia did.", "It claimed 81 lives on the ferry, people said."],
    ],
)
def test_deaths_of_another_event_are_no_contrast(
    contrasted: Callable[..., set[tuple[str, str]]], other: list[str]
) -> None:
    ours, theirs = (
        Article(text="", id=name, publisher=name, published=date(2019, 6, 9), title="The ferry Aurelia sank")
        for name in ("Post", "Coast")
    )
    assert contrasted((ours, [SINKING, DIED]), (theirs, other)) == set()


def test_deaths_told_in_other_words_are_side_by_side(coverage_index: Index) -> None:
    fact = ask(coverage_index, "How many people has the war in Syria killed?").facts[0]
    assert "nearly half a million people" in fact.sentence.text
    assert ["140,000 lives" in report.sentence.text for report in fact.differing] == [True]


@pytest.fixture(scope="module")
def coverage_index() -> Index:

    return Index([Segment(build([(article, sentences_of(article)) for article in read_seeds()]))])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (SANK, SANK, True),
        (SANK, REWORDED, True),
        (SANK, SANK.replace("214", "180"), False),
        ("Three men died in the fire in Volos.", "Five men died in the fire in Volos.", False),
        (SANK, REST[0], False),
        (RISE, RISE, True),
        (RISE, RISE.replace("7", "9"), False),
        ("It earned $5 million, up from $3 million.", "It earned $5 million, up from $3 million.", True),
    ],
)
def test_what_is_the_same_fact(one: str, other: str, *, same: bool) -> None:
    assert same_fact(one, other) is same
    assert same_fact(other, one) is same


@given(st.text() | st.sampled_from(SEEDS) | st.lists(st.sampled_from(COUNTS)).map(" ".join))
def test_a_sentence_tells_what_it_tells(text: str) -> None:
    assert same_fact(text, text)


@pytest.mark.parametrize("piece", ["5 km ", "$5 million ", "third time ", "in 2012 "])
def test_a_table_in_one_line_takes_no_time(piece: str) -> None:
    one = piece * 10_000
    start = time.process_time()
    same_fact(one, one.replace("5", "6"))
    assert time.process_time() - start < 2


@given(st.text(), st.text())
def test_any_two_texts_are_compared(one: str, other: str) -> None:
    assert same_fact(one, other) == same_fact(other, one)


@pytest.fixture
def ranked(make_record: MakeRecord) -> Callable[..., list[list[Hit]]]:
    """Groups of one hit each, of texts with publishers and scores."""

    def ranked(*told: tuple[str, str, float]) -> list[list[Hit]]:
        return [
            [Hit(score, Segment(build([make_record(paper(publisher), text)])), 0)] for publisher, text, score in told
        ]

    return ranked


Ranked = Callable[..., list[list[Hit]]]


def shown(groups: list[list[Hit]]) -> list[tuple[str | None, float]]:
    return [(hit.article.publisher, hit.score) for hit, *_ in varied(groups)][:5]


def test_another_article_gets_the_last_of_five_places_where_it_is_nearly_as_good(ranked: Ranked) -> None:
    post = [("Post", text, 10 - place / 10) for place, text in enumerate(ASHORE)]
    told = [*post, ("Coast", "Wet passengers were met on the quay.", 9.2)]
    assert shown(ranked(*told)) == [("Post", 10), ("Post", 9.9), ("Post", 9.8), ("Post", 9.7), ("Coast", 9.2)]
    far = [*post, ("Coast", "Wet passengers were met on the quay.", 5.0)]
    assert {publisher for publisher, _ in shown(ranked(*far))} == {"Post"}


def test_nearly_the_same_wording_takes_no_two_of_five_places(ranked: Ranked) -> None:
    texts = [("Post", SANK), ("Coast", ASHORE[0]), ("Isle", ASHORE[1]), ("Times", SANK.replace("214", "180"))]
    told = [(publisher, text, 10.0) for publisher, text in [*texts, ("Star", REST[0]), ("Mail", REST[1])]]
    assert [publisher for publisher, _ in shown(ranked(*told))] == ["Post", "Coast", "Isle", "Star", "Mail"]


def test_the_first_three_places_are_never_given_to_another(ranked: Ranked) -> None:
    told = [("Post", SANK, 10.0), ("Post", SANK, 9.9), ("Post", SANK, 9.8), ("Coast", REST[0], 9.7)]
    assert shown(ranked(*told)) == [("Post", 10.0), ("Post", 9.9), ("Post", 9.8), ("Coast", 9.7)]

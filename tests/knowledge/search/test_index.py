from collections.abc import Callable, Sequence
from datetime import date

import pytest

from knowledge import Article, Filters
from knowledge.language.expectations import Holds
from knowledge.search.index import Index
from knowledge.search.query import Query

JETS = Article(text="", id="jets", title="Jets", publisher="The Hindu", published=date(2012, 10, 10))
TALKS = Article(text="", id="talks", title="Talks in Moscow", publisher="Rudaw")
RECORDS = [
    (JETS, "Turkey deployed fighters near the border.", "Its base is Diyarbakir.", "A task force went to Jordan."),
    (TALKS, "The ministers met on Monday.", "Did they agree on weapons?", "They agreed on 36 helicopters and weapons."),
]

IndexOf = Callable[..., Index]
MakeRecord = Callable[..., object]


def found(index: Index, *terms: str, asked_for: Holds = Holds.NOTHING, filters: Filters | None = None) -> list[str]:
    return [hit.sentence.text for hit in index.search(Query(dict.fromkeys(terms, 1.0), asked_for, filters), 10)]


@pytest.fixture
def records(make_record: MakeRecord) -> Sequence[object]:
    return [make_record(*texts) for texts in RECORDS]


@pytest.fixture
def index(index_of: IndexOf, records: Sequence[object]) -> Index:
    return index_of(records)


def test_the_sentence_with_the_term_comes_before_its_neighbours(index: Index) -> None:
    assert found(index, "diyarbakir")[0] == "Its base is Diyarbakir."
    assert set(found(index, "diyarbakir")[1:]) == {RECORDS[0][1], RECORDS[0][3]}


def test_a_neighbour_is_never_in_another_article(index: Index) -> None:
    assert "The ministers met on Monday." not in found(index, "jordan")


def test_the_title_counts_for_every_sentence(index: Index) -> None:
    assert set(found(index, "moscow")) == set(RECORDS[1][1:])


def test_what_is_asked_for_comes_first(index: Index) -> None:
    assert found(index, "moscow", asked_for=Holds.DATE)[0] == "The ministers met on Monday."


def test_a_number_of_what_is_counted_comes_first(index_of: IndexOf, make_record: MakeRecord) -> None:
    talks = make_record(TALKS, "In 2012 talks on helicopters began in 3 towns.", "Iraq gets 36 attack helicopters.")
    index = index_of([talks])
    plain, counting = ({"helicopt": 1.0}, Holds.NOTHING), ({"helicopt": 1.0}, Holds.NUMBER)
    assert index.search(Query(*plain), 2)[0].sentence.position == 0
    assert index.search(Query(*counting, question="How many helicopters?"), 2)[0].sentence.position == 1


def test_another_name_finds_only_sentences_with_all_of_it(index_of: IndexOf, make_record: MakeRecord) -> None:
    record = make_record(TALKS, "The state pays.", "Nothing was said.", "Nobody came.", "The Islamic State fled.")
    index = index_of([record])
    query = Query({"daesh": 1.0}, also={"daesh": {("islam", "state"): 0.9, ("caliph",): 0.9}})
    assert index.search(query, 5)[0].sentence.text == "The Islamic State fled."


def test_the_second_look_orders_the_best(records: Sequence[object], index_of: IndexOf) -> None:
    segments = index_of(records).segments
    index = Index(segments, second_look=lambda _query, sentences, _weights: [len(text) for text in sentences])
    lengths = [len(hit.sentence.text) for hit in index.search(Query({"moscow": 1.0}), 3)]
    assert lengths == sorted(lengths, reverse=True)


def test_filters(index: Index) -> None:
    terms = ("border", "moscow")
    assert set(found(index, *terms, filters=Filters(publisher="the hindu "))) == set(RECORDS[0][1:])
    assert set(found(index, *terms, filters=Filters(since=date(2012, 10, 10)))) == set(RECORDS[0][1:])
    assert not found(index, *terms, filters=Filters(since=date(2012, 10, 11)))
    assert not found(index, *terms, filters=Filters(until=date(2012, 10, 9)))


def test_nothing_is_found_for_unknown_terms_or_none(index: Index, index_of: IndexOf) -> None:
    assert found(index, "submarin") == found(index) == found(index_of(), "jordan") == []


def test_scores_and_order_do_not_depend_on_the_segments(index_of: IndexOf, records: Sequence[object]) -> None:
    queries = [("moscow",), ("border", "weapon"), ("agre", "jordan", "base")]
    together, apart = index_of(records), index_of(records[1:], records[:1])
    for terms in queries:
        one, other = (i.search(Query(dict.fromkeys(terms, 1.0)), 10) for i in (together, apart))
        assert [(hit.score, hit.sentence) for hit in one] == [(hit.score, hit.sentence) for hit in other]


def test_equal_scores_are_ordered_the_same_whatever_came_first(index_of: IndexOf, make_record: MakeRecord) -> None:
    articles = [make_record(Article(text="", id=f"a{n}"), "One and the same sentence.") for n in range(50)]
    one = index_of(articles).search(Query({"sentenc": 1.0}), 10)
    other = index_of(articles[::-1]).search(Query({"sentenc": 1.0}), 10)
    assert [hit.article.id for hit in one] == [hit.article.id for hit in other]
    assert len({hit.score for hit in one}) == 1


def test_articles_without_a_term_can_be_indexed(index_of: IndexOf, make_record: MakeRecord) -> None:
    index = index_of([make_record(Article(text="", id="a"), "…"), make_record(Article(text="", id="b"))])
    assert [article.id for article in index.articles()] == ["a", "b"]
    assert index.sentences_of("b") == []
    assert index.search(Query({"term": 1.0}), 5) == []

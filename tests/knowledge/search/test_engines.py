"""The kernel, which leaves most sentences out, finds what a look at all of them finds, to the bit."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge import Article, Filters
from knowledge.language.expectations import Holds
from knowledge.models import Record, Sentence
from knowledge.reading.plain import sentences_of
from knowledge.reading.seeds import read_seeds
from knowledge.search.building import build
from knowledge.search.engines import fastest
from knowledge.search.exhaustive import Exhaustive
from knowledge.search.kernel import Kernel, library
from knowledge.search.query import Phrase, Query, WeightedForms
from knowledge.search.segment import Segment
from knowledge.search.weights import DEFAULT, Weights

WORDS = ["anna", "bank", "court", "deal", "east", "fire", "gold", "hill", "iran", "jets", "king", "law"]
TERM = st.sampled_from(
    ["anna", "bank", "court", "deal", "east", "fire", "gold", "hill", "iran", "jet", "king", "law", "no"]
)
SENTENCE = st.lists(st.sampled_from([*WORDS, "It", "1991", "he said"]), min_size=1, max_size=14).map(" ".join)
FORMS = st.dictionaries(st.lists(TERM, min_size=1, max_size=3).map(tuple), st.floats(0.01, 9), min_size=1, max_size=4)
WEIGHTED = st.lists(st.tuples(st.floats(0.1, 2), FORMS), max_size=5)


@st.composite
def records(draw: st.DrawFn) -> list[Record]:
    """Articles of few words, so that they share many; some have no sentence, some very many."""
    listed: list[Record] = []
    for number in range(draw(st.integers(1, 5))):
        texts = draw(st.lists(SENTENCE, max_size=12)) * draw(st.sampled_from([1, 1, 1, 30]))
        title = draw(st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join))
        day = draw(st.none() | st.dates(date(2020, 1, 1), date(2020, 1, 4)))
        article = Article(id=str(number), text="", title=title, published=day)
        listed.append((article, [Sentence(article.id, place, 0, 0, text) for place, text in enumerate(texts)]))
    return listed


@st.composite
def segments(draw: st.DrawFn, weights: Weights) -> list[Segment]:
    """Some of the articles count no more."""
    found = []
    for _ in range(draw(st.integers(1, 3))):
        listed = draw(records())
        gone = draw(st.lists(st.sampled_from(listed), max_size=2, unique_by=lambda record: record[0].id))
        found.append(Segment(build(listed, weights), [Segment(build([one])) for one in gone], weights))
    return found


def kernel(segments: Sequence[Segment], weights: Weights) -> Kernel:
    compiled = library()
    if compiled is None:
        pytest.skip("no kernel was compiled here")
    return Kernel(segments, weights, compiled)


@settings(max_examples=80)
@given(st.data())
def test_the_kernel_finds_what_an_exhaustive_search_finds(data: st.DataObject) -> None:
    weights = data.draw(
        st.sampled_from([DEFAULT, Weights(length_share=0, title_credit=0, lead_credit=0, neighbour_credits={})])
    )
    searched = data.draw(segments(weights))
    weighted: WeightedForms = data.draw(WEIGHTED)
    asked_for = Holds(data.draw(st.sampled_from([0, 1, 2, 3, 512])))
    filters = data.draw(st.none() | st.dates(date(2020, 1, 1), date(2020, 1, 4)).map(lambda day: Filters(since=day)))
    query, limit = Query({}, asked_for, filters), data.draw(st.integers(1, 40))
    expected = Exhaustive(searched, weights).search(weighted, query, limit)
    assert kernel(searched, weights).search(weighted, query, limit) == expected


@settings(max_examples=50)
@given(st.lists(st.tuples(st.floats(0.3, 8), st.integers(0, 10_000)), min_size=1, max_size=8), st.integers(1, 30))
def test_real_articles(terms: list[tuple[float, int]], limit: int) -> None:
    weighted = [(1.0, {seed_terms()[number % len(seed_terms())]: worth}) for worth, number in terms]
    expected = Exhaustive([seeds()], DEFAULT).search(weighted, Query({}), limit)
    assert kernel([seeds()], DEFAULT).search(weighted, Query({}), limit) == expected


def test_how_many_sentences_hold_a_term() -> None:
    for (term,) in seed_terms()[::50]:
        assert kernel([seeds(), seeds()], DEFAULT).holding(term) == 2 * seeds().terms.holding(term) > 0
    assert kernel([seeds()], DEFAULT).holding("unheard-of") == 0


def test_nothing_is_found_in_nothing() -> None:
    assert fastest([], DEFAULT).search([(1.0, {("jet",): 1.0})], Query({}), 5) == []
    assert fastest([seeds()], DEFAULT).search([], Query({}), 5) == []


_SEEDS: list[Segment] = []


def seeds() -> Segment:
    if not _SEEDS:
        _SEEDS.append(Segment(build([(article, sentences_of(article)) for article in read_seeds()])))
    return _SEEDS[0]


def seed_terms() -> list[Phrase]:
    return [(term.decode(),) for term in seeds().terms.terms]

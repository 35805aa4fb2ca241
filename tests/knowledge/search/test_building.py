"""What is told of all texts of a segment at once is what is told of each by itself."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from knowledge import Article
from knowledge.language.expectations import held_by
from knowledge.language.spelling import SHORTEST
from knowledge.language.terms import index_terms, words
from knowledge.language.wording import sketch
from knowledge.mapped.arrays import Arrays
from knowledge.models import Sentence
from knowledge.search.building import build
from knowledge.search.heading import heading
from knowledge.search.segment import Segment
from knowledge.search.words import Spelt

SAYINGS = [
    "",
    "...",
    "IS",
    "The U.S. left.",
    "Iraq’s re-admitted F-16s, and Iraq's F-16",
    "THE IS FIGHTERS LEFT IN MAY",
    "He said IS left the U.S. in May 2014, at 10:30 a.m. or 10 p.m.",
    "At 5 p.m. (10 A.M. there) they left",
    "It rose 4.2 per cent this  year, or 1,600.5 euros, as a result of it",
    "Aged 42, she came to the Hague (in order to) avoid\nLondon.",
    "next\u00a0week, next week; the so-called so that, age 5, aged 5, 30-year-old, o'clock",
    "Президент “Путин” заявил в 2014 г.: 42млн, Naïve ſeconds İstanbul ½ don’t they've",
    "总理访问莫斯科。 42億 ドル",
]
PIECES = sorted({piece for saying in SAYINGS for piece in saying.split(" ")})
MADE_UP = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=12).map(" ".join)
SENTENCES = st.lists(st.sampled_from(SAYINGS) | MADE_UP, min_size=1, max_size=5)


def built(sentences: list[str], title: str = "") -> Arrays:
    article = Article(text="", title=title, id="one")
    return build([(article, [Sentence("one", number, 0, 0, text) for number, text in enumerate(sentences)])])


@given(SENTENCES)
def test_what_each_sentence_holds_and_how_it_is_worded(sentences: list[str]) -> None:
    arrays = built(sentences)
    assert arrays["sentence_holds"].tolist() == [held_by(text) for text in sentences]
    assert arrays["sentence_sketch"].tolist() == [list(sketch(text)) for text in sentences]


@given(SENTENCES, MADE_UP)
def test_the_terms_are_those_of_each_sentence_and_of_the_heading(sentences: list[str], title: str) -> None:
    segment = Segment(built(sentences, title))
    counts = Counter(term for text in sentences for term in set(index_terms(text)))
    terms = {*counts, *index_terms(heading(Article(text="", title=title)))}
    assert {term: segment.terms.holding(term) for term in terms} == {term: counts[term] for term in terms}
    assert len(segment.arrays["term_sentences"]) == len(terms)


@given(SENTENCES, MADE_UP)
def test_the_words_are_counted_by_how_they_are_spelt(sentences: list[str], title: str) -> None:
    segment = Segment(built(sentences, title))
    everywhere, capital, small = Counter[str](), Counter[str](), Counter[str]()
    for text in (*sentences, title):
        everywhere.update({word.text for word in words(text)})
    for text in sentences:
        later = [word for word in list(words(text))[1:] if len(word.text) >= SHORTEST]
        capital.update({word.text for word in later if text[word.start].isupper()})
        small.update({word.text for word in later if not text[word.start].isupper()})
    spelt = {word: segment.words.spelt(word) for word in map(bytes.decode, segment.words.words)}
    assert spelt == {word: Spelt(everywhere[word], capital[word], small[word]) for word in everywhere}


def test_articles_without_a_sentence_have_a_segment_too() -> None:
    assert len(Segment(build([(Article(text="", id="none"), [])]))) == 0

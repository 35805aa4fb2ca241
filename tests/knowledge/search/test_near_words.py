"""Misspellings: what an index of the words finds is what is found among all of them, one by one."""

from collections import Counter
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge import Article
from knowledge.language.spelling import Speller
from knowledge.language.terms import words
from knowledge.reading.plain import sentences_of
from knowledge.search.building import build
from knowledge.search.near_words import NearWords
from knowledge.search.segment import Segment
from tests.knowledge.language.scanned import Scanned

WORD = st.text("aehlntwwß7", min_size=1, max_size=8) | st.text("жшаи", min_size=3, max_size=7) | st.just("a" * 120)
TEXTS = st.lists(st.lists(WORD, min_size=1, max_size=6).map(" ".join), max_size=5)


def segments(*listed: Sequence[str]) -> list[Segment]:
    """A segment for each list of texts that isn't empty."""
    articles = [[Article(text=text) for text in texts] for texts in listed if texts]
    return [Segment(build([(article, sentences_of(article)) for article in some])) for some in articles]


def counted(texts: Sequence[str]) -> Counter[str]:
    """In how many texts each word is."""
    return Counter(word for text in texts for word in {word.text for word in words(text)})


@settings(max_examples=60, deadline=None)
@given(first=TEXTS, second=TEXTS, third=TEXTS, asked=st.lists(WORD, min_size=1, max_size=5), data=st.data())
def test_the_same_words_are_near_as_among_all(
    first: list[str], second: list[str], third: list[str], asked: list[str], data: st.DataObject
) -> None:
    gone = [text for text in first if data.draw(st.booleans())]
    [*before] = segments(first, second)
    known = NearWords([*before, *segments(third)], segments(gone), NearWords(before, []))
    counts = counted([*first, *second, *third])
    counts.subtract(counted(gone))
    scanned = Scanned({word: count for word, count in counts.items() if count})
    assert known.most == scanned.most
    for word in (*asked, *first[:1]):
        for edits in (0, 1, 2):
            found = known.near(word, edits)
            assert scanned.near(word, edits).items() <= found.items()
            assert found.items() <= scanned.counts.items()
        assert Speller(known).nearest(word) == Speller(scanned).nearest(word)

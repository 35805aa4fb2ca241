from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.terms import STOP_WORDS, words
from knowledge.search.closeness import closeness
from knowledge.search.query import Query
from knowledge.search.weights import DEFAULT

WORD = st.sampled_from(
    ["IS", "is", "U.S.", "us", "Iraq", "Iraq's", "1,600", "1600", "café", "cafe", "in-law", "law", "“No”"]
)
TEXT = st.lists(WORD | st.text("aA1.,'é-", min_size=1, max_size=4), max_size=6).map(" ".join)


@given(question=TEXT, sentences=st.lists(TEXT, max_size=3))
def test_a_sentence_gains_by_its_share_of_the_words_as_they_were_asked(question: str, sentences: list[str]) -> None:
    asked = {word.text for word in words(question)} - STOP_WORDS
    held = [len(asked & {word.text for word in words(text)}) / (len(asked) or 1) for text in sentences]
    query = Query({}, question=question)
    factors = closeness(query, sentences, DEFAULT)
    assert closeness(query, sentences, DEFAULT) == factors  # all words are at hand now
    expected = [1 + DEFAULT.same_form_bonus * share for share in held]
    assert [round(factor, 9) for factor in factors] == [round(factor, 9) for factor in expected]

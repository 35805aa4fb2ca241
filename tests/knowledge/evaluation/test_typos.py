from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from knowledge.evaluation.typos import with_typo


def test_the_same_error_each_time() -> None:
    asked = "Who is the foreign minister of Iraq?"
    assert with_typo(asked) == with_typo(asked) != asked


def test_short_words_are_left() -> None:
    assert with_typo("Who is he?") == "Who is he?"


@given(st.text())
def test_one_error_at_most(question: str) -> None:
    assert OSA.distance(question, with_typo(question)) <= 1


@given(st.from_regex(r"[a-zA-Z]{4,12}( [a-z]{4,9}){0,5}\?", fullmatch=True))
def test_words_get_an_error(question: str) -> None:
    assert OSA.distance(question, with_typo(question)) == 1

import pytest

from knowledge.language.anaphora import leans_back


@pytest.mark.parametrize(
    "text", ["It was re-established.", "“They had a stake,” he said.", "Their base is near.", '"No."']
)
def test_sentences_that_lean_back(text: str) -> None:
    assert leans_back(text)


@pytest.mark.parametrize("text", ["Italy plans to return.", "Shells fell.", "Items were sold.", ""])
def test_sentences_that_stand_alone(text: str) -> None:
    assert not leans_back(text)

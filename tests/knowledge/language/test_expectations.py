import pytest

from knowledge.language.expectations import Holds, asked_for, held_by


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How many jets?", Holds.NUMBER),
        ("WHEN did it start", Holds.DATE),
        ("Which city was taken?", Holds.PLACE),
        ("Whose visit was secret?", Holds.PERSON),
        ("What did he say?", Holds.NOTHING),
        ("", Holds.NOTHING),
    ],
)
def test_what_a_question_asks_for(question: str, expected: Holds) -> None:
    assert asked_for(question) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It bought 25 jets.", Holds.NUMBER),
        ("It bought two jets.", Holds.NUMBER),
        ("They met on Monday.", Holds.DATE),
        ("The jets are in Diyarbakir.", Holds.PLACE),
        ("The speech of Lavrov was long.", Holds.PERSON),
    ],
)
def test_what_a_sentence_holds(sentence: str, expected: Holds) -> None:
    assert expected in held_by(sentence)

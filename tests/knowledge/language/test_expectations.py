import pytest

from knowledge.language.expectations import Holds, asked_for, counted_in, counts, focus_of, held_by


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("How many jets?", Holds.NUMBER),
        ("WHEN did it start", Holds.DATE),
        ("Which city was taken?", Holds.PLACE),
        ("Whose visit was secret?", Holds.PERSON),
        ("Why did it fail?", Holds.REASON),
        ("How long did it last?", Holds.NUMBER | Holds.DURATION),
        ("How old is she?", Holds.NUMBER | Holds.AGE),
        ("What time did it start?", Holds.TIME),
        ("What did he say when he left, and where?", Holds.NOTHING),
        ("hey, any idea how many there were?", Holds.NUMBER),
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
        ("It failed due to the rain.", Holds.REASON),
        ("It cost $4.2 billion.", Holds.MONEY),
        ("Some 18 per cent agreed.", Holds.SHARE),
        ("It took two hours.", Holds.DURATION),
        ("The 21-year-old fled.", Holds.AGE),
        ("It began at 6:30am.", Holds.TIME),
    ],
)
def test_what_a_sentence_holds(sentence: str, expected: Holds) -> None:
    assert expected in held_by(sentence)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who is the king of Jordan?", ("king",)),
        ("What was the population of Syria?", ("population",)),
        ("Which anime should I watch?", ("anime", "should")),
        ("When did Lavrov retire?", ("lavrov",)),
        ("hello", ()),
    ],
)
def test_the_focus_stands_after_the_question_word(question: str, expected: tuple[str, ...]) -> None:
    assert focus_of(question) == expected


def test_what_is_counted() -> None:
    assert counted_in("How many attack helicopters?") == ("attack", "helicopters")
    assert counted_in("How much?") == ()
    assert counts("36")
    assert counts("forty")
    assert not counts("2012")
    assert not counts("mi28")

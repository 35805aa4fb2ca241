"""Questions that ask the same stand in one group, and others apart."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.browsing.likeness import grouped
from knowledge.storage.feedback import Unanswered

DAY = date(2026, 3, 1)


def asked(question: str, times: int = 1, day: date = DAY) -> Unanswered:
    return Unanswered(question, times, day)


def test_the_most_frequent_wording_stands_for_a_group_and_the_group_asked_most_comes_first() -> None:
    rows = [
        asked("Who won the race?", 4),
        asked("Where did the ferry Aurelia sink?", 2, date(2026, 3, 5)),
        asked("where was it that the ferry aurelia sank", 3),
    ]
    ferry, race = grouped(rows)
    assert ferry.question == "where was it that the ferry aurelia sank"
    assert set(ferry.wordings) == {rows[1].question, rows[2].question}
    assert (ferry.times, ferry.day) == (5, date(2026, 3, 5))
    assert (race.wordings, race.times) == (("Who won the race?",), 4)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What is the price of bread in Berlin?", "bread price berlin"),
        ("How many helicopters would Russia supply to Iraq?", "how many helicoptrs did Russia supply to Iraq"),
        ("Who is the captain of the Aurelia?", "anyone know who the captain of the Auerlia is??"),
        ("Что сказал Лавров о Сирии?", "что Лавров сказал о Сирии"),
        ("Что сказал Лавров о Сирии?", "Что сказал Лавроф о Сирии?"),
        ("what?", "What"),
    ],
)
def test_alike(one: str, other: str) -> None:
    assert len(grouped([asked(one), asked(other)])) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Who won the 1998 football world cup final?", "Who won the 1994 football world cup final?"),
        ("How many helicopters would Russia supply to Iraq?", "How many helicopters would Russia supply to Iran?"),
        ("What did the president of France say on taxes?", "What did the president of Egypt say on taxes?"),
        ("Where did the ferry sink?", "Who won the race?"),
        ("Is the house empty?", "Is the horse empty?"),
        ("🎉", "🎈"),
    ],
)
def test_not_alike(one: str, other: str) -> None:
    assert len(grouped([asked(one), asked(other)])) == 2


WORDS = ["who", "ferry", "Aurelia", "aurelai", "sank", "Iraq", "Iran", "12", "13", "captain", "the", "of", "паром"]
QUESTIONS = st.text(max_size=30) | st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join)


@given(st.lists(QUESTIONS, unique=True, max_size=30), st.randoms())
def test_each_question_is_in_one_group_in_whatever_order_they_come(questions: list[str], random: Random) -> None:
    rows = [asked(question, len(question) % 3 + 1) for question in questions]
    groups = grouped(rows)
    assert sorted(wording for group in groups for wording in group.wordings) == sorted(questions)
    assert sum(group.times for group in groups) == sum(row.times for row in rows)
    random.shuffle(rows)
    assert grouped(rows) == groups

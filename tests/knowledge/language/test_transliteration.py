import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import Coverage
from knowledge.language.transliteration import sound

ONE_NAME = [
    "sergei sergey sergej",
    "haider haidar",
    "nouri nuri",
    "tajani tajanni",
    "muhammad mohammed mohamed",
    "hussein hussain husayn hossein",
    "zelensky zelenskyy zelenskiy selenskyj",
    "gaddafi qaddafi kadhafi",
    "medvedev medwedew",
    "yuri yury juri",
    "lavrov лавров",
    "sergei sergey сергей",
    "putin путин",
    "zelensky зеленський",
    "khrushchev хрущев",
    "maliki малики",
    "assad асад",
]


@pytest.mark.parametrize("spellings", ONE_NAME)
def test_spellings_of_one_name_sound_alike(spellings: str) -> None:
    assert len(set(map(sound, spellings.split()))) == 1


@pytest.mark.parametrize("names", ["iran iraq", "biden baden", "maliki malik", "lavrov lavrova", "assad sadr"])
def test_other_names_do_not(names: str) -> None:
    one, other = names.split()
    assert sound(one) != sound(other)


@given(st.text())
def test_any_word_has_a_sound(word: str) -> None:
    assert sound(sound(word)) is not None


@pytest.mark.parametrize(
    ("question", "corrections"),
    [
        ("What did Sergej Lavrov say?", {"Sergej": "Sergei"}),
        ("Where did Haidar al-Abadi meet Putin?", {"Haidar": "Haider"}),
        ("What does Antonio Tajanni want?", {"Tajanni": "Tajani"}),
        ("What does Sergei want?", {}),
    ],
)
def test_another_spelling_of_a_name_is_told(coverage: Coverage, question: str, corrections: dict[str, str]) -> None:
    assert coverage.ask(question).corrections == corrections


def test_a_spelling_that_the_coverage_knows_finds_the_others_too(coverage: Coverage) -> None:
    found = {
        fact.article.publisher for fact in coverage.ask("Which visit did Prime Minister Nouri make?", limit=9).facts
    }
    assert {"The Hindu", "Your Middle East"} <= found

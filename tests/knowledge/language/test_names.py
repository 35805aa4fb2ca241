"""The names that an article speaks of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.names import LONGEST_NAME, names_in, spelt_alike
from knowledge.language.people.persons import people_in


def names(*sentences: str) -> dict[str, int]:
    return dict(names_in(sentences, people_in(sentences)))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They met in Baghdad.", {"Baghdad": 1}),
        ("They met the United States and the European Union.", {"United States": 1, "European Union": 1}),
        ("They saw the White House in Washington.", {"White House": 1, "Washington": 1}),
        ("They spoke of al-Qaida and bin Laden.", {"al-Qaida": 1, "bin Laden": 1}),
        ("Later, NATO and the U.S. met.", {"NATO": 1, "U.S.": 1}),
        ("They read the New York Times of New South Wales.", {"New York Times": 1, "New South Wales": 1}),
        ("On Monday they met Iraqi, Syrian and South African officials.", {}),
        ("They sold Russian-made F-16 jets in May to the Prime Minister.", {}),
        ("However, they said that I'm late and We've lost.", {}),
        ("Shouting did not help.", {}),
        ("THEY SHOUTED IN BAGHDAD AND ROME", {}),
        ("", {}),
    ],
)
def test_names_of_a_sentence(sentence: str, expected: dict[str, int]) -> None:
    assert names(sentence) == expected


def test_people_are_counted_under_their_full_names() -> None:
    found = names("Foreign Minister Sergei Lavrov arrived.", "Lavrov smiled.", "Mr. Lavrov left for Baghdad.")
    assert found == {"Sergei Lavrov": 3, "Baghdad": 1}


def test_a_word_that_begins_sentences_is_a_name_where_it_is_one_elsewhere() -> None:
    assert names("Baghdad is calm.", "They like Baghdad.", "Bakers like bread.") == {"Baghdad": 2}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Sergei Lavrov", "Sergey Lavrov", True),
        ("Nouri al-Maliki", "Nuri al Maliki", True),
        ("Bashar al-Assad", "Bashar Assad", True),
        ("Iran", "Iren", False),
        ("Sergei Lavrov", "Sergei Ivanov", False),
    ],
)
def test_spellings_of_one_name(one: str, other: str, *, same: bool) -> None:
    assert (spelt_alike(one) == spelt_alike(other)) is same


@given(st.lists(st.text(max_size=200), max_size=4))
def test_any_text_has_names_of_a_bounded_length(sentences: list[str]) -> None:
    assert all(0 < len(name) <= LONGEST_NAME and count > 0 for name, count in names(*sentences).items())

import pytest

from knowledge.language.spelling import Speller
from tests.knowledge.language.scanned import Scanned

WORDS = {"ambassador": 2, "iraq": 9, "iran": 4, "italy": 3, "weapons": 5, "military": 3, "cooperation": 2}
SPELLER = Speller(Scanned(WORDS))


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("embasador", "ambassador"),
        ("itally", "italy"),
        ("coperation", "cooperation"),
        ("waepons", "weapons"),  # two letters that changed places are one mistake
        ("irak", "iraq"),  # as near to iran, which is rarer
        ("iraq", None),  # known: never touched
        ("riaq", "iraq"),  # the first two letters exchanged
        ("raly", None),
        ("taly", "italy"),  # the first letter left out
        ("uran", "iran"),  # hit beside
        ("whwn", "when"),  # a question's own words are known as well
        ("irq", None),  # too short
        ("submarine", None),
        ("t90s", None),  # a model, not a word
    ],
)
def test_nearest_known_word(word: str, expected: str | None) -> None:
    assert SPELLER.nearest(word) == expected


def test_a_short_word_keeps_its_first_letter() -> None:
    assert Speller(Scanned({"hope": 5})).nearest("pope") is None


def test_a_name_of_the_same_sound_is_nearer_than_one_more_alike() -> None:
    assert Speller(Scanned({"sarge": 9, "sergei": 1})).nearest("sergej", frozenset({"sergei"})) == "sergei"

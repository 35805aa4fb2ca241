from collections.abc import Callable

import pytest

from knowledge import Article, Coverage
from knowledge.answering.understanding import Understanding, understand
from knowledge.models import Record
from knowledge.search.index import Index

TEXTS = (
    "Militants seized Palmyra on Thursday.",
    "Moscow welcomed the visit of Sergei Lavrov.",
    "The Islamic State lost it again.",
)


@pytest.fixture
def index(index_of: Callable[..., Index], make_record: Callable[..., Record]) -> Index:
    return index_of([make_record(Article(text="", id="a"), *TEXTS)])


@pytest.fixture
def understood(index: Index) -> Callable[[str], Understanding]:
    return lambda question: understand(question, index)


def test_a_word_is_repaired_after_the_coverage(understood: Callable[[str], Understanding]) -> None:
    found = understood("When was Palmira siezed?")
    assert found.corrections == {"Palmira": "Palmyra", "siezed": "seized"}
    assert set(found.query.terms) == {"palmyra", "seiz"}
    assert not found.words_unknown


def test_a_misspelt_word_that_only_has_relatives_there_is_repaired_too(
    understood: Callable[[str], Understanding],
) -> None:
    assert understood("what did they captuure").corrections == {"captuure": "capture"}
    assert not understood("what did they xylophoone").corrections


def test_a_question_word_is_repaired_and_counts_as_one(understood: Callable[[str], Understanding]) -> None:
    assert understood("Whwn did Lavrov visit?").query.asked_for == understood("When did Lavrov visit?").query.asked_for


def test_other_names_are_searched_for_as_far_as_the_coverage_has_them(
    understood: Callable[[str], Understanding],
) -> None:
    found = understood("What did Daesh lose?")
    assert found.query.also["daesh"] == {("islam", "state"): 0.9}
    assert not found.words_unknown
    assert ("islam", "state") in found.together
    assert understood("What does Russia say?").query.also["russia"] == {("moscow",): 0.5}


def test_names_that_are_not_known(understood: Callable[[str], Understanding]) -> None:
    assert understood("What did Netanyahu say?").names_unknown
    unknown = understood("What did the orchestra say?")
    assert (unknown.words_unknown, unknown.names_unknown) == (True, False)


def test_several_of_a_model_are_found_by_its_number(
    index_of: Callable[..., Index], make_record: Callable[..., Record]
) -> None:
    index = index_of([make_record(Article(text="", id="a"), "Turkey sent 25 F-16 fighter jets.")])
    assert set(understand("How many F-16s?", index).query.terms) == {"mani", "f", "16"}


def test_words_of_a_chat_tell_nothing(understood: Callable[[str], Understanding]) -> None:
    assert understood("hey guys, lol, does anybody know about Palmyra?").telling == {"palmyra"}


@pytest.mark.parametrize(
    ("question", "corrections"),
    [
        ("Wie viele Hubschrauber liefert Russland?", {}),
        ("Was kostet Brot in Berlin?", {}),
        ("Wer ist Lawrow?", {"Lawrow": "Lavrov"}),
        ("Que disent les ministres de l'Irak?", {"Irak": "Iraq"}),
        ("Combien d'hélicoptères la Russie livre-t-elle?", {"Russie": "Russia"}),
        ("¿Cuántos helicópteros vende Rusia a Irak?", {"Rusia": "Russia", "Irak": "Iraq"}),
        ("Что сказал Лавров?", {"Лавров": "Lavrov"}),
        ("Скільки гелікоптерів?", {}),
        (
            "wen did lawrow sel helicoptres to itally",
            {"lawrow": "lavrov", "helicoptres": "helicopters", "itally": "italy"},
        ),
    ],
)
def test_of_a_question_in_another_language_only_names_are_repaired(
    coverage: Coverage, question: str, corrections: dict[str, str]
) -> None:
    assert coverage.ask(question).corrections == corrections


def test_a_question_in_the_coverages_language_is_repaired(
    index_of: Callable[..., Index], make_record: Callable[..., Record]
) -> None:
    texts = "Wie viele Hubschrauber liefert Russland an den Irak?", "Wie teuer sie sind, wer sie hat und wo, sagte er."
    index = index_of([make_record(Article(text="", id="a"), *texts)])
    assert understand("Wie viele Hubschraber liefert wer?", index).corrections == {"Hubschraber": "Hubschrauber"}


@pytest.mark.parametrize("message", ["!help", "/help", "stop", "same", "Test", "thank you so much", "hello", ""])
def test_what_is_said_to_a_bot_asks_nothing(understood: Callable[[str], Understanding], message: str) -> None:
    assert not understood(message).telling


def test_the_same_words_count_in_a_question(understood: Callable[[str], Understanding]) -> None:
    assert "help" in understood("What help does Moscow give?").telling

from pathlib import Path

import pytest

from knowledge import Article, Coverage
from knowledge.language.aliases import Aliases, shipped_aliases
from knowledge.language.terms import words

LINES = ["# a comment", "Islamic State, ISIS, IS, Daesh", "United States, US, America ~ Washington  # and the rest"]


def others(question: str, aliases: Aliases | None = None) -> dict[str, set[str]]:
    """The other names for each name in a question, as their terms; stand-ins after a ~."""
    listed = list(words(question))
    return {
        " ".join(word.text for word in listed[naming.first : naming.end]): {
            "~" * other.is_stand_in + " ".join(other.terms) for other in naming.others
        }
        for naming in (aliases or Aliases(LINES)).found_in(question, listed)
    }


def test_each_name_has_all_others() -> None:
    assert others("Where is Daesh?") == {"daesh": {"islam state", "isi", "IS"}}
    assert others("What does the Islamic State want?") == {"islamic state": {"isi", "IS", "daesh"}}


def test_a_stand_in_is_marked_both_ways() -> None:
    assert others("What does America say?") == {"america": {"unit state", "us", "~washington"}}
    assert others("What does Washington say?") == {"washington": {"~unit state", "~us", "~america"}}


@pytest.mark.parametrize("question", ["tell us more", "is it over?", "Is it over?", "IS IT OVER?"])
def test_a_plain_word_is_no_name(question: str) -> None:
    assert not others(question)


@pytest.mark.parametrize("question", ["what do the us want", "What do US troops do?", "U.S. troops"])
def test_a_name_that_is_a_plain_word_too_is_known_by_its_capitals_or_article(question: str) -> None:
    assert "us" in others(question)


def test_those_that_are_shipped_can_be_read() -> None:
    assert "daesh" in others("ISIS", shipped_aliases())["isis"]


def test_lines_without_names_are_left_out() -> None:
    assert not others("a b", Aliases(["", " , ,", "~", "a", "a, a"]))


def test_an_answer_is_found_by_another_name(coverage: Coverage) -> None:
    first = coverage.ask("What did Daesh seize in Syria?").facts[:3]
    assert any("Palmyra" in fact.sentence.text for fact in first)


def test_a_line_of_very_many_names_is_cut() -> None:
    found = others("name1", Aliases([", ".join(f"name{number}" for number in range(60_000))]))
    assert len(found["name1"]) == 49


def test_a_file_of_ones_own_adds_names(tmp_path: Path) -> None:
    (tmp_path / "aliases.txt").write_text("Grey Ladies, nurses of Ahlen\n", encoding="utf-8")
    with Coverage.open(tmp_path, seeds=False) as coverage:
        coverage.add(
            [Article(text="The nurses of Ahlen went on strike in May."), Article(text="The weather stays dry.")]
        )
        answer = coverage.ask("When did the Grey Ladies strike?")
        assert answer.facts[0].sentence.text.startswith("The nurses of Ahlen")
        assert not answer.corrections

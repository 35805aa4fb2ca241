from pathlib import Path

import pytest

from knowledge.language.lexicon import NONE, base_form, relatives
from knowledge.language.lexicon.make import derivations, synonyms
from knowledge.language.lexicon.wordnet import irregular_forms, synsets, uses
from knowledge.language.terms import stem


@pytest.mark.parametrize(
    ("form", "base"), [("said", "say"), ("sent", "send"), ("men", "man"), ("weapons", "weapons"), ("lavrov", "lavrov")]
)
def test_irregular_forms_have_a_base(form: str, base: str) -> None:
    assert base_form(form) == base


@pytest.mark.parametrize(("one", "other"), [("russian", "russia"), ("iraq", "iraqi"), ("deliver", "delivery")])
def test_derived_words_are_related_both_ways(one: str, other: str) -> None:
    one, other = stem(one), stem(other)
    assert other in relatives(one).derived
    assert one in relatives(other).derived


@pytest.mark.parametrize(
    ("one", "other"), [("boss", "chief"), ("divide", "carve"), ("weapons", "arms"), ("start", "begin")]
)
def test_synonyms_by_their_share(one: str, other: str) -> None:
    shares = dict(relatives(stem(one)).synonyms)
    assert 0 < shares[stem(other)] <= 1


def test_a_word_that_is_not_there_has_no_relatives() -> None:
    assert relatives("lavrov") == NONE


LICENCE = "  1 This software and database is being provided to you\n"
NOUNS = (
    "00000001 15 n 02 Utopia 0 Cloudland 0 001 \\ 00000009 a 0101 | a place\n"
    "00000002 06 n 02 weapon 0 weapon_system 0 000 | a thing to fight with\n"
    "00000003 06 n 02 weapon 0 arm 0 000 | another\n"
)
ADJECTIVES = "00000009 01 a 01 utopian(a) 0 001 \\ 00000001 n 0101 | of it\n"


@pytest.fixture
def wordnet(tmp_path: Path) -> Path:
    files = {
        "data.noun": NOUNS,
        "data.adj": ADJECTIVES,
        "index.noun": "weapon n 2 0 2 1 00000003 00000002\narm n 1 0 1 0 00000003\n",
        "index.adj": "utopian a 1 1 \\ 1 0 00000009\n",
        "cntlist.rev": "weapon%1:06:00:: 1 9\n",
        "noun.exc": "men man\n",
    }
    for kind in ("noun", "verb", "adj", "adv"):
        for name in (f"data.{kind}", f"index.{kind}", f"{kind}.exc"):
            (tmp_path / name).write_text(LICENCE + files.get(name, ""), encoding="utf-8")
    (tmp_path / "cntlist.rev").write_text(files["cntlist.rev"], encoding="utf-8")
    return tmp_path


def test_the_lexicon_is_made_of_wordnets_files(wordnet: Path) -> None:
    found = dict(synsets(wordnet))
    assert dict(irregular_forms(wordnet)) == {"men": "man"}
    assert derivations(found) == {stem("utopia"): {stem("utopian")}, stem("utopian"): {stem("utopia")}}
    shares = synonyms(found, uses(wordnet))
    assert (shares["weapon"], shares["arm"]) == ({"arm": 0.95}, {"weapon": 1.0})

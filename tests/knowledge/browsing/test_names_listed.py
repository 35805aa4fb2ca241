"""The names that are offered while somebody types."""

from collections.abc import Callable
from pathlib import Path

from knowledge import Article, Coverage
from knowledge.browsing.names import MOST_NAMES, names, speakers
from knowledge.models import Record
from knowledge.search.index import Index

MakeRecord = Callable[..., Record]
IndexOf = Callable[..., Index]


def test_names_of_the_seeds(coverage: Coverage) -> None:
    listed = coverage.names()
    assert listed[:4] == ("Iraq", "Russia", "Syria", "Sergei Lavrov")
    assert {"Nouri al-Maliki", "Islamic State", "European Union", "Baghdad", "Antonio Tajani"} <= set(listed)
    assert not {"Russian", "Iraqi", "Thursday", "The", "However", "Prime Minister", "F-16"} & set(listed)


def test_spellings_of_one_name_are_listed_once(coverage: Coverage) -> None:
    assert "Sergey Lavrov" not in coverage.names()
    assert coverage.speakers()[0] == "Sergei Lavrov"


def test_people_who_are_quoted(coverage: Coverage) -> None:
    listed = coverage.speakers()
    assert {"Sergei Lavrov", "Nouri al-Maliki", "Vladimir Putin", "David Petraeus"} <= set(listed)
    assert "Esmail Ghaani" not in listed
    for speaker in listed:
        assert coverage.quotes(speaker)


def test_names_of_hidden_publishers_are_not_listed(coverage: Coverage) -> None:
    shown = ("the hindu",)
    assert "Dmitry Medvedev" in coverage.names(shown)
    assert "Antonio Tajani" not in coverage.names(shown)
    assert set(coverage.speakers(shown)) == {"Vladimir Putin", "Nouri al-Maliki"}
    assert coverage.names(("Nobody",)) == coverage.speakers(("Nobody",)) == ()


def test_they_follow_the_coverage(own_data: Path) -> None:
    text = '"We will sail," Captain Jane Doe said in Kithnos. "The sea is calm," Doe said.'
    with Coverage.open(own_data) as coverage:
        assert "Jane Doe" not in coverage.speakers()
        coverage.add(Article(text=text, id="ferry"))
        assert "Jane Doe" in coverage.speakers()
        assert {"Jane Doe", "Kithnos"} <= set(coverage.names())
        coverage.remove(["ferry"])
        assert "Jane Doe" not in coverage.names()


def test_counts_of_several_segments_are_added(make_record: MakeRecord, index_of: IndexOf) -> None:
    texts = ["They met in Oslo.", "They met in Rome and Paris.", "They met in Rome.", "They met in Oslo.", "To Oslo."]
    records = [make_record(Article(text="", id=str(number)), text) for number, text in enumerate(texts)]
    assert names(index_of(records[:3], records[3:])) == ("Oslo", "Rome", "Paris")


def test_a_last_name_stands_for_the_full_one(make_record: MakeRecord, index_of: IndexOf) -> None:
    full = make_record(Article(text="", id="a"), '"We will sail," Captain Jane Doe said.')
    last = make_record(Article(text="", id="b"), '"The sea is calm," Captain Doe said.')
    assert speakers(index_of([full, last])) == ("Jane Doe",)


def test_no_more_are_listed_than_can_be_kept(make_record: MakeRecord, index_of: IndexOf) -> None:
    letters = "bcdfghjklmnprs"
    places = [f"{a}a{b}o{c}i{d}ville".title() for a in letters for b in letters for c in letters for d in "rt"]
    records = [
        make_record(Article(text="", id=str(start)), *(f"They saw {place}." for place in places[start : start + 20]))
        for start in range(0, len(places), 20)
    ]
    assert len(places) > MOST_NAMES
    assert len(names(index_of(records))) == MOST_NAMES

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.matching import matches, terms_among
from knowledge.language.terms import STOP_WORDS, fold, folded_words, forms, index_terms, stem, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iraq’s army", ["iraq", "army"]),
        ("U.S. air strikes", ["us", "air", "strikes"]),
        ("$4.2 billion, 1,600 men", ["4.2", "billion", "1600", "men"]),
        ("Türkiye’s Erdoğan", ["turkiye", "erdogan"]),
        ("snake_case", ["snake", "case"]),
        ("Путин и Лавров", ["путин", "и", "лавров"]),
        ("🎉 …", []),
    ],
)
def test_words_are_folded(text: str, expected: list[str]) -> None:
    assert [word.text for word in words(text)] == expected


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("readmitted", "Syria was re-admitted to the League"),
        ("F16", "25 F-16 fighter jets"),
        ("MiG 29", "MiG-29M/M2 interceptor jets"),
        ("Mi-28", "36 Mi-28NE attack helicopters"),
        ("US", "a U.S.-led coalition"),
        ("delivering weapon", "delivers weapons"),
        ("ракета", "ракеты летели"),
    ],
)
def test_a_question_finds_other_spellings_and_inflections(asked: str, written: str) -> None:
    assert {stem(word.text) for word in words(asked)} <= set(index_terms(written))


def test_matches_mark_the_words_as_they_are_written() -> None:
    text = "Iraq’s forces fought; “Iraqi” papers said so."
    found = matches(text, frozenset({stem("iraq"), stem("paper")}))
    assert [text[start:end] for start, end in found] == ["Iraq", "papers"]


def test_a_stop_word_in_capitals_is_a_name() -> None:
    assert [word.text for word in words("they fight alongside IS, it is said")] == (
        ["they", "fight", "alongside", "IS", "it", "is", "said"]
    )
    assert [word.text for word in words("IT IS OVER")] == ["it", "is", "over"]


@given(st.text())
def test_words_are_in_order_and_lie_in_the_text(text: str) -> None:
    end = 0
    for word in words(text):
        assert end <= word.start < word.end <= len(text)
        written = text[word.start : word.end].replace("’", "'")
        assert word.text == fold(written) or (word.text == written and fold(written) in STOP_WORDS)
        end = word.end


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_terms_are_never_empty(text: str) -> None:
    assert all(index_terms(text))
    assert all(stem(word.text) for word in words(text))


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("Islamic State and the United States", ["Islamic", "State"]),
        ("the state of Islamic law", []),
        ("an Islamic-State town", ["Islamic", "State"]),
        ("ISIS, in any state", ["ISIS"]),
        ("Islamic Islamic State State", ["Islamic", "State"]),
    ],
)
def test_words_of_a_name_are_marked_together(text: str, marked: list[str]) -> None:
    name = stem("islamic"), stem("state")
    assert [text[start:end] for start, end in matches(text, frozenset({stem("isis")}), [name])] == marked


WRITTEN = st.lists(
    st.text("aAsStTuU12é.,'’`-Ж", max_size=6)
    | st.sampled_from(
        ["IS", "went", "gone", "dying", "skies", "F-16", "re-admitted", "29m", "U.S.", "Iraq’s", "1,600"]
    ),
    max_size=8,
).map(" ".join)


@given(text=WRITTEN)
def test_words_alone_are_those_with_places(text: str) -> None:
    assert folded_words(text) == [word.text for word in words(text)]


@given(text=WRITTEN, other=WRITTEN)
def test_terms_are_found_as_among_all(text: str, other: str) -> None:
    wanted = frozenset(["go", "die", "sky", "f16", "is", *index_terms(other)])
    assert terms_among(wanted, text) == wanted.intersection(index_terms(text))
    marked = [text[start:end] for start, end in matches(text, wanted)]
    assert marked == [text[w.start : w.end] for w in words(text) if not wanted.isdisjoint(forms(w.text))]

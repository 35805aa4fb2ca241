"""What a chat message quotes."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.messages.cleaning import all_words, own_words
from knowledge.language.messages.quoted import parts_of, quotations


def quoted(message: str) -> list[str]:
    return [message[start:end] for start, end in quotations(message)]


@pytest.mark.parametrize(
    ("message", "found"),
    [
        ("he said “we are ready”, ok", ["we are ready"]),
        ('he said "we are ready", ok', ["we are ready"]),
        ("he said 'we are ready', ok", ["we are ready"]),
        ("« nous sommes prêts »", ["nous sommes prêts"]),
        ("„wir sind bereit“", ["wir sind bereit"]),
        ("»wir sind bereit«", ["wir sind bereit"]),
        ("「we are ready」", ["we are ready"]),
        ('"one two three" and "four five six"', ["one two three", "four five six"]),
        ('"one two\nthree four"', ["one two\nthree four"]),
        ("> one two three\nmine", ["one two three"]),
        ("mine\n>>> one two\nthree", ["one two\nthree"]),
        ('**"one two three"**', ["one two three"]),
        ('"two words" and “one”', []),
        ("the dogs' own and it's 'em", []),
        ('`"one two three"`', ["one two three"]),
        ('```"one two three"```', []),
        ('"https://example.com/a https://example.com/b https://example.com/c"', []),
        ("", []),
    ],
)
def test_quotations(message: str, found: list[str]) -> None:
    assert quoted(message) == found


@pytest.mark.parametrize(
    ("quotation", "parts"),
    [
        ("we are ready", ["we are ready"]),
        ("we are ready... to go", ["we are ready", "to go"]),
        ("we are ready […] to go", ["we are ready", "to go"]),
        ("we are ready (…) to go", ["we are ready", "to go"]),
        ("We are ready. Let us go!", ["We are ready.", "Let us go!"]),
        ("… ...", []),
    ],
)
def test_parts_of_a_quotation(quotation: str, parts: list[str]) -> None:
    assert parts_of(quotation) == parts


def test_own_words_are_without_what_is_quoted_in_blocks() -> None:
    message = "> they said\nI say <@1> **this**"
    assert own_words(message).split() == ["I", "say", "this"]
    assert all_words(message).split() == ["they", "said", "I", "say", "this"]


@given(st.text() | st.text(alphabet="\"'“”«»„「」> \n.…ab"))
def test_offsets_stay_and_spans_lie_in_the_message(message: str) -> None:
    assert len(all_words(message)) == len(own_words(message)) == len(message)
    for start, end in quotations(message):
        assert 0 <= start < end <= len(message)
        assert parts_of(message[start:end])


@pytest.mark.parametrize("clean", [own_words, all_words])
@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("see [36 helicopters](https://x.example/a) sold by Russia", "see 36 helicopters sold by Russia"),
        ("see [36 helicopters](<https://x.example/a_(b)>).", "see 36 helicopters ."),
        ('[36 *attack* jets](http://x.example/a_(b) "a title") came', "36 attack jets came"),
        ("[one](https://a.example), [two](https://b.example)", "one , two"),
        ("sold (<https://x.example>) to Iraq", "sold to Iraq"),
        ("sold (https://x.example/a_(b)) to Iraq", "sold to Iraq"),
        ("sold <https://x.example> to Iraq", "sold to Iraq"),
        ("sold https://x.example/a_(b) to Iraq", "sold to Iraq"),
        ("an [edit] (for you) [more](soon)", "an [edit] (for you) [more](soon)"),
    ],
)
def test_of_a_link_its_words_are_left(clean: Callable[[str], str], message: str, shown: str) -> None:
    assert " ".join(clean(message).split()) == shown
    assert len(clean(message)) == len(message)


@pytest.mark.parametrize("part", ["[a", "[a](http://x", "](http://(", "(<http://", "[a](http://x(y)", "[" + "a" * 299])
def test_marks_of_links_without_end_are_read_at_once(part: str) -> None:
    message = part * 4_000
    assert len(all_words(message)) == len(message)

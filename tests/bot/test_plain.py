"""Text from articles is made harmless before it reaches a terminal or a pipe."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from bot.cli.output import json_line
from bot.plain import harmless


@given(st.text())
def test_no_control_character_is_left_and_offsets_stay(text: str) -> None:
    shown = harmless(text)
    assert len(shown) == len(text)
    assert not any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in shown)
    assert len(shown.splitlines()) <= 1


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])))
def test_other_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


@given(st.text(), st.booleans())
def test_json_is_one_line_without_control_characters(text: str, ascii_only: bool) -> None:
    line = json_line({"sentence": text}, ascii_only=ascii_only)
    assert len(line.splitlines()) == 1
    assert not any(unicodedata.category(character) == "Cc" for character in line)

"""Text from articles is made harmless before it reaches a terminal or a pipe."""

from __future__ import annotations

import json
import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from bot.cli.output import json_line
from bot.plain import harmless

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""What turns around the text that follows (Unicode Standard Annex 9)."""


@given(st.text())
@example(TURNING)
def test_no_control_character_is_left_and_offsets_stay(text: str) -> None:
    shown = harmless(text)
    assert len(shown) == len(text)
    assert not any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in shown)
    assert not set(shown).intersection(TURNING)
    assert len(shown.splitlines()) <= 1


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters=TURNING)))
def test_other_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


@given(st.text(), st.booleans())
@example(TURNING, False)
def test_json_is_one_line_without_control_characters(text: str, ascii_only: bool) -> None:
    line = json_line({"sentence": text}, ascii_only=ascii_only)
    assert json.loads(line) == {"sentence": text}
    assert not set(line).intersection(TURNING)
    assert len(line.splitlines()) == 1
    assert not any(unicodedata.category(character) == "Cc" for character in line)

import json
import subprocess
import sys
from pathlib import Path
from string import ascii_lowercase

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from knowledge.language.dictionary import is_common, is_english, nearest_english
from knowledge.language.dictionary.make import arrays
from knowledge.mapped.strings import Strings
from tests.forking import ROOT

COMMON = ["helicopter", "weapons", "government", "minister", "don't", "isn't", "the"]


@pytest.mark.parametrize(
    ("word", "english", "common"),
    [
        ("house", True, True),
        ("WHERE", True, True),  # a stop word in capitals is kept as it is
        ("sergei", True, False),  # in use, but a name as well
        ("bagdad", False, False),  # too rare, and a name in another spelling
        ("xyzzyx", False, False),
        ("ожидание", False, False),
        ("", False, False),
    ],
)
def test_words_in_use_and_common_ones(word: str, english: bool, common: bool) -> None:
    assert (is_english(word), is_common(word)) == (english, common)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("helicoptor", "helicopter"),
        ("hleicopter", "helicopter"),  # two letters that changed places are one edit
        ("thier", "their"),  # used more often than "tier" and "thief"
        ("house", None),  # English: left as it is
        ("xyzzyx", None),
        ("infinity", None),
    ],
)
def test_the_nearest_common_word(word: str, expected: str | None) -> None:
    assert nearest_english(word) == expected


@given(st.sampled_from(COMMON), st.data())
def test_one_wrong_letter_in_a_common_word_gives_a_common_word_one_edit_away(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word) - 1))
    wrong = word[:at] + data.draw(st.sampled_from(ascii_lowercase)) + word[at + 1 :]
    nearest = nearest_english(wrong)
    assert (nearest is None) == is_english(wrong)
    assert nearest is None or (is_common(nearest) and OSA.distance(wrong, nearest) == 1)


@given(st.text(max_size=60))
def test_any_text_can_be_looked_up(text: str) -> None:
    text = text.encode(errors="ignore").decode()
    assert is_common(text) <= is_english(text)
    assert not (is_english(text) and nearest_english(text))


def test_a_dictionary_leaves_rare_words_out() -> None:
    made = arrays({"été": 150, "zebra": 4_000_000_000, "ant": 100, "bagdad": 99})
    words = Strings(made["words"], made["word_bounds"])
    assert [word.decode() for word in words] == ["ant", "zebra", "été"]
    assert made["uses"].tolist() == [100, 4_000_000_000, 150]


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="tells no process its memory")
def test_word_lists_take_little_memory(seeded: Path) -> None:
    """As Python objects the words alone would take 37 MB."""
    script = """
import json, sys
from pathlib import Path
from resource import getpagesize
from knowledge import Coverage

def megabytes():
    return int(Path("/proc/self/statm").read_text().split()[1]) * getpagesize() / 1e6

with Coverage.open(sys.argv[1]) as coverage:
    before = megabytes()
    coverage.warm_up()
    print(json.dumps([megabytes() - before, "spellchecker" in sys.modules]))
"""
    outcome = subprocess.run(
        [sys.executable, "-c", script, seeded], cwd=ROOT, check=True, capture_output=True, timeout=60
    )
    grown, is_loaded = json.loads(outcome.stdout)
    assert grown < 25
    assert not is_loaded

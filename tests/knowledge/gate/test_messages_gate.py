"""The gate on checking messages: figures on our own chat messages, half of which were never looked at while tuning.

`FACTBOX_GATE=raise` and `FACTBOX_GATE=lower` write the floors, as in `test_gate.py`.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from knowledge import Coverage
from knowledge.answering.checking import check
from knowledge.answering.strength import THRESHOLD
from knowledge.models import Claim
from tests.knowledge.gate.floors import FOLDER, hold

MESSAGES = FOLDER / "messages.jsonl"

MOSTLY = 0.6
"""Of a marked claim's characters, that a claim found must have."""

Marked = Mapping[str, Any]


@pytest.fixture(scope="module")
def messages() -> list[Marked]:
    return [json.loads(line) for line in MESSAGES.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def checked(messages: list[Marked], coverage: Coverage) -> dict[str, tuple[Claim, ...]]:
    index = coverage._archive.index()
    return {message["id"]: check(message["message"], index, None, 3, THRESHOLD) for message in messages}


def paired(message: Marked, found: Sequence[Claim]) -> list[tuple[Marked, Claim | None]]:
    """Each marked claim with the claim found in its place, one with one."""
    left = list(found)
    pairs: list[tuple[Marked, Claim | None]] = []
    for marked in message["claims"]:
        start = message["message"].index(marked["text"])
        end = start + len(marked["text"])
        here = [c for c in left if min(end, c.span[1]) - max(start, c.span[0]) >= MOSTLY * (end - start)]
        left = [claim for claim in left if claim not in here[:1]]
        pairs.append((marked, here[0] if here else None))
    return pairs


def right_place(marked: Marked, claim: Claim) -> int | None:
    """The place of the first right sentence among the facts, from 1."""
    wanted = [marked["contains"]] if isinstance(marked["contains"], str) else marked["contains"]
    told = [fact.sentence.text for fact in claim.answer.facts]
    return next((n for n, text in enumerate(told, start=1) if any(part in text for part in wanted)), None)


def marks(message: str, claim: Claim) -> list[tuple[str, str]]:
    sentence = claim.answer.facts[0].sentence.text if claim.answer.facts else ""
    return [(message[slice(*ours)], sentence[slice(*theirs)]) for ours, theirs in claim.differing]


def share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def measured(messages: Sequence[Marked], checked: Mapping[str, tuple[Claim, ...]]) -> dict[str, float]:
    pairs = [(m["message"], *pair) for m in messages for pair in paired(m, checked[m["id"]])]
    found = [(text, marked, claim) for text, marked, claim in pairs if claim]
    places = [right_place(marked, claim) for _, marked, claim in found if marked["contains"]]
    covered = sum(bool(marked["contains"]) for _, marked, _ in pairs)
    silent = [not claim.answer.answered for _, marked, claim in found if not marked["contains"]]
    told = [(wanted, pair) for text, marked, claim in found for pair in marks(text, claim) for wanted in [marked]]
    right = sum(
        any(ours in pair[0] and theirs in pair[1] for ours, theirs in wanted["differing"]) for wanted, pair in told
    )
    wanted = sum(len(marked["differing"]) for _, marked, _ in pairs)
    return {
        "claims found": share(len(found), len(pairs)),
        "found that are claims": share(len(found), sum(len(checked[m["id"]]) for m in messages)),
        "claims with the right sentence first": share(sum(place == 1 for place in places), covered),
        "claims with it in the first three": share(sum(place is not None for place in places), covered),
        "silent on claims without one": share(sum(silent), len(silent)),
        "differing figures marked": share(right, wanted),
        "marked figures that differ": share(right, len(told)),
    }


@pytest.fixture(scope="module")
def figures(messages: list[Marked], checked: dict[str, tuple[Claim, ...]]) -> dict[str, float]:
    return {
        f"{half}: {name}": round(value, 4)
        for half in ("tune", "held")
        for name, value in measured([m for m in messages if m["half"] == half], checked).items()
    }


def test_the_marks_are_in_the_messages_and_the_coverage(messages: list[Marked], coverage: Coverage) -> None:
    sentences = [sentence.text for article in coverage.articles() for sentence in coverage.sentences(article.id)]
    assert len(messages) >= 40
    for message in messages:
        for marked in message["claims"]:
            assert marked["text"] in message["message"]
            assert all(any(part in sentence for sentence in sentences) for part in marked["contains"])
            assert all(ours in marked["text"] for ours, _ in marked["differing"])


def test_claims_are_verbatim_parts_of_the_message(
    messages: list[Marked], checked: dict[str, tuple[Claim, ...]]
) -> None:
    for message in messages:
        for claim in checked[message["id"]]:
            assert claim.text == message["message"][slice(*claim.span)]


def test_no_figure_on_messages_is_lower_than_it_was(figures: dict[str, float]) -> None:
    hold("messages", figures, MESSAGES)

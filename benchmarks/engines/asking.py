"""All that a question costs: understanding, search, strength, reports of the same, links."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from benchmarks.engines.ours import build
from benchmarks.questions import Question
from knowledge import Answer, Coverage

__all__ = ["Opened", "build"]


class Opened:
    """The coverage as a bot opens it."""

    def __init__(self, folder: Path) -> None:
        self.coverage = Coverage.open(folder, seeds=False)

    def prepared(self, question: Question) -> str:
        return question.text

    def search(self, prepared: str) -> Answer:
        return self.coverage.ask(prepared, limit=5)

    def best(self, found: Answer) -> Sequence[tuple[int, float]]:
        return [(number, fact.score) for number, fact in enumerate(found.facts)]

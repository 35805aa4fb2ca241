"""What is searched for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from knowledge.language.expectations import Holds
from knowledge.models import Filters

Phrase = tuple[str, ...]
"""Terms that a sentence must all hold."""


@dataclass(frozen=True, slots=True)
class Query:
    """The terms of a question with their factors, what a sentence should hold, and which articles may answer.

    With a term its relatives are searched for, and its other names in `also`, each with the factor by which it counts
    less; the best of them counts in a sentence, not their sum. `question` is the text as it was asked.
    """

    terms: Mapping[str, float]
    asked_for: Holds = Holds.NOTHING
    filters: Filters | None = None
    also: Mapping[str, Mapping[Phrase, float]] = field(default_factory=dict)
    question: str = ""

"""What is searched for, and what is found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from knowledge.language.expectations import Holds
from knowledge.models import Filters

Phrase = tuple[str, ...]
"""Terms that a sentence must all hold."""
WeightedForms = Sequence[tuple[float, Mapping[Phrase, float]]]
"""For each term its factor, and what it is found by, with what each brings."""

DECIMALS = 5
"""To which scores are compared: beyond them, sums differ between machines."""
Ranked = tuple[float, int, int, int, int]
"""A sentence by its negative score, its article's key, its position there, its segment and its number in that: sorts as
answers stand, equal scores in an order that is the same on every machine."""


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

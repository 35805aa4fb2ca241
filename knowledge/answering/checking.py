"""A chat message to the claims in it and what the coverage has nearest to each, without a verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from knowledge.answering.answers import answer
from knowledge.errors import QuestionTooLong
from knowledge.language.figures.in_text import Figure, differ, figures, same_thing
from knowledge.language.messages.claims import Part, parts
from knowledge.models import Answer, Claim, Fact, Filters, Span
from knowledge.search.index import Index

LONGEST_MESSAGE = 4_000
"""Characters that a message may have: the most that Discord lets anyone write."""
MOST_CLAIMS = 8
_LOOKED_AT = 3 * MOST_CLAIMS
"""Parts of a message that are searched for."""


def check(text: str, index: Index, filters: Filters | None, limit: int, threshold: float) -> tuple[Claim, ...]:
    """The claims of a message, at most eight, each with at most `limit` facts nearest to it.

    A part that names nothing and gives no figure is a claim only where the coverage has something on it: "that cake
    looked amazing" is none. Facts with a figure on what a claim gives one of come first. Raises QuestionTooLong.
    """
    if len(text) > LONGEST_MESSAGE:
        raise QuestionTooLong(len(text), LONGEST_MESSAGE)

    def nearest(query: str) -> Answer:
        found = answer(query, index, filters, limit, threshold)
        # What the coverage says on the thing is wanted, above all where it gives another figure.
        return found if found.answered else answer(_without_figures(query), index, filters, limit, threshold)

    found = (_claim(text, part, nearest(part.query)) for part in islice(parts(text), _LOOKED_AT))
    return tuple(islice(filter(None, found), MOST_CLAIMS))


def _without_figures(query: str) -> str:
    """The query without the digits of its figures; what they count stays."""
    return re.sub(r"\b\d[\d.,]*(?![\w-])", " ", query)


def _claim(message: str, part: Part, nearest: Answer) -> Claim | None:
    if not part.certain and not nearest.answered:
        return None
    start, end = part.span
    # Those of the whole message, since what stands before a claim may hedge its first figure: "at least 300".
    claimed = [figure for figure in figures(message) if start <= figure.span[0] < end]
    facts = sorted(nearest.facts, key=lambda fact: not _alike(claimed, fact))
    return Claim(
        text=message[start:end],
        span=part.span,
        answer=replace(nearest, question=message[start:end], facts=tuple(facts)),
        differing=tuple(_differing(claimed, facts[0])) if facts else (),
    )


def _alike(claimed: Sequence[Figure], fact: Fact) -> list[tuple[Figure, Figure]]:
    """The figures claimed, each with those on the same thing in the fact."""
    told = figures(fact.sentence.text)
    return [(ours, theirs) for ours in claimed for theirs in told if same_thing(ours, theirs)]


def _differing(claimed: Sequence[Figure], fact: Fact) -> Iterator[tuple[Span, Span]]:
    """Each figure claimed with the first on the same thing in the fact, where none there agrees with it."""
    pairs = _alike(claimed, fact)
    for figure in claimed:
        told = [theirs for ours, theirs in pairs if ours is figure]
        if told and all(differ(figure, theirs) for theirs in told):
            yield figure.span, told[0].span

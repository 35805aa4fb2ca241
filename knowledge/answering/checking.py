"""A chat message to the claims in it and what the coverage has nearest to each, without a verdict."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from knowledge.answering.answers import answer
from knowledge.answering.marking import alike, marked
from knowledge.errors import QuestionTooLong
from knowledge.language.figures.in_text import figures
from knowledge.language.figures.numerals import is_number
from knowledge.language.messages.claims import Part, parts
from knowledge.language.messages.cleaning import own_words
from knowledge.language.terms import words
from knowledge.models import Answer, Claim, Filters
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
    """The query without the numbers of its figures; what they count stays, and so do names: "F-16"."""
    kept = re.sub(r"\b\d[\d.,]*(?![\w-])", " ", query)
    numbers = [
        word for word in words(kept) if is_number(word) and "-" not in kept[max(0, word.start - 1) : word.end + 1]
    ]
    for word in reversed(numbers):
        kept = kept[: word.start] + " " + kept[word.end :]
    return kept


def _claim(message: str, part: Part, nearest: Answer) -> Claim | None:
    if not part.certain and not nearest.answered:
        return None
    start, end = part.span
    text = own_words(message)
    # Those of the whole message, since what stands before a claim may hedge its first figure: "at least 300".
    claimed = [figure for figure in figures(text) if start <= figure.span[0] < end]
    facts = sorted(nearest.facts, key=lambda fact: not alike(claimed, fact.sentence.text))
    return Claim(
        text=message[start:end],
        span=part.span,
        answer=replace(nearest, question=message[start:end], facts=tuple(facts)),
        differing=tuple(marked(text, part.span, claimed, facts[0])) if facts else (),
    )

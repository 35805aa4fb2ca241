"""What may be asked for, and how much of it."""

from __future__ import annotations

from knowledge.errors import QuestionTooLong

LONGEST_QUESTION = 2_000
"""Characters that a question may have."""


def not_too_long(question: str) -> str:
    """The question itself. Raises QuestionTooLong."""
    if len(question) > LONGEST_QUESTION:
        raise QuestionTooLong(len(question), LONGEST_QUESTION)
    return question


def at_least_one(limit: int) -> int:
    """The limit itself. Raises ValueError below 1."""
    if limit < 1:
        raise ValueError(f"limit must be at least 1, not {limit}")
    return limit

"""A body of news coverage that answers questions with verbatim sentences."""

from typing import TYPE_CHECKING

from knowledge.errors import (
    DataError,
    FactboxError,
    FetchError,
    QuestionTooLong,
    SettingError,
    SourceError,
    UnknownArticle,
)
from knowledge.models import (
    Added,
    Answer,
    Article,
    Claim,
    Digest,
    Event,
    Fact,
    Filters,
    MonthCount,
    Overview,
    Quote,
    Report,
    Sentence,
)
from knowledge.storage.feedback import DayCount, Feedback, Unanswered, WrongSource

if TYPE_CHECKING:
    from knowledge.coverage import Coverage

__all__ = [
    "Added",
    "Answer",
    "Article",
    "Claim",
    "Coverage",
    "DataError",
    "DayCount",
    "Digest",
    "Event",
    "Fact",
    "FactboxError",
    "Feedback",
    "FetchError",
    "Filters",
    "MonthCount",
    "Overview",
    "QuestionTooLong",
    "Quote",
    "Report",
    "Sentence",
    "SettingError",
    "SourceError",
    "Unanswered",
    "UnknownArticle",
    "WrongSource",
]


def __getattr__(name: str) -> object:
    """Load the coverage once it is wanted: processes that read what comes from outside do without it."""
    if name != "Coverage":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from knowledge.coverage import Coverage

    return Coverage

"""A body of news coverage that answers questions with verbatim sentences."""

from knowledge.coverage import Coverage
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

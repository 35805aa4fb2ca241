"""A body of news coverage that answers questions with verbatim sentences."""

from knowledge.coverage import Coverage
from knowledge.errors import DataError, FactboxError, QuestionTooLong, SettingError, SourceError, UnknownArticle
from knowledge.models import Added, Answer, Article, Claim, Event, Fact, Filters, Quote, Report, Sentence

__all__ = [
    "Added",
    "Answer",
    "Article",
    "Claim",
    "Coverage",
    "DataError",
    "Event",
    "Fact",
    "FactboxError",
    "Filters",
    "QuestionTooLong",
    "Quote",
    "Report",
    "Sentence",
    "SettingError",
    "SourceError",
    "UnknownArticle",
]

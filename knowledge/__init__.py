"""A body of news coverage that answers questions with verbatim sentences."""

from knowledge.coverage import Coverage
from knowledge.errors import DataError, FactboxError, QuestionTooLong, SettingError, SourceError, UnknownArticle
from knowledge.models import Added, Answer, Article, Fact, Filters, Report, Sentence

__all__ = [
    "Added",
    "Answer",
    "Article",
    "Coverage",
    "DataError",
    "Fact",
    "FactboxError",
    "Filters",
    "QuestionTooLong",
    "Report",
    "Sentence",
    "SettingError",
    "SourceError",
    "UnknownArticle",
]

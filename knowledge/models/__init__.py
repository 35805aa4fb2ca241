"""The values that pass between the rooms: articles, sentences, facts and answers."""

from knowledge.models.answers import Answer, Claim, Digest, Event, Fact, Quote, Report
from knowledge.models.articles import Article, Filters, Record, Sentence, Span
from knowledge.models.contents import Added, Change, Former, MonthCount, Overview

__all__ = [
    "Added",
    "Answer",
    "Article",
    "Change",
    "Claim",
    "Digest",
    "Event",
    "Fact",
    "Filters",
    "Former",
    "MonthCount",
    "Overview",
    "Quote",
    "Record",
    "Report",
    "Sentence",
    "Span",
]

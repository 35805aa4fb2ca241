"""Errors as one clear sentence that says what to do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bot.texts import Texts, english
from knowledge import (
    DataError,
    FactboxError,
    FetchError,
    Filters,
    QuestionTooLong,
    SettingError,
    SourceError,
    UnknownArticle,
)

ADDRESS_SHOWN = 200
"""Characters of an address that are repeated."""


class RefusalError(FactboxError):
    """Something that a front end doesn't do; `text` names the sentence that says why, `values` fill it in."""

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text)
        self.text = text
        self.values = values


def describe(error: Exception, say: Texts | None = None) -> str:
    """What a person is told of `error`."""
    say = say or english()
    match error:
        case RefusalError(text=text, values=values):
            return say(text, **values)
        case QuestionTooLong(length=length, limit=limit):
            return say("error-question-too-long", length=length, limit=limit)
        case UnknownArticle(article_id=article_id):
            return say("error-unknown-article", id=article_id)
        case SourceError():
            return _source_error(error, say)
        case FetchError():
            return _fetch_error(error, say)
        case DataError(path=path, problem=problem):
            return say(f"error-data-{problem}", path=str(path))
        case SettingError(name=name, expected=expected):
            return say("error-setting", name=name, expected=expected)
        case OSError(strerror=str(reason), filename=filename):
            return say("error-system", reason=f"{filename}: {reason}" if filename else reason)
        case _:
            return say("error-unexpected", kind=type(error).__name__)


def strength_in_words(strength: float, say: Texts | None = None) -> str:
    """How likely the first sentence of an answer is right: strong, fair or weak."""
    grade = "strong" if strength >= 0.7 else "fair" if strength >= 0.45 else "weak"
    return (say or english())(f"answer-strength-{grade}")


def restricted(filters: Filters, say: Texts, show_day: Callable[[date], str], show_name: Callable[[str], str]) -> str:
    """To which part of the coverage a question was put; empty where that is all of it."""
    since, until = filters.since and show_day(filters.since), filters.until and show_day(filters.until)
    days = "on" if since == until else "between" if since and until else "since" if since else "until"
    sentences = [say(f"answer-restricted-{days}", since=since or "", until=until or "")] if since or until else []
    if filters.publisher:
        sentences.append(say("answer-restricted-publisher", publisher=show_name(filters.publisher)))
    return " ".join(sentences)


def _source_error(error: SourceError, say: Texts) -> str:
    where = error.source if error.line is None else say("error-source-line", source=error.source, line=str(error.line))
    return say(
        f"error-source-{error.problem}",
        source=where,
        field=error.field or "",
        limit=(error.limit or 0) // 1_000_000,
        count=error.limit or 0,
    )


def _fetch_error(error: FetchError, say: Texts) -> str:
    limit = error.limit or 0
    return say(
        f"error-fetch-{error.problem}",
        address=error.address if len(error.address) <= ADDRESS_SHOWN else f"{error.address[:ADDRESS_SHOWN]}…",
        status=str(error.status or ""),
        kind=error.kind or "?",
        limit=limit // 1_000_000 if error.problem == "too-large" else limit,
    )

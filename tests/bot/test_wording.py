"""Every error has its sentence, and so have strength and filters."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from bot.days import day_in_words
from bot.texts import english
from bot.wording import describe, restricted, strength_in_words
from knowledge import DataError, FetchError, Filters, QuestionTooLong, SettingError, SourceError, UnknownArticle
from knowledge.errors import DataProblem, FetchProblem, SourceProblem

ERRORS = [
    *(SourceError("news.txt", problem, limit=50_000_000) for problem in get_args(SourceProblem)),
    *(SourceError("news.jsonl", problem, 3, "date", 50_000_000) for problem in get_args(SourceProblem)),
    *(FetchError("https://news.test/a", problem) for problem in get_args(FetchProblem)),
    *(FetchError("https://news.test/a", problem, 500, 9.5, 20, "image/png") for problem in get_args(FetchProblem)),
    *(DataError(Path("somewhere"), problem) for problem in get_args(DataProblem)),
    QuestionTooLong(10_000, 500),
    UnknownArticle("abc"),
    SettingError("FACTBOX_THRESHOLD", "a number from 0 to 1"),
    FileNotFoundError(2, "No such file or directory", "x"),
    OSError(28, "No space left on device"),
    OSError("without a number"),
    ZeroDivisionError(),
]


@pytest.mark.parametrize("error", ERRORS, ids=repr)
def test_an_error_is_told_in_one_line_that_ends_as_a_sentence(error: Exception) -> None:
    sentence = describe(error)
    assert "\n" not in sentence
    assert sentence.endswith(".")
    assert "None" not in sentence
    assert "{" not in sentence


def test_the_data_of_an_error_is_told() -> None:
    assert "news.jsonl, line 1234" in describe(SourceError("news.jsonl", "bad-json", 1234))
    assert "50 MB" in describe(SourceError("news.txt", "too-large", limit=50_000_000))
    assert "5 MB" in describe(FetchError("https://news.test/a", "too-large", limit=5_000_000))
    assert "20 seconds" in describe(FetchError("https://news.test/a", "too-slow", limit=20))
    assert "(404)" in describe(FetchError("https://news.test/a", "not-found", 404))
    assert "image/png" in describe(FetchError("https://news.test/a", "kind", kind="image/png"))
    assert len(describe(FetchError("https://news.test/" + "a" * 3_900, "address"))) < 400
    assert "10,000" in describe(QuestionTooLong(10_000, 500))


@pytest.mark.parametrize(
    ("strength", "words"),
    [(1.0, "Strong match"), (0.7, "Strong match"), (0.69, "Fair match"), (0.45, "Fair match"), (0.44, "Weak match")],
)
def test_strength_is_told_in_words(strength: float, words: str) -> None:
    assert strength_in_words(strength) == words


NEW_YEAR, MAY = date(2017, 1, 1), date(2017, 5, 2)


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        (Filters(), ""),
        (Filters(since=NEW_YEAR), "Only coverage since 1 January 2017."),
        (Filters(until=NEW_YEAR), "Only coverage until 1 January 2017."),
        (Filters(since=MAY, until=MAY), "Only coverage on 2 May 2017."),
        (Filters(NEW_YEAR, MAY, "Post"), "Only coverage from 1 January 2017 to 2 May 2017. Only coverage by Post."),
        (Filters(publisher="Post"), "Only coverage by Post."),
    ],
    ids=str,
)
def test_filters_are_told_in_whole_sentences(filters: Filters, told: str) -> None:
    assert restricted(filters, english(), day_in_words, str) == told

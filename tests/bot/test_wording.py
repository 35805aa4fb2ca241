"""Every error has its sentence."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from bot.wording import describe
from knowledge import DataError, QuestionTooLong, SettingError, SourceError, UnknownArticle
from knowledge.errors import DataProblem, SourceProblem

ERRORS = [
    *(SourceError("news.txt", problem, limit=50_000_000) for problem in get_args(SourceProblem)),
    *(SourceError("news.jsonl", problem, 3, "date", 50_000_000) for problem in get_args(SourceProblem)),
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
    assert "10,000" in describe(QuestionTooLong(10_000, 500))

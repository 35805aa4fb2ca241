"""What can go wrong, as data; front ends word it.

FactboxError
├── QuestionTooLong    a question beyond the limit
├── SourceError        a file or a line of one that can't be read as coverage
├── UnknownArticle     no article has that id
├── DataError          the data directory can't serve
└── SettingError       a setting that can't be used
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal


class FactboxError(Exception):
    """The base of all errors that a person is told of."""


@dataclass(eq=False)
class QuestionTooLong(FactboxError):
    """A question of `length` characters where `limit` are allowed."""

    length: int
    limit: int


SourceProblem = Literal[
    "missing",  # nothing is there
    "not-a-file",  # a folder, a device
    "no-permission",
    "empty",  # no byte, or white space only
    "too-large",  # over `limit` bytes
    "binary",  # not text in any encoding that is known
    "no-article",  # text, but no sentence of an article in it
    "unknown-kind",  # a kind of file that isn't read
    "bad-json",  # a line that isn't a JSON object
    "no-text",  # a line whose object has no text
    "bad-field",  # a line with a field of the wrong type or form, named in `field`
]


@dataclass(eq=False)
class SourceError(FactboxError):
    """A source that can't be read, or a line of it (counted from 1) while the others can."""

    source: str
    problem: SourceProblem
    line: int | None = None
    field: str | None = None
    limit: int | None = None


@dataclass(eq=False)
class UnknownArticle(FactboxError):
    """No article has this id."""

    article_id: str


DataProblem = Literal[
    "not-a-directory",
    "read-only",
    "full",
    "newer",  # written by a later version of Factbox
    "busy",  # another process is writing
    "damaged",  # the database can't be read; the index alone is rebuilt without a word
]


@dataclass(eq=False)
class DataError(FactboxError):
    """The data directory at `path` can't serve."""

    path: Path
    problem: DataProblem


@dataclass(eq=False)
class SettingError(FactboxError):
    """The setting `name` is missing or has a value that can't be used; `expected` says what can."""

    name: str
    expected: str

"""What can go wrong, as data; front ends word it.

FactboxError
├── QuestionTooLong    a question beyond the limit
├── SourceError        a file or a line of one that can't be read as coverage
├── FetchError         an address that can't be fetched
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
    "not-a-file",  # a device, a link in a zip
    "no-permission",
    "empty",  # no byte, or white space only
    "too-large",  # over `limit` bytes
    "binary",  # not text in any encoding that is known
    "no-article",  # text, but no sentence of an article in it
    "unknown-kind",  # a kind of file that isn't read
    "encrypted",  # it opens with a password only
    "no-text-layer",  # pictures of pages, as a scanner makes them
    "damaged",  # not what its ending or its beginning says, or broken
    "too-costly",  # reading it takes too long, or too much memory
    "too-packed",  # it unpacks to far more than text does
    "too-many-files",  # a folder or a zip of over `limit` files
    "too-deep",  # folders over `limit` deep within one another
    "outside",  # an entry of a zip whose name leads out of it
    "nested",  # a zip within a zip
    "not-a-page",  # markup was wanted, and this is none
    "page-wall",  # a page that asks to log in or to pay, with no more than a teaser
    "page-video",  # a page of videos or pictures, with no text of an article
    "page-error",  # a page that says that there is no such page, though its status is that of one
    "page-consent",  # a page with no more than a question about cookies
    "page-list",  # a front page, or another list of links
    "page-short",  # a page with less than an article has
    "bad-json",  # a line that isn't a JSON object
    "no-text",  # a line whose object has no text
    "bad-field",  # a line with a field of the wrong type or form, named in `field`
    "no-feed",  # neither a feed, nor a page that names one
    "too-slow",  # it takes too long to be read
    "not-opml",  # a file that should list feeds and isn't OPML
]


@dataclass(eq=False)
class SourceError(FactboxError):
    """A source that can't be read, or a line of it (counted from 1) while the others can."""

    source: str
    problem: SourceProblem
    line: int | None = None
    field: str | None = None
    limit: int | None = None


FetchProblem = Literal[
    "address",  # not http or https, or malformed
    "credentials",  # a user name or a password in it
    "not-public",  # leads into a network that isn't public
    "not-found",  # status 404 or 410
    "refused",  # status 401, 403 or 451
    "busy",  # status 429 or 503; `retry_after` where the site told it
    "status",  # another status than that of a page
    "redirects",  # more than `limit`
    "too-large",  # over `limit` bytes
    "too-slow",  # over `limit` seconds
    "unreachable",  # no such host, or nobody answers there
    "certificate",  # no verified TLS
    "kind",  # of a media type that isn't read, `kind`
    "robots",  # robots.txt asks programs to leave it alone
    "damaged",  # no HTTP, or not compressed as it says
]


@dataclass(eq=False)
class FetchError(FactboxError):
    """An address that can't be fetched; `retry_after` is in seconds."""

    address: str
    problem: FetchProblem
    status: int | None = None
    retry_after: float | None = None
    limit: int | None = None
    kind: str | None = None


@dataclass(eq=False)
class UnknownArticle(FactboxError):
    """No article has this id."""

    article_id: str


DataProblem = Literal[
    "not-a-directory",
    "not-empty",  # a copy is to be made there
    "read-only",
    "full",
    "newer",  # written by a later version of Factbox
    "busy",  # another process is writing
    "damaged",  # the database can't be read; the index alone is rebuilt without a word
    "killed",  # a process that read articles for it was ended, as for want of memory
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

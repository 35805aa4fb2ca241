"""What a fetch gives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page, a feed or a text as its site sent it, decompressed."""

    address: str
    """Where it was found, after redirects; without a fragment."""
    moved_to: str | None
    """Where it has moved for good (status 301 and 308 all the way), to be asked for from now on."""
    status: int
    content_type: str
    """The media type in lower case without parameters; empty where `unchanged` and none was told."""
    charset: str | None
    """The encoding that the header names, in lower case; it may be wrong."""
    body: bytes
    etag: str | None
    """With `last_modified`, what makes the next fetch conditional."""
    last_modified: str | None
    max_age: int | None
    """Seconds for which the site wishes not to be asked again; None where it doesn't say."""
    unchanged: bool = False
    """The site said that it is as it was when last fetched (304): the body is empty."""

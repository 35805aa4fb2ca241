"""Web pages that were saved as a file."""

from __future__ import annotations

from knowledge.models import Article
from knowledge.reading.web.pages import read_page


def read(data: bytes, name: str) -> list[Article]:  # noqa: ARG001 - as for all kinds
    """The article of a page. Raises SourceError."""
    return [read_page(data)]

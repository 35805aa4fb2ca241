"""What stands in a piece of HTML that a feed gives, as plain text."""

from __future__ import annotations

import html
import re

from knowledge.following.entries import clean

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,1000}>")


def without_markup(text: str, limit: int) -> str:
    """The first `limit` characters of `text`, which may be HTML, as one plain line."""
    return clean(html.unescape(_TAG.sub(" ", text[: 10 * limit])), limit)


def prose_length(content: str) -> int:
    """How many characters of text a content has; 0 where its end says that it is only a beginning."""
    text = without_markup(content, len(content)).rstrip("])} ")
    return 0 if text.endswith(("…", "...")) else len(text)

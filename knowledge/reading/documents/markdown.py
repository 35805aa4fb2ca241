"""Markdown to articles, with what stands in front of it as YAML or TOML."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from knowledge.errors import SourceError
from knowledge.models import Article
from knowledge.reading.decoding import NotText, decode
from knowledge.reading.documents.said import articles_of
from knowledge.reading.fields import Place, given

_FRONT = re.compile(
    r"\s*(?:---[ \t]*\n(?P<yaml>.*?)\n(?:---|\.\.\.)|\+\+\+[ \t]*\n(?P<toml>.*?)\n\+\+\+)[ \t]*(?:\n|$)", re.S
)
_LONGEST_FRONT = 100_000
_NAMES = {
    "title": ("title", "headline"),
    "date": ("date", "published", "publishdate", "pubdate"),
    "author": ("author", "authors", "byline"),
    "publisher": ("publisher", "source", "publication"),
    "url": ("canonical", "canonical_url", "canonicalurl", "original_url", "url", "link"),
    "language": ("lang", "language", "locale"),
}
"""The fields of an article, with their names in front matter, the surest first."""


def read(data: bytes, name: str) -> list[Article]:
    """The articles in Markdown; one, where something stands in front of it. Raises SourceError."""
    try:
        text = decode(data).replace("\r\n", "\n")
    except NotText:
        raise SourceError(name, "binary") from None
    front = _FRONT.match(text, 0, _LONGEST_FRONT)
    said = _front_matter(front) if front else None
    articles = articles_of(_plain(text[front.end() :] if front and said is not None else text), name)
    return articles if not said else [_with(articles, said, Place(name))]


def _with(articles: Sequence[Article], said: Mapping[str, Any], place: Place) -> Article:
    """One article of all, with the fields that were said; what was not said stays as the text has it."""
    fields = {field: value for field, value in given(said, place).items() if value}
    first = articles[0]
    own = {field: getattr(first, field) for field in ("title", "publisher", "published", "url", "language")}
    return Article(**{**own, **fields, "text": "".join(article.text for article in articles)})


def _front_matter(front: re.Match[str]) -> dict[str, Any] | None:
    """The fields in front matter, by the names of an article's; None where it is neither YAML nor TOML."""
    try:
        # The base loader makes strings, lists and mappings of them, and nothing else: "no" stays a title.
        table = tomllib.loads(front["toml"]) if front["toml"] else yaml.load(front["yaml"], yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, tomllib.TOMLDecodeError, ValueError, RecursionError):
        return None
    if not isinstance(table, dict):
        return None
    lowered = {str(key).lower(): _value(value) for key, value in table.items()}
    return {
        field: next((lowered[name] for name in names if lowered.get(name)), None) for field, names in _NAMES.items()
    }


def _value(value: object) -> str | None:
    """A value as a string: several authors joined; None for what can't be one, and for a path within a site."""
    if isinstance(value, list):  # no deeper: YAML's lists may hold themselves
        return ", ".join(item for item in value[:20] if isinstance(item, str))
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value if isinstance(value, str) and not value.startswith("/") else None


def _plain(text: str) -> str:
    """The words of Markdown, a blank line between blocks; code, pictures and HTML are left out."""
    blocks: list[str] = []
    row: list[str] | None = None
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close" and row:
            blocks.append(" | ".join(filter(None, row)))
            row = None
        elif token.type == "inline":
            (blocks if row is None else row).append(_words(token.children or []))
    return "\n\n".join(filter(None, blocks))


def _words(tokens: Sequence[Token]) -> str:
    spaces = {"softbreak": " ", "hardbreak": "\n"}
    kept = ("text", "code_inline", "text_special")
    return "".join(token.content if token.type in kept else spaces.get(token.type, "") for token in tokens).strip()

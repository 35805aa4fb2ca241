"""An article as one line of JSON, and the digests by which it is told whether two are the same."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from hashlib import blake2b
from typing import Any

from knowledge.models import Article


def as_json(article: Article) -> str:
    """All fields of an article."""
    fields = {
        "id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "language": article.language,
        "author": article.author,
        "text": article.text,
    }
    return json.dumps(fields, ensure_ascii=False)


def from_json(content: str | bytes) -> Article:
    """The article that `as_json` wrote."""
    fields: dict[str, Any] = json.loads(content)
    published = fields.pop("published")
    return Article(published=date.fromisoformat(published) if published else None, **fields)


def digest(article: Article) -> int:
    """A hash of all fields, 63 bits: what an SQLite number holds."""
    return _hash([as_json(article)])


def fingerprint(sentences: Iterable[str]) -> int:
    """A hash of what an article says, 63 bits, whatever its letters' case and the white space."""
    return _hash("".join(sentence.split()).casefold() for sentence in sentences)


def _hash(parts: Iterable[str]) -> int:
    hashed = blake2b(digest_size=8)
    for part in parts:
        hashed.update(part.encode())
    return int.from_bytes(hashed.digest(), "big") >> 1

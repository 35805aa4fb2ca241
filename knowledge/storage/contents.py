"""An article as one line of JSON, and the digests by which it is told whether two are the same."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import blake2b
from heapq import nsmallest
from typing import Any, NamedTuple

from knowledge.models import Article

_ENCODER = json.JSONEncoder(ensure_ascii=False)
_SAMPLE = 4
_FEWEST_SHARED = 2
_SHARE = 0.5
_LONGER = 40
"""Letters from which a sentence says something of its own."""


def fields_of(article: Article) -> dict[str, str | None]:
    """All fields of an article, as JSON can hold them."""
    return {
        "id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "language": article.language,
        "author": article.author,
        "text": article.text,
    }


def as_json(article: Article) -> str:
    """All fields of an article."""
    return _ENCODER.encode(fields_of(article))


def from_json(content: str | bytes) -> Article:
    """The article that `as_json` wrote."""
    return of_fields(json.loads(content))


def of_fields(fields: Mapping[str, Any]) -> Article:
    """The article of which `fields_of` tells."""
    published = fields["published"]
    return Article(**{**fields, "published": date.fromisoformat(published) if published else None})


def digest(article: Article) -> int:
    """A hash of all fields, 63 bits: what an SQLite number holds."""
    return digest_of(as_json(article))


def digest_of(content: str) -> int:
    """The digest of the article that `content` is as JSON."""
    return _hash(content)


class Said(NamedTuple):
    """What an article says, whatever its letters' case and the white space.

    `fingerprint` is a hash of all, 63 bits. `sample` are the least hashes of its longer sentences, at most four: those
    of two articles that share half of their sentences have one in common, nine times out of ten (min-wise sampling,
    Broder, 1997, "On the resemblance and containment of documents").
    """

    fingerprint: int
    sample: tuple[int, ...]


def said(sentences: Iterable[str]) -> Said:
    """What an article with these sentences says."""
    folded = list(map(_folded, sentences))
    return Said(_hash("".join(folded)), tuple(nsmallest(_SAMPLE, _hashes(folded))))


def is_mostly_shared(sentences: Iterable[str], others: Iterable[str]) -> bool:
    """Whether half of the longer sentences of the article that has fewer, and two at least, stand in the other too."""
    ours, theirs = (_hashes(map(_folded, texts)) for texts in (sentences, others))
    return len(ours & theirs) >= max(_FEWEST_SHARED, _SHARE * min(len(ours), len(theirs)))


def _hashes(folded: Iterable[str]) -> set[int]:
    return {_hash(sentence) for sentence in folded if len(sentence) >= _LONGER}


def _folded(sentence: str) -> str:
    # Spaces go first, which is fast, and leave hardly anything to split at.
    return "".join(sentence.replace(" ", "").split()).casefold()


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big") >> 1

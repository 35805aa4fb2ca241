"""Where the sentences of an article start and end, as bytes: pairs of numbers of 4 bytes, little endian."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from knowledge.models import Article, Record, Sentence, Span

_NUMBER = np.dtype("<u4")

SPAN_SIZE = 8
"""Bytes of a span."""


def packed(spans: Iterable[Span]) -> bytes:
    """The spans as bytes."""
    return np.array(list(spans), _NUMBER).tobytes()


def unpacked(content: bytes) -> list[Span]:
    """The spans that `packed` wrote."""
    numbers: list[int] = np.frombuffer(content, _NUMBER).tolist()
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def spans_of(sentences: Sequence[Sentence]) -> bytes:
    """The spans of an article's sentences, in order, as bytes."""
    return packed((sentence.start, sentence.end) for sentence in sentences)


def record(article: Article, content: bytes) -> Record:
    """The article with its sentences."""
    return article, [
        Sentence(article.id, position, start, end, article.text[start:end])
        for position, (start, end) in enumerate(unpacked(content))
    ]

"""The articles of a segment and their sentences, of which no more is read than is asked for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np

from knowledge.mapped.arrays import Arrays
from knowledge.mapped.strings import Strings, pack
from knowledge.models import Article, Record, Sentence, Span
from knowledge.storage.contents import fields_of, of_fields


class Texts:
    """What `Segment` says of `articles`, `texts` and `sentence_bounds`; `positions` are those of the sentences."""

    def __init__(self, arrays: Arrays, positions: Sequence[int]) -> None:
        self._articles = Strings(arrays["articles"], arrays["article_bounds"])
        self._texts = Strings(arrays["texts"], arrays["text_bounds"])
        self._ids = Strings(arrays["article_ids"], arrays["article_id_bounds"])
        self._bounds: Any = arrays["sentence_bounds"].data
        self._positions = positions

    def article(self, number: int) -> Article:
        """An article by its number."""
        return of_fields({**json.loads(self._articles[number]), "text": self._texts[number].decode()})

    def text(self, article: int, sentence: int) -> str:
        """What one of an article's sentences says, both by their numbers."""
        return self._texts.part(article, self._bounds[sentence, 0], self._bounds[sentence, 1]).decode()

    def lengths(self, numbers: Iterable[int]) -> list[int]:
        """The lengths of sentences in bytes."""
        return [self._bounds[number, 1] - self._bounds[number, 0] for number in numbers]

    def sentences(self, article: int, numbers: Iterable[int]) -> Iterator[Sentence]:
        """Some of an article's sentences, in order, by their numbers."""
        article_id = self._ids[article].decode()
        done = end = 0
        for number in numbers:
            text = self.text(article, number)
            start = end + len(self._texts.part(article, done, self._bounds[number, 0]).decode())
            done, end = self._bounds[number, 1], start + len(text)
            yield Sentence(article_id, self._positions[number], start, end, text)


def text_arrays(records: Sequence[Record]) -> Arrays:
    """The arrays that `Texts` reads."""
    articles, bounds = pack(json.dumps(_but_text(article), ensure_ascii=False).encode() for article, _ in records)
    texts, text_bounds = pack(article.text.encode() for article, _ in records)
    spans = [span for article, sentences in records for span in _in_bytes(article.text, sentences)]
    return {
        "articles": articles,
        "article_bounds": bounds,
        "texts": texts,
        "text_bounds": text_bounds,
        "sentence_bounds": np.array(spans, np.uint32).reshape(-1, 2),
    }


def _but_text(article: Article) -> dict[str, str | None]:
    return {name: value for name, value in fields_of(article).items() if name != "text"}


def _in_bytes(text: str, sentences: Sequence[Sentence]) -> Iterator[Span]:
    """Where the sentences start and end in the text as UTF-8."""
    done = end = 0
    for sentence in sentences:
        start = end + len(text[done : sentence.start].encode())
        done, end = sentence.end, start + len(sentence.text.encode())
        yield start, end

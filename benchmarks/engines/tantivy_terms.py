"""tantivy: frequencies without positions, nothing stored but each sentence's number, one thread, one segment."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import tantivy

from benchmarks.corpus import Corpus
from benchmarks.engines import BEST
from benchmarks.questions import Question

_HEAP = 1_500_000_000


def build(corpus: Corpus, folder: Path) -> None:
    """With as much memory as makes one segment."""
    fill(folder, corpus)


def fill(folder: Path, corpus: Corpus, articles: Iterable[bytes] = ()) -> None:
    """Index the sentences, and store the articles, each as it stands in the file."""
    index = tantivy.Index(_schema(), path=str(folder))
    writer = index.writer(heap_size=_HEAP, num_threads=1)
    for number, line in enumerate(corpus.terms()):
        writer.add_document(tantivy.Document(terms=line, number=number))
    for article in articles:
        writer.add_document(tantivy.Document(article=article))
    writer.commit()
    writer.wait_merging_threads()


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("terms", stored=False, tokenizer_name="whitespace", index_option="freq")
    builder.add_integer_field("number", stored=False, indexed=False, fast=True)
    builder.add_bytes_field("article", stored=True, indexed=False)
    return builder.build()


class Opened:
    """The index, mapped."""

    def __init__(self, folder: Path) -> None:
        self._index = tantivy.Index.open(str(folder))
        self._schema = self._index.schema
        self._searcher = self._index.searcher()

    def prepared(self, question: Question) -> Sequence[str]:
        return question.terms

    def search(self, prepared: Sequence[str]) -> tantivy.SearchResult:
        terms = [tantivy.Query.term_query(self._schema, "terms", term, index_option="freq") for term in prepared]
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
        return self._searcher.search(query, BEST, count=False)

    def best(self, found: tantivy.SearchResult) -> Sequence[tuple[int, float]]:
        numbers = self._searcher.fast_field_values("number", [address for _, address in found.hits])
        return [(int(number or 0), score) for number, (score, _) in zip(numbers, found.hits, strict=True)]

"""What is found out about articles before they are stored: their sentences, their digests, and a segment over them.

Many articles are looked at in processes of their own, one for each processor, while those before them are stored.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from knowledge.keeping.batches import batches
from knowledge.mapped.arrays import write_arrays
from knowledge.models import Article, Record
from knowledge.processes.side_by_side import side_by_side
from knowledge.reading.plain import sentences_of
from knowledge.reading.storable import storable
from knowledge.reading.web.addresses import address_key
from knowledge.storage.contents import digest, said
from knowledge.storage.rows import Stored
from knowledge.storage.spans import spans_of

Known = Callable[[Sequence[str]], Mapping[str, int]]
"""Gives the digests of those of the articles that are stored, by id."""

Workshop = Callable[[], AbstractContextManager[Path]]
"""Gives a folder for the segments that are being made."""


class _Part(NamedTuple):
    """Articles with their digests, and how many more are stored already, just as they were given."""

    new: Sequence[tuple[Article, int]]
    unchanged: int


@dataclass(frozen=True, slots=True)
class Analysed:
    """Articles that may be stored, the file of a segment over them, if there is one, and how many more are stored
    already, just as they were given."""

    stored: Sequence[Stored]
    unchanged: int = 0
    segment: Path | None = None


def analysed(articles: Iterable[Article], workshop: Workshop, known: Known) -> Generator[Analysed]:
    """The articles in order, a part at a time; segments over them are made in a folder of `workshop`.

    Raises SourceError for one with a field that can't be stored.
    """
    updated = set[str]()
    parts = (_unknown(batch, known, updated) for batch in batches(map(storable, articles)))
    first, second = next(parts, None), next(parts, None)
    if first and second:
        with workshop() as folder:
            yield from side_by_side(partial(_analyse, folder), chain((first, second), parts))
    elif first:
        yield Analysed(
            [_stored((article, sentences_of(article)), found) for article, found in first.new], first.unchanged
        )


def stored(article: Article) -> Stored:
    """An article as it is stored, with where its sentences are."""
    return _stored((article, sentences_of(article)), digest(article))


def _unknown(batch: Sequence[Article], known: Known, updated: set[str]) -> _Part:
    """Those of the articles that aren't stored as they are, and how many are.

    `updated` are the ids of those given before that won't be as they are: what comes after them takes them back.
    """
    digests = known([article.id for article in batch])
    new = []
    for article in batch:
        found = digest(article)
        if article.id in updated or digests.get(article.id) != found:
            new.append((article, found))
            updated |= {article.id} & digests.keys()
    return _Part(new, len(batch) - len(new))


def _analyse(folder: Path, part: _Part) -> Analysed:
    """What a process of its own finds out."""
    from knowledge.search.building import build

    records = [(article, sentences_of(article)) for article, _ in part.new]
    path = folder / f"{time.monotonic_ns()}-{os.getpid()}"
    if records:
        write_arrays(path, build(records, digests=[found for _, found in part.new]))
    listed = [_stored(record, found) for record, (_, found) in zip(records, part.new, strict=True)]
    return Analysed(listed, part.unchanged, path if records else None)


def _stored(record: Record, its_digest: int) -> Stored:
    article, sentences = record
    says = said(sentence.text for sentence in sentences)
    key = address_key(article.url) if article.url else None
    return Stored(article, spans_of(sentences), its_digest, says.fingerprint, says.sample, key)

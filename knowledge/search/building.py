"""Articles to the arrays of a segment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b

import numpy as np

from knowledge.language.terms import folded
from knowledge.mapped.arrays import Arrays
from knowledge.mapped.strings import pack
from knowledge.models import Record
from knowledge.search.entries import narrow
from knowledge.search.heading import LONGEST_TITLE, heading
from knowledge.search.holding import held, held_in_parts
from knowledge.search.pieces import cut
from knowledge.search.postings import postings
from knowledge.search.sketches import sketches
from knowledge.search.spelling import spelt, words_of
from knowledge.search.tallies import tallies
from knowledge.search.texts import text_arrays
from knowledge.search.weights import DEFAULT, Weights
from knowledge.storage.contents import digest


def build(records: Sequence[Record], weights: Weights = DEFAULT, digests: Sequence[int] | None = None) -> Arrays:
    """The arrays of a segment over the articles; `Segment` says what each holds. At least one article.

    `digests` are given where they are known.
    """
    digests = digests or [digest(article) for article, _ in records]
    sentences = [sentence for _, listed in records for sentence in listed]
    texts = [sentence.text for sentence in sentences]
    first = np.concatenate([[0], np.cumsum([len(listed) for _, listed in records])]).astype(np.uint32)
    publishers = _publisher_numbers(records)
    pieces = cut(texts)
    found = spelt(pieces.followed_by(article.title for article, _ in records))
    holds = held(texts, pieces)
    return {
        **postings(texts, pieces.followed_by(heading(article) for article, _ in records), first, weights),
        **words_of(found, len(texts)),
        **_articles(records, publishers),
        **text_arrays(records),
        **tallies(records, publishers),
        "article_digest": np.array(digests, np.uint64),
        "article_sentence": first,
        "sentence_position": narrow(np.array([sentence.position for sentence in sentences], np.int64)),
        "sentence_holds": holds,
        "article_holds": held_in_parts(holds, first),
        "sentence_sketch": sketches(found)[: len(texts)],
    }


def _articles(records: Sequence[Record], publishers: Mapping[str, int]) -> Arrays:
    ids, id_bounds = pack(article.id.encode() for article, _ in records)
    names, name_bounds = pack(name.encode() for name in publishers)
    titles, title_bounds = pack(folded(article.title[:LONGEST_TITLE]).encode() for article, _ in records)
    return {
        "article_ids": ids,
        "article_id_bounds": id_bounds,
        "article_published": np.array([a.published.toordinal() if a.published else 0 for a, _ in records], np.int32),
        "article_key": np.array([_key(article.id) for article, _ in records], np.uint64),
        "article_publisher": np.array([publishers.get(a.publisher or "", -1) for a, _ in records], np.int32),
        "publishers": names,
        "publisher_bounds": name_bounds,
        "titles": titles,
        "title_bounds": title_bounds,
    }


def _publisher_numbers(records: Sequence[Record]) -> dict[str, int]:
    """The publishers in the order of the alphabet, each with its number."""
    publishers = sorted({article.publisher for article, _ in records if article.publisher})
    return {publisher: number for number, publisher in enumerate(publishers)}


def _key(article_id: str) -> int:
    return int.from_bytes(blake2b(article_id.encode(), digest_size=8).digest(), "big")

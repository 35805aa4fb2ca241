"""Articles to the arrays of a segment."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any

import numpy as np

from knowledge.language.expectations import held_by
from knowledge.language.spelling import SHORTEST
from knowledge.language.terms import folded, words
from knowledge.language.transliteration import sound
from knowledge.language.wording import SKETCH_SIZE, sketch
from knowledge.mapped.arrays import Arrays
from knowledge.mapped.strings import pack
from knowledge.models import Article, Record
from knowledge.search.heading import LONGEST_TITLE, heading
from knowledge.search.postings import postings
from knowledge.search.tallies import tallies
from knowledge.search.weights import DEFAULT, Weights


def build(records: Sequence[Record], weights: Weights = DEFAULT) -> Arrays:
    """The arrays of a segment over the articles; `Segment` says what each holds. At least one article."""
    sentences = [sentence for _, listed in records for sentence in listed]
    texts = [sentence.text for sentence in sentences]
    article_of = np.repeat(np.arange(len(records), dtype=np.uint32), [len(listed) for _, listed in records])
    publishers = _publisher_numbers(records)
    positions = np.array([sentence.position for sentence in sentences], np.uint32)
    return {
        **postings(texts, [heading(article) for article, _ in records], article_of, weights),
        **_vocabulary([*texts, *(article.title for article, _ in records)]),
        **_names(texts),
        **_articles(records, publishers),
        **tallies(records, publishers),
        "sentence_article": article_of,
        "sentence_position": positions,
        "sentence_bounds": np.array([(s.start, s.end) for s in sentences], np.uint32).reshape(-1, 2),
        "sentence_holds": np.array([held_by(text) for text in texts], np.uint16),
        "sentence_sketch": np.array([sketch(text) for text in texts], np.uint32).reshape(-1, SKETCH_SIZE),
        "sentence_prior": weights.priors(positions),
    }


def _vocabulary(texts: Sequence[str]) -> Arrays:
    """The words as they are spelt, folded, with the number of texts that hold each."""
    counts = Counter(word for text in texts for word in {word.text for word in words(text)})
    ordered = sorted(counts.items(), key=lambda item: item[0].encode())
    spelt, bounds = pack(word.encode() for word, _ in ordered)
    return {"words": spelt, "word_bounds": bounds, "word_texts": np.array([n for _, n in ordered], np.uint32)}


def _names(texts: Sequence[str]) -> Arrays:
    """The words that are always written with a capital, the first of a sentence not looked at, each after its sound."""
    capital: set[str] = set()
    small: set[str] = set()
    for text in texts:
        for word in list(words(text))[1:]:
            if len(word.text) >= SHORTEST:
                (capital if text[word.start].isupper() else small).add(word.text)
    names, bounds = pack(sorted(f"{sound(name)} {name}".encode() for name in capital - small))
    return {"names": names, "name_bounds": bounds}


def _articles(records: Sequence[Record], publishers: Mapping[str, int]) -> Arrays:
    listed, bounds = pack(json.dumps(_as_json(article), ensure_ascii=False).encode() for article, _ in records)
    ids, id_bounds = pack(article.id.encode() for article, _ in records)
    names, name_bounds = pack(name.encode() for name in publishers)
    titles, title_bounds = pack(folded(article.title[:LONGEST_TITLE]).encode() for article, _ in records)
    return {
        "articles": listed,
        "article_bounds": bounds,
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


def _as_json(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published.isoformat() if article.published else None,
        "url": article.url,
        "language": article.language,
        "text": article.text,
    }

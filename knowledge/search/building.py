"""Articles to the arrays of a segment."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags_array
from sklearn.feature_extraction.text import CountVectorizer

from knowledge.language.expectations import Holds, held_by
from knowledge.language.terms import index_terms, words
from knowledge.language.wording import SKETCH_SIZE, sketch
from knowledge.mapped.arrays import Arrays
from knowledge.mapped.strings import pack
from knowledge.models import Article, Record
from knowledge.search.weights import NEIGHBOUR_CREDIT, TITLE_CREDIT, priors, term_weights

_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905


def build(records: Sequence[Record]) -> Arrays:
    """The arrays of a segment over the articles; `Segment` says what each holds. At least one article."""
    sentences = [sentence for _, listed in records for sentence in listed]
    texts = [sentence.text for sentence in sentences]
    article_of = np.repeat(np.arange(len(records), dtype=np.uint32), [len(listed) for _, listed in records])
    positions = np.array([sentence.position for sentence in sentences], np.uint32)
    holds = np.array([held_by(text) for text in texts], np.uint8)
    return {
        **_postings(texts, [_heading(article) for article, _ in records], article_of),
        **_vocabulary([*texts, *(article.title for article, _ in records)]),
        **_articles(records),
        "sentence_article": article_of,
        "sentence_position": positions,
        "sentence_bounds": np.array([(s.start, s.end) for s in sentences], np.uint32).reshape(-1, 2),
        "sentence_holds": holds,
        "sentence_sketch": np.array([sketch(text) for text in texts], np.uint32).reshape(-1, SKETCH_SIZE),
        "sentence_prior": priors(positions, (holds & Holds.QUESTION).astype(bool)),
    }


def _heading(article: Article) -> str:
    """What the whole article is about, as one would ask for it: its title, and the month and year of its date."""
    if not article.published:
        return article.title
    return f"{article.title} {_MONTHS[article.published.month - 1]} {article.published.year}"


def _postings(texts: Sequence[str], titles: Sequence[str], article_of: NDArray[np.uint32]) -> Arrays:
    vectorizer = CountVectorizer(analyzer=index_terms, dtype=np.float32)
    try:
        both = vectorizer.fit_transform([*texts, *titles])
    except ValueError:  # scikit-learn's word for: no term in any text
        return _empty_postings()
    counts, title_counts = both[: len(texts)], both[len(texts) :]
    held = (counts > 0).astype(np.float32)
    credited = (
        _weighted(counts)
        .maximum(_neighbours(held, article_of) * np.float32(NEIGHBOUR_CREDIT))
        .maximum((title_counts[article_of] > 0).astype(np.float32) * np.float32(TITLE_CREDIT))
        .tocsc()
    )
    credited.sort_indices()
    terms, bounds = pack(term.encode() for term in vectorizer.get_feature_names_out())
    return {
        "terms": terms,
        "term_bounds": bounds,
        "term_sentences": np.asarray(held.sum(axis=0)).ravel().astype(np.uint32),
        "posting_bounds": credited.indptr.astype(np.int64),
        "posting_sentence": credited.indices.astype(np.uint32),
        "posting_weight": credited.data.astype(np.float32),
    }


def _empty_postings() -> Arrays:
    terms, bounds = pack([])
    return {
        "terms": terms,
        "term_bounds": bounds,
        "term_sentences": np.zeros(0, np.uint32),
        "posting_bounds": np.zeros(1, np.int64),
        "posting_sentence": np.zeros(0, np.uint32),
        "posting_weight": np.zeros(0, np.float32),
    }


def _weighted(counts: csr_matrix) -> csr_matrix:
    weighted = counts.copy()
    lengths = np.repeat(np.asarray(counts.sum(axis=1)).ravel(), np.diff(counts.indptr))
    weighted.data = term_weights(counts.data, lengths)
    return weighted


def _neighbours(held: csr_matrix, article_of: NDArray[np.uint32]) -> csr_matrix:
    """1 where the sentence before or after, in the same article, holds the term."""
    if len(article_of) < 2:
        return csr_matrix(held.shape, dtype=np.float32)
    same_article = (article_of[1:] == article_of[:-1]).astype(np.float32)
    shift = diags_array([same_article, same_article], offsets=[-1, 1], shape=(len(article_of),) * 2)
    return csr_matrix((shift @ held) > 0).astype(np.float32)


def _vocabulary(texts: Sequence[str]) -> Arrays:
    """The words as they are spelt, folded, with the number of texts that hold each."""
    counts = Counter(word for text in texts for word in {word.text for word in words(text)})
    ordered = sorted(counts.items(), key=lambda item: item[0].encode())
    spelt, bounds = pack(word.encode() for word, _ in ordered)
    return {"words": spelt, "word_bounds": bounds, "word_texts": np.array([n for _, n in ordered], np.uint32)}


def _articles(records: Sequence[Record]) -> Arrays:
    publishers = sorted({article.publisher for article, _ in records if article.publisher})
    number = {publisher: index for index, publisher in enumerate(publishers)}
    listed, bounds = pack(json.dumps(_as_json(article), ensure_ascii=False).encode() for article, _ in records)
    ids, id_bounds = pack(article.id.encode() for article, _ in records)
    names, name_bounds = pack(name.encode() for name in publishers)
    return {
        "articles": listed,
        "article_bounds": bounds,
        "article_ids": ids,
        "article_id_bounds": id_bounds,
        "article_published": np.array([a.published.toordinal() if a.published else 0 for a, _ in records], np.int32),
        "article_key": np.array([_key(article.id) for article, _ in records], np.uint64),
        "article_publisher": np.array([number.get(a.publisher or "", -1) for a, _ in records], np.int32),
        "publishers": names,
        "publisher_bounds": name_bounds,
    }


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

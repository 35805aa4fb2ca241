"""Sentences that were shown, found again for as long as they are the same."""

from __future__ import annotations

from collections.abc import Collection
from hashlib import blake2b
from typing import NamedTuple

from knowledge import Article, Coverage, Sentence, UnknownArticle


class Place(NamedTuple):
    """A sentence: the id of its article, its position there, and a digest of its text, 8 hexadecimal digits."""

    article_id: str
    position: int
    digest: str


def place_of(sentence: Sentence) -> Place:
    """Where the sentence is to be found again."""
    return Place(sentence.article_id, sentence.position, _digest(sentence.text))


def found_at(
    place: Place, coverage: Coverage, publishers: Collection[str] = ()
) -> tuple[Article, Sentence, list[Sentence]] | None:
    """The article of a place, the sentence there, and all of the article's sentences.

    None where the article is gone, isn't by one of `publishers` (none for all), or says something else there now.
    """
    try:
        article, sentences = coverage.article(place.article_id), coverage.sentences(place.article_id)
    except UnknownArticle:
        return None
    if publishers and (article.publisher or "").casefold() not in {name.strip().casefold() for name in publishers}:
        return None
    same = (one for one in sentences if one.position == place.position and _digest(one.text) == place.digest)
    sentence = next(same, None)
    return (article, sentence, sentences) if sentence else None


def _digest(text: str) -> str:
    return blake2b(text.encode(errors="surrogatepass"), digest_size=4).hexdigest()

"""What a person is quoted with: words of theirs, verbatim, and on request what is only reported that they said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

import numpy as np

from knowledge.answering.links import link_to
from knowledge.answering.reports import SAME_WORDING
from knowledge.answering.speakers import Speaker, speaker_named
from knowledge.answering.topics import Topic
from knowledge.answering.understanding import Understanding, understand
from knowledge.language.speech.speeches import Speech, paragraph_starts, speech_in
from knowledge.language.terms import words
from knowledge.language.wording import shared_wording, wording
from knowledge.models import Article, Filters, Quote, Sentence
from knowledge.search.index import Index
from knowledge.search.segment import Segment

_MOST_ARTICLES = 200
"""Articles read for one call: those nearest to the topic, then the newest."""

_MOST_HITS = 2_000

_MOST_SENTENCES = 1_000
"""Sentences read of one article."""


class _Found(NamedTuple):
    """A quote, with how much of the topic it holds."""

    share: float
    quote: Quote


def quotes(
    speaker: str,
    about: str | None,
    index: Index,
    filters: Filters | None = None,
    limit: int = 10,
    reported: bool = False,
) -> tuple[Quote, ...]:
    """What somebody said in the coverage, at most `limit` quotes, one a sentence; none of somebody it doesn't know.

    With `about` the best come first, else the newest article, in the order of its text; a quote whose sentence has
    nothing of it counts where the one before, in the same speech, names it. Words that several articles
    have are those of the one published first. `reported` adds what is told in words that aren't the speaker's own.
    """
    person = speaker_named(speaker, index.vocabulary(filters.publishers if filters else ()))
    if person is None:
        return ()
    asked = understand(about, index, filters) if about else None
    topic = Topic(asked, index) if asked and asked.query.terms else None
    found = [
        _Found(share, quote)
        for article in _articles(person, asked, index, filters)
        for share, quote in _quotes_of(person, article, index, topic, reported)
    ]
    originals = _without_copies(sorted(found, key=_by_date))
    return tuple(found.quote for found in sorted(originals, key=_by_share)[:limit])


def _articles(person: Speaker, asked: Understanding | None, index: Index, filters: Filters | None) -> list[Article]:
    """The articles that hold the name: those nearest to what is asked about, then the newest."""
    holding = {place: sentence for segment in index.segments for place, sentence in _holding(segment, person, filters)}
    hits = index.search(asked.query, _MOST_HITS) if asked else ()
    nearest = [(hit.segment, hit.segment.article_of(hit.number)) for hit in hits]
    newest = sorted(holding, key=lambda place: -int(place[0].published[place[1]]))
    wanted = dict.fromkeys(place for place in (*nearest, *newest) if place in holding)
    return [place[0].article(holding[place]) for place in islice(wanted, _MOST_ARTICLES)]


def _holding(segment: Segment, person: Speaker, filters: Filters | None) -> Iterator[tuple[tuple[Segment, int], int]]:
    """The articles of a segment that hold the name, each by its number there, and a sentence of each."""
    held = [segment.counting(term) for term in person.terms]
    sentences = np.unique(np.concatenate(held)).astype(np.intp)
    if filters:
        sentences = sentences[segment.allowed(filters)[sentences]]
    numbers, firsts = np.unique(segment.articles_of(sentences), return_index=True)
    for number, sentence in zip(numbers.tolist(), sentences[firsts].tolist(), strict=True):
        yield (segment, number), sentence


def _newest_first(article: Article) -> tuple[int, str]:
    return -article.published.toordinal() if article.published else 0, article.id


def _quotes_of(
    person: Speaker, article: Article, index: Index, topic: Topic | None, reported: bool
) -> Iterator[tuple[float, Quote]]:
    sentences = tuple(index.sentences_of(article.id) or ())[:_MOST_SENTENCES]
    said = _speech(article, sentences)
    persons = person.among({speech.speaker for speech in said})
    speaking = {(speech.position, speech.speaker) for speech in said}
    taken: set[int] = set()
    for speech in sorted(said, key=lambda speech: (speech.position, not speech.spans)):
        place = speech.position
        if speech.speaker not in persons or place in taken or not (speech.spans or reported):
            continue
        sentence = sentences[place]
        goes_on = (place - 1, speech.speaker) in speaking
        share = _share(topic, article, sentences, place, goes_on) if topic else 1.0
        if share:
            taken.add(place)
            yield share, Quote(speech.speaker.name, sentence, article, speech.spans, link_to(article, sentence))


def _share(topic: Topic, article: Article, sentences: Sequence[Sentence], place: int, goes_on: bool) -> float:
    """How much of the topic a sentence holds, or half of what the one before does, whose speech goes on; else 0."""
    around = [*sentences[max(0, place - 1) : place], *sentences[place + 1 : place + 2]]
    own = topic.held(sentences[place], article, around)
    return own or (topic.held(sentences[place - 1], article, ()) / 2 if goes_on else 0.0)


@lru_cache(maxsize=1 << 9)
def _speech(article: Article, sentences: tuple[Sentence, ...]) -> list[Speech]:
    """What is said in an article: the same ones are read for each speaker and topic."""
    return speech_in([sentence.text for sentence in sentences], paragraph_starts(article.text, sentences))


def _by_date(found: _Found) -> tuple[date, str, int]:
    article = found.quote.article
    return article.published or date.max, article.id, found.quote.sentence.position


def _by_share(found: _Found) -> tuple[float, int, str, int]:
    return (-found.share, *_newest_first(found.quote.article), found.quote.sentence.position)


def _without_copies(found: Iterable[_Found]) -> list[_Found]:
    """The quotes without those whose words an article before has, or a sentence before in the same one."""
    kept: list[_Found] = []
    by_gram: dict[str, list[Quote]] = defaultdict(list)
    for one in found:
        grams = wording(_words(one.quote))
        others = {id(quote): quote for gram in grams for quote in by_gram[gram]}
        if not any(_is_copy(one.quote, other) for other in others.values()):
            kept.append(one)
            for gram in grams:
                by_gram[gram].append(one.quote)
    return kept


def _is_copy(one: Quote, other: Quote) -> bool:
    ours, theirs = _words(one), _words(other)
    if one.article.id == other.article.id:  # which may quote a part first, and then the whole
        return [word.text for word in words(ours)] == [word.text for word in words(theirs)]
    return shared_wording(ours, theirs) >= SAME_WORDING


def _words(quote: Quote) -> str:
    """What the speaker is quoted with, or the whole sentence where that is only reported."""
    return " … ".join(quote.sentence.text[start:end] for start, end in quote.spans) or quote.sentence.text

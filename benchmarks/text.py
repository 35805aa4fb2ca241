"""Articles made up from a seed, with the statistics of news: the same for the same seed, at any length.

The sentences of the seed articles are moulds: what isn't a stop word in them becomes another word, name, number or day.
How often a word comes was fitted to the sentences of SelQA and XQuAD: by its rank, flatter at the top than Zipf's law
and steeper in the tail, as Montemurro found ("Beyond the Zipf-Mandelbrot law in quantitative linguistics", 2001). An
article has a topic, and words and names of its own that come again in it, so that a third of a sentence's terms were
there before; some articles print one before once more. The words are English, the rarest of them and the names made up.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import chain, islice, pairwise

import numpy as np
from numpy.typing import NDArray

from benchmarks.moulds import Moulds, Slot
from benchmarks.vocabulary import Vocabulary
from knowledge import Article

VERSION = 1
"""Raised when the same seed gives other articles."""
SENTENCES = 53
"""Of an article, as a mean."""

_BLOCK = 200
"""Articles that are made at once."""
_COPIES = 0.03
_OWN_WORDS, _OWN_NAMES = 0.35, 0.85
"""Shares: of articles that are copies, of words and names that are the article's own."""
_TOPICS = 400
_TOPIC_WORDS, _TOPIC_NAMES = 1_000, 150
_ARTICLE_WORDS, _ARTICLE_NAMES = 60, 12
_DAYS = 7_000
_FIRST_DAY = date(2005, 1, 1)

Ids = NDArray[np.int64]


def articles(count: int, seed: int = 1) -> Iterator[Article]:
    """`count` articles."""
    return islice(_Maker(seed).articles(), count)


@cache
def _stock() -> tuple[Vocabulary, Moulds]:
    """What articles are made of, which is the same for every seed."""
    return Vocabulary(), Moulds()


class _Maker:
    def __init__(self, seed: int) -> None:
        self._chance = np.random.default_rng(seed)
        self._words, self._moulds = _stock()
        self._topics = {
            Slot.WORD: self._words.of_topics(self._chance, Slot.WORD, _TOPICS, _TOPIC_WORDS),
            Slot.NAME: self._words.of_topics(self._chance, Slot.NAME, _TOPICS, _TOPIC_NAMES),
        }
        self._publishers = [
            f"{self._words.place(self._chance)} {kind}" for kind in ("Times", "Post") for _ in range(90)
        ]

    def articles(self) -> Iterator[Article]:
        """Articles without end."""
        last: Article | None = None
        for number, article in enumerate(chain.from_iterable(iter(self._block, None))):
            publisher = self._publishers[self._chance.integers(len(self._publishers))]
            text = last if last and self._chance.random() < _COPIES else article
            last = replace(text, id="", publisher=publisher, url=f"https://news.example/{number}")
            yield last

    def _block(self) -> list[Article]:
        """Some articles, of no publisher yet."""
        lengths = self._chance.normal(SENTENCES, SENTENCES / 4, _BLOCK).clip(5).astype(np.int64)
        topics = self._chance.integers(_TOPICS, size=_BLOCK)
        own = {
            Slot.WORD: self._own(topics, Slot.WORD, _ARTICLE_WORDS),
            Slot.NAME: self._own(topics, Slot.NAME, _ARTICLE_NAMES),
        }
        texts = self._sentences(np.repeat(np.arange(_BLOCK), lengths), own)
        days = self._chance.integers(_DAYS, size=_BLOCK).tolist()
        bounds = pairwise([0, *np.cumsum(lengths).tolist()])
        return [
            Article(
                text="\n\n".join(" ".join(texts[at : min(at + 3, end)]) for at in range(first, end, 3)),
                title=self._title(own[Slot.WORD][number], own[Slot.NAME][number]),
                published=_FIRST_DAY + timedelta(days=days[number]),
                language="en",
            )
            for number, (first, end) in enumerate(bounds)
        ]

    def _own(self, topics: Ids, kind: Slot, count: int) -> Ids:
        """Words or names of each article's own (articles, count), most of them such as the topic often has."""
        of_topic = self._topics[kind][topics]
        places = (of_topic.shape[1] * self._chance.random((len(topics), count)) ** 2).astype(np.int64)
        return np.take_along_axis(of_topic, places, axis=1)

    def _sentences(self, article_of: Ids, own: dict[Slot, Ids]) -> list[str]:
        """A sentence for each place in `article_of`, which is the number of its article in the block."""
        moulds = self._moulds.pick(self._chance, len(article_of))
        kinds, sizes = self._moulds.slots(moulds)
        articles_of_slots = np.repeat(article_of, sizes)
        found = np.empty(len(kinds), np.int64)
        for kind in Slot:
            (places,) = (kinds == kind).nonzero()
            found[places] = self._fill(kind, articles_of_slots[places], own)
        return self._moulds.filled(moulds, self._words.strings(found))

    def _fill(self, kind: Slot, article_of: Ids, own: dict[Slot, Ids]) -> Ids:
        """What stands in slots of a kind."""
        base = kind.base
        found = self._words.pick(self._chance, base, len(article_of))
        if base in own:
            share, size = (_OWN_WORDS, _ARTICLE_WORDS) if base is Slot.WORD else (_OWN_NAMES, _ARTICLE_NAMES)
            (again,) = (self._chance.random(len(found)) < share).nonzero()
            places = (size * self._chance.random(len(again)) ** 2.5).astype(np.int64)
            found[again] = own[base][article_of[again], places]
        return self._words.in_full(found) if kind is Slot.FULL_NAME else found

    def _title(self, words: Ids, names: Ids) -> str:
        name, *rest = self._words.strings(np.concatenate([names[:1], words[:5], names[1:2]]))
        return f"{name} {' '.join(rest)}"

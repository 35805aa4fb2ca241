"""Articles made up from a seed: the sentences of the seed articles with other words, names and numbers in them.

Words follow Zipf's law over a large vocabulary, as in news (Zipf, 1949, "Human Behavior and the Principle of Least
Effort"); a name that an article has comes again in it, and some articles print most of one before.
"""

from __future__ import annotations

import random
import re
from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import accumulate

from knowledge import Article
from knowledge.language.terms import STOP_WORDS
from knowledge.reading.plain import sentences_of
from knowledge.reading.seeds import read_seeds

VOCABULARY = 150_000
NAMES = 40_000
SENTENCES = 53
"""Of an article, as a mean."""

_COPIES = 0.03
_QUOTED = 0.12
_EXCHANGED = 0.35
"""Shares: of articles that are copies, of sentences in quotation marks, of words and names that become others."""
_WORD = re.compile(r"[A-Za-z]+|\d+")
_STARTS = "b br c ch d dr f fl g h j k l m n p pl qu r s sh st t tr v w".split()  # noqa: SIM905
_MIDDLES = "a e i o u ai ea ou".split()  # noqa: SIM905
_ENDS = "n r s t l m d ck nt st ng x".split()  # noqa: SIM905
_SUFFIXES = ("", "s", "ed", "ing", "er", "ly", "ion", "ment", "al", "ity")
_FIRST_NAMES = "John Mary Sergei Anna Barack Hassan Ali Claire Susan Maria Nouri Angela".split()  # noqa: SIM905


def articles(count: int, seed: int = 1) -> Iterator[Article]:
    """`count` articles, the same for the same seed."""
    maker = _Maker(seed)
    return (maker.article(number) for number in range(count))


class _Maker:
    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311
        self._base = [one.text for article in read_seeds() for one in sentences_of(article) if len(one.text) < 600]
        words = Counter(word for text in self._base for word in _WORD.findall(text) if word.islower())
        names = Counter(word for text in self._base for word in _WORD.findall(text)[1:] if word.istitle())
        others = _pseudo_words(VOCABULARY + NAMES)
        real = [word for word, _ in words.most_common() if word not in STOP_WORDS]
        self._words = _Zipf([*real, *others[:VOCABULARY]])
        self._names = _Zipf([*(name for name, _ in names.most_common()), *map(str.title, others[VOCABULARY:])])
        self._publishers = [f"{self._names.pick(self._chance)} {kind}" for kind in ("Times", "Post") for _ in range(90)]
        self._last: Article | None = None

    def article(self, number: int) -> Article:
        chance = self._chance
        publisher, url = chance.choice(self._publishers), f"https://news.example/{number}"
        if self._last and chance.random() < _COPIES:
            return replace(self._last, id="", publisher=publisher, url=url)
        length = max(5, int(chance.gauss(SENTENCES, SENTENCES / 4)))
        people = [f"{chance.choice(_FIRST_NAMES)} {self._names.pick(chance)}" for _ in range(4)]
        sentences = [self._sentence(people) for _ in range(length)]
        paragraphs = (" ".join(sentences[start : start + 3]) for start in range(0, length, 3))
        title = " ".join(self._words.pick(chance) for _ in range(7)).capitalize()
        day = date(2005, 1, 1) + timedelta(days=chance.randrange(7_000))
        text = "\n\n".join(paragraphs)
        self._last = Article(text=text, title=title, publisher=publisher, published=day, url=url, language="en")
        return self._last

    def _sentence(self, people: Sequence[str]) -> str:
        known: dict[str, str] = {}
        text = _WORD.sub(lambda found: self._exchanged(found, known), self._chance.choice(self._base))
        if self._chance.random() < _QUOTED:
            return f"“{text.strip('“”.')},” {self._chance.choice(people)} told reporters."
        return text

    def _exchanged(self, found: re.Match[str], known: dict[str, str]) -> str:
        """Another word, name or number, or the same."""
        word = found[0]
        if len(word) < 3 or word.lower() in STOP_WORDS or self._chance.random() > _EXCHANGED:
            return word
        if word.isdigit():
            return str(self._chance.randrange(10 ** (len(word) - 1), 10 ** len(word)))
        if word.istitle() and found.start():
            return known.setdefault(word, self._names.pick(self._chance))
        return self._words.pick(self._chance) if word.islower() else word


class _Zipf:
    """Strings of which the n-th is picked with a chance of 1 in n + 10."""

    def __init__(self, strings: Sequence[str]) -> None:
        self._strings = strings
        self._sums = list(accumulate(1 / (rank + 10) for rank in range(len(strings))))

    def pick(self, chance: random.Random) -> str:
        return self._strings[bisect(self._sums, chance.random() * self._sums[-1])]


def _pseudo_words(count: int) -> list[str]:
    """Words that look like English and are all different; the same at each call."""
    chance = random.Random(7)  # noqa: S311
    found: dict[str, None] = {}
    while len(found) < count:
        syllables = (chance.choice(_STARTS) + chance.choice(_MIDDLES) for _ in range(chance.choice((1, 2, 2, 3))))
        found["".join(syllables) + chance.choice(_ENDS) + chance.choice(_SUFFIXES)] = None
    return list(found)

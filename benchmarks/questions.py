"""Questions that people may ask of a corpus, made from its sentences with a seed."""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from benchmarks.corpus import Corpus
from knowledge.language.terms import STOP_WORDS, index_terms
from knowledge.reading.plain import sentences_of
from knowledge.search.weights import DEFAULT

MIX = {
    "who, what, when, where": 35,
    "what a name said": 10,
    "rare words": 20,
    "long": 15,
    "a name": 15,
    "common words": 5,
}
"""Parts in a hundred of the questions, by kind; in each, one of twenty is misspelt."""

_MISSPELT = 0.05
_COMMON = 0.02
"""Share of the sentences that hold a word, from which it is asked for in the kinds for it alone."""
_SOURCES = 2_000
"""Sentences that are asked for, of as many articles as there are."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_FORMS = (
    "What {} the {} and {}?",
    "When was the {} {} in {}?",
    "Who {} the {} of {}?",
    "Where did the {} {} {}?",
    "How many {} were {} by {} {}?",
    "Why did the {} {} the {} {}?",
    "What happened to {} after {} {}?",
)


@dataclass(frozen=True, slots=True)
class Question:
    """A question, its terms as they are searched for, and with them the relatives that we search for too."""

    text: str
    kind: str
    terms: Sequence[str]
    forms: Sequence[str]
    postings: int
    """How many postings its terms have together."""


def make_questions(corpus: Corpus, count: int, seed: int) -> None:
    """Write so many distinct questions on the corpus, whose terms have been made."""
    frequency = Counter(term for line in corpus.terms() for term in set(line.split(" ")))
    made = list(_Maker(corpus, frequency, seed).questions(count))
    corpus.questions.write_text(json.dumps([asdict(question) for question in made]), encoding="utf-8")


def read_questions(corpus: Corpus) -> list[Question]:
    """The questions that were written."""
    return [Question(**fields) for fields in json.loads(corpus.questions.read_text(encoding="utf-8"))]


class _Maker:
    def __init__(self, corpus: Corpus, frequency: Mapping[str, int], seed: int) -> None:
        self._chance = random.Random(seed)  # noqa: S311
        self._frequency = frequency
        self._sentences = _some_sentences(corpus, self._chance)
        self._common = _COMMON * sum(1 for _ in corpus.terms())
        self._makers: dict[str, Callable[[list[str], list[str]], list[str] | str]] = {
            "who, what, when, where": self._formed,
            "what a name said": self._said,
            "rare words": lambda words, _: self._by_frequency(words)[: self._chance.randint(2, 4)],
            "long": lambda words, _: self._some(words, self._chance.randint(6, 8)),
            "a name": lambda words, names: [*names[:1], *self._by_frequency(words)[:1]],
            "common words": lambda words, _: self._by_frequency(words)[-self._chance.randint(2, 4) :],
        }

    def questions(self, count: int) -> Iterator[Question]:
        """So many questions, no two with the same terms."""
        kinds = [kind for kind, parts in MIX.items() for _ in range(parts)]
        self._chance.shuffle(kinds)
        seen = set[frozenset[str]]()
        for _ in range(100 * count):
            question = self._question(kinds[len(seen) % len(kinds)])
            if question and frozenset(question.terms) not in seen:
                seen.add(frozenset(question.terms))
                yield question
            if len(seen) == count:
                return
        raise ValueError("the text is too short for so many questions")

    def _question(self, kind: str) -> Question | None:
        """A question on a sentence, where there is one of the kind."""
        words, names = self._chance.choice(self._sentences)
        made = self._makers[kind](words, names) if words and names else ""
        text = made if isinstance(made, str) else " ".join(made)
        terms = list(dict.fromkeys(index_terms(text)))
        if not 1 < len(terms) <= 8:
            return None
        forms = list(dict.fromkeys([*terms, *(form for term in terms for form in DEFAULT.related(term))]))
        postings = sum(self._frequency[term] for term in terms)
        text = self._misspelt(text) if self._chance.random() < _MISSPELT else text
        return Question(text, kind, terms, forms, postings)

    def _formed(self, words: list[str], names: list[str]) -> str:
        form = self._chance.choice(_FORMS)
        wanted = form.count("{}")
        chosen = [*self._some(words, wanted - 1), *names[:1]]
        return form.format(*chosen) if len(chosen) == wanted else ""

    def _said(self, words: list[str], names: list[str]) -> str:
        chosen = self._some(words, self._chance.randint(1, 3))
        return f"What did {self._chance.choice(names)} say about {' '.join(chosen)}?"

    def _by_frequency(self, words: list[str]) -> list[str]:
        return sorted(words, key=lambda word: self._frequency.get(index_terms(word)[0], 0))

    def _some(self, words: list[str], count: int) -> list[str]:
        """Some of the words, as they follow one another."""
        telling = [word for word in words if self._frequency.get(index_terms(word)[0], 0) < self._common]
        first = self._chance.randrange(max(1, len(telling) - count))
        return telling[first : first + count]

    def _misspelt(self, text: str) -> str:
        """The text with two letters exchanged in its longest word."""
        longest = max(_WORD.findall(text), key=len, default="")
        at = len(longest) // 2
        return text.replace(longest, longest[:at] + longest[at : at + 2][::-1] + longest[at + 2 :]) if at > 1 else text


def _some_sentences(corpus: Corpus, chance: random.Random) -> list[tuple[list[str], list[str]]]:
    """The words and the names of sentences from all over the corpus."""
    articles = sum(1 for _ in corpus.articles())
    chosen = set(chance.sample(range(articles), min(articles, _SOURCES)))
    listed = (sentences_of(article) for number, article in enumerate(corpus.articles()) if number in chosen)
    each = _SOURCES // len(chosen)
    return [_words_and_names(one.text) for all_of_it in listed for one in chance.choices(all_of_it, k=each)]


def _words_and_names(sentence: str) -> tuple[list[str], list[str]]:
    found = [word for word in _WORD.findall(sentence) if word.lower() not in STOP_WORDS]
    return [word for word in found if word.islower()], [word for word in found[1:] if word.istitle()]

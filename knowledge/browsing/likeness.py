"""Questions that ask the same in other words, as groups."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from math import ceil

from rapidfuzz.distance import OSA

from knowledge.language.dictionary import is_english
from knowledge.language.terms import CHAT_WORDS, QUESTION_WORDS, STOP_WORDS, WEAK_WORDS, Word, stem, words
from knowledge.storage.feedback import Unanswered

ALIKE = 0.6
"""Share of the terms of two questions, of all that either has, from which they are alike."""

_FORM = STOP_WORDS | WEAK_WORDS | CHAT_WORDS | QUESTION_WORDS
_SHORTEST = 5
"""Letters from which a word may be another one misspelt: "Iran" isn't "Iraq"."""
_MOST = 100
"""Questions that one is compared with, those with its rarest terms first, so that a flood of them takes no longer."""


@dataclass(frozen=True, slots=True)
class LikeQuestions:
    """Questions that are alike: all wordings, the most frequent first, how often they were asked, and the last day."""

    wordings: tuple[str, ...]
    times: int
    day: date

    @property
    def question(self) -> str:
        """The wording that stands for them."""
        return self.wordings[0]


def grouped(questions: Sequence[Unanswered]) -> list[LikeQuestions]:
    """The questions in groups of those that are alike, the group that was asked most first.

    Two are alike that have most of their terms in common (Jaccard's coefficient), where not each has a name or a number
    of its own; a third that is like one of them belongs to both. Few are compared: two sets that are alike have one of
    their rarest terms in common (prefix filtering; Chaudhuri, Ganti and Kaushik, 2006).
    """
    ordered = sorted(questions, key=lambda row: (-row.times, -row.day.toordinal(), row.question))
    groups: dict[int, list[Unanswered]] = defaultdict(list)
    for row, group in zip(ordered, _groups(_asked(ordered)), strict=True):
        groups[group].append(row)
    found = [
        LikeQuestions(tuple(row.question for row in rows), sum(row.times for row in rows), max(row.day for row in rows))
        for rows in groups.values()
    ]
    return sorted(found, key=lambda group: (-group.times, -group.day.toordinal(), group.question))


@dataclass(frozen=True, slots=True)
class _Asked:
    """The terms of a question, and those among them that are names, by their capitals, or numbers."""

    terms: frozenset[str]
    telling: frozenset[str]

    def is_like(self, other: _Asked) -> bool:
        shared = len(self.terms & other.terms)
        if shared < ALIKE * (len(self.terms) + len(other.terms) - shared):
            return False
        return not (self.telling - other.terms and other.telling - self.terms)


def _asked(questions: Sequence[Unanswered]) -> list[_Asked]:
    listed = [list(words(row.question)) for row in questions]
    often = Counter[str]()
    for row, found in zip(questions, listed, strict=True):
        often.update(dict.fromkeys((word.text for word in found), row.times))
    spelt = _spellings(often)
    return [_read(row.question, found, spelt) for row, found in zip(questions, listed, strict=True)]


def _read(question: str, found: Sequence[Word], spelt: Mapping[str, str]) -> _Asked:
    content = [word for word in found if word.text not in _FORM] or found
    stems = {word: stem(spelt.get(word.text, word.text)) for word in content}
    if not stems:
        return _Asked(frozenset([question]), frozenset())
    telling = (stems[word] for word in content if _tells(question, word))
    return _Asked(frozenset(stems.values()), frozenset(telling))


def _tells(question: str, word: Word) -> bool:
    return word.text[0].isdigit() or (word.start > 0 and question[word.start].isupper() and not question.isupper())


def _spellings(often: Mapping[str, int]) -> dict[str, str]:
    """For a word that isn't English and has one slip in it the word that is meant: an English one, else one that is
    more frequent."""
    spelt: dict[str, str] = {}
    known: dict[str, str] = {}
    candidates = [word for word in often if len(word) >= _SHORTEST and word.isalpha()]
    for word in sorted(candidates, key=lambda word: (not is_english(word), -often[word], word)):
        near = [] if is_english(word) else [known[part] for part in _parts(word) if part in known]
        meant = next((other for other in near if OSA.distance(word, other, score_cutoff=1) <= 1), None)
        if meant:
            spelt[word] = meant
            continue
        for part in _parts(word):
            known.setdefault(part, word)
    return spelt


def _parts(word: str) -> list[str]:
    """A word whole and without one letter: two that are a slip apart have one of these in common."""
    return [word, *(word[:place] + word[place + 1 :] for place in range(len(word)))]


def _groups(asked: Sequence[_Asked]) -> list[int]:
    """For each question the number of the first one in its group."""
    first = list(range(len(asked)))

    def root(number: int) -> int:
        while first[number] != number:
            first[number] = number = first[first[number]]
        return number

    for number, others in enumerate(_compared(asked)):
        for other in others:
            if (one := root(number)) != (two := root(other)) and asked[number].is_like(asked[other]):
                first[max(one, two)] = min(one, two)
    return [root(number) for number in range(len(asked))]


def _compared(asked: Sequence[_Asked]) -> Iterator[Iterable[int]]:
    """For each question those before it that may be like it: the first with the same terms, and `_MOST` others."""
    questions = Counter(term for one in asked for term in one.terms)
    holding: dict[str, list[int]] = defaultdict(list)
    same: dict[_Asked, int] = {}
    for number, one in enumerate(asked):
        if number != same.setdefault(one, number):
            yield [same[one]]
            continue
        rarest = sorted(one.terms, key=lambda term: (questions[term], term))
        prefix = rarest[: len(rarest) - ceil(ALIKE * len(rarest)) + 1]
        yield dict.fromkeys(islice((other for term in prefix for other in holding[term]), _MOST))
        for term in prefix:
            holding[term].append(number)

"""Publishers that a question names as the source it asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from knowledge.language.dictionary import is_common, is_english
from knowledge.language.speech.verbs import TELLING
from knowledge.language.terms import STOP_WORDS, Word, words, words_of
from knowledge.models import Span


class Mention(NamedTuple):
    """A publisher as the coverage names it, where in a question it stands with the words that go with it, and whether
    only its own articles can be meant: what a publisher said may stand in another's."""

    publisher: str
    span: Span
    firm: bool


_INSIDE = frozenset({"in", "from", "by"})
_PIECES = frozenset({"article", "articles", "coverage", "reporting", "story", "stories"})
_SAYING = TELLING | {"say", "report", "write", "tell", "claim", "claims", "publish", "published", "call", "describe"}
_TOLD_BY = frozenset({"say", "says", "said", "report", "reports", "reported", "writes", "wrote"})
_LEADING = _INSIDE | {"to", "the", "per"} | _TOLD_BY
_PIECES_AND_SAYING = _PIECES | _SAYING
_FOLLOWING = STOP_WORDS | {"about", "say", "said", "says", "since", "until", "before", "after", "between", "during"}

_MOST_GUESSES = 20
"""Places of a question at which a misspelt publisher is looked for."""


def mentions(question: str, publishers: Sequence[str]) -> list[Mention]:
    """The publishers that a question asks for, in order: "according to The Hindu", "in the Post", "a Post
    article", "per Reuters", "Reuters: ...", "Reuters on ...", "..., says Reuters".

    Names are matched in any case, with or without "The", and where a letter or two are wrong; but a name that is a
    common word ("Today", "The Times") only with a capital letter, and a common word is never taken for a misspelt name.
    """
    names, lengths = _by_core(tuple(publishers))
    found: list[Mention] = []
    guesses = _MOST_GUESSES
    for place in _places(question, lengths):
        if not (cue := place.cue()) or (found and cue[0][0] < found[-1].span[1]):
            continue
        name = names.get(place.core) if place.is_named() else None
        if place.core not in names and guesses:
            guesses -= 1
            name = _misspelt(place.core, names)
        if name:
            found.append(Mention(name, *cue))
    return found


class _Place(NamedTuple):
    """Some words of a question that may name a publisher, from `first` to before `end`; `start` counts a "the" in."""

    question: str
    listed: Sequence[Word]
    start: int
    first: int
    end: int

    @property
    def core(self) -> str:
        """The words as a name is compared."""
        return " ".join(word.text for word in self.listed[self.first : self.end])

    def is_named(self) -> bool:
        """Whether the words can be a name as they are written."""
        if self.end - self.first > 1 or self.question[self.listed[self.first].start].isupper():
            return True
        return self._before()[-2:] == ["according", "to"] or not is_common(self.core)

    def cue(self) -> tuple[Span, bool] | None:
        """The span of the words with those that make them the source asked for, and whether they are firm."""
        before, after = self._before(), self._after()
        if before[-2:] == ["according", "to"]:
            return self._span(2, 0), True
        if before[-1:] == ["per"] or (self.start == 0 and self._mark_after() == ":"):
            return self._span(len(before[-1:]), 0), True
        if self.start == 0 and after in {"on", "about"} and (self.first or not is_common(self.core)):
            return self._span(0, 0), False
        if before[-1:] and before[-1] in _TOLD_BY and self._ends():
            return self._span(1, 0), False
        if after in _PIECES:
            return self._span(0, 1), True
        if after in _SAYING:
            return self._span(0, 1), False
        if before[-1:] and before[-1] in _INSIDE and (after is None or after in _FOLLOWING):
            return self._span(2 if before[-2:-1] == ["published"] else 1, 0), True
        return None

    def _before(self) -> list[str]:
        """The two words before, "the" left out."""
        return [word.text for word in self.listed[max(0, self.start - 2) : self.start]]

    def _after(self) -> str | None:
        """The word that follows without a mark between."""
        if self.end == len(self.listed):
            return None
        last, following = self.listed[self.end - 1], self.listed[self.end]
        return following.text if not self.question[last.end : following.start].strip("'’s ") else None

    def _mark_after(self) -> str:
        return self.question[self.listed[self.end - 1].end :].lstrip()[:1]

    def _ends(self) -> bool:
        """Whether a question ends here, and what comes before stands apart: ", says The Hindu"."""
        verb = self.listed[self.start - 1]
        return self.end == len(self.listed) and self.question[: verb.start].rstrip().endswith((",", ";", "-", "–", "—"))

    def _span(self, before: int, after: int) -> Span:
        return self.listed[self.start - before].start, self.listed[self.end - 1 + after].end


def _places(question: str, lengths: Sequence[int]) -> Iterator[_Place]:
    """The words, as many as the lengths say, at which a word on either side makes a closer look worth while."""
    listed = words_of(question)
    for first in range(len(listed)):
        leads = not first or listed[first - 1].text in _LEADING
        start = first - (first > 0 and listed[first - 1].text == "the")
        for end in (first + length for length in lengths):
            if end <= len(listed) and (leads or (end < len(listed) and listed[end].text in _PIECES_AND_SAYING)):
                yield _Place(question, listed, start, first, end)


@lru_cache(maxsize=4)
def _by_core(publishers: tuple[str, ...]) -> tuple[Mapping[str, str], Sequence[int]]:
    """The publishers by their names as they are compared, and of how many words these are, the most first."""
    names = {core: name for name in publishers if (core := _core(name))}
    return names, sorted({core.count(" ") + 1 for core in names}, reverse=True)


def _core(name: str) -> str:
    """A publisher's name as it is compared: folded, without "The"."""
    parts = [word.text for word in words(name)]
    return " ".join(parts[1:] if parts[0] == "the" and len(parts) > 1 else parts) if parts else ""


def _misspelt(written: str, names: Mapping[str, str]) -> str | None:
    """The publisher whose name is nearest, by one edit, for longer names two; what differs must be no English word."""
    if len(written) < 5:
        return None
    most = 1 if len(written) < 9 else 2
    near = ((OSA.distance(written, core, score_cutoff=most), core) for core in names)
    distance, core = min(near, default=(most + 1, ""))
    return names[core] if distance <= most and not any(map(is_english, _differing(written, core))) else None


def _differing(written: str, core: str) -> Iterator[str]:
    parts, others = written.split(), set(core.split())
    return (part for part in parts if part not in others)

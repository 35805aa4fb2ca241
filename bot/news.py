"""What is news on a topic that is watched.

A fact is news when the topic is answered, the fact was not among what was known, and it answers the topic better than
what was there:

- Known are the `DEPTH` facts nearest to the topic at each look, whether they were strong enough to be answers or not,
  with all their reports. So old coverage that only ranks otherwise is no news, nor is a fact that another publisher
  reports anew; a report with another figure is.
- Better is a fact that ranks above one of those that stood there, the first `FEW` at the look before. Where fewer stood
  there, or are there still, a fact may take an empty place among the first `FEW` if its score is not below `_FIT` of
  the best. Ranks and scores are compared in the new answer alone: all scores grow with the coverage.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import chain
from zlib import crc32

from bot.memory.watches import Seen, Wording
from knowledge import Answer, Fact
from knowledge.answering.reports import same_fact
from knowledge.language.figures.in_text import figures
from knowledge.language.terms import words_of
from knowledge.language.wording import SKETCH_SIZE, sketch

FEW = 3
"""Facts that stand there: those of a reply to `/ask`."""
_FIT = 0.5
"""Share of the best score from which a fact fits where nothing stood."""
DEPTH = 40
"""Facts asked for at a look."""
_MOST = 20
"""Facts that may be news at once."""
_KNOWN = 160
"""Wordings kept: those of a look, and the last of those before."""


def seen_in(answer: Answer, version: int, publishers: Iterable[str], before: Seen | None = None) -> Seen:
    """What is to be remembered of the answer to a topic, and of what was known `before`."""
    told = [_wordings(fact) for fact in answer.facts]
    reported = chain.from_iterable(wordings[1:] for wordings in told)
    known = dict.fromkeys([*(wordings[0] for wordings in told), *reported, *(before.known if before else ())])
    standing = min(FEW, len(told)) if answer.answered else 0
    return Seen(version, _digest(publishers), standing, tuple(known)[:_KNOWN])


def news_in(answer: Answer, before: Seen, now: Seen) -> list[Fact]:
    """The facts of the answer that are news, the best first.

    None where other publishers are shown now than before: what may be seen for the first time isn't new.
    """
    if not answer.answered or before.publishers != now.publishers:
        return []
    told = [_wordings(fact) for fact in answer.facts]
    reach = min(_reach(answer.facts, told, before.known[: before.standing]), _MOST)
    new = [_is_new(wordings, before) for wordings in told]
    old = [fact.sentence.text for fact, fresh in zip(answer.facts, new, strict=True) if not fresh]
    candidates = (fact for fact, fresh in zip(answer.facts[:reach], new, strict=False) if fresh)
    return [fact for fact in candidates if not any(same_fact(fact.sentence.text, text) for text in old)]


@lru_cache(maxsize=1 << 9)
def wording_of(sentence: str) -> Wording:
    """The sketch of a sentence, and a hash of its numbers: of these alone it can't be told what it said."""
    digits = {word.text for word in words_of(sentence) if word.text[0].isdigit()}
    numbers = sorted(digits | {f"{figure.value:g}" for figure in figures(sentence)})
    return (*map(int, sketch(sentence)), crc32(" ".join(numbers).encode()))


def _reach(facts: Sequence[Fact], told: Sequence[Sequence[Wording]], stood: Sequence[Wording]) -> int:
    """How many of the first facts, told in those wordings, are better than what stood there."""
    places = [place for place, wordings in enumerate(told) if any(_among(wordings, one) for one in stood)]
    last = max(places, default=0)
    fitting = sum(fact.score >= _FIT * facts[0].score for fact in facts[:FEW])
    return last if len(places) >= FEW else max(last, fitting)


def _is_new(wordings: Sequence[Wording], before: Seen) -> bool:
    return not any(_among(wordings, known) for known in before.known)


def _wordings(fact: Fact) -> list[Wording]:
    """The wording of a fact, then those of its reports."""
    sentences = fact.sentence, *(report.sentence for report in fact.also_reported_by)
    return [wording_of(sentence.text) for sentence in sentences]


def _among(wordings: Sequence[Wording], other: Wording) -> bool:
    return any(_same(one, other) for one in wordings)


def _same(one: Wording, other: Wording) -> bool:
    """Whether half of the shorter one is in the other, as far as the sketches tell, and the numbers are the same."""
    ours, theirs = set(one[:SKETCH_SIZE]), set(other[:SKETCH_SIZE])
    return one[-1] == other[-1] and 2 * len(ours & theirs) >= min(len(ours), len(theirs))


def _digest(publishers: Iterable[str]) -> str:
    return blake2b("\n".join(sorted(publishers)).encode(errors="surrogatepass"), digest_size=8).hexdigest()

"""Who says something in the sentences of an article.

"He" and "she" are the person who was last named as a subject; "the minister" is the one person with that title.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from knowledge.language.people.persons import Mention, People, Person
from knowledge.language.speech.quotations import Piece
from knowledge.language.speech.sayings import Clause, Saying


class Told(NamedTuple):
    """Who the subject of a sentence is, or its "he" or "she", and the sayings in it."""

    subject: Person | None
    sayings: tuple[Saying, ...]


_LONGEST = 2_000
"""Characters of a sentence that is still read: one of news is far shorter."""

_REMEMBERED = 6
"""Sentences with a person for a subject after which the person is forgotten."""


def attributions(sentences: Sequence[str], people: People, quotations: Sequence[Sequence[Piece]]) -> list[Told]:
    """What each sentence of an article tells of who says something, outside of quotation marks."""
    reader = _Reader(people)
    parts = zip(sentences, people.mentions, quotations, strict=True)
    return [reader.read(*part) for part in parts]


def masked(sentence: str, pieces: Sequence[Piece]) -> str:
    """The sentence with a tilde for each character that is quoted."""
    if not pieces:
        return sentence
    parts, end = [], 0
    for piece in pieces:
        parts += [sentence[end : piece.start], "~" * (piece.end - piece.start)]
        end = piece.end
    return "".join([*parts, sentence[end:]])


class _Question(NamedTuple):
    """Who asks a question, and whom, None where that isn't told by name."""

    by: Person
    asked: Person | None


_ASKS = re.compile(r"\bask(?:s|ed)\Z")


def _question(text: str, mentions: Sequence[Mention], said: Saying) -> _Question | None:
    if not said.speaker or not _ASKS.search(text, said.start, said.end):
        return None
    asked = next((mention.person for mention in mentions if mention.phrase == said.end + 1), None)
    return _Question(said.speaker, asked)


class _Reader:
    """Reads the sentences in order, and remembers who was spoken of."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._pronouns = {person: person.pronoun for person in people.persons}
        self._history: deque[Person | None] = deque(maxlen=_REMEMBERED)
        self._question: _Question | None = None

    def read(self, sentence: str, mentions: Sequence[Mention], pieces: Sequence[Piece]) -> Told:
        if len(sentence) > _LONGEST:
            self._question = None
            return Told(None, ())
        text = masked(sentence, pieces)
        outside = [mention for mention in mentions if text[mention.start] != "~"]
        clause = Clause(text, outside, self)
        sayings = sorted(clause.sayings(), key=attrgetter("start", "end"))
        subject = clause.subject or next((said.speaker for said in sayings if said.speaker), None)
        if subject or clause.is_of_somebody:
            self._history.append(subject)
        if clause.source and clause.source != subject:
            self._history.append(clause.source)
        self._question = next((q for said in sayings if (q := _question(text, outside, said))), None)
        return Told(subject, tuple(sayings))

    def last(self, pronoun: str) -> Person | None:
        """The person last spoken of who may be called so; None too where the last was somebody without a name."""
        return self._last(pronoun)

    def replier(self, pronoun: str) -> Person | None:
        """The same of one who replies, and so isn't the one who asked in the sentence before."""
        if self._question and self._question.asked:
            self._history.append(self._question.asked)
        return self._last(pronoun, self._question.by if self._question else None)

    def _last(self, pronoun: str, other_than: Person | None = None) -> Person | None:
        for person in reversed(self._history):
            if person is None:
                return None
            if person == other_than:
                continue
            if self._pronouns[person] in {"", pronoun}:
                self._pronouns[person] = pronoun
                return person
        return None

    def with_title(self, noun: str, modifiers: Sequence[str]) -> Person | None:
        """The one person who has a title of these words."""
        wanted = {noun, *modifiers}
        found = [p for p in self._people.persons if any(wanted <= set(title.lower().split()) for title in p.titles)]
        return found[0] if len(found) == 1 else None

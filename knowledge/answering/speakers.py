"""The person that an asker means by a name, in whatever spelling: "Sergej Lavrov", "nuri al maliki", "Mr Putin"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from knowledge.language.people.capitals import PARTICLES
from knowledge.language.people.persons import Person
from knowledge.language.people.titles import is_title
from knowledge.language.terms import STOP_WORDS, stem, words
from knowledge.language.transliteration import sound
from knowledge.search.vocabulary import Vocabulary

_SAME_NAME = 80
"""Of 100, by rapidfuzz's ratio, from which two spellings are of one first name: the next pair is at 44."""
_SHORTEST_SHORT_FORM = 3
_PARTS = re.compile(r"[-’']")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A name that is asked for: the spellings of the last name that the coverage has, and the names before it."""

    surnames: frozenset[str]
    first_names: tuple[str, ...]

    @property
    def terms(self) -> frozenset[str]:
        """The terms that an article with the speaker holds one of."""
        return frozenset(map(stem, self.surnames))

    def among(self, persons: Iterable[Person]) -> frozenset[Person]:
        """Those who may be meant; one name alone is a last name, or else a first one."""
        listed = list(persons)
        found = frozenset(person for person in listed if self._is(person))
        if found or self.first_names:
            return found
        return frozenset(person for person in listed if not self.surnames.isdisjoint(_parts(person)))

    def _is(self, person: Person) -> bool:
        surname = _PARTS.split(person.surname)  # "García-Márquez"
        if self.surnames.isdisjoint(surname):
            return False
        ours, theirs = [name for name in self.first_names if name not in surname], person.words[:-1]
        if not ours or not theirs:
            return True
        return any(_alike(ours[0], name) for name in theirs) or any(_alike(name, theirs[0]) for name in ours)


def speaker_named(name: str, known: Vocabulary) -> Speaker | None:
    """Who is asked for; None where nothing that is known is like the last name."""
    spelt = [word.text for word in words(name)]
    titles = [place for place, word in enumerate(spelt[:-1]) if is_title(word)]
    after_title = spelt[titles[-1] + 1 if titles else 0 :]  # "foreign minister Lavrov"
    names = [word for word in after_title if word not in PARTICLES and word not in STOP_WORDS]  # "Moon Jae-in"
    if not names:
        return None
    surnames = _spellings(names[-1], known)
    return Speaker(surnames, tuple(names[:-1])) if surnames else None


def _spellings(name: str, known: Vocabulary) -> frozenset[str]:
    alike = known.names_sounding(sound(name)) | ({name} if known.knows(stem(name)) else set())
    return frozenset(alike or filter(None, [known.nearest(name)]))


def _parts(person: Person) -> Sequence[str]:
    return [part for word in person.words for part in _PARTS.split(word)]


def _alike(one: str, other: str) -> bool:
    """Whether two first names may be one: spellings, an initial, a short form."""
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and (len(short) == 1 or len(short) >= _SHORTEST_SHORT_FORM):
        return True
    return sound(one) == sound(other) or ratio(one, other) >= _SAME_NAME

"""The people of an article, by rules: a name is a person's where a title, a calling or a verb of saying tells so.

A person is introduced by title or in full and then called by the last name, so all is told by one article. The rules
are for English, and for names in Latin script.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from knowledge.language.people.names import Name, names_in
from knowledge.language.people.titles import is_honorific


@dataclass(frozen=True, slots=True)
class Person:
    """A person as an article tells of them.

    `name` is the fullest form in it, `titles` are as they are written ("Russian Foreign Minister", "spokeswoman");
    `words` are those of the name, folded, without particles ("nouri", "maliki"), the surname last; `pronoun` is "he" or
    "she" where a title tells it, else empty.
    """

    name: str
    titles: tuple[str, ...]
    words: tuple[str, ...]
    pronoun: str = ""

    @property
    def surname(self) -> str:
        """The last name, folded, without particles."""
        return self.words[-1]


class Mention(NamedTuple):
    """A person's name in a sentence: its offsets, and `phrase`, where the titles before it begin."""

    start: int
    end: int
    phrase: int
    person: Person


@dataclass(frozen=True, slots=True)
class People:
    """The people of an article as they are introduced, and the mentions in each of its sentences, in order."""

    persons: tuple[Person, ...]
    mentions: tuple[tuple[Mention, ...], ...]


def people_in(sentences: Sequence[str]) -> People:
    """The people of one article, whose sentences are given in order."""
    listed = [names_in(sentence) for sentence in sentences]
    surnames = {name.words[-1] for names in listed for name in names if name.is_told}
    groups = {name.words for names in listed for name in names if name.is_group}
    cast = _Cast()
    for names in listed:
        for name in names:
            if name.title or (len(name.words) > 1 and name.words[-1] in surnames and name.words not in groups):
                cast.introduce(name)
    found = [[(name, number) for name in names if (number := cast.find(name)) is not None] for names in listed]
    persons = cast.persons()
    mentions = (tuple(Mention(name.start, name.end, name.phrase, persons[n]) for name, n in pairs) for pairs in found)
    return People(tuple(persons), tuple(mentions))


_NAMESAKES = 8
"""People of one surname that are told apart: enough for any article, and few enough for any text."""


@dataclass(slots=True)
class _Draft:
    words: tuple[str, ...]
    name: str
    titles: dict[str, None] = field(default_factory=dict)
    pronoun: str = ""


class _Cast:
    """The people introduced so far."""

    def __init__(self) -> None:
        self._drafts: list[_Draft] = []
        self._by_surname: dict[str, list[int]] = defaultdict(list)
        self._by_first_name: dict[str, set[int]] = defaultdict(set)

    def introduce(self, name: Name) -> None:
        """Take a name for a person's: one that is known, where nothing in it speaks against that, else another's."""
        number = self._number(name)
        if number is None:
            number = len(self._drafts)
            self._drafts.append(_Draft(name.words, name.text))
            same = self._by_surname[name.words[-1]]
            same.append(number)
            del same[:-_NAMESAKES]
        draft = self._drafts[number]
        if len(name.words) == 1 and sum(_agree(name, self._drafts[n]) for n in self._by_surname[name.words[0]]) > 1:
            return  # it doesn't tell which of them has the title
        if (len(name.words), len(name.text)) > (len(draft.words), len(draft.name)):
            draft.words, draft.name = name.words, name.text
        if name.title:
            draft.titles[name.title] = None
        draft.pronoun = draft.pronoun or name.pronoun
        self._by_first_name[draft.words[0]].add(number)

    def find(self, name: Name) -> int | None:
        """The number of the person that a name stands for: of several, the one last named."""
        number = self._number(name)
        same = self._by_surname[name.words[-1]] if number is not None else []
        if number in same:
            same.remove(number)
            same.append(number)
        return number

    def _number(self, name: Name) -> int | None:
        number = self._with_surname(name)
        if number is None and len(name.words) == 1:
            called = self._by_first_name.get(name.words[0], ())
            return next(iter(called)) if len(called) == 1 else None
        return number

    def _with_surname(self, name: Name) -> int | None:
        for number in reversed(self._by_surname.get(name.words[-1], ())):
            if _agree(name, self._drafts[number]):
                return number
        return None

    def persons(self) -> list[Person]:
        """All of them, in the order in which they were introduced."""
        return [
            Person(d.name, tuple(title for title in d.titles if not is_honorific(title)), d.words, d.pronoun)
            for d in self._drafts
        ]


def _agree(name: Name, draft: _Draft) -> bool:
    """Whether a name and a person with the same surname have no other first name and no other sex."""
    if name.pronoun and draft.pronoun and name.pronoun != draft.pronoun:
        return False
    first, other = name.words[:-1], draft.words[:-1]
    if not first or not other:
        return True
    return (
        first[0] in other or other[0] in first or (first[0][0] == other[0][0] and 1 in (len(first[0]), len(other[0])))
    )

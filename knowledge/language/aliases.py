"""Other names for the same thing: "Daesh" for "Islamic State". They stand in `aliases.txt`, which tells its form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from knowledge.language.terms import STOP_WORDS, Word, stem, words

_SHIPPED = Path(__file__).with_name("aliases.txt")
_LONGEST_FILE = 1_000_000
"""Characters that are read of a file of one's own."""
_MOST_NAMES = 50
"""Names that are read of a line, and as many that stand in."""

PLAIN_WORDS = STOP_WORDS | {"us", "am", "fed", "pm", "au"}
"""Words that are names only in capitals: the pronoun "us" is not the US."""


class OtherName(NamedTuple):
    """Another name, as the terms that a sentence must all hold; a stand-in has the other meaning only at times."""

    terms: tuple[str, ...]
    is_stand_in: bool


class Naming(NamedTuple):
    """A name found among the words of a question, from `first` to before `end`, with the other names for it."""

    first: int
    end: int
    others: tuple[OtherName, ...]


class _Group(NamedTuple):
    """The names of one thing, and those that stand for it at times, as terms."""

    names: tuple[tuple[str, ...], ...]
    stand_ins: tuple[tuple[str, ...], ...]


class Aliases:
    """Groups of names for one thing, looked up by the words of a question."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._groups: dict[tuple[str, ...], list[_Group]] = defaultdict(list)
        self._by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for line in lines:
            names, _, stand_ins = line.partition("#")[0].partition("~")
            self._take_in(_split(names), _split(stand_ins))
        for name in self._groups:
            self._by_first[name[0]].append(name)
        self._others = lru_cache(maxsize=1 << 10)(self._find_others)

    def found_in(self, question: str, listed: Sequence[Word]) -> Iterator[Naming]:
        """The names among the words of a question, the longest at each place."""
        place = 0
        while place < len(listed):
            names = self._by_first.get(listed[place].text.lower())
            name = names and max(_standing_at(question, listed, place, names), key=len, default=())
            if name:
                yield Naming(place, place + len(name), self._others(name))
            place += len(name) if name else 1

    def _find_others(self, name: tuple[str, ...]) -> tuple[OtherName, ...]:
        itself = tuple(stem(word) for word in name if word not in STOP_WORDS)
        found = {
            OtherName(terms, bool(is_stand_in) or itself in group.stand_ins): None
            for group in self._groups[name]
            for is_stand_in, listed in enumerate((group.names, group.stand_ins))
            for terms in listed
            if terms and terms != itself
        }
        return tuple(found)

    def _take_in(self, names: Sequence[str], stand_ins: Sequence[str]) -> None:
        group = _Group(tuple(map(_terms, names)), tuple(map(_terms, stand_ins)))
        for name in (*names, *stand_ins):
            if folded := tuple(word.text.lower() for word in words(name)):
                self._groups[folded].append(group)


@cache
def shipped_aliases() -> Aliases:
    """The names that come with Factbox."""
    return Aliases(_SHIPPED.read_text(encoding="utf-8").splitlines())


def read_aliases(own: Path) -> Aliases:
    """The names that come with Factbox and those in a file of one's own, where there is one. Raises OSError."""
    if not own.is_file():
        return shipped_aliases()
    with own.open(encoding="utf-8-sig", errors="replace") as file:
        return Aliases([*_SHIPPED.read_text(encoding="utf-8").splitlines(), *file.read(_LONGEST_FILE).splitlines()])


def _standing_at(
    question: str, listed: Sequence[Word], place: int, names: Iterable[tuple[str, ...]]
) -> Iterator[tuple[str, ...]]:
    """Those of the names that stand at the place."""
    for name in names:
        found = listed[place : place + len(name)]
        if tuple(word.text.lower() for word in found) == name and not _is_plain(question, listed, place, name):
            yield name


def _is_plain(question: str, listed: Sequence[Word], place: int, name: Sequence[str]) -> bool:
    """Whether a word that may be a name is used as the plain word."""
    word = listed[place]
    if len(name) > 1 or name[0] not in PLAIN_WORDS:
        return False
    in_capitals = question[word.start : word.end].replace(".", "").isupper() and not question.isupper()
    after_the = place > 0 and listed[place - 1].text == "the"
    return not (in_capitals or after_the)


def _split(names: str) -> list[str]:
    return [name.strip() for name in names.split(",", _MOST_NAMES)[:_MOST_NAMES] if name.strip()]


def _terms(name: str) -> tuple[str, ...]:
    # With a small letter behind it a name of capitals doesn't shout, and "IS" stays a name.
    return tuple(stem(word.text) for word in words(f"{name} ~x") if word.text not in STOP_WORDS)[:-1]

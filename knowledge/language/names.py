"""The names in an article: people as they are called in full, and places and bodies as they are written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from knowledge.language.people.capitals import PARTICLES, capitals_in
from knowledge.language.people.persons import Mention, People
from knowledge.language.people.titles import OFFICES, is_demonym, is_title, may_be_surname
from knowledge.language.places import is_nationality
from knowledge.language.terms import fold
from knowledge.language.transliteration import sound

LONGEST_NAME = 80
"""Characters; what is longer is a headline in capitals."""
_SHORTEST_NAME = 2
_OFFICES = frozenset(map(str.lower, OFFICES)) | {"prime", "vice"}
_DIRECTIONS = frozenset({"northern", "southern", "eastern", "western"})
_NO_NAME = re.compile(r"\d|\w-[a-z]|[’'](?:m|re|ve|ll|d|t)\b")
"""A model, "Russian-made", "We've"."""


def names_in(sentences: Sequence[str], people: People) -> Counter[str]:
    """The names in an article's sentences, with how often it speaks of each.

    A word that only begins sentences is none. The rules are for English, and for names in Latin script.
    """
    called = [mention.person for mentions in people.mentions for mention in mentions]
    found = Counter(person.name for person in called if len(person.words) > 1 or not _is_adjective(person.surname))
    begins: Counter[str] = Counter()
    for sentence, mentions in zip(sentences, people.mentions, strict=True):
        for name, is_first_word in _others_in(sentence, mentions):
            (begins if is_first_word else found)[name] += 1
    found.update({name: count for name, count in begins.items() if name in found})
    return Counter({name: count for name, count in found.items() if len(name) <= LONGEST_NAME})


def _others_in(sentence: str, mentions: Sequence[Mention]) -> Iterator[tuple[str, bool]]:
    """The names in a sentence that are no people's, and whether each is but the word that begins it."""
    if sentence.isupper():
        return
    for start, end in capitals_in(sentence):
        if mentions and any(start < mention.end and mention.phrase < end for mention in mentions):
            continue
        name = " ".join(sentence[start:end].split())
        if _is_name(name):
            is_one_word = " " not in name and not name.isupper()
            yield name, is_one_word and not any(map(str.isalnum, sentence[:start]))


def spelt_alike(name: str) -> str:
    """What the usual spellings of a name of several words have in common: "Sergei Lavrov", "Sergey Lavrov"."""
    telling = [part for part in _parts(name) if part not in PARTICLES]
    return " ".join(map(sound, telling)) if len(telling) > 1 else name


@lru_cache(maxsize=1 << 15)  # the same names come again and again
def _is_name(text: str) -> bool:
    """Whether words with capitals may name a place or a body: no title, nationality or model does."""
    if len(text) < _SHORTEST_NAME or _NO_NAME.search(text):
        return False
    parts = _parts(text)
    if _is_adjective(parts[-1]):
        return False
    if len(parts) == 1:
        return text.isupper() or may_be_surname(parts[0])
    return not all(is_title(part) or part in _OFFICES for part in parts)


def _parts(name: str) -> list[str]:
    return [fold(part) for part in name.replace("-", " ").split()]


def _is_adjective(word: str) -> bool:
    return word in _DIRECTIONS or is_nationality(word) or is_demonym(word.removesuffix("s"))

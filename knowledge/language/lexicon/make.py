"""Makes the lexicon from WordNet 3.0, as Debian's package `wordnet-base` has it:

python -m knowledge.language.lexicon.make /usr/share/wordnet
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from knowledge.language.lexicon import DATA
from knowledge.language.lexicon.wordnet import Key, Synset, irregular_forms, synsets, uses
from knowledge.language.terms import stem
from knowledge.mapped.arrays import write_arrays
from knowledge.mapped.strings import pack

LEAST_SHARE = 0.1
"""Of a word's uses: a meaning that is rarer gives no synonyms."""

REVERSE_FACTOR = 0.6
"""For a synonym by a meaning of the other word: "arms" are weapons, though an arm seldom is."""

PARTICLE_FACTOR = 0.8
"""For a verb named without its particle: "carve" for "carve up"."""

_DERIVED = {"+", "\\"}
"""WordNet's marks of a derivationally related form, and of what an adjective is from, as Russian is from Russia."""

_PARTICLES = {"up", "out", "off", "down", "on", "in", "over", "away", "back", "about"}


def derivations(found: Mapping[Key, Synset]) -> dict[str, set[str]]:
    """For each term, the terms of words derived from its words, or its words from them."""
    derived: dict[str, set[str]] = defaultdict(set)
    for synset in found.values():
        for pointer in synset.pointers:
            if pointer.symbol in _DERIVED and pointer.source and pointer.other in found:
                one, two = synset.words[pointer.source - 1], found[pointer.other].words[pointer.target - 1]
                if one.isalpha() and two.isalpha() and stem(one) != stem(two):
                    derived[stem(one)].add(stem(two))
                    derived[stem(two)].add(stem(one))
    return derived


def synonyms(found: Mapping[Key, Synset], counted: Iterable[tuple[str, Key, float]]) -> dict[str, dict[str, float]]:
    """For each term, the terms of words that mean the same, with the share of its uses in which they do."""
    meanings: dict[str, Counter[Key]] = defaultdict(Counter)
    for word, key, count in counted:
        if word.isalpha():
            meanings[stem(word)][key] += count  # type: ignore[assignment]
    shares = {term: dict(_synonyms_of(term, meant, found)) for term, meant in meanings.items()}
    both: dict[str, dict[str, float]] = defaultdict(dict, {term: dict(known) for term, known in shares.items()})
    for term, known in shares.items():
        for synonym, share in known.items():
            both[synonym][term] = max(both[synonym].get(term, 0), round(share * REVERSE_FACTOR, 2))
    return both


def _synonyms_of(term: str, meant: Counter[Key], found: Mapping[Key, Synset]) -> Iterator[tuple[str, float]]:
    total = meant.total()
    for key, count in reversed(meant.most_common()):
        if count / total >= LEAST_SHARE:
            for word, factor in _single_words(found[key].words):
                if stem(word) != term:
                    yield stem(word), round(count / total * factor, 2)


def _single_words(words: Iterable[str]) -> Iterator[tuple[str, float]]:
    for word in words:
        first, _, second = word.partition("_")
        if first.isalpha() and not second:
            yield first, 1.0
        elif first.isalpha() and second in _PARTICLES:
            yield first, PARTICLE_FACTOR


def _packed(name: str, table: Mapping[str, str]) -> Iterator[tuple[str, NDArray[Any]]]:
    keys, key_bounds = pack(key.encode() for key in sorted(table))
    values, value_bounds = pack(table[key].encode() for key in sorted(table))
    yield from ((f"{name}_keys", keys), (f"{name}_key_bounds", key_bounds))
    yield from ((f"{name}_values", values), (f"{name}_value_bounds", value_bounds))


def main() -> None:
    """Write the lexicon from the folder of WordNet's files."""
    folder = Path(sys.argv[1])
    found = dict(synsets(folder))
    derived, shares = derivations(found), synonyms(found, uses(folder))
    terms = {
        term: f"{' '.join(sorted(derived.get(term, ())))}\t"
        + " ".join(f"{synonym}:{share}" for synonym, share in sorted(shares.get(term, {}).items()))
        for term in {*derived, *shares}
        if derived.get(term) or shares.get(term)
    }
    write_arrays(DATA, dict([*_packed("form", dict(irregular_forms(folder))), *_packed("term", terms)]))


if __name__ == "__main__":
    main()

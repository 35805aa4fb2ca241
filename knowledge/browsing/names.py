"""The names that the coverage speaks of, and the people whom it quotes, as the index counts them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from knowledge.language.names import spelt_alike
from knowledge.search.index import Index

MOST_NAMES = 5_000
_READ = 4 * MOST_NAMES
"""Names read of a segment: what is seldom in each of them is seldom in all."""


def names(index: Index, publishers: tuple[str, ...] = ()) -> tuple[str, ...]:
    """People, places and bodies that the publishers' articles name, or all, the most frequent first."""
    return _ordered(
        (segment.names(publishers, _READ) for segment in index.segments),
        (segment.names(publishers, _READ) for segment in index.removed),
    )


def speakers(index: Index, publishers: tuple[str, ...] = ()) -> tuple[str, ...]:
    """People with words of their own in the publishers' articles, or in all, the most quoted first.

    A last name alone is left out where somebody bears it whose full name is known.
    """
    listed = _ordered(
        (segment.quoted(publishers, _READ) for segment in index.segments),
        (segment.quoted(publishers, _READ) for segment in index.removed),
    )
    last_names = {name.rsplit(" ", 1)[-1] for name in listed if " " in name}
    return tuple(name for name in listed if name not in last_names)


def _ordered(counted: Iterable[Mapping[str, int]], removed: Iterable[Mapping[str, int]]) -> tuple[str, ...]:
    """The names by their counts less those removed, spellings of one name as the most frequent of them."""
    total: Counter[str] = Counter()
    for counts in counted:
        total.update(counts)
    for counts in removed:
        total.subtract(counts)
    total = +total
    spellings: dict[str, list[str]] = defaultdict(list)
    for name in sorted(total, key=lambda name: (-total[name], name))[:_READ]:
        spellings[spelt_alike(name)].append(name)
    ranked = sorted(spellings.values(), key=lambda alike: (-sum(map(total.__getitem__, alike)), alike[0]))
    return tuple(alike[0] for alike in ranked[:MOST_NAMES])

"""The figures of two texts beside one another: which are on the same thing, and which of these differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from knowledge.language.figures.in_text import Figure, same_thing

Pair = tuple[Figure, Figure]

_MOST = 60
"""Figures of each text that are looked at, so that a table in one line takes no time."""


def paired(ours: Sequence[Figure], theirs: Sequence[Figure]) -> list[Pair]:
    """Each figure of one text with those on the same thing in the other."""
    return [(mine, yours) for mine in ours[:_MOST] for yours in theirs[:_MOST] if same_thing(mine, yours)]


def unlike(pairs: Sequence[Pair], differ: Callable[[Figure, Figure], bool]) -> Iterator[Pair]:
    """The pairs that differ, without those of which one figure agrees with another: a text may tell two of a kind."""
    agreeing = {(side, pair[side].span) for pair in pairs if not differ(*pair) for side in (0, 1)}
    return (pair for pair in pairs if all((side, pair[side].span) not in agreeing for side in (0, 1)))

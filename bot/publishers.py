"""The publisher that somebody means, who writes its name in part or misspelt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from rapidfuzz.distance import OSA
from rapidfuzz.fuzz import WRatio
from rapidfuzz.process import extract

from bot.markdown import show
from bot.wording import RefusalError
from knowledge.language.terms import folded

_NEAR = 75
"""Likeness, of 100, from which a name is named to choose from."""
_BEGUN = 4
"""Letters from which the beginning of a word will do, or one slip."""
_TWO_SLIPS = 6
"""Letters from which a name may have two slips."""
_NAMED = 3
"""Publishers named where none is meant."""
_SHOWN = 60
"""UTF-16 units of a name."""


def publisher_meant(written: str, names: Sequence[str]) -> str:
    """The one of `names` that is written so, or has what is written as words of its name, or is spelt nearly so.

    Raises RefusalError, which names some, where that is none of them or several.
    """
    wanted = folded(written)
    spelt = [folded(name) for name in names]
    for fits in _ways(wanted):
        if found := [name for name, letters in zip(names, spelt, strict=True) if fits(letters)]:
            break
    else:
        found = [names[place] for *_, place in extract(wanted, spelt, scorer=WRatio, score_cutoff=_NEAR, limit=_NAMED)]
        raise _refused("refused-publisher-near" if found else "refused-publisher", written, found or names)
    if len({folded(name) for name in found}) > 1:
        raise _refused("refused-publisher-near", written, found)
    return found[0]


def _ways(wanted: str) -> Iterable[Callable[[str], bool]]:
    """How a name may fit what is wanted, the surest first."""
    yield lambda letters: letters == wanted
    if wanted:
        yield lambda letters: f" {wanted} " in f" {letters} "
    if len(wanted) >= _BEGUN:
        yield lambda letters: f" {wanted}" in f" {letters}"
        yield lambda letters: _is_near(wanted, letters)


def _is_near(wanted: str, letters: str) -> bool:
    """Whether the whole name is spelt nearly so, or the name without its first word, as in "Hindoo"."""
    slips = 1 if len(wanted) < _TWO_SLIPS else 2
    return min(OSA.distance(wanted, letters), OSA.distance(wanted, letters.partition(" ")[2])) <= slips


def _refused(text: str, written: str, names: Sequence[str]) -> RefusalError:
    named = ", ".join(show(name, _SHOWN) for name in names[:_NAMED])
    return RefusalError(text, name=show(written, _SHOWN), names=named)

"""What we want to reach, as ratios to peers in the same run. Nothing stops where one is missed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from benchmarks.engines import ASKING, OURS, PEERS
from benchmarks.figures import Figures

_SMALL, _LARGE = 100_000, 1_000_000
_BEST = ""
"""The lowest figure of all peers."""


@dataclass(frozen=True, slots=True)
class Target:
    """A figure of ours, what it is held against, and the most that the ratio should be, by size."""

    what: str
    engine: str
    figure: str
    peer: str
    peers_figure: str
    at_most: Mapping[int, float]


TARGETS = (
    Target("search alone, median", OURS, "median", _BEST, "median", {_SMALL: 0.5, _LARGE: 0.4}),
    Target("search alone, 99 %", OURS, "most", _BEST, "most", {_SMALL: 0.5, _LARGE: 0.4}),
    Target("ask, everything included, median", ASKING, "median", _BEST, "median", {_SMALL: 1.5, _LARGE: 1.0}),
    Target("build, text to searchable", OURS, "build", _BEST, "build", {_SMALL: 1.5, _LARGE: 1.5}),
    Target("memory while answering", ASKING, "resident", "bm25s", "resident", {_SMALL: 0.8, _LARGE: 0.5}),
    Target("on disk, with all texts", OURS, "disk", "tantivy, texts stored", "disk", {_SMALL: 1.0, _LARGE: 1.0}),
    Target("on disk, terms and postings", OURS, "searched", "tantivy", "disk", {_SMALL: 1.0, _LARGE: 1.0}),
    Target("search alone, median, all with relatives", OURS, "median", _BEST, "forms_median", {}),
    Target("search alone, 99 %, all with relatives", OURS, "most", _BEST, "forms_most", {}),
)


@dataclass(frozen=True, slots=True)
class Ratio:
    """What came of a target: `peer` is the one that was held against; `at_most` is None where nothing is wanted."""

    what: str
    ratio: float
    peer: str
    at_most: float | None

    @property
    def verdict(self) -> str:
        """Whether it is met, in a word."""
        if self.at_most is None:
            return "–"
        return "met" if self.ratio <= self.at_most else "missed"


def ratios(size: int, engines: Mapping[str, Figures]) -> Sequence[Ratio]:
    """What came of each target whose figures are there."""
    found = []
    for target in TARGETS:
        ours = getattr(engines.get(target.engine), target.figure, None)
        wanted = [target.peer] if target.peer else PEERS
        figure = attrgetter(target.peers_figure)
        peers = {name: figure(engines[name]) for name in wanted if name in engines and figure(engines[name])}
        if ours and peers:
            best = min(peers, key=lambda name: peers[name])
            found.append(Ratio(target.what, ours / peers[best], best, target.at_most.get(size)))
    return found

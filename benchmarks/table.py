"""What was measured, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from benchmarks.engines import ASKING, OURS
from benchmarks.figures import Clock, Figures
from benchmarks.targets import Ratio, ratios

_COLUMNS = {
    "terms s": "terms",
    "index s": "index",
    "build s": "build",
    "open ms": "open",
    "first ms": "first",
    "median ms": "median",
    "99 % ms": "most",
    "median ms, relatives": "forms_median",
    "99 % ms, relatives": "forms_most",
    "resident MB": "resident",
    "own MB": "own",
    "peak MB": "peak",
    "building MB": "building",
    "disk MB": "disk",
    "searched MB": "searched",
}
_CLOCKS = {
    "wall": "Times are by the clock on the wall.",
    "cpu": "Building and questions are in time of all processors; opening and the first answer by the clock.",
}

Sizes = Mapping[int, Mapping[str, Any]]


def figures(sizes: Sizes, clock: Clock) -> dict[int, dict[str, Figures]]:
    """The median figures of each engine at each size."""
    return {
        size: {name: Figures.of_runs(engine["runs"], clock) for name, engine in measured["engines"].items()}
        for size, measured in sizes.items()
    }


def table(about: Mapping[str, str], sizes: Sizes, clock: Clock) -> str:
    """All of it."""
    return "\n".join(_lines(about, sizes, clock)) + "\n"


def _lines(about: Mapping[str, str], sizes: Sizes, clock: Clock) -> Iterator[str]:
    yield "# Sentence search, side by side"
    yield ""
    yield from (f"- {name}: {value}" for name, value in about.items())
    yield f"- {_CLOCKS[clock]}"
    found = figures(sizes, clock)
    for size, measured in sizes.items():
        yield from _size(size, measured, found[size])
    yield from _growth(sizes, found)


def _size(size: int, measured: Mapping[str, Any], engines: Mapping[str, Figures]) -> Iterator[str]:
    postings = measured["postings"]
    yield ""
    yield f"## {size:,} sentences"
    yield ""
    yield (
        f"{measured['sentences']:,} sentences of {measured['articles']:,} articles; {measured['questions']} questions,"
        f" whose terms have {postings['mean']:,.0f} postings on average, {postings['median']:,.0f} in the median."
    )
    yield ""
    yield from _rows(["engine", *_COLUMNS], ([name, *_cells(one)] for name, one in engines.items()))
    yield ""
    if compared := ratios(size, engines):
        yield from _rows(["ours to the peer's", "ratio", "peer", "wanted", ""], map(_compared, compared))
        yield ""
    yield from (line for name, engine in measured["engines"].items() for line in _looked_at(name, engine))


def _compared(one: Ratio) -> list[str]:
    wanted = "–" if one.at_most is None else f"at most {one.at_most}"
    return [one.what, f"{one.ratio:.2f}", one.peer, wanted, one.verdict]


def _cells(engine: Figures) -> list[str]:
    values = (getattr(engine, attribute) for attribute in _COLUMNS.values())
    values = (1e3 * value if name == "open ms" else value for name, value in zip(_COLUMNS, values, strict=True))
    return ["–" if value is None else _short(value) for value in values]


def _short(value: float) -> str:
    """Three digits that count."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _looked_at(name: str, engine: Mapping[str, Any]) -> Iterator[str]:
    if check := engine.get("check"):
        yield f"- {name}: {check['agree']} of {check['of']} answers are those of an exhaustive search."
    if threads := engine.get("threads"):
        one, two = threads["one"], threads["two"]
        yield f"- {name}: {one:,.0f} questions a second with one thread, {two:,.0f} with two: {two / one:.2f} times."


def _growth(sizes: Sizes, found: Mapping[int, Mapping[str, Figures]]) -> Iterator[str]:
    """How the median of a question grows with the postings."""
    if len(sizes) < 2:
        return
    yield ""
    yield "## Growth"
    yield ""
    yield from _rows(["from", "to", "postings", OURS, ASKING], (_grown(*both, sizes, found) for both in _steps(sizes)))


def _steps(sizes: Sizes) -> Sequence[tuple[int, int]]:
    listed = list(sizes)
    whole = [(listed[0], listed[-1])] if len(listed) > 2 else []
    return [*pairwise(listed), *whole]


def _grown(first: int, last: int, sizes: Sizes, found: Mapping[int, Mapping[str, Figures]]) -> list[str]:
    postings = sizes[last]["postings"]["mean"] / sizes[first]["postings"]["mean"]
    ours = [
        found[last][name].median / found[first][name].median if name in found[first] and name in found[last] else None
        for name in (OURS, ASKING)
    ]
    grown = ["–" if value is None else f"x {value:.1f}" for value in (postings, *ours)]
    return [f"{first:,}", f"{last:,}", *grown]


def _rows(columns: Sequence[str], rows: Iterable[list[str]]) -> Iterator[str]:
    yield f"| {' | '.join(columns)} |"
    yield f"|{'---|' * len(columns)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)

"""What was measured, as the figures of a table: the median of the runs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from statistics import median, quantiles
from typing import Any, Literal, Self

Clock = Literal["wall", "cpu"]


@dataclass(frozen=True, slots=True)
class Figures:
    """An engine at a size: seconds for building and opening, milliseconds for questions, megabytes. None: not measured.

    `build` is `terms`, from articles to the terms of their sentences, and `index`, from those to searchable; ours is
    one work. `resident` is all memory that the process has while answering, with the pages of mapped files; `own` is
    without what it shares with others, `peak` the most; `building` the most while it builds, with helping processes.
    `forms_*` are for questions with the relatives of each term, which ours always looks for. `searched` is the part of
    `disk` that scores are made of, where there is more.
    """

    terms: float | None
    index: float | None
    build: float | None
    open: float
    first: float
    median: float
    most: float
    forms_median: float | None
    forms_most: float | None
    resident: float
    own: float
    peak: float
    building: float | None
    disk: float
    searched: float | None

    @classmethod
    def of_run(cls, run: Mapping[str, Any], clock: Clock) -> Self:
        """What one run of an engine gave."""
        terms, index = (run[part] and run[part][clock] for part in ("terms", "build"))
        asked = run["ask"]
        forms = asked.get(f"forms {clock}")
        return cls(
            terms=terms,
            index=index,
            build=None if index is None else (terms or 0) + index,
            open=asked["open"],
            first=1e3 * asked["first"],
            median=1e3 * median(asked[clock]),
            most=1e3 * percentile_99(asked[clock]),
            forms_median=1e3 * median(forms) if forms else None,
            forms_most=1e3 * percentile_99(forms) if forms else None,
            resident=asked["resident"],
            own=asked["own"],
            peak=asked["peak"],
            building=run["build"] and run["build"]["peak"],
            disk=run["disk"],
            searched=run["searched"],
        )

    @classmethod
    def of_runs(cls, runs: Sequence[Mapping[str, Any]], clock: Clock) -> Self:
        """The median of each figure."""
        listed = [asdict(cls.of_run(run, clock)) for run in runs]
        medians: dict[str, Any] = {field.name: _median(one[field.name] for one in listed) for field in fields(cls)}
        return cls(**medians)


def percentile_99(values: Sequence[float]) -> float:
    """The 99th percentile."""
    return quantiles(values, n=100)[-1] if len(values) > 1 else values[0]


def _median(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return median(known) if known else None

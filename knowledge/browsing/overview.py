"""The coverage in numbers, from the arrays of the index: no article is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from knowledge.models import Filters, MonthCount, Overview
from knowledge.search.index import Index
from knowledge.search.segment import Segment

_EPOCH = 719_163
"""The ordinal of the first day from which numpy counts."""
_FIRST_YEAR = 1970
_UNDATED = -(10**6)
"""Months, far before any date that there is."""

_Cell = tuple[int | None, str | None]
"""Months since January 1970, None where the day isn't known; and the publisher, None where that isn't."""


def overview(index: Index, publishers: tuple[str, ...] = ()) -> Overview:
    """How much the publishers have, or all, by publisher and month."""
    cells: Counter[_Cell] = Counter()
    sentences = 0
    for segment in index.segments:
        allowed = segment.allowed_articles(Filters(publishers=publishers))
        cells.update(_cells(segment, allowed))
        sentences += int(np.diff(segment.first)[allowed].sum())
    since, until = index.span(publishers)
    return Overview(
        articles=cells.total(),
        sentences=sentences,
        publishers=_by_publisher(cells),
        since=since,
        until=until,
        months=_by_month(cells),
        undated=sum(count for (month, _), count in cells.items() if month is None),
    )


def _by_publisher(cells: Mapping[_Cell, int]) -> tuple[tuple[str, int], ...]:
    totals: Counter[str] = Counter()
    for (_, publisher), count in cells.items():
        if publisher is not None:
            totals[publisher] += count
    return tuple(sorted(totals.items(), key=lambda item: (-item[1], item[0])))


def _by_month(cells: Mapping[_Cell, int]) -> tuple[MonthCount, ...]:
    found = (
        MonthCount(_FIRST_YEAR + month // 12, month % 12 + 1, publisher, count)
        for (month, publisher), count in cells.items()
        if month is not None
    )
    return tuple(sorted(found, key=lambda one: (one.year, one.month, -one.count, one.publisher or "")))


def _cells(segment: Segment, allowed: NDArray[np.bool_]) -> dict[_Cell, int]:
    """How many of the allowed articles, by their numbers, are of each month and publisher."""
    names = [None, *segment.publishers()]
    days = segment.published[allowed].astype(np.int64)
    months = (days - _EPOCH).astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    months[days == 0] = _UNDATED
    # One number for month and publisher: of rows numpy tells the distinct ones much more slowly.
    numbers, counts = np.unique(months * len(names) + segment.publisher_of[allowed] + 1, return_counts=True)
    found = (
        (*divmod(number, len(names)), count) for number, count in zip(numbers.tolist(), counts.tolist(), strict=True)
    )
    return {(None if month == _UNDATED else month, names[publisher]): count for month, publisher, count in found}

"""Dates in running English text: a small grammar, relative to a day.

It reads what can hardly mean anything else, and leaves the rest: "may" the verb, "2,000 troops", "F-16".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from knowledge.language.dates.context import relation
from knowledge.language.dates.forms import A_MONTH, MONTHS
from knowledge.language.dates.meanings import MEANINGS, WITHOUT_MONTHS, Setting
from knowledge.language.dates.periods import Unit
from knowledge.models import Span


@dataclass(frozen=True, slots=True)
class DateInText:
    """A date as a text words it: the days from `first` to `last`, both included.

    `span` is its place in the text; `relation` the preposition before it, in lower case, or an empty string.
    """

    first: date
    last: date
    unit: Unit
    span: Span
    relation: str = ""


_RANGE_GAPS = {"to", "through", "until", "till", "-", "–", "—"}
_LIST_GAPS = {",", "and", ", and", "or", *_RANGE_GAPS}
_YEAR_AT_END = re.compile(r"\d{4}$")


def dates_in(text: str, reference: date | None) -> list[DateInText]:
    """The dates that a text tells, in order; no two overlap.

    `reference` is the day on which it was written. Where it is None, what is relative to it ("last week", "in June")
    tells nothing.
    """
    return read_dates(text, reference)[0]


def read_dates(text: str, reference: date | None) -> tuple[list[DateInText], list[Span]]:
    """The dates that a text tells, and the places of what words a date too, but not which: "three days earlier",
    "3/4/2015", "31 June"."""
    spans: list[Span] = []
    dates: list[DateInText] = []
    for span, dated in sorted(_all_in(text, reference), key=lambda found: (found[0][0], -found[0][1])):
        if not spans or span[0] >= spans[-1][1]:
            spans.append(span)
            dates += [dated] if dated else []
    told = {dated.span for dated in dates}
    return _ranges_joined(text, _years_shared(text, dates)), [span for span in spans if span not in told]


def _all_in(text: str, reference: date | None) -> Iterator[tuple[Span, DateInText | None]]:
    meanings = MEANINGS if A_MONTH.search(text) else WITHOUT_MONTHS
    for form, meaning in meanings.items():
        for match in form.finditer(text):
            try:
                period = meaning(match, Setting(text, match.start(), reference))
            except (ValueError, OverflowError, StopIteration):  # the 31st of June, or a year that no calendar has
                yield match.span(), None
            else:
                if period:
                    yield match.span(), DateInText(*period, match.span(), relation(text, match.start()))


def gap_between(text: str, one: DateInText, other: DateInText) -> str:
    """What stands between two dates, in lower case."""
    return " ".join(text[one.span[1] : other.span[0]].lower().split())


def listed_with(text: str, one: DateInText, other: DateInText) -> bool:
    """Whether two dates stand in one list: "in April, July and August"."""
    return gap_between(text, one, other) in _LIST_GAPS


def _years_shared(text: str, dates: list[DateInText]) -> list[DateInText]:
    """In "between April and August 2012" the first month takes the year of the second."""
    shared: list[DateInText] = []
    year: int | None = None
    for dated in reversed(dates):
        stated = _YEAR_AT_END.search(text, *dated.span)
        if stated:
            year = int(stated[0])
        elif not shared or not listed_with(text, dated, shared[-1]):
            year = None
        elif year and text[dated.span[0] :][:3].lower() in MONTHS:
            dated = _in_year(dated, year)
        shared.append(dated)
    return shared[::-1]


def _in_year(dated: DateInText, year: int) -> DateInText:
    with suppress(ValueError):  # the 29th of February
        return replace(dated, first=dated.first.replace(year=year), last=dated.last.replace(year=year))
    return dated


def _ranges_joined(text: str, dates: list[DateInText]) -> list[DateInText]:
    """ "between 2012 and 2014" and "from April to June" as one."""
    joined: list[DateInText] = []
    for dated in dates:
        before = joined[-1] if joined else None
        gaps = {"and"} if before and before.relation == "between" else _RANGE_GAPS
        if before and gap_between(text, before, dated) in gaps and before.first <= dated.first:
            span = before.span[0], dated.span[1]
            joined[-1] = replace(before, last=max(before.last, dated.last), unit=Unit.RANGE, span=span)
        else:
            joined.append(dated)
    return joined

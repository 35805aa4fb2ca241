"""Restrictions of the coverage that a question states in its own words: by date, and by publisher."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.language.dates.context import preposition
from knowledge.language.dates.in_text import DateInText, dates_in
from knowledge.language.dates.periods import Unit, days_from
from knowledge.language.restrictions.publishers import mentions
from knowledge.language.terms import STOP_WORDS, words
from knowledge.models import Filters, Span


@dataclass(frozen=True, slots=True)
class Restriction:
    """What some words of a question restrict the coverage to.

    `span` is their place in the question. Firm ones select articles ("since 2015", "coverage from 2012"); others may as
    well speak of the time of the event, or of whom a sentence quotes ("before 2014", "what did the Post say").
    """

    filters: Filters
    span: Span
    firm: bool


@dataclass(frozen=True, slots=True)
class Restricted:
    """A question, and the restrictions in it, in the order of their words."""

    question: str
    restrictions: tuple[Restriction, ...] = ()

    @property
    def firm(self) -> Filters:
        """What the firm restrictions let through."""
        return narrowest(restriction.filters for restriction in self.restrictions if restriction.firm)

    @property
    def filters(self) -> Filters:
        """What all restrictions let through."""
        return narrowest(restriction.filters for restriction in self.restrictions)

    def asking(self, *, firm_only: bool) -> str:
        """The question without the words of the firm restrictions, or of all of them.

        What they say is said by the filters, and the coverage may not know their words. A question of which nothing
        but stop words would be left keeps them.
        """
        publisher = (self.firm if firm_only else self.filters).publisher
        spans = [
            restriction.span
            for restriction in self.restrictions
            if (restriction.firm or not firm_only) and restriction.filters.publisher in {None, publisher}
        ]
        return without(self.question, spans)


_NONE = Filters()

_ABOUT_COVERAGE = re.compile(
    r"\b(published|posted|dated|articles?|coverage|reporting|reports|news|stor(?:y|ies))\s{1,2}$", re.IGNORECASE
)
_COVERAGE_FOLLOWS = re.compile(r"\s{1,2}(?:articles?|coverage|reporting|reports|news|stories)\b", re.IGNORECASE)
_RECENT = re.compile(r"(?:the |this |these |in )?(?:last|past|this|earlier|later|yesterday)\b", re.IGNORECASE)
"""Not "today", which means nowadays as often."""
_SIGN = re.compile(
    r"\d|\b(?:since|until|till|through|before|after|last|past|this|earlier|later|yesterday|dated)\b",
    re.IGNORECASE,
)
"""Without one of these no date restricts anything: most questions need no closer look."""

_WITHIN = frozenset({"in", "on", "during", "from", "of", "at", "between", "within", "over", ""})


def restrictions_in(question: str, publishers: Sequence[str], today: date) -> Restricted:
    """The restrictions in a question, for a coverage with these publishers; "last week" is relative to `today`.

    "In 2012" alone is none: it speaks of the event, and the ranking credits it.
    """
    named = [Restriction(Filters(publisher=name), span, firm) for name, span, firm in mentions(question, publishers)]
    dates = dates_in(question, today) if _SIGN.search(question) else []
    dated = [found for date_found in dates if (found := _by_date(question, date_found, today))]
    return Restricted(question, tuple(sorted([*named, *dated], key=lambda found: found.span)))


def time_asked(question: str, today: date) -> tuple[Span, DateInText] | None:
    """The time of the events that a question asks for, "in 2014", and the place of its words; None where it tells none,
    or several."""
    dates = [dated for dated in dates_in(question, today) if dated.relation in _WITHIN - {""}]
    if len(dates) != 1:
        return None
    before = preposition(question, dates[0].span[0])
    return (before.start(1) if before else dates[0].span[0], dates[0].span[1]), dates[0]


def without(question: str, spans: Sequence[Span]) -> str:
    """The question without some of its words, and without those that led up to them; the question where nothing but
    stop words would be left."""
    if not spans:
        return question
    left = _without(question, spans)
    return left if any(word.text not in STOP_WORDS for word in words(left)) else question


def narrowest(filters: Iterable[Filters]) -> Filters:
    """What all of them let through; of several publishers, and rules on them, the first."""
    every = list(filter(None, filters))
    if not every:
        return _NONE
    return Filters(
        since=max((each.since for each in every if each.since), default=None),
        until=min((each.until for each in every if each.until), default=None),
        publisher=next((each.publisher for each in every if each.publisher), None),
        publishers=next((each.publishers for each in every if each.publishers), ()),
    )


def _by_date(question: str, dated: DateInText, today: date) -> Restriction | None:
    start, end = dated.span
    before = preposition(question, start)
    start = before.start(1) if before else start
    told = _ABOUT_COVERAGE.search(question, max(0, start - 20), start)
    firm = bool(told or (not before and _COVERAGE_FOLLOWS.match(question, end)))
    if not firm and _tells_which(question, dated):
        return None
    filters, meant = _limits(question, dated, today, firm=firm)
    if not filters:
        return None
    return Restriction(filters, (told.start(1) if told else start, end), firm or meant)


def _limits(question: str, dated: DateInText, today: date, *, firm: bool) -> tuple[Filters, bool]:
    """What a date with its preposition lets through, and whether that is meant of the coverage by itself.

    A limit beyond the calendar is none.
    """
    match dated.relation:
        case "since":
            return Filters(since=dated.first), True
        case "after":
            return Filters(since=days_from(dated.last, 1)), False
        case "until" | "till" | "through":
            return Filters(until=dated.last), False
        case "before":
            return Filters(until=days_from(dated.first, -1)), False
    if dated.unit is Unit.RANGE and dated.last == today:  # "in the last three months"
        return Filters(since=dated.first), True
    if firm and dated.relation in _WITHIN:
        return Filters(since=dated.first, until=dated.last), True
    if dated.relation in {"from", "between"} and dated.unit is Unit.RANGE:
        return Filters(since=dated.first, until=dated.last), False
    if dated.unit not in {Unit.DECADE, Unit.CENTURY} and _RECENT.match(
        question, dated.span[0]
    ):  # news of last week is told then or later
        return Filters(since=dated.first), False
    return Filters(), False


def _tells_which(question: str, dated: DateInText) -> bool:
    """Whether a date only tells which: "since the 2011 uprising", "before yesterday's talks"."""
    start, end = dated.span
    attributive = dated.unit in {Unit.DAY, Unit.MONTH, Unit.YEAR} and re.search(
        r"\b(?:the|its|his|her|their)\s{1,2}$", question[max(0, start - 8) : start], re.IGNORECASE
    )
    return bool(attributive) or question[end : end + 2] in {"'s", "’s"}


_LEFT_OPEN = re.compile(
    r"(?:(?:^|\s{1,2}|(?<=[,;:]))(?:in|on|of|at|by|from|to|and|or|the|an?|any|its?|only|articles?)|\s?[,;:])$",
    re.IGNORECASE,
)
"""What says nothing without the words behind it."""


def _without(question: str, spans: Sequence[Span]) -> str:
    kept = ""
    at = 0
    for start, end in sorted(spans):
        kept = _joined(kept, question[at : max(at, start)])
        while opened := _LEFT_OPEN.search(kept.rstrip()[-20:]):
            kept = kept.rstrip()
            kept = kept[: len(kept) - len(opened[0])]
        at = max(at, end)
    return _joined(kept, question[at:]).strip(" ,;:")


def _joined(before: str, after: str) -> str:
    """Two parts of a question with one space between, or none before a mark."""
    before, after = before.rstrip(), after.lstrip()
    return before + after if not before or after[:1] in set(",.;:?!") else f"{before} {after}"

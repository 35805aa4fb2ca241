"""When the event happened that a sentence tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from knowledge.language.dates.clauses import Tells, is_main, told_by, unquoted
from knowledge.language.dates.context import previous_word
from knowledge.language.dates.in_text import DateInText, dates_in, listed_with
from knowledge.language.dates.periods import Unit
from knowledge.language.terms import words

_NOT_WHEN = frozenset({"since", "until", "till", "by", "before", "after", "than", "to", "of", "as", "for"})
"""A date behind one of these bounds the event, or dates another."""

_WHEN = frozenset({"in", "during", "between", "from", "within", "at", "over", "on", "around", "through"})
_ITSELF = frozenset({"last", "this", "next", "past", "earlier", "later", "early", "late", "mid"})
"""What a date may begin with that needs no preposition."""

_ATTRIBUTIVE_AFTER = frozenset({"the", "a", "an", "its", "his", "her", "their", "this", "that"})
_SELDOM_ATTRIBUTIVE = {Unit.DECADE, Unit.CENTURY, Unit.RANGE, Unit.WEEKEND}

_NEWS_AGE = timedelta(days=31)
"""A date up to so long before an article's is part of the news, and one further back is its background."""

_FEWEST_WORDS = 6
_LONGEST = 2_000
"""Characters: what has more is no sentence, and would take too long."""

_THEN = ("at the time", "at that time", "back then", "in those days")


class When(NamedTuple):
    """The days of an event, and whether the sentence itself tells them."""

    first: date
    last: date
    stated: bool


def event_days(sentence: str, published: date | None, before: Sequence[str] = ()) -> When | None:
    """When what a sentence tells happened; None where it tells no event, or where nothing says when.

    `published` is the date of the article; `before` are the sentences before this one, the nearest first. A date that
    belongs to the main clause dates the event, else it is that of the article: unless the sentence tells of the past
    and the nearest date in the text is one long gone.
    """
    if len(sentence) > _LONGEST:
        return None
    outside = unquoted(sentence)
    if not _is_telling(sentence, outside):
        return None
    found = dates_in(sentence, published)
    tells = told_by(sentence)
    dated = _main_dates(outside, found)
    if dated and not (published and _is_outlook(dated[0], tells, published)):
        return When(dated[0].first, max(date.last for date in dated), stated=True)
    if published is None or tells is Tells.STATE or any(then in outside.lower() for then in _THEN):
        return None
    if tells in {Tells.PAST, Tells.UNCLEAR} and _is_background(found, before, published):
        return None
    return When(published, published, stated=False)


def _is_telling(sentence: str, outside: str) -> bool:
    """Whether a sentence is more than a question, a fragment, or somebody's words alone."""
    told = [word.text for word in words(outside)]
    return (
        len(list(words(sentence))) >= _FEWEST_WORDS and len(told) > 2 and not sentence.rstrip(" \"'”’»)").endswith("?")
    )


def _main_dates(outside: str, found: Sequence[DateInText]) -> list[DateInText]:
    """The first date that belongs to the main clause, with those listed with it."""
    dated: list[DateInText] = []
    for date_found in found:
        if listed_with(outside, dated[-1], date_found) if dated else _dates_main_clause(outside, date_found):
            dated.append(date_found)
    return dated


def _dates_main_clause(outside: str, dated: DateInText) -> bool:
    start, end = dated.span
    worded = outside[start:end].lower().split()
    if not worded or _is_attributive(outside, dated):
        return False
    if dated.relation in _NOT_WHEN and (dated.relation, worded[-1]) != ("than", "ago"):  # "more than a week ago"
        return False
    if dated.unit is Unit.RANGE and {"next", "coming"} & set(worded[:2]):  # "over the next three years": plans
        return False
    itself = dated.unit is Unit.DAY or worded[0] in _ITSELF or worded[-1] == "ago"
    return (itself or dated.relation in _WHEN) and is_main(outside, start)


def _is_outlook(dated: DateInText, tells: Tells, published: date) -> bool:
    """Whether a date is a time not over yet, that somebody speaks of, or that what happened was about."""
    if tells is Tells.SPEECH:  # "growth will slow next year, he said"
        return dated.unit is not Unit.DAY and dated.last > published
    return tells is Tells.PAST and dated.first > published


def _is_attributive(outside: str, dated: DateInText) -> bool:
    """Whether a date tells which, not when: "yesterday's awards", "the December 13 attack"."""
    start, end = dated.span
    if outside[end : end + 2] in {"'s", "’s"}:
        return True
    follows = outside[end : end + 2]
    determined = previous_word(outside, start).lower() in _ATTRIBUTIVE_AFTER
    return determined and dated.unit not in _SELDOM_ATTRIBUTIVE and follows[:1] == " " and follows[1:].isalpha()


def _is_background(found: Sequence[DateInText], before: Sequence[str], published: date) -> bool:
    """Whether the nearest dates, in the sentence or before it, are all long gone."""
    nearest = next(filter(None, _dates_of(found, before, published)), [])
    return bool(nearest) and all(dated.last < published - _NEWS_AGE for dated in nearest)


def _dates_of(found: Sequence[DateInText], before: Sequence[str], published: date) -> Iterator[Sequence[DateInText]]:
    yield found
    for sentence in before:
        yield dates_in(sentence[:_LONGEST], published)

"""When the event happened that a sentence tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from knowledge.language.dates.clauses import (
    Tells,
    begins_with,
    clause_before,
    is_end,
    is_main,
    is_so_now,
    told_by,
    unquoted,
)
from knowledge.language.dates.context import preposition, previous_word, relation
from knowledge.language.dates.in_text import DateInText, dates_in, listed_with, read_dates
from knowledge.language.dates.periods import Unit
from knowledge.language.terms import words
from knowledge.models import Span

_NOT_WHEN = frozenset({"since", "until", "till", "by", "before", "after", "than", "to", "of", "as", "for"})
"""A date behind one of these bounds the event, or dates another."""

_WHEN = frozenset({"in", "during", "between", "from", "within", "at", "over", "on", "around", "through"})
_ITSELF = frozenset({"last", "this", "next", "past", "earlier", "later", "early", "late", "mid"})
"""What a date may begin with that needs no preposition."""

_ATTRIBUTIVE_AFTER = frozenset({"the", "a", "an", "its", "his", "her", "their", "this", "that"})
_SELDOM_ATTRIBUTIVE = {Unit.DECADE, Unit.CENTURY, Unit.RANGE, Unit.WEEKEND}

_WORDS_TO_NOUN = 3
_HAPPENINGS = """
    earthquake quake tsunami flood floods storm hurricane cyclone fire wildfire famine disaster accident crash collision
    explosion blast bombing bombings attack attacks raid strike strikes massacre killing assassination shooting battle
    siege war invasion offensive uprising revolution revolt coup rebellion protests riots outbreak epidemic
    pandemic election elections referendum summit crisis crackdown eruption
"""
_DATED_BEFORE_THEM = frozenset(_HAPPENINGS.split())
"""What a year before it dates: "the 2011 earthquake", but not "the 2011 law"."""

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
    belongs to the main clause dates the event, of several in a list ("in April, July and August") the time from the
    first to the last. Else it is that of the article: unless the sentence words a date that can't be told, or tells of
    the past and the nearest date in the text is one long gone.
    """
    if len(sentence) > _LONGEST:
        return None
    outside = unquoted(sentence)
    if not _is_telling(sentence, outside):
        return None
    found, unclear = read_dates(sentence, published)
    tells = told_by(sentence)
    dated = _main_dates(outside, found, tells) or _date_of_subject(outside, found)
    if dated and not (published and _is_outlook(dated[0], tells, published)):
        return When(dated[0].first, max(date.last for date in dated), stated=True)
    if published is None or any(then in outside.lower() for then in _THEN):
        return None
    if tells is Tells.STATE and not is_so_now(sentence):
        return None
    if any(_may_date_main_clause(outside, span) for span in unclear):
        return None
    if tells in {Tells.PAST, Tells.UNCLEAR} and _is_background(found, before, published):
        return None
    return When(published, published, stated=False)


def days_beside(sentence: str, published: date | None, is_meant: Callable[[str, str], bool]) -> When | None:
    """The date right behind a noun, in whatever clause they stand: "since the start of the war in March 2011".

    `is_meant` is asked of the words of the clause up to the noun, and of the noun.
    """
    if len(sentence) > _LONGEST:
        return None
    outside = unquoted(sentence)
    for dated in dates_in(sentence, published):
        before = preposition(outside, dated.span[0])
        if before and before[1].lower() in _WHEN and outside[slice(*dated.span)].strip():
            noun = previous_word(outside, before.start())
            if noun.islower() and is_meant(clause_before(outside, before.start()), noun):
                return When(dated.first, dated.last, stated=True)
    return None


def _is_telling(sentence: str, outside: str) -> bool:
    """Whether a sentence is more than a question, a fragment, or somebody's words alone."""
    told = [word.text for word in words(outside)]
    return (
        len(list(words(sentence))) >= _FEWEST_WORDS and len(told) > 2 and not sentence.rstrip(" \"'”’»)").endswith("?")
    )


def _main_dates(outside: str, found: Sequence[DateInText], tells: Tells) -> list[DateInText]:
    """The first date that belongs to the main clause, with those listed with it."""
    dated: list[DateInText] = []
    for date_found in found:
        if listed_with(outside, dated[-1], date_found) if dated else _dates_main_clause(outside, date_found, tells):
            dated.append(date_found)
    return dated


def _date_of_subject(outside: str, found: Sequence[DateInText]) -> list[DateInText]:
    """The date of the event that a sentence is about: "The 2011 earthquake killed"."""
    if not found or not _is_attributive(outside, found[0]):
        return []
    start, end = found[0].span
    follows = outside[end:].lower().split(maxsplit=_WORDS_TO_NOUN)[:_WORDS_TO_NOUN]
    is_subject = begins_with(outside, start) and is_main(outside, start)
    return [found[0]] if is_subject and not _DATED_BEFORE_THEM.isdisjoint(follows) else []


def _dates_main_clause(outside: str, dated: DateInText, tells: Tells) -> bool:
    start, end = dated.span
    worded = outside[start:end].lower().split()
    if not worded or _is_attributive(outside, dated):
        return False
    if dated.relation in _NOT_WHEN and (dated.relation, worded[-1]) != ("than", "ago"):  # "more than a week ago"
        return False
    if dated.unit is Unit.RANGE and {"next", "coming"} & set(worded[:2]):  # "over the next three years": plans
        return False
    itself = dated.unit is Unit.DAY or worded[0] in _ITSELF or worded[-1] == "ago"
    if not itself and dated.relation not in _WHEN:
        return False
    return is_main(outside, start) or (tells is Tells.PAST and is_end(outside, start))


def _may_date_main_clause(outside: str, span: Span) -> bool:
    start, end = span
    return bool(outside[start:end].strip()) and relation(outside, start) not in _NOT_WHEN and is_main(outside, start)


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
    return bool(nearest) and all(published - dated.last > _NEWS_AGE for dated in nearest)


def _dates_of(found: Sequence[DateInText], before: Sequence[str], published: date) -> Iterator[Sequence[DateInText]]:
    yield found
    for sentence in before:
        yield dates_in(sentence[:_LONGEST], published)

"""What the words around an expression say of it: whether it is a date at all, and on which side of today it lies."""

from __future__ import annotations

import re

_REACH = 120
"""Characters before an expression that are looked at."""

_PREVIOUS_WORD = re.compile(r"([\w'’$€£#-]+)[ \t\n\xa0]{1,2}$")
_ODD_YEAR = re.compile(r",?\s{1,2}[02-9]\d{3}(?![\w%]|[.,:]\d)(?:\s{1,2}(?P<next>[^\W\d_]{1,40}))?")
_NEXT_WORD = re.compile(r"\s{1,2}([\w'’-]{1,40})")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OF_TIME = _words("""
    in since until till by during of from between through before after to on last next this late early mid around
    about than
""")
_OF_TIME_ONLY = _words("in since until till from between during last next this late early mid")
"""Before "May" or "March" they can't stand for a person or a walk."""

_DETERMINERS = _words("the a an its his her their this that")
_NAMES_TOO = _words("may march april june august")
_VERBS_TOO = _words("may march mar")

_NAMED_WEEKDAYS = _words("good black bloody super ash palm easter cyber boxing every each any")
"""Before a weekday they make it the name of a feast or an event, or no day in particular."""

_COORDINATED = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"(?:,|,?\s{1,2}(?:and|or|to|through))\s{1,2}$",
    re.IGNORECASE,
)

_COUNTED = _words("""
    people troops soldiers men women children fighters refugees migrants homes houses buildings miles mile km
    kilometres kilometers metres meters feet foot tonnes tons dollars euros pounds percent per hours hrs gmt jobs
    members votes points square times words pages years days barrels cases deaths casualties civilians residents
    workers
""")
_NUMBERED = _words("""
    no number page room flight route highway area at some nearly almost over than least only another all section
    article chapter resolution boeing windows
""")
_OLDEST_ALONE = 1900
"""Year from which four digits need no preposition."""

_RELATION = re.compile(
    r"\b(since|until|till|by|before|after|from|in|on|at|during|between|to|through|of|over|within|for|than|as)\s{1,2}"
    r"(?:(?:the|about|around|at|least|almost|nearly|more|over|than|some|roughly|late|early|earlier|later|on|only)\s{1,2}){0,3}$",
    re.IGNORECASE,
)

_CLAUSE_END = re.compile(r"[.,;:!?\"“”]")
_AHEAD = re.compile(
    r"\b(?:will|would|shall|won't|until|till|due|scheduled|expected|plan|plans|planning|upcoming|starts|begins|opens"
    r"|to be|set to)\b|['’]ll\b|\bby(?=\s{1,2}(?:late\s|early\s)?\s?$)",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\b(?:said|says|told|announced|was|were|had|did)\b", re.IGNORECASE)


def previous_word(text: str, start: int) -> str:
    """The word right before an offset, as it stands, or an empty string."""
    match = _PREVIOUS_WORD.search(text, max(0, start - 30), start)
    return match[1] if match else ""


def preposition(text: str, start: int) -> re.Match[str] | None:
    """The preposition before a date, its first group, and what stands between: "since" of "since at least 2012"."""
    return _RELATION.search(text, max(0, start - 50), start)


def relation(text: str, start: int) -> str:
    """The preposition before a date, in lower case; an empty string where it has none."""
    match = preposition(text, start)
    return match[1].lower() if match else ""


def lies_ahead(text: str, start: int) -> bool:
    """Whether the clause up to a date speaks of what is still to come."""
    before = _CLAUSE_END.split(text[max(0, start - _REACH) : start])[-1]
    ahead = max((match.end() for match in _AHEAD.finditer(before)), default=-1)
    return ahead >= 0 and not _BEHIND.search(before, ahead)


def is_month(text: str, match: re.Match[str], *, numbered: bool) -> bool:
    """Whether what looks like a month is one: `numbered` says that a day or a year stands with it."""
    name, start = match["month"], match.start("month")
    folded = name.lower().rstrip(".")
    previous = previous_word(text, start).lower()
    capital = name[0].isupper()
    if numbered:
        return capital or folded not in _VERBS_TOO or bool(match["year"]) or previous in _OF_TIME_ONLY
    if start > match.start() or match.groupdict().get("step"):
        return capital or folded not in _VERBS_TOO
    if len(folded) < 5 and folded not in {"may", "june", "july"}:
        return capital and previous in _OF_TIME_ONLY
    if not capital:
        return previous in (_OF_TIME_ONLY - {"this", "next"} if folded in _VERBS_TOO else _OF_TIME)
    if folded in _VERBS_TOO:
        return previous in _OF_TIME_ONLY or bool(_COORDINATED.search(text, max(0, start - 20), start))
    if folded not in _NAMES_TOO:
        return True
    return previous in _OF_TIME | _DETERMINERS or bool(_COORDINATED.search(text, max(0, start - 20), start))


def is_weekday(text: str, match: re.Match[str]) -> bool:
    """Whether a weekday is a day: not Good Friday, nor every Friday."""
    return previous_word(text, match.start()).lower() not in _NAMED_WEEKDAYS


def has_odd_year(text: str, end: int) -> bool:
    """Whether four digits follow a day or a month that can only be a year, but one that isn't read: "May 9999"."""
    match = _ODD_YEAR.match(text, end)
    return match is not None and (match["next"] or "").lower() not in _COUNTED


def is_year(text: str, match: re.Match[str]) -> bool:
    """Whether four digits are a year: not a count of something, nor the number of a page, a flight, a telephone."""
    previous = previous_word(text, match.start("year")).lower()
    following = _NEXT_WORD.match(text, match.end())
    if following and (following[1].lower() in _COUNTED or following[1][0].isdigit()):
        return False
    if previous[-1:].isdigit():
        return False
    if previous in _NUMBERED and relation(text, match.start("year")) not in {"since", "until"}:
        return False
    return int(match["year"]) >= _OLDEST_ALONE or previous in _OF_TIME | {"year", "and"} or bool(match["part"])

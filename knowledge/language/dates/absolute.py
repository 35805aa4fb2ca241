"""What dates mean that say themselves when they are, whenever they are written."""

from __future__ import annotations

import re
from datetime import date

from knowledge.language.dates.forms import ORDINALS, PARTS, SEASONS
from knowledge.language.dates.periods import DAY, Period, Unit, month_of, moved, part_of, period_at, single

Match = re.Match[str]


def iso(match: Match) -> Period | None:
    """ "2015-04-13"."""
    return single(date(int(match["year"]), int(match["number"]), int(match["day"])))


def numeric(match: Match) -> Period | None:
    """ "13/04/2015", "4/13/2015", "2015/04/13"; with dots the day stands first. "3/4/2015" can be either: no day."""
    if match["year"]:
        return single(date(int(match["year"]), int(match["number"]), int(match["day"])))
    one, two = int(match["one"]), int(match["two"])
    if min(one, two) > 12:
        return None
    if len(match["end"]) == 2 or (match["mark"] != "." and one != two and max(one, two) <= 12):
        raise ValueError(match[0])
    day, month = (two, one) if two > 12 and match["mark"] != "." else (one, two)
    return single(date(int(match["end"]), month, day))


def decade(match: Match) -> Period | None:
    """ "the 1990s", "the late 80s"."""
    year = int((match["century"] or "19") + match["decade"] + "0")
    return part_named(match, period_at(date(year, 1, 1), Unit.DECADE))


def century(match: Match) -> Period | None:
    """ "the second half of the 20th century"."""
    number = ORDINALS.get(match["number"].lower()) or int(match["number"][:-2])
    return part_named(match, period_at(date(number * 100, 1, 1), Unit.CENTURY))


def season(match: Match) -> Period | None:
    """ "spring 2013", of the north; of two winters in a year none is meant more."""
    if not match["year"] or match["season"].lower() == "winter":
        raise ValueError(match[0])
    first = month_of(int(match["year"]), SEASONS[match["season"].lower()]).first
    return Period(first, moved(first, Unit.MONTH, 3) - DAY, Unit.RANGE)


def untold(match: Match) -> Period | None:
    """ "three days later" is counted from a day told elsewhere; feasts aren't known here."""
    raise ValueError(match[0])


def part_named(match: Match, whole: Period) -> Period:
    """The part of a period that is named before it: "late", "the second half of"."""
    words = " ".join((match["part"] or "").lower().split())
    return next((part_of(whole, *place) for name, place in PARTS.items() if name in words), whole)

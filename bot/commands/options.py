"""What people write into the options of commands, read as kindly as can be."""

from __future__ import annotations

import re
from calendar import month_name
from datetime import date

from bot.days import dates_in_english
from bot.markdown import show
from bot.wording import RefusalError
from knowledge import Filters
from knowledge.language.dates.in_text import dates_in
from knowledge.models import Span

_LONGEST = 40
"""Characters of a date."""
_DAY = re.compile(r"(\d{4})[-./](\d\d?)[-./](\d\d?)", re.ASCII)
_MONTH = re.compile(r"(?P<year>\d{4})[-./](?P<month>\d\d?)|(?P<first>\d\d?)[-./](?P<last>\d{4})", re.ASCII)
_LETTERS = re.compile(r"\w+")
_AROUND = {
    *("the", "in", "on", "of", "from", "since", "until", "till", "to", "by"),
    *("am", "im", "ab", "seit", "vom", "von", "bis"),
    *("le", "la", "en", "du", "au", "depuis", "jusqu", "el", "del", "al", "desde", "hasta"),
    *("с", "со", "в", "во", "от", "до", "по", "год", "года", "году", "г", "з", "із", "у", "від", "рік", "року", "р"),
}
"""Words that may stand around a date, in all our languages, and tell nothing of which one it is."""


def filters_of(since: str | None, until: str | None, publisher: str | None = None) -> Filters:
    """The filters that options mean. Raises RefusalError for what isn't a date, or for dates in the wrong order."""
    first = _days(since)[0] if since else None
    last = _days(until)[1] if until else None
    if first and last and first > last:
        raise RefusalError("error-date-order")
    return Filters(first, last, (publisher or "").strip() or None)


def _days(words: str) -> tuple[date, date]:
    """The first and the last day of a date such as "2012-10-31", "October 2012", "10/2012" or "2012"."""
    words = _numbers_in_words(words[:_LONGEST].strip())
    for text in (words, dates_in_english(words)):
        found = dates_in(text, date.today())  # noqa: DTZ011 - the day of who runs the bot is near enough
        if len(found) == 1 and _is_all(text, found[0].span):
            return found[0].first, found[0].last
    raise RefusalError("refused-date", words=show(words, 2 * _LONGEST))


def _numbers_in_words(words: str) -> str:
    """A date of numbers alone, of which one is a year, as text tells it: "10/2012" is "October 2012"."""
    if day := _DAY.fullmatch(words):
        return "/".join(day.groups())
    if (month := _MONTH.fullmatch(words)) and 1 <= int(month["month"] or month["first"]) <= 12:
        return f"{month_name[int(month['month'] or month['first'])]} {month['year'] or month['last']}"
    return words


def _is_all(text: str, span: Span) -> bool:
    """Whether nothing stands around the date that could make it another one, as in "spring 2012" or "after 2012"."""
    around = _LETTERS.findall(f"{text[: span[0]]} {text[span[1] :]}".lower())
    return _AROUND.issuperset(around)

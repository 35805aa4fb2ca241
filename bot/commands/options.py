"""What people write into the options of commands, read as kindly as can be."""

from __future__ import annotations

from datetime import date

from bot.days import dates_in_english
from bot.wording import RefusalError
from knowledge import Filters
from knowledge.language.dates.in_text import dates_in

_LONGEST = 40
"""Characters of a date."""


def filters_of(since: str | None, until: str | None, publisher: str | None = None) -> Filters:
    """The filters that options mean. Raises RefusalError for what isn't a date, or for dates in the wrong order."""
    first = _days(since)[0] if since else None
    last = _days(until)[1] if until else None
    if first and last and first > last:
        raise RefusalError("error-date-order")
    return Filters(first, last, (publisher or "").strip() or None)


def _days(words: str) -> tuple[date, date]:
    """The first and the last day of a date such as "2012-10-31", "October 2012", "octobre 2012" or "2012"."""
    try:
        day = date.fromisoformat(words.strip())
    except ValueError:
        english = dates_in_english(words[:_LONGEST])
        found = dates_in(english, date.today())  # noqa: DTZ011 - the day of who runs the bot is near enough
        if not found:
            raise RefusalError("refused-date", words=words[:_LONGEST]) from None
        return found[0].first, found[0].last
    return day, day

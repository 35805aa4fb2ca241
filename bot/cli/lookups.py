"""`factbox quotes`, `timeline` and `check`: what they find, for a person, as plain lines, or as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.answer_json import check_object, quotes_object, timeline_object
from bot.cli.asking import checked
from bot.cli.lines import Line
from bot.cli.output import is_terminal, write, write_json
from bot.plain import claim_lines, quote_lines, timeline_lines
from bot.texts import english
from bot.wording import RefusalError
from knowledge import Coverage, Filters


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which articles are looked in, and how much is shown in what form."""

    filters: Filters
    limit: int
    as_json: bool = False


def show_quotes(coverage: Coverage, speaker: str, about: str, wanted: Wanted, *, reported: bool = False) -> None:
    """Show what somebody said; about anything where `about` is blank. Raises RefusalError and QuestionTooLong."""
    name = checked(speaker, "error-speaker-blank")
    topic = checked(about, "error-topic-blank") if about.strip() else None
    quotes = coverage.quotes(name, topic, filters=wanted.filters, limit=wanted.limit, reported=reported)
    if wanted.as_json:
        write_json(quotes_object(name, topic, wanted.filters, quotes))
    elif not quotes:
        write(english()("quotes-none" if topic is None and not wanted.filters else "quotes-none-there"))
    elif is_terminal():
        from bot.terminal import console
        from bot.terminal_lookups import quotes_view

        console().print(quotes_view(quotes, english()))
    else:
        _write_all(quote_lines(quotes, english()))


def show_timeline(coverage: Coverage, topic: str, wanted: Wanted) -> None:
    """Show the dated facts on a topic. Raises RefusalError for a blank one and QuestionTooLong."""
    asked = checked(topic, "error-topic-blank")
    events = coverage.timeline(asked, filters=wanted.filters, limit=wanted.limit)
    if wanted.as_json:
        write_json(timeline_object(asked, wanted.filters, events))
    elif not events:
        write(english()("answer-none"))
    elif is_terminal():
        from bot.terminal import console
        from bot.terminal_lookups import timeline_view

        console().print(timeline_view(events, english()))
    else:
        _write_all(timeline_lines(events, english()))


def show_claims(coverage: Coverage, message: Line, *, as_json: bool = False) -> None:
    """Show the claims in a message and the facts nearest to each. Raises RefusalError for one that can't be checked."""
    text = _checkable(message)
    claims = coverage.check(text)
    if as_json:
        write_json(check_object(text, claims))
    elif not claims:
        write(english()("check-none"))
    elif is_terminal():
        from bot.terminal import console
        from bot.terminal_lookups import claims_view

        console().print(claims_view(claims, english()))
    else:
        for claim in claims:
            _write_all(claim_lines(claim, english()))


def _checkable(message: Line) -> str:
    from knowledge.answering.checking import LONGEST_MESSAGE

    if message.length > LONGEST_MESSAGE:
        raise RefusalError("error-message-too-long", limit=LONGEST_MESSAGE, length=message.length)
    return checked(message.text, "error-message-blank")


def _write_all(lines: Iterable[str]) -> None:
    for line in lines:
        write(line)

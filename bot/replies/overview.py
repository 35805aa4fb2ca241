"""`/coverage`: what the bot knows, in numbers, with a picture of it by month and publisher."""

from __future__ import annotations

from collections.abc import Iterator

from discord import ui

from bot import limits
from bot.markdown import ago
from bot.memory.lookups import Lookup
from bot.replies.chart import Drawn, drawn, key_line, peak_of
from bot.replies.parts import days_covered, footer
from bot.replies.reply import Block, Reply
from bot.texts import Texts
from knowledge import Coverage, Overview


def coverage_reply(lookup: Lookup, coverage: Coverage, say: Texts) -> Reply:
    """What there is of the publishers that may be shown."""
    publishers = lookup.filters.publishers
    overview = coverage.overview(publishers)
    return overview_reply(overview, say) if overview.articles else _nothing(say, limited=bool(publishers))


def overview_reply(overview: Overview, say: Texts) -> Reply:
    """The numbers, and the picture where there is more than one month to see."""
    picture = drawn(overview.months, "overview", say)
    return Reply(
        blocks=(
            ui.TextDisplay("\n".join(_numbers(overview, say))),
            ui.Separator(),
            *([picture.block] if picture else []),
            _publishers(overview, picture, say),
            *footer("\n-# ".join(filter(None, _notes(overview, picture, say)))),
        ),
        picture=picture.picture if picture else None,
    )


def _nothing(say: Texts, *, limited: bool) -> Reply:
    """That nothing is stored, or nothing by the publishers that the server shows, and what to do."""
    kind = "limited" if limited else "empty"
    text = f"### {say(f'overview-{kind}')}\n{say(f'overview-{kind}-mend')}"
    return Reply(blocks=(ui.TextDisplay(text),), found=False)


def _numbers(overview: Overview, say: Texts) -> Iterator[str]:
    yield f"### {say('overview-title')}"
    numbers = {"articles": overview.articles, "sentences": overview.sentences, "publishers": len(overview.publishers)}
    yield " · ".join(say(f"overview-{name}", count=count) for name, count in numbers.items() if count)
    if span := days_covered(overview.since, overview.until, say):
        yield span


def _publishers(overview: Overview, picture: Drawn | None, say: Texts) -> Block:
    """Those with most articles, each beside its colour in the picture, and all others together."""
    squares = {key.publisher: key.square for key in picture.chart.keys} if picture else {}
    rest = squares.get(None, "▫️")
    named = overview.publishers[: limits.PUBLISHERS_LISTED]
    lines = [say("overview-by-publisher")]
    lines += [key_line(squares.get(name, rest), name, articles, say) for name, articles in named]
    if others := overview.articles - sum(articles for _, articles in named):
        lines.append(key_line(rest, None, others, say))
    return ui.TextDisplay("\n".join(lines))


def _notes(overview: Overview, picture: Drawn | None, say: Texts) -> Iterator[str]:
    if picture:
        yield peak_of(picture.chart, say)
    if overview.undated:
        yield say("overview-undated", articles=overview.undated)
    if overview.changed:
        yield say("overview-changed", ago=ago(overview.changed))

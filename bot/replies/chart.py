"""A picture of how much there was when, by whom, and the same in words for who doesn't see it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import discord
from discord import ui

from bot import limits
from bot.days import days_in_words
from bot.markdown import cut, length, show
from bot.pictures import Bar, Chart, Period, chart_of, png_of
from bot.replies.reply import Block, Picture
from bot.texts import Texts
from knowledge import MonthCount


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn, as a file, and the block that shows it."""

    chart: Chart
    picture: Picture
    block: Block


def drawn(counts: Sequence[MonthCount], name: str, say: Texts) -> Drawn | None:
    """The counts as a picture, which the text `NAME-picture` describes; None where there would be one bar to see."""
    chart = chart_of(counts) if counts else None
    if not chart or len(_seen(chart)) < 2:
        return None
    picture = Picture(f"{name}.png", png_of(chart), _description(chart, name, say))
    shown = discord.MediaGalleryItem(f"attachment://{picture.name}", description=picture.description)
    return Drawn(chart, picture, ui.MediaGallery(shown))


def legend(chart: Chart, say: Texts) -> str:
    """What each colour stands for, and how many there are of it, on one line that breaks between two of them."""
    keys = (key_line(key.square, key.publisher, key.count, say) for key in chart.keys)
    return " · ".join(key.replace(" ", "\N{NO-BREAK SPACE}") for key in keys)


def key_line(square: str, publisher: str | None, count: int, say: Texts) -> str:
    """A publisher, or for None all others, with a number."""
    name = show(cut(publisher or "", limits.PUBLISHER_IN_LEGEND), 2 * limits.PUBLISHER_IN_LEGEND) or say("chart-others")
    return say("chart-key", square=square, publisher=name, count=count)


def peak_of(chart: Chart, say: Texts) -> str:
    """When there was most; empty where that wasn't once."""
    if not chart.peak:
        return ""
    return say("chart-peak", period=period_in_words(chart.peak.period, say), count=chart.peak.count)


def period_in_words(period: Period, say: Texts) -> str:
    """A month, a year, or several."""
    return days_in_words(period.first, period.last, say.language)


def _seen(chart: Chart) -> list[Bar]:
    return [bar for bar in chart.bars if bar.count]


def _description(chart: Chart, name: str, say: Texts) -> str:
    """The picture for who doesn't see it: each bar by publisher, or where that is too long, each as a whole."""

    def by_publisher(bar: Bar) -> str:
        names = (cut(key.publisher or "", limits.PUBLISHER_IN_LEGEND) or say("chart-others") for key in chart.keys)
        return ", ".join(f"{publisher} {count}" for publisher, count in zip(names, bar.parts, strict=True) if count)

    def told(parts: Callable[[Bar], object]) -> str:
        return "; ".join(f"{period_in_words(bar.period, say)}: {parts(bar)}" for bar in _seen(chart))

    bars = told(by_publisher)
    if length(bars) > limits.BARS:
        bars = cut(told(lambda bar: bar.count), limits.BARS)
    return say(f"{name}-picture", bars=bars)

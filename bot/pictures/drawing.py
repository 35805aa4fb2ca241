"""A chart as a PNG: a dark card of its own, so that it reads the same in Discord's dark and light themes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from bot.pictures import palette
from bot.pictures.axes import Label, TimeAxis, digits_of, grid_of, months_below, ticks_of, years_below
from bot.pictures.charts import Bar, Chart

if TYPE_CHECKING:
    from bot.pictures.canvas import Canvas, Part

WIDTH, HEIGHT = 1200, 520
"""Pixels: over twice those that Discord shows it in, for sharp screens."""
_CORNER = 20
_PADDING = 44
_TEXT = 38
"""Size of the font: on a phone, the picture is shown at a quarter of its size."""
_BESIDE_GRID = 22
_LINE = 2
_TICK = 14
_LABELS = 40
"""From the ground to the middle of the first row of labels."""
_ROW = 48
"""From one row of labels to the next."""

_BAR = 0.72
"""Width of a bar, as a share of its period's."""
_WIDEST = 88
_LOWEST = 5
"""Height of a bar: one is seen beside any number."""
_ROUND = 8
_GAP = 3
"""Between two parts of a bar, so that they are told apart without colours too; none below a thin part."""
_THIN = 9


def png_of(chart: Chart) -> bytes:
    """The picture, 1200 x 520, transparent outside of the card's round corners. Doesn't belong on an event loop."""
    from bot.pictures.canvas import Canvas  # with Pillow, for which a bot that draws nothing need not have memory

    canvas = Canvas(WIDTH, HEIGHT, palette.CARD, _TEXT)
    plot = _plot(chart, canvas.width_of)
    _draw_grid(plot, canvas)
    _draw_labels(plot, canvas)
    colours = [palette.colour_of(key.square) for key in chart.keys]
    for place, bar in enumerate(chart.bars):
        if bar.count:
            _draw_bar(bar, place, colours, plot, canvas)
    return canvas.png(_CORNER)


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where things stand: time from left to right, numbers from the ground up, labels in rows below."""

    axis: TimeAxis
    grid: range
    rows: tuple[list[Label], ...]

    @property
    def ground(self) -> int:
        """The bottom of all bars."""
        return HEIGHT - _PADDING // 2 - _LABELS - _ROW * len(self.rows) + _ROW // 2

    def height(self, number: int) -> int:
        """How far above the ground a number is."""
        return number * (self.ground - _PADDING) // self.grid[-1]


def _plot(chart: Chart, width_of: Callable[[str], float]) -> _Plot:
    grid = grid_of(chart.highest)
    left = _PADDING + round(width_of(digits_of(grid[-1]))) + _BESIDE_GRID
    axis = TimeAxis(chart.periods, left, WIDTH - _PADDING)
    rows = (list(months_below(axis, width_of)), list(years_below(axis, width_of)))
    return _Plot(axis, grid, tuple(filter(None, rows)))


def _draw_grid(plot: _Plot, canvas: Canvas) -> None:
    for number in plot.grid:
        y = plot.ground - plot.height(number)
        canvas.text(digits_of(number), plot.axis.left - _BESIDE_GRID, y, palette.TEXT, align="right")
        canvas.rectangle(plot.axis.left, y, plot.axis.right, y + _LINE, palette.GRID if number else palette.BASELINE)


def _draw_labels(plot: _Plot, canvas: Canvas) -> None:
    for x in ticks_of(plot.axis):
        canvas.rectangle(x, plot.ground, x + _LINE, plot.ground + _TICK, palette.BASELINE)
    for row, labels in enumerate(plot.rows):
        for label in labels:
            canvas.text(label.text, label.x, plot.ground + _LABELS + row * _ROW, palette.TEXT)


def _draw_bar(bar: Bar, place: int, colours: Sequence[str], plot: _Plot, canvas: Canvas) -> None:
    width = min(_WIDEST, round(plot.axis.slot * _BAR))
    left = round(plot.axis.left + (place + 0.5) * plot.axis.slot - width / 2)
    height = max(_LOWEST, plot.height(bar.count))
    canvas.stack(left, width, list(_parts(bar, colours, plot.ground, height)), _ROUND)


def _parts(bar: Bar, colours: Sequence[str], ground: int, height: int) -> Iterator[Part]:
    """The parts of a bar that are high enough to be seen, from the ground up."""
    tops = [ground - count * height // bar.count for count in accumulate(bar.parts, initial=0)]
    for colour, (bottom, top) in zip(colours, pairwise(tops), strict=True):
        gap = _GAP if bottom < ground and bottom - top >= _THIN else 0
        if bottom > top:
            yield top, bottom - gap, colour

"""Colours. Those of a chart are the fills of Twemoji's squares, which Discord shows, so that a legend can be text."""

from __future__ import annotations

SQUARES = {
    "🟦": "#55ACEE",
    "🟧": "#F4900C",
    "🟩": "#78B159",
    "🟪": "#AA8ED6",
    "🟥": "#DD2E44",
    "🟨": "#FDCB58",
    "🟫": "#C1694F",
}
"""For the publishers with most articles, in this order."""
REST = "⬜"
REST_COLOUR = "#E6E7E8"
"""For all others together."""

CARD = "#232428"
"""One of Discord's own neutrals, dark enough for a contrast of 3 to every square (WCAG 2.2, 1.4.11)."""
GRID = "#36373D"
BASELINE = "#5C5E66"
TEXT = "#B5BAC1"


def colour_of(square: str) -> str:
    """The colour of a square of the legend."""
    return SQUARES.get(square, REST_COLOUR)

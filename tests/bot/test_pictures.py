"""Charts as they are seen: the PNG decoded again, and what stands in the legend beside it."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from datetime import timedelta
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.pictures import Chart, chart_of, palette, png_of
from bot.pictures.axes import TimeAxis, digits_of, grid_of, months_below, ticks_of, years_below
from bot.pictures.charts import LARGEST
from bot.pictures.periods import MOST, days_of, periods_for
from knowledge import MonthCount
from knowledge.reading.seeds import read_seeds

SIZE = (1200, 520)
EMPTY_EDGE = 12
"""Pixels at the card's edges on which nothing stands."""

counts = st.lists(
    st.builds(
        MonthCount,
        year=st.one_of(st.integers(2005, 2015), st.integers(1, 9999)),
        month=st.integers(1, 12),
        publisher=st.one_of(st.none(), st.sampled_from("ABCDEFGHIJ"), st.text()),
        count=st.one_of(st.integers(1, 50), st.integers(1, 10**10)),
    ),
    min_size=1,
    max_size=60,
)
months = st.sets(st.integers(12, 9999 * 12 + 11), min_size=1) | st.sets(st.integers(24_000, 24_300), min_size=1)


def month(year: int, number: int, publisher: str | None = "The Hindu", count: int = 1) -> MonthCount:
    return MonthCount(year, number, publisher, count)


def seeds() -> list[MonthCount]:
    dated = [(seed.published, seed.publisher) for seed in read_seeds() if seed.published]
    return [MonthCount(day.year, day.month, publisher, 1) for day, publisher in dated]


def seen(chart: Chart) -> Image.Image:
    image = Image.open(BytesIO(png_of(chart)))
    image.load()
    return image


def pixels_of(image: Image.Image) -> Counter[str]:
    """How often each opaque colour is there."""
    raw = image.tobytes()
    found = Counter(zip(raw[0::4], raw[1::4], raw[2::4], raw[3::4], strict=True))
    return Counter(
        {"#{:02X}{:02X}{:02X}".format(*colour): count for (*colour, alpha), count in found.items() if alpha == 255}
    )


def luminance(colour: str) -> float:
    """WCAG 2.2, "relative luminance"."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


# The picture


def test_the_picture_is_a_card_with_round_corners_on_nothing() -> None:
    image = seen(chart_of(seeds()))
    assert (image.format, image.mode, image.size) == ("PNG", "RGBA", SIZE)
    alpha = image.getchannel("A")
    assert [alpha.getpixel(corner) for corner in ((0, 0), (1199, 0), (0, 519), (1199, 519))] == [0] * 4
    assert alpha.crop((20, 0, 1180, 520)).getextrema() == alpha.crop((0, 20, 1200, 500)).getextrema() == (255, 255)
    assert set(alpha.crop((0, 0, 20, 20)).tobytes()) - {0, 255}, "the corners are smooth"


def test_text_and_colours_stand_out_from_the_card() -> None:
    assert contrast(palette.TEXT, palette.CARD) >= 4.5
    assert all(contrast(colour, palette.CARD) >= 3 for colour in (*palette.SQUARES.values(), palette.REST_COLOUR))
    assert pixels_of(seen(chart_of(seeds()))).most_common(1)[0][0] == palette.CARD


def test_each_publisher_of_the_seeds_has_as_much_of_its_colour_as_articles() -> None:
    chart = chart_of(seeds())
    pixels = pixels_of(seen(chart))
    areas = [pixels[palette.colour_of(key.square)] / key.count for key in chart.keys]
    assert min(areas) > 1_000
    assert max(areas) <= min(areas) * 1.02


def test_parts_of_a_bar_are_as_high_as_their_counts() -> None:
    chart = chart_of([month(2012, 10, "A", 30), month(2012, 10, "B", 20), month(2012, 10, "C", 10)])
    pixels = pixels_of(seen(chart))
    blue, orange, green = (pixels[palette.colour_of(square)] for square in "🟦🟧🟩")
    assert blue / green == pytest.approx(3, rel=0.08)
    assert orange / green == pytest.approx(2, rel=0.08)


def test_parts_are_told_apart_without_colours() -> None:
    image = seen(chart_of([month(2012, 10, "A", 30), month(2012, 10, "B", 20)]))
    blue, orange = ((0x55, 0xAC, 0xEE, 255), (0xF4, 0x90, 0x0C, 255))
    middle = next(x for x in range(image.width) if image.getpixel((x, 300)) == blue) + 20
    column = [image.getpixel((middle, y)) for y in range(image.height)]
    last_orange = max(y for y, colour in enumerate(column) if colour == orange)
    assert column.index(blue) - last_orange == 4


def test_one_article_is_seen_beside_a_million() -> None:
    chart = chart_of([month(2012, 1, "A", 1_000_000), month(2012, 3, "B", 1)])
    assert pixels_of(seen(chart))[palette.SQUARES["🟧"]] > 100


def test_a_month_without_articles_is_a_gap() -> None:
    image = seen(chart_of([month(2012, 1, count=5), month(2012, 3, count=5)]))
    row = [image.getpixel((x, 300)) == (0x55, 0xAC, 0xEE, 255) for x in range(image.width)]
    edges = [x for x, (before, after) in enumerate(pairwise(row)) if before != after]
    assert len(edges) == 4
    assert edges[1] - edges[0] == edges[3] - edges[2] > 80
    assert edges[2] - edges[1] > 500


def test_the_same_chart_is_the_same_picture() -> None:
    assert png_of(chart_of(seeds())) == png_of(chart_of(reversed(seeds())))


@settings(max_examples=12, deadline=None)
@given(counts)
def test_a_picture_is_small_and_nothing_leaves_the_card(given_counts: list[MonthCount]) -> None:
    chart = chart_of(given_counts)
    png = png_of(chart)
    assert len(png) < 60_000
    image = Image.open(BytesIO(png)).convert("RGB")
    assert image.size == SIZE
    card = Image.new("RGB", SIZE, palette.CARD)
    card.paste(image.crop((EMPTY_EDGE, EMPTY_EDGE, SIZE[0] - EMPTY_EDGE, SIZE[1] - EMPTY_EDGE)), (EMPTY_EDGE,) * 2)
    assert card.tobytes() == image.tobytes()


def test_the_busiest_picture_is_small() -> None:
    publishers = [f"{number}" for number in range(9)]
    busy = [
        month(2019 + number // 12, number % 12 + 1, publisher, (number * 7 + place * 5) % 23 + 1)
        for number in range(48)
        for place, publisher in enumerate(publishers)
    ]
    chart = chart_of(busy)
    assert len(chart.bars) == 48
    assert len(png_of(chart)) < 60_000


def test_neither_discord_nor_pillow_is_imported_before_a_picture_is_drawn() -> None:
    script = (
        "import sys, bot.pictures; sys.exit(bool({'discord', 'PIL', 'sklearn', 'sqlalchemy'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


# What it shows


def test_the_seeds_are_shown_by_year() -> None:
    chart = chart_of(seeds())
    assert {bar.period.first.month for bar in chart.bars} == {1}
    assert [bar.period.first.year for bar in chart.bars] == list(range(2012, 2025))
    assert [bar.count for bar in chart.bars if bar.count] == [1] * 6
    assert (str(chart.span.first), str(chart.span.last)) == ("2012-10-01", "2024-07-31")


@pytest.mark.parametrize(
    ("years", "length"), [(1, 1), (4, 1), (5, 3), (12, 3), (13, 12), (48, 12), (49, 24), (200, 60), (9999, 3000)]
)
def test_the_longer_the_span_the_longer_the_periods(years: int, length: int) -> None:
    assert periods_for(set(range(12, 12 + 12 * years))).length == length


@given(months)
def test_periods_hold_all_months_and_are_not_too_many(given_months: set[int]) -> None:
    periods = periods_for(given_months)
    places = {periods.place_of(number) for number in given_months}
    assert {0, periods.count - 1} <= places <= set(range(MOST))
    for number in given_months:
        whole, part = periods.period(periods.place_of(number)), days_of(number, number)
        assert whole.first <= part.first <= part.last <= whole.last


@given(counts)
def test_every_article_is_in_one_bar_and_one_entry_of_the_legend(given_counts: list[MonthCount]) -> None:
    chart = chart_of(given_counts)
    total = sum(count.count for count in given_counts)
    assert chart.count == total == sum(bar.count for bar in chart.bars)
    assert [key.count for key in chart.keys] == [
        sum(part) for part in zip(*(bar.parts for bar in chart.bars), strict=True)
    ]
    assert all(after.period.first - before.period.last == timedelta(days=1) for before, after in pairwise(chart.bars))
    coloured = [key.square for key in chart.keys if key.square != palette.REST]
    assert coloured == list(palette.SQUARES)[: len(coloured)]
    assert len(chart.keys) - len(coloured) <= 1


def test_the_legend_starts_with_the_most_articles_and_ends_with_the_rest() -> None:
    counts = [month(2012, 10, name, 20 - place) for place, name in enumerate("ABCDEFGHI")]
    legend = [(key.square, key.publisher, key.count) for key in chart_of([*counts, month(2012, 11, None, 40)]).keys]
    assert legend == [*zip("🟦🟧🟩🟪🟥🟨🟫", "ABCDEFG", range(20, 13, -1), strict=True), ("⬜", None, 13 + 12 + 40)]


def test_a_rest_of_one_publisher_has_its_name() -> None:
    counts = [month(2012, 10, name) for name in "ABCDEFGH"]
    with_one, with_unknown = chart_of(counts).keys[-1], chart_of([*counts, month(2012, 10, None)]).keys[-1]
    assert (with_one.square, with_one.publisher) == ("⬜", "H")
    assert (with_unknown.square, with_unknown.publisher) == ("⬜", None)


def test_ten_thousand_publishers() -> None:
    chart = chart_of([month(2012, number % 12 + 1, f"{number}") for number in range(10_000)])
    assert [key.count for key in chart.keys] == [1] * 7 + [9_993]
    assert pixels_of(seen(chart))[palette.REST_COLOUR] > 10_000


def test_the_peak_is_told_only_where_there_is_one() -> None:
    chart = chart_of([month(2012, 10), month(2012, 12, count=3)])
    assert chart.peak
    assert (str(chart.peak.period.first), chart.peak.count) == ("2012-12-01", 3)
    assert chart_of([month(2012, 10, count=3), month(2012, 12, count=3)]).peak is None
    assert chart_of([month(2012, 10)]).peak is None


@pytest.mark.parametrize(
    "wrong",
    [[], [month(2012, 10, count=0)], [month(2012, 10, count=LARGEST + 1)], [month(2012, 13)], [month(0, 1)]],
)
def test_what_cannot_be_drawn_is_refused(wrong: list[MonthCount]) -> None:
    with pytest.raises(ValueError):
        chart_of(wrong)


def test_the_most_articles_and_the_longest_time_are_drawn() -> None:
    chart = chart_of([month(1, 1, count=LARGEST - 1), month(9999, 12)])
    assert pixels_of(seen(chart))[palette.SQUARES["🟦"]] > 1_000


# Numbers, months and years beside the bars


@given(st.integers(1, LARGEST))
def test_the_grid_is_round_and_reaches_over_the_highest_bar(highest: int) -> None:
    grid = grid_of(highest)
    assert 3 <= len(grid) <= 5
    assert grid[-2] < highest <= grid[-1] or grid[-1] == 2
    assert str(grid.step).rstrip("0") in {"1", "2", "5"}


def test_digits_stand_in_groups_of_three() -> None:
    assert [digits_of(number) for number in (0, 999, 1_000, 2_500_000)] == ["0", "999", "1 000", "2 500 000"]


def labelled(given_months: set[int]) -> tuple[list[str], list[str]]:
    axis = TimeAxis(periods_for(given_months), 100, 1150)
    rows = months_below(axis, width_of), years_below(axis, width_of)
    return [label.text for label in rows[0]], [label.text for label in rows[1]]


def width_of(text: str) -> float:
    return 22.0 * len(text)


def test_months_are_numbers_above_their_years() -> None:
    winter = set(range(2012 * 12 + 9, 2013 * 12 + 3))
    assert labelled(winter) == (["10", "11", "12", "1", "2", "3"], ["2012", "2013"])


def test_quarters_stand_above_their_years() -> None:
    assert labelled(set(range(2012 * 12 + 11, 2017 * 12))) == ([], ["2013", "2014", "2015", "2016"])


def test_many_years_are_not_all_named() -> None:
    assert labelled(set(range(1980 * 12, 2020 * 12))) == (
        [],
        ["1980", "1985", "1990", "1995", "2000", "2005", "2010", "2015"],
    )


@given(months)
def test_labels_never_touch_and_there_is_always_a_year(given_months: set[int]) -> None:
    axis = TimeAxis(periods_for(given_months), 100, 1150)
    years = list(years_below(axis, width_of))
    assert years
    for row in (years, list(months_below(axis, width_of))):
        for one, other in pairwise(row):
            assert other.x - one.x - (width_of(one.text) + width_of(other.text)) / 2 > 8
    assert all(axis.left - 1 <= x <= axis.right + 1 for x in ticks_of(axis))

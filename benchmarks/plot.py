"""The median of a question against the sentences, and against the postings that its terms have, as SVG."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks.engines import ASKING, OURS, PEERS
from benchmarks.figures import Figures


def draw(sizes: Mapping[int, Mapping[str, Any]], figures: Mapping[int, Mapping[str, Figures]], file: Path) -> None:
    """Write the plot. Raises ImportError where matplotlib isn't installed."""
    from matplotlib.figure import Figure

    plot = Figure(figsize=(11, 4.5), layout="constrained")
    by_size, by_postings = plot.subplots(1, 2, sharey=True)
    for name in (OURS, ASKING, *PEERS):
        points = [(size, figures[size][name]) for size in figures if name in figures[size]]
        if not points:
            continue
        medians = [one.median for _, one in points]
        look = {"marker": "o", "label": name, "linewidth": 2.5 if name in {OURS, ASKING} else 1.2}
        [line] = by_size.plot([size for size, _ in points], medians, **look)
        by_size.plot([size for size, _ in points], [one.most for _, one in points], ":", color=line.get_color())
        by_postings.plot([sizes[size]["postings"]["mean"] for size, _ in points], medians, **look)
    for axes, what in ((by_size, "sentences (dotted: 99 %)"), (by_postings, "postings of a question's terms, mean")):
        axes.set(xscale="log", yscale="log", xlabel=what)
        axes.grid(alpha=0.3)
    by_size.set_ylabel("milliseconds of a question, median")
    plot.legend(*by_size.get_legend_handles_labels(), loc="outside right center")
    plot.savefig(file, metadata={"Date": None})

"""Writes the figures of docs/retrieval.md and the diagram beside it from the sets that are given:

    python docs/make_retrieval.py parts SET...
    python docs/make_retrieval.py strength SET...

A set is what `knowledge.evaluation.marked.read_collection` reads. `parts` takes some minutes on large sets.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path

from knowledge.evaluation.fitting import all_cases, fit, reliability, report
from knowledge.evaluation.marked import read_collection
from knowledge.evaluation.parts import table

FOLDER = Path(__file__).parent
PAGE = FOLDER / "retrieval.md"
DIAGRAM = FOLDER / "reliability.svg"

_SIZE, _MARGIN = 300, 40


def put(name: str, lines: Iterable[str]) -> None:
    """Put lines in the place of that name on the page."""
    text = PAGE.read_text(encoding="utf-8")
    between = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
    new = "\n".join(lines)
    PAGE.write_text(between.sub(lambda found: f"{found[1]}{new}\n{found[2]}", text), encoding="utf-8")


def diagram(tenths: Iterable[tuple[float, int, float]]) -> str:
    """A reliability diagram: a bar for each tenth of strength, as high as the share that is right, and the diagonal."""

    def x(value: float) -> float:
        return _MARGIN + value * _SIZE

    def y(value: float) -> float:
        return _MARGIN + (1 - value) * _SIZE

    bars = "".join(
        f'<rect x="{x(low) + 1:.0f}" y="{y(share):.0f}" width="{_SIZE / 10 - 2:.0f}" height="{share * _SIZE:.0f}"'
        f' fill="#5865f2"><title>{number} questions</title></rect>'
        for low, number, share in tenths
    )
    labels = "".join(
        f'<text x="{x(value):.0f}" y="{y(0) + 16:.0f}" text-anchor="middle">{value}</text>'
        f'<text x="{x(0) - 8:.0f}" y="{y(value) + 4:.0f}" text-anchor="end">{value}</text>'
        for value in (0, 0.2, 0.4, 0.6, 0.8, 1)
    )
    side = _SIZE + 2 * _MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{side}" height="{side}" viewBox="0 0 {side} {side}"'
        ' font-family="sans-serif" font-size="11" role="img" fill="#808080">'
        "<title>Of the answers of a strength, the share with a right first sentence</title>"
        f'{bars}<path d="M{x(0)} {y(0)} L{x(1)} {y(1)}" stroke="#808080" stroke-dasharray="4" fill="none"/>'
        f'<path d="M{x(0)} {y(1)} V{y(0)} H{x(1)}" stroke="#808080" fill="none"/>{labels}'
        f'<text x="{x(0.5)}" y="{y(0) + 33}" text-anchor="middle">strength</text>'
        f'<text x="{x(0)}" y="{y(1) - 12}" text-anchor="middle">first sentence right</text></svg>\n'
    )


def main() -> None:
    """Do what the first argument names, on the sets that follow."""
    what, *names = sys.argv[1:]
    sets = {Path(name).stem: read_collection(Path(name)) for name in names}
    if what == "parts":
        put("parts", table(sets))
        return
    found = list(all_cases(list(sets.values())))
    fitted = fit(found)
    put("strength", report(found, fitted))
    DIAGRAM.write_text(diagram(reliability(found, fitted.held_out)), encoding="utf-8")


if __name__ == "__main__":
    main()

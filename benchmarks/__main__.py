"""Our search beside other engines: the same sentences, the same terms, the same questions, one run.

    pip install -e '.[dev,benchmarks]' && python -m benchmarks [--sizes 10000 100000 1000000] [--help]

docs/speed.md says what is measured and how to read it. Written are a table (Markdown), all that was measured (JSON)
and a plot (SVG). Peers that aren't installed are left out.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sqlite3
import tempfile
from datetime import datetime
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import psutil

from benchmarks.comparing import Plan, compare
from benchmarks.engines import ENGINES, is_there
from benchmarks.plot import draw
from benchmarks.questions import MIX
from benchmarks.table import figures, table


def main() -> None:
    """Measure, print the table, and write all."""
    options = _options()
    options.output.mkdir(parents=True, exist_ok=True)
    options.place.mkdir(parents=True, exist_ok=True)
    plan = Plan(
        sizes=sorted(options.sizes),
        engines=options.engines,
        questions=options.questions,
        runs=options.runs,
        seed=options.seed,
        place=options.place,
        file=options.file,
    )
    about, sizes = _about(options), {}
    for size, measured in compare(plan):
        sizes[size] = measured
        text = table(about, sizes, options.clock)
        (options.output / "speed.md").write_text(text, encoding="utf-8")
        (options.output / "speed.json").write_text(json.dumps({"about": about, "sizes": sizes}), encoding="utf-8")
        if find_spec("matplotlib"):
            draw(sizes, figures(sizes, options.clock), options.output / "speed.svg")
    print(text)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000], help="sentences")
    parser.add_argument("--engines", nargs="+", choices=ENGINES, default=list(ENGINES), metavar="ENGINE",
                        help=f"of {', '.join(ENGINES)}")  # fmt: skip
    parser.add_argument("--questions", type=int, default=500, help="that are measured; 100 more are asked before")
    parser.add_argument("--runs", type=int, default=3, help="of which the median is told")
    parser.add_argument("--seed", type=int, default=1, help="of text and questions")
    parser.add_argument("--file", type=Path, help="sentences of your own, one a line, in place of made-up text")
    parser.add_argument("--clock", choices=("wall", "cpu"), default="wall", help="cpu where others use the machine too")
    parser.add_argument("--output", type=Path, default=Path("speed"), help="folder for what is written")
    parser.add_argument("--place", type=Path, default=Path(tempfile.gettempdir()) / "factbox-benchmarks",
                        help="folder for texts, which are kept, and indexes")  # fmt: skip
    return parser.parse_args()


def _about(options: argparse.Namespace) -> dict[str, str]:
    """What the figures depend on."""
    memory = f"{psutil.virtual_memory().total / 2**30:.0f} GB"
    load = f"load {os.getloadavg()[0]:.1f} at first"
    packages = {package for name in options.engines if is_there(name) for package in ENGINES[name].packages}
    return {
        "machine": f"{_processor()}, {os.cpu_count()} processors, {memory}, {load}",
        "Python": platform.python_version(),
        "peers": ", ".join(
            [*(f"{one} {version(one)}" for one in sorted(packages)), f"SQLite {sqlite3.sqlite_version}"]
        ),
        "date": f"{datetime.now().astimezone():%Y-%m-%d}",
        "text": str(options.file.name) if options.file else f"made up, seed {options.seed}",
        "questions": ", ".join(f"{parts} % {kind}" for kind, parts in MIX.items()) + "; one in twenty misspelt",
        "runs": f"{options.runs}, medians",
    }


def _processor() -> str:
    """The name of the processor, where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


if __name__ == "__main__":
    main()

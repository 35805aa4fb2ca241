"""Figures that no change may lower unnoticed.

`FACTBOX_GATE=raise pytest tests/knowledge/gate` writes figures that have become higher into `floors.json`;
`FACTBOX_GATE=lower` writes them all as they are. Say why in the commit.
"""

import json
import os
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

FOLDER = Path(__file__).parent
FLOORS = FOLDER / "floors.json"


def share(values: Sequence[bool]) -> float:
    return sum(values) / len(values)


def hold(name: str, figures: Mapping[str, float], *marks: Path) -> None:
    """Fail where a figure is below its floor, or where the marks that it was taken on are others."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    digest = sha256(b"".join(path.read_bytes() for path in marks)).hexdigest()
    now = {figure: round(value, 4) for figure, value in figures.items()}
    kept = floors.get(name, {"marks": digest, "figures": {}})
    lower = {figure: (now[figure], floor) for figure, floor in kept["figures"].items() if now[figure] < floor}
    wanted = os.environ.get("FACTBOX_GATE")
    if wanted == "lower" or (wanted == "raise" and not lower):
        floors[name] = {"marks": digest, "figures": now}
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    else:
        assert name in floors, "no floors yet"
        assert kept["marks"] == digest, "other marks, other figures"
        assert not lower, "lower than the floor"

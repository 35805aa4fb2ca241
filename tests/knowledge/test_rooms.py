"""Dependencies point one way, as the design draws them."""

import ast
from pathlib import Path

import pytest

import knowledge

PACKAGE = Path(knowledge.__file__).parent

MAY_USE = {
    "models": set[str](),
    "errors": set[str](),
    "processes": set[str](),
    "mapped": {"processes"},
    "language": {"models", "mapped"},
    "reading": {"models", "errors", "language", "processes"},
    "storage": {"models", "errors", "processes", "reading"},
    "fetching": {"models", "errors"},
    "following": {"models", "errors", "processes", "reading", "fetching", "storage"},
    "search": {"models", "errors", "mapped", "language", "storage"},
    "keeping": {"models", "errors", "mapped", "processes", "reading", "storage", "search"},
    "answering": {"models", "errors", "language", "search"},
    "browsing": {"models", "errors", "language", "storage", "search", "answering"},
    "evaluation": {"models", "errors", "reading", "language", "search", "answering"},
}

ABOVE_ALL = {"__init__", "bounds", "coverage"}
"""What a front end holds; all else lies in a room."""


def rooms_used(path: Path) -> set[str]:
    modules = [
        name
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    ]
    assert not [name for name in modules if name.split(".")[0] == "bot"], f"{path} depends on a front end"
    return {name.split(".")[1] for name in modules if name.startswith("knowledge.")}


@pytest.mark.parametrize("room", MAY_USE)
def test_a_room_uses_only_those_below_it(room: str) -> None:
    paths = [PACKAGE / f"{room}.py"] if (PACKAGE / f"{room}.py").exists() else list((PACKAGE / room).rglob("*.py"))
    assert paths
    for path in paths:
        assert rooms_used(path) <= MAY_USE[room] | {room}, path


def test_every_module_lies_in_a_room() -> None:
    assert {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in PACKAGE.rglob("*.py")} == {
        *MAY_USE,
        *ABOVE_ALL,
    }


def test_no_module_has_over_250_lines() -> None:
    root = Path(__file__).parents[2]
    long = [
        path
        for folder in ("bot", "knowledge")
        for path in (root / folder).rglob("*.py")
        if len(path.read_text(encoding="utf-8").splitlines()) > 250
    ]
    assert not long

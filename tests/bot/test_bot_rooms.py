"""Inside the bot, too, dependencies point one way."""

import ast
from pathlib import Path

import pytest

import bot

PACKAGE = Path(bot.__file__).parent

MUST_NOT_USE = {
    "memory": {"discord", "bot.replies", "bot.buttons", "bot.commands", "bot.responding", "bot.client"},
    "pictures": {"discord", "bot.memory", "bot.replies", "bot.buttons", "bot.commands", "bot.responding", "bot.texts"},
    "texts": {"discord", "bot.memory", "bot.replies", "bot.buttons", "bot.commands", "bot.responding"},
    "replies": {"bot.buttons", "bot.commands", "bot.responding", "bot.services", "bot.audience", "bot.client"},
    "buttons": {"bot.commands", "bot.client"},
    "commands": {"bot.client"},
}


def modules_used(path: Path) -> set[str]:
    """The modules that are imported anywhere in a file, those inside of functions too."""
    used: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            used.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            used.add(node.module or "")
            used.update(f"{node.module}.{alias.name}" for alias in node.names)
    return used


@pytest.mark.parametrize("room", MUST_NOT_USE)
def test_a_room_leaves_those_above_it_alone(room: str) -> None:
    paths = list((PACKAGE / room).rglob("*.py"))
    assert paths
    for path in paths:
        for module in modules_used(path):
            assert not any(f"{module}.".startswith(f"{other}.") for other in MUST_NOT_USE[room]), (path, module)

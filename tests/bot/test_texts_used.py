"""Each text is said somewhere, and each that is said is there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import discord
from discord import app_commands

import bot
from bot.buttons.pressing import ACTIONS
from bot.cli.past import COUNTS
from bot.commands import add_commands
from bot.memory.lookups import Kind
from bot.texts import english
from knowledge.errors import DataProblem, FetchProblem, SourceProblem
from tests.bot.fluent_files import ENGLISH, ENGLISH_ALONE, entries, references

ROOT = Path(bot.__file__).parent
SAYING = {"say", "_say", "RefusalError", "localized"}
"""Functions and classes whose first argument is the name of a text."""
SAYING_MAKERS = {"english", "texts_in"}
"""Functions that give such a function."""
TERMINAL = re.compile(r"(cli/.*|chat|doctor|running|token|plain|terminal.*|wording|preview/serving)\.py")
"""Files that may say what is there in English alone."""
DOCTOR = (
    "python",
    "libraries",
    "search",
    "settings",
    "fetching",
    "token",
    "data",
    "space",
    "coverage",
    "discord",
    "feedback",
    "feeds",
)

Names = set[str]


def test_every_text_said_is_there() -> None:
    said = {name: place for place, name in literally_said() if "*" not in name}
    assert {name: place for name, place in said.items() if name not in all_texts()} == {}


def test_every_name_that_is_put_together_is_listed_here_with_its_parts() -> None:
    shapes = {name for _, name in literally_said() if "*" in name}
    assert shapes == families().keys()


def test_every_name_that_is_put_together_is_there() -> None:
    assert {shape: missing for shape, names in families().items() if (missing := names - all_texts())} == {}


def test_every_text_is_said() -> None:
    said = {name for name, _ in mentioned()} | {name for family in families().values() for name in family}
    said |= {name for body in entries(ENGLISH).values() for entry in body for name in references(entry.value)}
    assert sorted(all_texts() - said) == []


def test_what_is_there_in_english_alone_is_said_in_the_terminal_alone() -> None:
    alone = {entry.id.name for entry in entries(ENGLISH)[ENGLISH_ALONE]}
    assert [(name, place) for name, place in mentioned() if name in alone and not TERMINAL.fullmatch(place)] == []


def all_texts() -> Names:
    return {entry.id.name for body in entries(ENGLISH).values() for entry in body}


@cache
def families() -> dict[str, Names]:
    """The names that the sources put together, by their shape."""
    commands, options, menus = _commands()
    told, described = {f"command-{name}-name" for name in commands}, {f"command-{name}" for name in commands}
    return {
        "answer-restricted-*": {f"answer-restricted-{days}" for days in ("since", "until", "between", "on")},
        "answer-strength-*": {f"answer-strength-{grade}" for grade in ("strong", "fair", "weak")},
        "button-*": {f"button-{action}" for action in ACTIONS.keys() - {"try"}},
        "command-*": described,
        "command-*-*": described,
        "command-*-*-name": told,
        "command-*-name": told,
        "doctor-*": {f"doctor-{level}" for level in ("ok", "note", "problem")},
        "doctor-subject-*": {f"doctor-subject-{subject}" for subject in DOCTOR},
        "editors-kind-*": {f"editors-kind-{kind}" for kind in get_args(Kind)},
        "error-data-*": {f"error-data-{problem}" for problem in get_args(DataProblem)},
        "error-fetch-*": {f"error-fetch-{problem}" for problem in get_args(FetchProblem)},
        "error-source-*": {f"error-source-{problem}" for problem in get_args(SourceProblem)},
        "help-*": {f"help-{kind}" for kind in menus},
        "menu-*": {f"menu-{kind}" for kind in menus},
        "option-*": {f"option-{name}" for name in options},
        "option-*-name": {f"option-{name}-name" for name in options},
        "overview-*": {f"overview-{name}" for name in ("articles", "sentences", "publishers", "empty", "limited")},
        "overview-*-mend": {f"overview-{name}-mend" for name in ("empty", "limited")},
        "past-*": {f"past-{count}" for count in (*COUNTS, "removed")},
        "refused-cooldown-*": {f"refused-cooldown-{who}" for who in ("person", "server")},
        "*-example": {f"{kind}-example" for kind in menus},
        "*-picture": {f"{kind}-picture" for kind in ("overview", "timeline")},
        "*-none": {f"{kind}-none" for kind in menus},
    }


def _commands() -> tuple[Names, Names, Names]:
    """What follows "command-", "option-" and "menu-" in the texts of all commands."""
    tree = app_commands.CommandTree(discord.Client(intents=discord.Intents.none()))
    home = discord.Object(1)
    add_commands(tree, home)
    commands = [*tree.walk_commands(), *tree.walk_commands(guild=home)]
    options = {option.name for one in commands if isinstance(one, app_commands.Command) for option in one.parameters}
    names = [name.removeprefix("menu-") for name in all_texts() if name.startswith("menu-")]
    called = {menu.name for menu in tree.get_commands(type=discord.AppCommandType.message)}
    menus = {name for name in names if english()(f"menu-{name}") in called}
    return {one.qualified_name.replace(" ", "-") for one in commands}, options, menus


def mentioned() -> Iterator[tuple[str, str]]:
    """The texts whose whole name stands somewhere in the sources, each with the file where it does."""
    names = all_texts()
    for place, tree in _sources():
        strings = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
        yield from ((name, place) for name in strings if isinstance(name, str) and name in names)


def literally_said() -> Iterator[tuple[str, str]]:
    """The names that are said, with * for what is put in, each with the file where it is."""
    for place, tree in _sources():
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and call.args and _says(call.func):
                for name in _names(call.args[0]):
                    yield place, name


def _sources() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(ROOT.rglob("*.py")):
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def _says(called: ast.expr) -> bool:
    match called:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in SAYING
        case ast.Call(func=ast.Name(id=name)):
            return name in SAYING_MAKERS
        case ast.BoolOp(values=values):
            return any(map(_says, values))
        case _:
            return False


def _names(argument: ast.expr) -> Iterator[str]:
    match argument:
        case ast.Constant(value=str(name)):
            yield name
        case ast.JoinedStr(values=parts):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in parts)
        case ast.IfExp(body=one, orelse=other):
            yield from _names(one)
            yield from _names(other)

"""Writes the commands and settings of README.md from the program itself; `--check` only says whether they are stale."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import discord
import typer
from discord import app_commands

from bot.cli.app import app
from bot.commands import add_commands
from bot.texts import english

ROOT = Path(__file__).parents[1]
SLASH = discord.AppCommandType.chat_input
EVERYWHERE = {"help", "data", "no_seeds"}
"""Parameters that every command takes; the README says so once."""


def commands() -> Iterator[str]:
    """A table of the commands and what they take."""
    yield "| command | does |"
    yield "|---|---|"
    for name, command in _commands(typer.main.get_command(app)):
        options = [parameter for parameter in command.params if parameter.name not in EVERYWHERE]
        usage = " ".join(["factbox", name, *map(_usage, options)])
        # A bar would end the table's cell.
        yield f"| `{usage}` | {command.help} |".replace("\n", " ")
        for option in options:
            if option.param_type_name == "option":
                yield f"| &emsp;`{option.opts[0]}` | {option.help} |"


def _commands(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - of the click that typer has
    """The commands of a group, and of the groups in it, with their whole names."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


def _usage(parameter: typer.core.TyperArgument | typer.core.TyperOption) -> str:
    if parameter.param_type_name == "argument":
        return f"{parameter.metavar}{'...' if parameter.nargs == -1 else ''}"
    value = "" if parameter.is_flag else f" {parameter.metavar or 'N'}"
    return f"[{parameter.opts[0]}{value}]"


def on_discord() -> Iterator[str]:
    """A table of the commands and menus on Discord, those for editors last."""
    tree = app_commands.CommandTree[discord.Client](discord.Client(intents=discord.Intents.none()))
    home = discord.Object(1)
    add_commands(tree, home)
    say = english()
    yield "| on Discord | does |"
    yield "|---|---|"
    for command in [*tree.get_commands(type=SLASH), *tree.get_commands(guild=home, type=SLASH)]:
        for one in command.commands if isinstance(command, app_commands.Group) else [command]:
            options = (f"{option.name}" if option.required else f"[{option.name}]" for option in one.parameters)
            yield f"| `{' '.join([f'/{one.qualified_name}', *options])}` | {one.description} |"
    for menu in ("check", "sources"):
        yield f"| a message's menu | {say(f'help-{menu}')} |"


def settings() -> Iterator[str]:
    """A table of the settings, from the comments of `.env.example`."""
    yield "| setting | meaning |"
    yield "|---|---|"
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    for comment, name in re.findall(r"((?:^#.*\n)+)^(\w+)=", example, re.MULTILINE):
        yield f"| `{name}` | {' '.join(line.removeprefix('#').strip() for line in comment.splitlines())} |"


def filled(page: str) -> str:
    """The page with what stands between its markers made anew."""
    for name, lines in (("discord", on_discord()), ("commands", commands()), ("settings", settings())):
        pattern = re.compile(rf"(<!-- {name}: .*? -->\n).*?(<!-- end -->)", re.DOTALL)
        made = "\n".join(lines)
        page = pattern.sub(lambda match, made=made: f"{match[1]}\n{made}\n\n{match[2]}", page)  # type: ignore[misc]
    return page


def main() -> None:
    """Write README.md, or exit with 1 where `--check` finds it stale."""
    readme = ROOT / "README.md"
    page = readme.read_text(encoding="utf-8")
    if "--check" in sys.argv:
        sys.exit(filled(page) != page and "README.md is stale: run python docs/make_reference.py")
    readme.write_text(filled(page), encoding="utf-8")


if __name__ == "__main__":
    main()

"""One file for each slash command or menu: parse, look up, show."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.commands.ask import ask_command


def add_commands(tree: app_commands.CommandTree[Any], home: discord.Object | None) -> None:
    """Add all commands to `tree`, those for editors in their home server alone."""
    tree.add_command(ask_command())

"""One file for each slash command or menu: parse, look up, show."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot.commands.article import article_command
from bot.commands.ask import ask_command
from bot.commands.check import check_menu
from bot.commands.coverage import coverage_command
from bot.commands.editors import editors_commands
from bot.commands.help import help_command
from bot.commands.privacy import privacy_commands
from bot.commands.quotes import quotes_command
from bot.commands.settings import settings_command
from bot.commands.sources import sources_menu
from bot.commands.timeline import timeline_command
from bot.commands.watch import watch_commands


def add_commands(tree: app_commands.CommandTree[Any], home: discord.Object | None) -> None:
    """Add all commands to `tree`, those for editors in their home server alone."""
    for command in (ask_command(), quotes_command(), timeline_command(), article_command(), coverage_command()):
        tree.add_command(command)
    for menu in (check_menu(), sources_menu()):
        tree.add_command(menu)
    for watching in watch_commands():
        tree.add_command(watching)
    for other in (help_command(), settings_command(), privacy_commands()):
        tree.add_command(other)
    if home:
        tree.add_command(editors_commands(), guild=home)

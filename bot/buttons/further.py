"""**More** and **Context**: further results, and what stands around those shown, for whoever presses."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from discord import Interaction

from bot.buttons.recalling import recalled
from bot.memory.lookups import Lookup
from bot.responding import respond


async def more(interaction: Interaction[Any], number: str) -> None:
    """The results after those shown."""
    lookup = await recalled(interaction, number)
    await respond(interaction, replace(lookup, start=lookup.start + len(lookup.shown), shown=()), private=True)


async def context(interaction: Interaction[Any], number: str) -> None:
    """The sentences before and after each of those shown."""
    lookup = await recalled(interaction, number)
    await respond(interaction, Lookup("context", shown=lookup.shown), private=True)

"""Buttons that look something up, for whoever presses: **More**, **Context**, and those of `/help`."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from discord import Interaction

from bot import limits
from bot.buttons.recalling import recalled
from bot.memory.lookups import Lookup
from bot.responding import respond


async def more(interaction: Interaction[Any], number: str) -> None:
    """The results after those shown."""
    await respond(interaction, _further(await recalled(interaction, number)), private=True)


async def context(interaction: Interaction[Any], number: str) -> None:
    """The sentences before and after each of those shown."""
    lookup = await recalled(interaction, number)
    await respond(interaction, Lookup("context", shown=lookup.shown), private=True)


async def try_it(interaction: Interaction[Any], number: str) -> None:
    """What a button offers, of `/help` or below a reply."""
    await respond(interaction, await recalled(interaction, number), private=True)


def _further(lookup: Lookup) -> Lookup:
    """The lookup of the results after those shown; a context has no others than those that it began with."""
    if lookup.kind == "context":
        return replace(lookup, shown=lookup.shown[limits.FACTS :])
    return replace(lookup, start=lookup.start + len(lookup.shown), shown=())

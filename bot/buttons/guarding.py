"""What all components have in common that come back from Discord by their ids alone."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from discord import Interaction

from bot.failures import tell_failure
from bot.services import work_of


async def guarded(interaction: Interaction[Any], what: str, act: Callable[[], Awaitable[None]]) -> None:
    """Do what a component is for, unless the bot is ending, and tell whoever used it where that fails.

    discord.py would only log it.
    """
    if not await work_of(interaction).takes(interaction):
        return
    try:
        await act()
    except Exception as error:  # noqa: BLE001 - this is the one place for them
        await tell_failure(interaction, error, what)


def values_of(interaction: Interaction[Any]) -> list[str]:
    """What was chosen in a select."""
    data: Any = interaction.data or {}
    return [str(value) for value in data.get("values", ())]

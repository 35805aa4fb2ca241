"""**Dismiss**: take a reply away, for whoever asked, and for moderators."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from discord import Interaction, NotFound

from bot.buttons.recalling import asked_for_it
from bot.wording import RefusalError


async def dismiss(interaction: Interaction[Any], _number: str) -> None:
    """Delete the reply. Raises RefusalError for others."""
    if not (asked_for_it(interaction) or interaction.permissions.manage_messages):
        raise RefusalError("refused-dismiss")
    await interaction.response.defer()
    with suppress(NotFound):  # pressed twice
        await interaction.delete_original_response()

"""**Dismiss**: take a reply away, for whoever asked, and for moderators."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from discord import Interaction, NotFound

from bot.buttons.recalling import asked_for_it
from bot.services import services_of
from bot.wording import RefusalError


async def dismiss(interaction: Interaction[Any], number: str) -> None:
    """Delete the reply, and suggest its question no more. Raises RefusalError for others."""
    if not (asked_for_it(interaction) or interaction.permissions.manage_messages):
        raise RefusalError("refused-dismiss")
    services_of(interaction).lookups.dismiss(number)
    await interaction.response.defer()
    with suppress(NotFound):  # pressed twice
        await interaction.delete_original_response()

"""What a button needs to know before it does anything."""

from __future__ import annotations

import asyncio
from typing import Any

from discord import Interaction, Message

from bot.memory.lookups import Lookup
from bot.services import services_of
from bot.wording import RefusalError


async def recalled(interaction: Interaction[Any], number: str) -> Lookup:
    """The lookup of a reply. Raises RefusalError for one that is too old."""
    lookups = services_of(interaction).lookups
    found = lookups.recent(number) or await asyncio.to_thread(lookups.recall, number)
    if not found:
        raise RefusalError("refused-too-old")
    return found


def message_of_button(interaction: Interaction[Any]) -> Message:
    """The message below which the button is."""
    assert interaction.message is not None  # noqa: S101 - a button is below one
    return interaction.message


def asked_for_it(interaction: Interaction[Any]) -> bool:
    """Whether the one who pressed is the one who asked, as Discord has it on the message."""
    metadata = message_of_button(interaction).interaction_metadata
    return metadata is not None and metadata.user.id == interaction.user.id

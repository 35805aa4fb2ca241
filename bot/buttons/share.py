"""**Share**: a private reply for all in the channel, by the one who got it."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from typing import Any

from discord import Interaction, NotFound, ui

from bot.audience import Audience, audience_of, check_channel
from bot.buttons.recalling import asked_for_it, message_of_button, recalled
from bot.memory.lookups import Lookup
from bot.replies.reply import Reply
from bot.responding import files_of, message_of
from bot.services import services_of
from bot.wording import RefusalError


async def share(interaction: Interaction[Any], number: str) -> None:
    """Show the reply to all, and take the private one away. Raises RefusalError for others than who asked."""
    if not (asked_for_it(interaction) and message_of_button(interaction).flags.ephemeral):
        raise RefusalError("refused-share")
    audience = audience_of(interaction, private=False)
    check_channel(interaction, audience.settings)
    lookup = await recalled(interaction, number)
    services_of(interaction).cooldowns.check(interaction.user.id, interaction.guild_id)
    await interaction.response.defer()
    reply = await _reply(interaction, lookup, audience)
    view = message_of(interaction, reply, lookup, audience)
    await interaction.followup.send(view=view, files=files_of(reply))
    with suppress(NotFound):  # pressed twice
        await interaction.delete_original_response()


async def _reply(interaction: Interaction[Any], lookup: Lookup, audience: Audience) -> Reply:
    """The reply again, for all, with the name of who shares it."""
    say = audience.say
    if lookup.kind == "message":  # of a message that was checked no word is kept, but Discord has the reply to it
        found = Reply(_blocks_of_message(interaction), shown=lookup.shown)
    else:
        allowed = replace(lookup, filters=audience.filters(lookup.filters))
        found = await asyncio.to_thread(services_of(interaction).replies.of, allowed, say)
    shared = ui.TextDisplay[Any](f"-# {say('reply-shared', person=interaction.user.mention)}")
    return replace(found, blocks=(*found.blocks, shared))


def _blocks_of_message(interaction: Interaction[Any]) -> tuple[ui.Item[Any], ...]:
    view = ui.LayoutView.from_message(message_of_button(interaction), timeout=None)
    return tuple(
        block for container in view.children if isinstance(container, ui.Container) for block in container.children
    )

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
from bot.memory.places import Place, found_at
from bot.replies.reply import Reply
from bot.responding import files_of, message_of
from bot.services import services_of
from bot.wording import RefusalError
from knowledge import Coverage


async def share(interaction: Interaction[Any], number: str) -> None:
    """Show the reply to all, and take the private one away; once, however often it is pressed.

    Raises RefusalError for others than who asked, and where the reply would be another now.
    """
    if not (asked_for_it(interaction) and message_of_button(interaction).flags.ephemeral):
        raise RefusalError("refused-share")
    audience, shared = audience_of(interaction, private=False), services_of(interaction).shared
    check_channel(interaction, audience.settings)
    if not shared.begin(number):
        await interaction.response.defer()
        return
    try:
        await _share(interaction, number, audience)
    except BaseException:
        shared.undo(number)
        raise
    with suppress(NotFound):  # it was dismissed meanwhile
        await interaction.delete_original_response()


async def _share(interaction: Interaction[Any], number: str, audience: Audience) -> None:
    lookup = await recalled(interaction, number)
    services_of(interaction).cooldowns.check(interaction.user.id, interaction.guild_id)
    await interaction.response.defer()
    reply = await _reply(interaction, lookup, audience)
    view = message_of(interaction, reply, lookup, audience)
    await interaction.followup.send(view=view, files=files_of(reply))


async def _reply(interaction: Interaction[Any], lookup: Lookup, audience: Audience) -> Reply:
    """The reply again, for all, with the name of who shares it. Raises RefusalError where it shows something else."""
    services, say = services_of(interaction), audience.say
    allowed = replace(lookup, filters=audience.filters(lookup.filters))
    if lookup.kind == "message":  # of a message that was checked no word is kept, but Discord has the reply to it
        there = await asyncio.to_thread(_there, allowed, services.coverage)
        found = Reply(_blocks_of_message(interaction), shown=there)
    else:
        found = await asyncio.to_thread(services.replies.of, allowed, say)
    if found.shown != lookup.shown:
        raise RefusalError("refused-share-changed")
    shared = ui.TextDisplay[Any](f"-# {say('reply-shared', person=interaction.user.mention)}")
    return replace(found, blocks=(*found.blocks, shared))


def _there(lookup: Lookup, coverage: Coverage) -> tuple[Place, ...]:
    """Those of the sentences shown that are still there and may be shown."""
    return tuple(place for place in lookup.shown if found_at(place, coverage, lookup.filters.publishers))


def _blocks_of_message(interaction: Interaction[Any]) -> tuple[ui.Item[Any], ...]:
    view = ui.LayoutView.from_message(message_of_button(interaction), timeout=None)
    return tuple(
        block for container in view.children if isinstance(container, ui.Container) for block in container.children
    )

"""The way of every lookup on Discord: for whom, whether now, find, show, remember."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any, TypeVar

import discord
from discord import Interaction, ui

from bot import limits
from bot.audience import Audience, audience_of, check_channel
from bot.buttons.row import buttons_of, buttons_to_try
from bot.memory.lookups import Lookup
from bot.promises import promise
from bot.replies.reply import Reply, view_of
from bot.services import services_of
from bot.texts import Texts

Found = TypeVar("Found")
Make = Callable[[Texts], Reply]
"""Finds and words a reply; called in a thread."""


async def respond(interaction: Interaction[Any], lookup: Lookup, private: bool | None = None) -> None:
    """Answer an interaction with what `lookup` finds; `private` None is what the server has set.

    Raises RefusalError where it isn't the place or the time, and what finding raises.
    """
    audience = audience_of(interaction, private)
    replies = services_of(interaction).replies
    allowed = replace(lookup, filters=audience.filters(lookup.filters))
    ready = replies.at_once(allowed, audience.say)
    await respond_with(interaction, lambda say: replies.of(allowed, say), lookup, audience, ready)


async def respond_with(
    interaction: Interaction[Any], make: Make, lookup: Lookup, audience: Audience, ready: Reply | None = None
) -> None:
    """Answer an interaction with what is `ready`, or what `make` gives, and keep it as `lookup` for the buttons."""
    services = services_of(interaction)
    check_channel(interaction, audience.settings)
    services.cooldowns.check(interaction.user.id, interaction.guild_id)
    if (reply := ready) is None:
        reply = await in_time(interaction, audience.private, lambda: make(audience.say))
    await _send(interaction, reply, message_of(interaction, reply, lookup, audience), audience.private)
    limited = bool(audience.filters(lookup.filters))  # then what is asked may well be answered, elsewhere
    services.tally.count(lookup.kind, reply.found, lookup.words if lookup.kind == "ask" and not limited else None)


async def in_time(interaction: Interaction[Any], private: bool, find: Callable[[], Found]) -> Found:
    """What `find` gives, off the event loop; where that takes long, Discord is told that an answer will follow."""
    finding = asyncio.create_task(asyncio.to_thread(find))
    await asyncio.wait({finding}, timeout=limits.DEFER_AFTER)
    if not finding.done():
        await promise(interaction, private)
    return await finding


def message_of(interaction: Interaction[Any], reply: Reply, lookup: Lookup, audience: Audience) -> ui.LayoutView:
    """The message of a reply, with buttons that know its lookup."""
    lookups = services_of(interaction).lookups
    kept = replace(lookup, words=reply.words or lookup.words, shown=reply.shown)
    number = lookups.keep(kept, _server_that_may_know(interaction, audience, reply))
    alone = interaction.context.dm_channel or reply.empty  # with nobody to share it with, or nothing to share
    buttons = buttons_of(kept, number, audience.say, more=reply.more, private=audience.private, alone=alone)
    return view_of(reply.blocks, buttons_to_try(reply.tries, lookups.keep), buttons)


def files_of(reply: Reply) -> list[discord.File]:
    """What a message of the reply carries."""
    if not (picture := reply.picture):
        return []
    return [discord.File(BytesIO(picture.png), picture.name, description=picture.description)]


async def _send(interaction: Interaction[Any], reply: Reply, view: ui.LayoutView, private: bool) -> None:
    if interaction.response.is_done():
        await interaction.edit_original_response(view=view, attachments=files_of(reply))
    else:
        await interaction.response.send_message(view=view, files=files_of(reply), ephemeral=private)


def _server_that_may_know(interaction: Interaction[Any], audience: Audience, reply: Reply) -> int | None:
    """The server where the lookup may be suggested to others: where all of them could read it in the channel."""
    if audience.private or not reply.found or not interaction.guild or interaction.channel is None:
        return None
    channel, everyone = interaction.channel, interaction.guild.default_role
    if isinstance(channel, discord.DMChannel | discord.GroupChannel):
        return None
    if isinstance(channel, discord.Thread) and (channel.is_private() or not channel.parent):
        return None
    if not everyone or not channel.permissions_for(everyone).view_channel:
        return None
    return interaction.guild_id

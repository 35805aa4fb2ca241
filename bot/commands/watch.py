"""`/watch`, `/unwatch` and `/watches`: topics on which news is posted in a channel, for those who may manage it."""

from __future__ import annotations

from typing import Any, NamedTuple

import discord
from discord import Interaction, Permissions, app_commands

from bot import limits
from bot.audience import audience_of, check_channel
from bot.commands.building import SERVERS, slash
from bot.markdown import cut, day, show
from bot.memory.watches import Watch, is_topic
from bot.promises import say_privately, show_privately
from bot.replies.reply import view_of
from bot.replies.watches import watches_lists
from bot.responding import in_time
from bot.services import Services, services_of
from bot.suggestions import suggest, topics, watched
from bot.watching import first_seen
from bot.wording import RefusalError

_MANAGERS = Permissions(manage_channels=True)
_Topic = app_commands.Range[str, 1, limits.TOPIC]


class _Place(NamedTuple):
    """A channel or a thread, and the channel that the thread belongs to."""

    server: int
    channel: int
    parent: int | None


def watch_commands() -> list[app_commands.Command[Any, ..., None]]:
    """The commands."""
    return [_watch_command(), _unwatch_command(), _watches_command()]


def _watch_command() -> app_commands.Command[Any, ..., None]:
    @slash("watch", SERVERS, _MANAGERS)
    async def watch(interaction: Interaction, topic: _Topic) -> None:
        place, services = _managed(interaction), services_of(interaction)
        audience = audience_of(interaction, private=True)
        words = cut(topic, limits.TOPIC)
        if not words:
            raise RefusalError("error-topic-blank")
        check_channel(interaction, audience.settings)
        _check_writable(interaction)
        services.cooldowns.check(interaction.user.id, place.server)
        there = await in_time(interaction, True, lambda: _begin(services, place, words))
        shown, since = show(topic, limits.TOPIC_SHOWN), day(there.made) if there else ""
        line = (
            audience.say("watch-there", topic=shown, since=since) if there else audience.say("watch-begun", topic=shown)
        )
        await say_privately(interaction, line)

    suggest(watch, topic=topics)
    return watch


def _unwatch_command() -> app_commands.Command[Any, ..., None]:
    @slash("unwatch", SERVERS, _MANAGERS)
    async def unwatch(interaction: Interaction, topic: _Topic) -> None:
        place, services = _managed(interaction), services_of(interaction)
        ended = await in_time(interaction, True, lambda: _end(services, place, cut(topic, limits.TOPIC)))
        say = audience_of(interaction, private=True).say
        await say_privately(interaction, say("watch-ended", topic=show(ended.topic, limits.TOPIC_SHOWN)))

    suggest(unwatch, topic=watched)
    return unwatch


def _watches_command() -> app_commands.Command[Any, ..., None]:
    @slash("watches", SERVERS, _MANAGERS)
    async def watches(interaction: Interaction) -> None:
        place, services = _managed(interaction), services_of(interaction)
        audience = audience_of(interaction, private=True)
        found = await in_time(interaction, True, lambda: services.watches.of_server(place.server))
        first, *others = watches_lists(found, audience.settings, audience.say)
        await show_privately(interaction, view_of(first))
        for blocks in others:
            await interaction.followup.send(view=view_of(blocks), ephemeral=True)

    return watches


def _managed(interaction: Interaction[Any]) -> _Place:
    """Where a command was given by one who may manage channels there. Raises RefusalError for others."""
    if not interaction.guild_id or not interaction.channel_id or not interaction.permissions.manage_channels:
        raise RefusalError("refused-watch")
    channel = interaction.channel
    parent = channel.parent_id if isinstance(channel, discord.Thread) else None
    return _Place(interaction.guild_id, interaction.channel_id, parent)


def _check_writable(interaction: Interaction[Any]) -> None:
    """Raises RefusalError where the bot could not post anything by itself."""
    rights = interaction.app_permissions
    writes = (
        rights.send_messages_in_threads if isinstance(interaction.channel, discord.Thread) else rights.send_messages
    )
    known = interaction.guild_id and interaction.client.get_guild(interaction.guild_id)
    if not (known and writes and rights.view_channel):
        raise RefusalError("refused-watch-silent")


def _begin(services: Services, place: _Place, topic: str) -> Watch | None:
    """Watch a topic; the watch that was there before, None for none."""
    seen = first_seen(services.coverage, topic, services.servers.of(place.server))
    return services.watches.add(*place, topic, seen)


def _end(services: Services, place: _Place, topic: str) -> Watch:
    """End the watch of that topic or number. Raises RefusalError where there is none in the channel."""
    here = services.watches.of_channel(place.channel)
    meant = next((watch for watch in here if is_topic(watch, topic)), None)
    meant = meant or next((watch for watch in here if str(watch.number) == topic), None)
    if not meant or not services.watches.remove(meant.number):
        raise RefusalError("refused-unwatch")
    return meant

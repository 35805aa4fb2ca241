"""`/timeline`: dated facts on a topic, in the order of time."""

from __future__ import annotations

from typing import Any

from discord import Interaction, app_commands

from bot import limits
from bot.commands.building import slash
from bot.commands.options import filters_of
from bot.memory.lookups import Lookup
from bot.responding import respond
from bot.suggestions import publishers, suggest, topics
from bot.wording import RefusalError


def timeline_command() -> app_commands.Command[Any, ..., None]:
    """The command."""

    @slash("timeline")
    async def timeline(
        interaction: Interaction,
        topic: app_commands.Range[str, 1, limits.QUESTION],
        since: str | None = None,
        until: str | None = None,
        publisher: str | None = None,
        private: bool | None = None,
    ) -> None:
        if not topic.strip():
            raise RefusalError("error-topic-blank")
        filters = filters_of(since, until, publisher)
        await respond(interaction, Lookup("timeline", topic.strip(), filters=filters), private)

    suggest(timeline, topic=topics, publisher=publishers)
    return timeline

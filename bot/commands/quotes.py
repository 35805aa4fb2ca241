"""`/quotes`: what a person said, word for word."""

from __future__ import annotations

from typing import Any

from discord import Interaction, app_commands

from bot import limits
from bot.commands.building import slash
from bot.commands.options import filters_of
from bot.memory.lookups import Lookup
from bot.responding import respond
from bot.suggestions import publishers, speakers, suggest
from bot.wording import RefusalError


def quotes_command() -> app_commands.Command[Any, ..., None]:
    """The command."""

    @slash("quotes")
    async def quotes(
        interaction: Interaction,
        speaker: app_commands.Range[str, 1, limits.NAME],
        about: app_commands.Range[str, 1, limits.QUESTION] | None = None,
        since: str | None = None,
        until: str | None = None,
        publisher: str | None = None,
        private: bool | None = None,
    ) -> None:
        if not speaker.strip():
            raise RefusalError("error-speaker-blank")
        filters = filters_of(since, until, publisher)
        lookup = Lookup("quotes", speaker.strip(), about=(about or "").strip(), filters=filters)
        await respond(interaction, lookup, private)

    suggest(quotes, speaker=speakers, publisher=publishers)
    return quotes

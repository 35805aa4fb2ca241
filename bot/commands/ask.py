"""`/ask`: the best facts for a question."""

from __future__ import annotations

from typing import Any

from discord import Interaction, app_commands

from bot import limits
from bot.commands.building import slash
from bot.commands.options import filters_of
from bot.memory.lookups import Lookup
from bot.responding import respond
from bot.suggestions import publishers, questions, suggest
from bot.wording import RefusalError


def ask_command() -> app_commands.Command[Any, ..., None]:
    """The command."""

    @slash("ask")
    async def ask(
        interaction: Interaction,
        question: app_commands.Range[str, 1, limits.QUESTION],
        since: str | None = None,
        until: str | None = None,
        publisher: str | None = None,
        private: bool | None = None,
    ) -> None:
        if not question.strip():
            raise RefusalError("error-question-blank")
        filters = filters_of(since, until, publisher)
        await respond(interaction, Lookup("ask", question.strip(), filters=filters), private)

    suggest(ask, question=questions, publisher=publishers)
    return ask

"""`/article`: an article in short."""

from __future__ import annotations

from typing import Any

from discord import Interaction, app_commands

from bot import limits
from bot.commands.building import slash
from bot.memory.lookups import Lookup
from bot.responding import respond
from bot.suggestions import articles, suggest
from bot.wording import RefusalError


def article_command() -> app_commands.Command[Any, ..., None]:
    """The command. Its title may be the id of an article: that is what completing it gives."""

    @slash("article")
    async def article(
        interaction: Interaction,
        title: app_commands.Range[str, 1, limits.QUESTION],
        private: bool | None = None,
    ) -> None:
        if not title.strip():
            raise RefusalError("error-title-blank")
        await respond(interaction, Lookup("article", title.strip()), private)

    suggest(article, title=articles)
    return article

"""The selects of the settings panel."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from typing import Any, Self

from discord import Interaction, ui

from bot.audience import audience_of
from bot.buttons.guarding import guarded, values_of
from bot.memory.servers import ServerSettings
from bot.replies.settings import AUTOMATIC, PREFIX, settings_view
from bot.services import services_of
from bot.texts import LANGUAGES
from bot.wording import RefusalError


class SettingSelect(ui.DynamicItem[ui.Item[Any]], template=rf"{PREFIX}:(?P<name>[a-z]{{1,20}})"):
    """Any select of the panel, as it comes back from Discord."""

    def __init__(self, select: ui.Item[Any], name: str) -> None:
        super().__init__(select)
        self._name = name

    @classmethod
    async def from_custom_id(cls, interaction: Interaction[Any], item: ui.Item[Any], match: re.Match[str], /) -> Self:  # noqa: ARG003
        """The select in which something was chosen."""
        return cls(item, match["name"])

    async def callback(self, interaction: Interaction[Any]) -> None:
        """Keep what was chosen, and show the panel as it is now."""
        await guarded(interaction, f"the setting {self._name!r}", lambda: _choose(interaction, self._name))


async def _choose(interaction: Interaction[Any], name: str) -> None:
    services, server = services_of(interaction), managed_server(interaction)
    settings = changed(services.servers.of(server), name, values_of(interaction))
    await asyncio.to_thread(services.servers.change, server, settings)
    publishers = await asyncio.to_thread(lambda: [name for name, _ in services.coverage.overview().publishers])
    say = audience_of(interaction, private=True).say
    await interaction.response.edit_message(view=settings_view(settings, publishers, say))


def managed_server(interaction: Interaction[Any]) -> int:
    """The server, by its id, for one who may manage it. Raises RefusalError for others."""
    if interaction.guild_id is None or not interaction.permissions.manage_guild:
        raise RefusalError("refused-settings")
    return interaction.guild_id


def changed(settings: ServerSettings, name: str, values: list[str]) -> ServerSettings:
    """The settings with what was chosen in the select called `name`; nothing chosen is all there is."""
    match name:
        case "language":
            chosen = values[0] if values else AUTOMATIC
            return replace(settings, language=chosen if chosen in LANGUAGES else None)
        case "replies":
            return replace(settings, private=values == ["private"])
        case "channels":
            return replace(settings, channels=tuple(int(value) for value in values))
        case "publishers":
            return replace(settings, publishers=tuple(values))
        case _:
            raise RefusalError("refused-too-old")

"""The selects of the settings panel."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Self

from discord import Interaction, ui

from bot.audience import audience_of
from bot.buttons.guarding import guarded, values_of
from bot.memory.servers import ServerSettings
from bot.replies.settings import AUTOMATIC, PREFIX, offered, settings_view
from bot.services import services_of
from bot.texts import LANGUAGES
from bot.wording import RefusalError
from knowledge import Coverage

_TEMPLATE = rf"{PREFIX}:(?P<name>[a-z]{{1,20}})(?::(?P<page>[0-9]{{1,4}}))?"


class SettingSelect(ui.DynamicItem[ui.Item[Any]], template=_TEMPLATE):
    """Any select of the panel, or the button for more publishers, as it comes back from Discord."""

    def __init__(self, item: ui.Item[Any], name: str, page: int) -> None:
        super().__init__(item)
        self._name = name
        self._page = page

    @classmethod
    async def from_custom_id(cls, interaction: Interaction[Any], item: ui.Item[Any], match: re.Match[str], /) -> Self:  # noqa: ARG003
        """The select in which something was chosen, or the button."""
        return cls(item, match["name"], int(match["page"] or 0))

    async def callback(self, interaction: Interaction[Any]) -> None:
        """Keep what was chosen, and show the panel as it is now."""
        await guarded(interaction, f"the setting {self._name!r}", lambda: _choose(interaction, self._name, self._page))


async def _choose(interaction: Interaction[Any], name: str, page: int) -> None:
    services, server = services_of(interaction), managed_server(interaction)
    publishers = await asyncio.to_thread(publishers_of, services.coverage)
    settings = services.servers.of(server)
    if name != "page":
        settings = changed(settings, name, values_of(interaction), offered(settings, publishers, page))
        await asyncio.to_thread(services.servers.change, server, settings)
    say = audience_of(interaction, private=True).say
    await interaction.response.edit_message(view=settings_view(settings, publishers, say, page))


def publishers_of(coverage: Coverage) -> list[str]:
    """The publishers of all articles, the greatest first. Doesn't belong on an event loop."""
    return [name for name, _ in coverage.overview().publishers]


def managed_server(interaction: Interaction[Any]) -> int:
    """The server, by its id, for one who may manage it. Raises RefusalError for others."""
    if interaction.guild_id is None or not interaction.permissions.manage_guild:
        raise RefusalError("refused-settings")
    return interaction.guild_id


def changed(settings: ServerSettings, name: str, values: list[str], offered: Sequence[str]) -> ServerSettings:
    """The settings with what was chosen in the select called `name`; nothing chosen is all there is.

    Of publishers, those stay chosen that were not `offered` in the select.
    """
    match name:
        case "language":
            chosen = values[0] if values else AUTOMATIC
            return replace(settings, language=chosen if chosen in LANGUAGES else None)
        case "replies":
            return replace(settings, private=values == ["private"])
        case "channels":
            return replace(settings, channels=tuple(int(value) for value in values))
        case "publishers":
            others = [publisher for publisher in settings.publishers if publisher not in offered]
            return replace(settings, publishers=(*others, *values))
        case _:
            raise RefusalError("refused-too-old")

"""For whom a reply is: in which language, for whose eyes, and from which articles."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from discord import Interaction, Thread

from bot.memory.servers import ServerSettings
from bot.services import services_of
from bot.texts import Texts, language_of, texts_in
from bot.wording import RefusalError
from knowledge import Filters


@dataclass(frozen=True, slots=True)
class Audience:
    """`say` words the reply, `private` says that only the one who asked sees it, `settings` are the server's."""

    say: Texts
    private: bool
    settings: ServerSettings

    def filters(self, asked: Filters) -> Filters:
        """What was asked for, within what the server shows."""
        return replace(asked, publishers=self.settings.publishers) if self.settings.publishers else asked


def audience_of(interaction: Interaction[Any], private: bool | None = None) -> Audience:
    """The audience of a reply; `private` as it was asked for, None for what the server has set.

    What a person alone sees is in the language of that person's Discord, what all see in the one set for the server;
    where one isn't there, or isn't one of ours, the next is taken: person, server, the server's Discord, English.
    """
    settings = services_of(interaction).servers.of(interaction.guild_id)
    private = settings.private if private is None else private
    own = language_of(interaction.locale.value)
    discords = language_of(interaction.guild_locale.value) if interaction.guild_locale else None
    language = (not private and settings.language) or own or settings.language or discords or "en"
    return Audience(texts_in(language), private, settings)


def check_channel(interaction: Interaction[Any], settings: ServerSettings) -> None:
    """Raises RefusalError, naming the channels that are allowed, in one that isn't."""
    if not settings.channels:
        return
    channel = interaction.channel
    here = {interaction.channel_id, channel.parent_id if isinstance(channel, Thread) else None}
    if here.isdisjoint(settings.channels):
        raise RefusalError("refused-channel", channels=", ".join(f"<#{number}>" for number in settings.channels[:10]))

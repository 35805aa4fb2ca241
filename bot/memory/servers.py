"""What those who manage a server have set for it."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass

from bot.memory.database import Memory
from knowledge import DataError

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """The settings of one server; those of a new one are the defaults.

    `language` is one of `bot.texts.LANGUAGES`, None for that of whoever asks. `channels` are the ids of those in which
    the bot answers, and `publishers` those from whose articles it does: empty for all.
    """

    language: str | None = None
    private: bool = False
    channels: tuple[int, ...] = ()
    publishers: tuple[str, ...] = ()


class Servers:
    """The settings of all servers, held in memory and written through to the disk."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._settings: dict[int, ServerSettings] = {}

    def load(self) -> None:
        """Read all settings but those that can't be understood. Raises DataError, OSError; not for an event loop."""
        self._memory.flush()  # of what was set or forgotten before it could be read, that holds
        for server, written in self._memory.read("SELECT id, settings FROM servers"):
            try:
                self._settings[int(str(server))] = _settings(json.loads(str(written)))
            except (ValueError, TypeError, AttributeError, RecursionError):
                log.warning("The settings of server %s can't be read: it has the defaults until they are set", server)

    def of(self, server: int | None) -> ServerSettings:
        """The settings of a server; the defaults outside of servers."""
        return self._settings.get(server, _DEFAULT) if server else _DEFAULT

    def known(self) -> list[int]:
        """The servers that have settings of their own."""
        return [*self._settings]

    def change(self, server: int, settings: ServerSettings) -> None:
        """Keep the settings of a server: on the disk at once, or where that can't be, later. Not for an event loop."""
        self._settings[server] = settings
        self._memory.soon("INSERT OR REPLACE INTO servers VALUES (?, ?)", server, json.dumps(asdict(settings)))
        with suppress(DataError, OSError):
            self._memory.flush()

    def forget(self, server: int) -> None:
        """Forget the settings of a server."""
        self._settings.pop(server, None)
        self._memory.soon("DELETE FROM servers WHERE id = ?", server)


_DEFAULT = ServerSettings()


def _settings(written: Mapping[str, object]) -> ServerSettings:
    channels, publishers = written.get("channels"), written.get("publishers")
    language = written.get("language")
    return ServerSettings(
        language=language if isinstance(language, str) else None,
        private=written.get("private") is True,
        channels=tuple(map(int, channels)) if isinstance(channels, list) else (),
        publishers=tuple(map(str, publishers)) if isinstance(publishers, list) else (),
    )

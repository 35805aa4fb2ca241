"""What those who manage a server have set for it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from bot.memory.database import Memory


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
        """Read all settings. Raises sqlite3.Error; doesn't belong on an event loop."""
        rows = self._memory.read("SELECT id, settings FROM servers")
        self._settings = {int(str(server)): _settings(json.loads(str(written))) for server, written in rows}

    def of(self, server: int | None) -> ServerSettings:
        """The settings of a server; the defaults outside of servers."""
        return self._settings.get(server, _DEFAULT) if server else _DEFAULT

    def change(self, server: int, settings: ServerSettings) -> None:
        """Keep the settings of a server. Raises sqlite3.Error; doesn't belong on an event loop."""
        rows = [(server, json.dumps(asdict(settings)))]
        self._memory.write("INSERT OR REPLACE INTO servers VALUES (?, ?)", rows)
        self._settings[server] = settings

    def forget(self, server: int) -> None:
        """Forget a server that the bot has left. Raises sqlite3.Error; doesn't belong on an event loop."""
        self._settings.pop(server, None)
        self._memory.write("DELETE FROM servers WHERE id = ?", [(server,)])
        self._memory.write("DELETE FROM lookups WHERE server = ?", [(server,)])


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

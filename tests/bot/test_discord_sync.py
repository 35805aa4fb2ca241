"""Which commands are sent to Discord, and when."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import discord
import pytest
from discord import app_commands
from discord.http import Route

from bot.syncing import sync_if_changed
from tests.bot.bot_process import TOKEN
from tests.bot.fake_discord import FakeDiscord, Trouble, too_many

HOME, OTHER = discord.Object(41), discord.Object(42)


class German(app_commands.Translator):
    """Translates everything into one word, or fails where there is none."""

    def __init__(self, word: str) -> None:
        self._word = word

    async def translate(
        self, _: app_commands.locale_str, locale: discord.Locale, __: app_commands.TranslationContextTypes
    ) -> str | None:
        if not self._word:
            raise ValueError
        return self._word if locale is discord.Locale.german else None


@pytest.fixture
async def look_alike(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[FakeDiscord]:
    """A look-alike of Discord. The bot is in HOME and in OTHER."""
    async with FakeDiscord(servers=[HOME.id, OTHER.id]) as look_alike:
        monkeypatch.setattr(Route, "BASE", f"http://127.0.0.1:{look_alike.port}/api/v10")
        yield look_alike


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    """The file that remembers."""
    return tmp_path / "memory.json"


async def start(
    memory: Path,
    home: discord.Object | None = None,
    description: str = "Ask",
    translator: app_commands.Translator | None = None,
) -> None:
    """Sync as a start does, with one command for all and another for the home server."""
    async with discord.Client(intents=discord.Intents(guilds=True), max_ratelimit_timeout=30) as client:
        tree = app_commands.CommandTree(client)
        tree.add_command(app_commands.Command(name="ask", description=description, callback=_nothing))
        if home:
            editors = app_commands.Command[Any, ..., None](name="editors", description="Edit", callback=_nothing)
            tree.add_command(editors, guild=home)
        await client.login(TOKEN)
        await tree.set_translator(translator)
        await sync_if_changed(tree, memory, home)


async def _nothing(_: discord.Interaction) -> None: ...


def sent(look_alike: FakeDiscord) -> dict[str, list[str]]:
    """The names of the commands that were sent since the last look, by server, "" for all."""
    syncs, look_alike.syncs = look_alike.syncs, []
    assert len({server for server, _ in syncs}) == len(syncs)
    return {server: [command["name"] for command in commands] for server, commands in syncs}


async def test_the_commands_of_the_home_server_are_for_it_alone(look_alike: FakeDiscord, memory: Path) -> None:
    await start(memory, HOME)
    assert sent(look_alike) == {"": ["ask"], "41": ["editors"]}
    await start(memory, HOME)
    assert sent(look_alike) == {}


async def test_only_what_changed_is_sent(look_alike: FakeDiscord, memory: Path) -> None:
    await start(memory, HOME)
    sent(look_alike)
    await start(memory, HOME, "Ask away")
    assert sent(look_alike) == {"": ["ask"]}


async def test_a_changed_translation_is_sent(look_alike: FakeDiscord, memory: Path) -> None:
    for word in ("fragen", "fragen", "frage", "frage"):
        await start(memory, translator=German(word))
    assert [command["description_localizations"]["de"] for _, [command] in look_alike.syncs] == ["fragen", "frage"]


@pytest.mark.parametrize("home", [None, OTHER])
async def test_a_server_that_is_home_no_more_loses_the_commands(
    look_alike: FakeDiscord, memory: Path, home: discord.Object | None
) -> None:
    await start(memory, HOME)
    sent(look_alike)
    await start(memory, home)
    moved = {"42": ["editors"]} if home else {}
    assert sent(look_alike) == {"41": [], **moved}
    await start(memory, home)
    assert sent(look_alike) == {}


async def test_a_home_that_the_bot_left_is_forgotten(
    look_alike: FakeDiscord, memory: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await start(memory, HOME)
    look_alike.servers.clear()
    await start(memory)
    look_alike.servers.add("41")
    sent(look_alike)
    await start(memory)
    assert sent(look_alike) == {}
    assert not caplog.records


async def test_a_home_where_the_bot_is_not_is_told_and_tried_again(
    look_alike: FakeDiscord, memory: Path, caplog: pytest.LogCaptureFixture
) -> None:
    look_alike.servers.clear()
    await start(memory, HOME)
    [warning] = [record.getMessage() for record in caplog.records]
    assert "invite the bot to server 41" in warning
    assert sent(look_alike) == {"": ["ask"]}
    look_alike.servers.add("41")
    await start(memory, HOME)
    assert sent(look_alike) == {"41": ["editors"]}


@pytest.mark.parametrize(
    "trouble",
    [
        Trouble("/commands", 400, {"message": "bad", "code": 50035}),
        Trouble("/commands", 503),
        too_many("/commands", 31),
    ],
    ids=["refused", "away", "too-many"],
)
async def test_what_was_not_taken_is_sent_at_the_next_start(
    look_alike: FakeDiscord, memory: Path, caplog: pytest.LogCaptureFixture, trouble: Trouble
) -> None:
    look_alike.troubles.append(trouble)
    await start(memory)
    assert sent(look_alike) == {}
    [warning] = [record.getMessage() for record in caplog.records if record.name.startswith("bot.")]
    assert "Until they are, nobody can ask." in warning
    assert "\n" not in warning
    await start(memory)
    assert sent(look_alike) == {"": ["ask"]}


async def test_a_failed_translation_stops_nobody(
    look_alike: FakeDiscord, memory: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await start(memory)
    await start(memory, translator=German(""))
    assert len(look_alike.syncs) == 1
    assert "Those of before stay." in caplog.text


async def test_a_short_wait_that_discord_asks_for_is_kept(look_alike: FakeDiscord, memory: Path) -> None:
    look_alike.troubles.append(too_many("/commands", 0.1))
    await start(memory)
    assert sent(look_alike) == {"": ["ask"]}


@pytest.fixture(params=["", "{", "[]", '{"1000": 2}', '{"1000/x": "2"}', "\0", '{"999/41": "other"}'])
def damaged(memory: Path, request: pytest.FixtureRequest) -> Path:
    """A memory that is of no use."""
    memory.write_text(request.param)
    return memory


async def test_a_damaged_memory_costs_one_sync(look_alike: FakeDiscord, damaged: Path) -> None:
    await start(damaged)
    assert sent(look_alike) == {"": ["ask"]}
    await start(damaged)
    assert sent(look_alike) == {}


async def test_what_cannot_be_remembered_is_told(
    look_alike: FakeDiscord, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await start(tmp_path / "nowhere" / "memory.json")
    assert sent(look_alike) == {"": ["ask"]}
    assert "synced anew at the next start" in caplog.text

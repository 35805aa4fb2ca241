"""What the tests of the bot share: a coverage of the seed articles and the bot in a simulated Discord."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import simcord

from bot.client import Factbox
from bot.settings import Settings
from knowledge import Coverage
from tests.bot.debate import Debate, Restart
from tests.bot.discord_rules.traffic import Traffic, watched


@pytest.fixture(scope="session", autouse=True)
def simcord_looks_often_and_long() -> Iterator[None]:
    """simcord looks whether a bot has done its work every 50 milliseconds, for five seconds, however busy the machine.

    Here it looks sooner, and gives up later.
    """
    looks, starts = simcord.Env._settle_internal.__kwdefaults__, simcord.Env.__init__.__kwdefaults__
    assert looks
    assert starts
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(looks, "idle", 0.005)
        patch.setitem(starts, "settle_timeout", 60.0)
        yield


@pytest.fixture(autouse=True)
def sent_to_discord() -> Iterator[Traffic]:
    """What bots send to simcord in a test; the test fails where Discord would not take all of it."""
    with watched() as sent:
        yield sent


@pytest.fixture
def coverage(own_data: Path) -> Iterator[Coverage]:
    """The seed articles."""
    with Coverage.open(own_data) as coverage:
        yield coverage


@pytest.fixture
def simcord_bot(coverage: Coverage, own_data: Path) -> Iterator[Factbox]:
    """The bot that `simcord_env` runs."""
    bot = Factbox(coverage, Settings(own_data), shard_count=1)
    yield bot
    bot.services.behind.now()


@pytest.fixture
def debate(simcord_env: simcord.Env) -> Debate:
    """A debate with the bot, over the seed articles."""
    return Debate(simcord_env)


@pytest.fixture
def restart(simcord_env: simcord.Env, coverage: Coverage, own_data: Path, simcord_bot: Factbox) -> Restart:
    """Restart the bot, over the same data directory or over another."""

    async def restart(data: Path = own_data) -> Factbox:
        simcord_bot.services.behind.now()
        other = Factbox(coverage, Settings(data), shard_count=1)
        await simcord_env.restart_bot(other)
        return other

    return restart

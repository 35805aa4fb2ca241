"""`/editors add address` and `/editors feed`, with sites on the loopback interface."""

from ipaddress import ip_network
from pathlib import Path

import pytest
import simcord

from bot.client import Factbox
from bot.following import feeds_of
from bot.settings import Settings
from knowledge import Coverage
from tests.bot.replies_shown import shown
from tests.bot.test_discord_editors import HOME, Home
from tests.knowledge.fetching.sites import serving
from tests.knowledge.following.feeds_made import feed, item, page

pytestmark = pytest.mark.slow


@pytest.fixture
async def home(simcord_env: simcord.Env, coverage: Coverage, own_data: Path) -> Home:
    """The home server of a bot that may fetch from this machine."""
    home = Home(simcord_env)
    networks = (ip_network("127.0.0.0/8"),)
    settings = Settings(own_data, home=HOME, editors=frozenset({home.editor.id}), networks=networks)
    home.bot = Factbox(coverage, settings, shard_count=1)
    await simcord_env.restart_bot(home.bot)
    return home


async def test_a_page_is_added_by_its_address_and_answers(home: Home) -> None:
    with serving({"/a": page("Ferry sinks")}) as site:
        assert "Ferry sinks" in shown(await home.run("add", address=site("/a")))
    assert "Kithnos" in await home.ask("Where did the ferry Aurelia sink?")


async def test_a_feed_is_followed_by_the_address_of_its_site(home: Home, own_data: Path) -> None:
    links = "".join(f'<link rel="alternate" type="application/rss+xml" href="/{name}">' for name in ("feed", "sport"))
    with serving({"/": page(head=links), "/feed": feed(item("/a"), title="*Island* Post")}) as site:
        told = shown(await home.run("feed", address=site("/")))
        assert r"\*Island\* Post" in told
        assert "1 article" in told
        assert "sport" in told
        assert "already" in shown(await home.run("feed", address=site("/feed")))
    assert [followed.address for followed in feeds_of(own_data).feeds()] == [site("/feed")]


async def test_a_feed_is_no_article(home: Home) -> None:
    with serving({"/feed": feed(item("/a"))}) as site:
        refused = await home.run("add", address=site("/feed"))
    assert len(home.env.errors) == 1
    assert "that is a feed" in refused.response.content


async def test_what_cannot_be_fetched_is_told(home: Home) -> None:
    with serving({"/page": page()}) as site:
        for command, path in (("add", "/gone"), ("feed", "/page")):
            refused = await home.run(command, address=site(path))
            assert refused.response.content.startswith(site(path))
    assert len(home.env.errors) == 2

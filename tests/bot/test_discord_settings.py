"""`/settings`, and what is set, as those meet it who manage a server and those who ask in it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord

from bot.client import Factbox
from bot.memory.servers import ServerSettings
from bot.settings import Settings
from knowledge import Article, Coverage
from tests.bot.discord_rules.traffic import Traffic
from tests.bot.replies_shown import labels, selects, shown

HELICOPTERS = "How many attack helicopters would Russia supply to Iraq?"


class Server:
    """A server with a manager, a member and two channels."""

    def __init__(self, env: simcord.Env) -> None:
        self.guild = env.create_guild("Newsroom")
        may_manage = self.guild.create_role("Managers", permissions=discord.Permissions(manage_guild=True))
        self.manager = self.guild.add_member(env.create_user("mia"), roles=[may_manage])
        self.member = self.guild.add_member(env.create_user("ann"))
        self.debate = self.guild.create_text_channel("debate")
        self.other = self.guild.create_text_channel("other")

    async def panel(self) -> Any:  # noqa: ANN401 - simcord's
        """The panel, opened by the manager."""
        return await self.manager.slash(self.debate, "settings")

    async def choose(self, name: str, *values: object) -> Any:  # noqa: ANN401
        """Have the manager choose in one of its selects."""
        panel = await self.panel()
        found = selects(panel)
        [custom_id] = [one["custom_id"] for one in found if name in one["custom_id"]]
        return await self.manager.select(panel.response, values=list(values), custom_id=custom_id)

    async def ask(self, channel: Any = None, **options: object) -> Any:  # noqa: ANN401
        """What the member gets for a question."""
        return await self.member.slash(channel or self.debate, "ask", question=HELICOPTERS, **options)


@pytest.fixture
def server(simcord_env: simcord.Env) -> Server:
    """A server with the bot."""
    return Server(simcord_env)


async def test_only_those_who_manage_the_server_see_the_panel(server: Server) -> None:
    assert (await server.panel()).ephemeral
    assert "settings" not in server.member.available_commands(server.debate)
    with pytest.raises(simcord.SetupError):
        await server.member.slash(server.debate, "settings")


async def test_replies_can_be_private_by_default(server: Server) -> None:
    assert not (await server.ask()).ephemeral
    await server.choose("replies", "private")
    assert (await server.ask()).ephemeral
    assert not (await server.ask(private=False)).ephemeral


async def test_what_all_see_is_in_the_language_of_the_server(server: Server) -> None:
    await server.choose("language", "de")
    assert "Berichte" in shown(await server.ask())
    await server.choose("language", "auto")
    assert "Coverage" in shown(await server.ask())


async def test_who_may_no_longer_manage_the_server_changes_nothing(
    server: Server, simcord_bot: Factbox, sent_to_discord: Traffic
) -> None:
    panel = await server.panel()
    guild = simcord_bot.get_guild(server.guild.id)
    assert guild is not None
    [managers] = [role for role in guild.roles if role.name == "Managers"]
    await managers.edit(permissions=discord.Permissions.none())
    refused: Any = await server.manager.select(panel.response, values=["private"], custom_id="factbox-setting:replies")
    assert "manage this server" in refused.response.content
    [requests] = sent_to_discord
    [taking_away] = [request for request in requests if "/roles/" in request.path]
    requests.remove(taking_away)  # which is no request of ours
    assert not (await server.ask()).ephemeral


async def test_the_panel_shows_what_was_chosen(server: Server) -> None:
    await server.choose("replies", "private")
    panel = await server.panel()
    [select] = [one for one in selects(panel) if one["custom_id"] == "factbox-setting:replies"]
    assert [option["value"] for option in select["options"] if option.get("default")] == ["private"]


async def test_elsewhere_than_in_the_channels_allowed_it_says_where(server: Server, simcord_env: simcord.Env) -> None:
    await server.choose("channels", server.other)
    refused = await server.ask()
    assert len(simcord_env.errors) == 1
    assert refused.ephemeral
    assert f"<#{server.other.id}>" in refused.response.content
    assert "36 Mi" in shown(await server.ask(server.other))


async def test_only_publishers_that_are_allowed_are_shown(server: Server) -> None:
    assert "The Hindu" in shown(await server.ask())
    await server.choose("publishers", "Asharq Al-Awsat")
    reply = shown(await server.ask())
    assert "The Hindu" not in reply
    await server.choose("publishers")
    assert "The Hindu" in shown(await server.ask())


async def test_settings_outlive_a_restart(
    server: Server, simcord_env: simcord.Env, coverage: Coverage, own_data: Path
) -> None:
    await server.choose("replies", "private")
    await simcord_env.restart_bot(Factbox(coverage, Settings(own_data), shard_count=1))
    assert (await server.ask()).ephemeral


async def test_a_server_that_the_bot_leaves_is_forgotten(
    server: Server, simcord_env: simcord.Env, simcord_bot: Factbox
) -> None:
    await server.choose("replies", "private")
    guild = simcord_bot.get_guild(server.guild.id)
    assert guild is not None
    await guild.leave()
    await simcord_env.settle()
    assert not simcord_bot.services.servers.of(server.guild.id).private


class TestMorePublishers:
    """A coverage with more publishers than a select takes."""

    @pytest.fixture
    def coverage(self, tmp_path: Path) -> Iterator[Coverage]:
        with Coverage.open(tmp_path / "many", seeds=False) as coverage:
            coverage.add(Article(text=f"It is {n}.", title=f"No {n}", publisher=f"Post {n:02}") for n in range(60))
            yield coverage

    async def test_all_can_be_chosen_page_by_page(
        self, server: Server, simcord_env: simcord.Env, simcord_bot: Factbox, coverage: Coverage, own_data: Path
    ) -> None:
        panel = await server.panel()
        assert offered_in(panel)[0] == "Post 00"
        await choose_publishers(server, panel, "Post 03")
        second = await turn(server, await server.panel())
        assert offered_in(second)[0] == "Post 25"
        assert "Publishers chosen: 1" in str(second.response.components)
        bot = Factbox(coverage, Settings(own_data), shard_count=1)
        simcord_bot.services.behind.now()
        await simcord_env.restart_bot(bot)
        third = await turn(server, second)
        assert offered_in(third) == [f"Post {n}" for n in range(50, 60)]
        await choose_publishers(server, third, "Post 55", "Post 57")
        assert bot.services.servers.of(server.guild.id).publishers == ("Post 03", "Post 55", "Post 57")
        await choose_publishers(server, third, "Post 57")
        assert bot.services.servers.of(server.guild.id).publishers == ("Post 03", "Post 57")
        assert offered_in(await turn(server, third))[0] == "Post 00"

    async def test_those_chosen_of_which_there_is_nothing_more_can_be_left_out(
        self, server: Server, simcord_bot: Factbox
    ) -> None:
        simcord_bot.services.servers.change(server.guild.id, ServerSettings(publishers=("Gone", "Post 01")))
        panel = await server.panel()
        assert offered_in(panel)[:2] == ["Gone", "Post 00"]
        await choose_publishers(server, panel, "Post 01")
        assert simcord_bot.services.servers.of(server.guild.id).publishers == ("Post 01",)


def publishers_select(panel: Any) -> dict[str, Any]:  # noqa: ANN401
    """The select of publishers on a panel."""
    found = selects(panel)
    return next(one for one in found if one["custom_id"].startswith("factbox-setting:publishers"))


def offered_in(panel: Any) -> list[str]:  # noqa: ANN401
    return [option["label"] for option in publishers_select(panel)["options"]]


async def choose_publishers(server: Server, panel: Any, *names: str) -> Any:  # noqa: ANN401
    """Have the manager choose publishers on a page."""
    custom_id = publishers_select(panel)["custom_id"]
    return await server.manager.select(panel.response, values=list(names), custom_id=custom_id)


async def turn(server: Server, panel: Any) -> Any:  # noqa: ANN401
    """The panel with the next page of publishers."""
    [label] = [label for label in labels(panel) if "More publishers" in label]
    return await server.manager.click(panel.response, label=label)

"""Who may do what, where, and how often."""

import re
from typing import Any

import discord
import pytest
import simcord

from bot.client import Factbox
from bot.cooldowns import PERSON, SERVER, Cooldowns
from bot.editors import owners_of
from bot.wording import RefusalError
from tests.bot.debate import Debate, refusal
from tests.bot.fake_discord import APPLICATION

HELICOPTERS = "How many attack helicopters would Russia supply to Iraq?"
EVERYWHERE = ([0, 1, 2], [0, 1])
SERVERS = ([0], [0])
"""Contexts (a server, direct messages with the bot, others) and installations (a server, a person), as Discord numbers
them."""
MENUS = ["Check against the coverage", "Find sources"]
COMMANDS = ["ask", "quotes", "timeline", "article", "coverage", "help", "privacy"]
PLACES = dict.fromkeys([*COMMANDS, *MENUS], EVERYWHERE) | dict.fromkeys(
    ["watch", "unwatch", "watches", "settings"], SERVERS
)


def test_each_command_is_where_it_makes_sense(simcord_bot: Factbox) -> None:
    sent = [command.to_dict(simcord_bot.tree) for command in simcord_bot.tree.get_commands()]
    assert {one["name"]: (one["contexts"], one["integration_types"]) for one in sent} == PLACES


async def test_in_a_direct_message_an_answer_can_be_neither_shared_nor_dismissed(simcord_env: simcord.Env) -> None:
    reply = await simcord_env.create_user("ann").slash("ask", question=HELICOPTERS)
    assert reply.response is not None
    said = str(reply.response.components)
    assert "36 Mi" in said
    assert "'Context'" in said
    assert "'Share'" not in said
    assert "'Dismiss'" not in said


def person(number: int) -> dict[str, Any]:
    return {"id": str(number), "username": "p", "discriminator": "0", "avatar": None}


def member(number: int, role: str, state: int = 2) -> dict[str, Any]:
    return {"user": person(number), "team_id": "1", "membership_state": state, "permissions": ["*"], "role": role}


async def test_the_owner_is_an_editor_or_those_of_the_team_who_may_do_more_than_look(simcord_bot: Factbox) -> None:
    def application(**own: object) -> discord.AppInfo:
        return discord.AppInfo(simcord_bot._connection, {**APPLICATION, "owner": person(5), **own})  # type: ignore[typeddict-item]

    team = {"id": "1", "name": "team", "icon": None, "owner_user_id": "6"}
    members = [member(6, "admin"), member(7, "developer"), member(8, "read_only"), member(9, "admin", state=1)]
    assert owners_of(application()) == {5}
    assert owners_of(application(team={**team, "members": members})) == {6, 7}
    assert owners_of(None) == frozenset()


async def test_who_asks_too_often_is_told_when_to_try_again(simcord_env: simcord.Env) -> None:
    debate = Debate(simcord_env)
    for _ in range(PERSON[0]):
        await debate.slash("coverage", private=True)
    line = refusal(await debate.slash("coverage"))
    assert len(simcord_env.errors) == 1
    assert re.search(r"<t:\d+:R>", line)


def test_a_person_may_ask_again_after_a_while() -> None:
    now = 1_000.0
    cooldowns = Cooldowns(lambda: now)
    for _ in range(PERSON[0]):
        cooldowns.check(1, server=None)
    with pytest.raises(RefusalError) as refused:
        cooldowns.check(1, server=None)
    assert refused.value.text == "refused-cooldown-person"
    cooldowns.check(2, server=None)
    now += PERSON[1] + 1
    cooldowns.check(1, server=None)


def test_a_server_has_a_limit_of_its_own_and_others_are_free() -> None:
    now = 1_000.0
    cooldowns = Cooldowns(lambda: now)
    for number in range(SERVER[0]):
        cooldowns.check(number, server=1)
    with pytest.raises(RefusalError) as refused:
        cooldowns.check(9_999, server=1)
    assert refused.value.text == "refused-cooldown-server"
    cooldowns.check(9_998, server=2)
    cooldowns.check(9_997, server=None)
    now += SERVER[1] + 1
    cooldowns.check(9_996, server=1)

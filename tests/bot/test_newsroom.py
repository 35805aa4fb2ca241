"""The server of the preview, without its page."""

from pathlib import Path

import discord
import pytest

from bot.preview.newsroom import newsroom
from bot.settings import Settings
from knowledge import Coverage
from tests.bot.replies_shown import shown

FERRY = b"""Ferry sinks off Kithnos
14 June 2019

The ferry Aurelia sank off Kithnos on Friday morning after it had hit a rock. All 212 passengers were saved by boats.
"""


@pytest.mark.slow
async def test_what_the_editor_adds_is_found_and_stays(own_data: Path, coverage: Coverage) -> None:
    async with newsroom(coverage, Settings(own_data), discord.Locale.american_english) as room:
        await room.editor.slash(room.channel, "editors add", file=("ferry.txt", FERRY))
        answer = await room.member.slash(room.channel, "ask", question="Where did the ferry Aurelia sink?")
        assert "Kithnos" in shown(answer)
        assert not memories_in(own_data)
    with Coverage.open(own_data) as afterwards:
        assert "Ferry sinks off Kithnos" in [article.title for article in afterwards.articles()]


def memories_in(data: Path) -> list[Path]:
    """What a bot would keep there of people and servers: the preview keeps none of it."""
    return list(data.glob("discord*"))

"""Telling editors of feeds that have failed for a week, once, in a direct message.

A feed counts as reported, on the disk, before anybody is written to: what goes wrong then is logged, and not tried
again.
"""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot.editors import owners_of
from bot.logs import in_one_line
from bot.replies.intake import failing_blocks
from bot.replies.reply import view_of
from bot.texts import texts_in
from knowledge.storage.feeds import Feeds

if TYPE_CHECKING:
    from bot.client import Factbox

log = logging.getLogger(__name__)


async def report_failing(client: Factbox) -> None:
    """Write to each editor, in the language of their home server, where feeds are to be reported. Raises DataError."""
    settings = client.services.settings
    feeds = Feeds(settings.data / "feeds.db")
    failing = await asyncio.to_thread(feeds.to_report, datetime.now(UTC))
    if not failing:
        return
    await asyncio.to_thread(feeds.mark_reported, failing)
    say = texts_in(client.services.servers.of(settings.home).language or "en")
    for editor in sorted(settings.editors | owners_of(client.application)):
        await _send(client, editor, view_of(failing_blocks(failing, say)))


async def _send(client: Factbox, editor: int, view: discord.ui.LayoutView) -> None:
    try:
        channel = await client.create_dm(discord.Object(editor))
        await channel.send(view=view)
    except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
        log.warning("An editor could not be told of feeds that fail: %s", in_one_line(error))

"""What channels watch: each topic is asked again when the coverage has changed, and what is news is posted.

A fact is posted at most once: it is remembered as known, on the disk, before it is sent. Where Discord has refused the
message, what was known before is put back, and it is tried again later.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot.buttons.row import buttons_of, buttons_to_try
from bot.logs import in_one_line
from bot.memory.lookups import Lookup
from bot.memory.servers import ServerSettings
from bot.memory.watches import Seen, Watch
from bot.news import DEPTH, news_in, seen_in
from bot.replies.reply import Reply, view_of
from bot.replies.watches import news_reply
from bot.services import Services
from bot.texts import Texts, language_of, texts_in
from bot.wording import describe
from knowledge import Coverage, FactboxError, Filters

if TYPE_CHECKING:
    from bot.client import Factbox

PAUSE = 15 * 60.0
"""Seconds between two messages on one topic: what comes meanwhile is in the next."""
REST = 24 * 3600.0
"""Seconds until a channel is tried again in which Discord lets the bot not write."""
_BETWEEN = 5.0
"""Seconds between two looks at whether the coverage has changed."""
_AFTER_FAILURE = 60.0
_SHARE = 4
"""Times as long as a topic took is waited before the next, so that people who ask come first."""
_UNKNOWN_CHANNEL = 10003

log = logging.getLogger(__name__)


async def keep_watching(client: Factbox) -> None:
    """Look again and again, until cancelled. What fails is logged and tried again."""
    await client.wait_until_ready()
    while True:
        try:
            await look(client)
            await asyncio.sleep(_BETWEEN)
        except FactboxError as error:
            log.warning("Topics that are watched could not be looked at: %s", describe(error))
            await asyncio.sleep(_AFTER_FAILURE)
        except Exception:
            log.exception("Topics that are watched could not be looked at")
            client.services.mending.soon()
            await asyncio.sleep(_AFTER_FAILURE)


async def look(client: Factbox) -> None:
    """Ask each topic again that was last asked before the coverage changed, and post what is news. Raises DataError."""
    services, clock = client.services, asyncio.get_running_loop().time
    version = await asyncio.to_thread(services.coverage.version)
    for number in await asyncio.to_thread(services.watches.due, version):
        began = clock()
        await _look_at(client, number)
        await asyncio.sleep(_SHARE * (clock() - began))


def first_seen(coverage: Coverage, topic: str, settings: ServerSettings) -> Seen:
    """What is known of a topic that will be watched. Raises DataError; doesn't belong on an event loop."""
    version = coverage.version()
    answer = coverage.nearest(topic, Filters(publishers=settings.publishers), DEPTH)
    return seen_in(answer, version, settings.publishers)


async def _look_at(client: Factbox, number: int) -> None:
    services = client.services
    if not (held := await asyncio.to_thread(services.watches.get, number)):
        return
    watch, before = held
    guild, settings = client.get_guild(watch.server), services.servers.of(watch.server)
    if not guild or (settings.channels and watch.channels.isdisjoint(settings.channels)):
        return
    say = texts_in(settings.language or language_of(guild.preferred_locale.value) or "en")
    if reply := await asyncio.to_thread(_news, services, watch, before, settings, say):
        await _post(client, watch, before, _message(services, watch, reply, say))


def _news(services: Services, watch: Watch, before: Seen, settings: ServerSettings, say: Texts) -> Reply | None:
    """What is to be posted; from now on it is known."""
    version = services.coverage.version()
    answer = services.coverage.nearest(watch.topic, Filters(publishers=settings.publishers), DEPTH)
    now = seen_in(answer, version, settings.publishers, before)
    news = news_in(answer, before, now)
    if not services.watches.keep(watch.number, now, PAUSE if news else 0) or not news:
        return None
    return news_reply(watch.topic, news, say)


def _message(services: Services, watch: Watch, reply: Reply, say: Texts) -> discord.ui.LayoutView:
    lookup = Lookup("ask", watch.topic, shown=reply.shown)
    number = services.lookups.keep(lookup)
    buttons = buttons_of(lookup, number, say, more=False, private=False, alone=True)
    return view_of(reply.blocks, buttons_to_try(reply.tries, services.lookups.keep), buttons)


async def _post(client: Factbox, watch: Watch, before: Seen, view: discord.ui.LayoutView) -> None:
    """Send the message, in silence: nobody waits for it."""
    watches = client.services.watches
    try:
        await client.get_partial_messageable(watch.channel, guild_id=watch.server).send(view=view, silent=True)
    except discord.RateLimited:
        await asyncio.to_thread(watches.keep, watch.number, before, PAUSE)
    except discord.HTTPException as error:
        if error.code == _UNKNOWN_CHANNEL:
            watches.forget_channel(watch.channel)
        elif 400 <= error.status < 500:
            log.warning("A topic rests, since its channel is closed to the bot: %s", in_one_line(error))
            await asyncio.to_thread(watches.keep, watch.number, before, REST, resting=True)
        else:
            log.warning("What is news may not have been posted: %s", in_one_line(error))
    except (aiohttp.ClientError, OSError) as error:
        log.warning("What is news may not have been posted: %s", in_one_line(error))

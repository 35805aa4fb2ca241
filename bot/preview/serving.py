"""The page: where it is, and how it ends."""

from __future__ import annotations

import asyncio
import logging
import signal
import sys
from collections.abc import Callable
from contextlib import AsyncExitStack, suppress
from datetime import UTC, datetime
from importlib.util import find_spec
from typing import TYPE_CHECKING

import discord

from bot.cli.output import write
from bot.logs import write_logs
from bot.running import insist
from bot.settings import Settings
from bot.texts import english
from bot.wording import RefusalError
from knowledge import Coverage

if TYPE_CHECKING:
    import simcord

_NEEDED = ("simcord", "linkify_it", "markdown_it", "PIL", "regex")
"""What the extra brings, as it is imported."""
_ENDING = 5.0
"""Seconds that the end may take, even while an editor's articles are added."""
_TICK = 0.2
"""Seconds after which the clock of the page is set."""


def run(settings: Settings, open_coverage: Callable[[], Coverage], port: int, locale: str) -> int:
    """Serve the page until SIGINT, SIGTERM or the page itself ends it, and return the exit status.

    Raises RefusalError where what it needs isn't installed or the port isn't free, and what `open_coverage` raises.
    """
    if not all(map(find_spec, _NEEDED)):
        raise RefusalError("preview-missing")
    write_logs(sys.stderr, tracebacks=False)
    logging.getLogger("discord").setLevel(logging.ERROR)  # it would warn of what only a connection needs
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have it ignored in the background
    signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
    with suppress(KeyboardInterrupt), open_coverage() as coverage:
        asyncio.run(_serve(coverage, settings, port, discord.Locale(locale)))
    return 0


async def _serve(coverage: Coverage, settings: Settings, port: int, locale: discord.Locale) -> None:
    import simcord

    from bot.preview.newsroom import newsroom
    from bot.watching import keep_watching

    async with AsyncExitStack() as stack:
        room = await stack.enter_async_context(newsroom(coverage, settings, locale))
        viewers = (room.member, room.editor)
        page = room.env.preview(room.channel, viewers=viewers, layout="channel", locale=locale.value, port=port)
        try:
            await stack.enter_async_context(page)
        except simcord.SetupError:
            raise RefusalError("preview-port", port=str(port)) from None
        write(english()("preview-ready", address=page.url))
        sys.stdout.flush()
        for task in (_keep_time(room.env, page), keep_watching(room.bot)):
            stack.callback(asyncio.create_task(task).cancel)
        stack.callback(insist, _ENDING)
        await page.wait_closed()


async def _keep_time(env: simcord.Env, page: simcord.Preview) -> None:
    """Let the time of the page, which stands still in tests, pass as it does for who looks at it."""
    while True:
        await asyncio.sleep(_TICK)
        env.backend.advance_clock((datetime.now(UTC) - env.now()).total_seconds())
        page.capture_time = env.now()

"""The bot from its start to its end: what it needs to start, and how a signal ends it."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import aiohttp
import discord

from bot.client import Factbox
from bot.logs import write_logs
from bot.polling import keep_polling
from bot.settings import Settings
from bot.token import bare_token, token_problem
from bot.watching import keep_watching
from bot.wording import RefusalError
from knowledge import Coverage

FINISHING = 7.0
"""Seconds that running work gets once the end is asked for."""
ENDING = 9.0
"""Seconds that the whole end may take: less than the ten after which a supervisor kills."""

SETTLING = 5.0
"""Seconds after which what came with the start has come."""

_SIGNALS = (signal.SIGTERM, signal.SIGINT)

log = logging.getLogger(__name__)


def run(settings: Settings, open_coverage: Callable[[], Coverage]) -> int:
    """Run the bot until SIGINT or SIGTERM and return the exit status.

    Raises RefusalError where Discord or the token doesn't allow it, and what `open_coverage` raises.
    """
    problem = token_problem(settings.token)
    if problem or settings.token is None:
        raise RefusalError(problem or "start-no-token")
    write_logs(sys.stderr)
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # it won't speak
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have it ignored in the background
    signal.signal(signal.SIGTERM, lambda *_: signal.raise_signal(signal.SIGINT))
    try:
        with open_coverage() as coverage:
            asyncio.run(_serve(Factbox(coverage, settings), bare_token(settings.token)))
    except KeyboardInterrupt:
        pass
    log.info("Ended")
    return 0


async def _serve(client: Factbox, token: str) -> None:
    """Keep `client` connected until it is told to end. Raises RefusalError where Discord doesn't let it in."""
    async with client:
        # A task of its own, since discord.py swallows a cancellation while it reconnects.
        session = asyncio.create_task(client.start(token))
        settled = asyncio.create_task(_spare_the_collector(client))
        watching = asyncio.create_task(keep_watching(client))
        polling = asyncio.create_task(keep_polling(client))
        try:
            with _end_asked_for() as end:
                await asyncio.wait({session, end}, return_when=asyncio.FIRST_COMPLETED)
                if session.done():
                    _check(session)
                else:
                    await client.drain(FINISHING)
        finally:
            settled.cancel()
            watching.cancel()
            polling.cancel()
            session.cancel()  # first: closing doesn't end a start, nor a wait before a reconnect
            await client.close()
            await asyncio.gather(session, settled, watching, polling, return_exceptions=True)


async def _spare_the_collector(client: Factbox) -> None:
    """Let Python not look for garbage, again and again, in what is there for good once all servers have come.

    With 2,000 servers each such look holds everybody up for 80 milliseconds.
    """
    await client.wait_until_ready()
    await asyncio.sleep(SETTLING)
    gc.collect()
    gc.freeze()


@contextmanager
def _end_asked_for() -> Iterator[asyncio.Future[None]]:
    """What is done once a signal asks for the end. A second signal does what it would without us: end at once."""
    loop = asyncio.get_running_loop()
    end: asyncio.Future[None] = loop.create_future()

    def ask(*_: object) -> None:
        for number in _SIGNALS:
            signal.signal(number, signal.SIG_DFL)
        insist(ENDING)
        loop.call_soon_threadsafe(end.set_result, None)

    before = {number: signal.signal(number, ask) for number in _SIGNALS}
    try:
        yield end
    finally:
        if not end.done():
            for number, handler in before.items():
                signal.signal(number, handler)


def insist(seconds: float) -> None:
    """End the process in time even if a thread won't, such as one that waits for the address of a host."""
    timer = threading.Timer(seconds, os._exit, (0,))
    timer.daemon = True
    timer.start()


def _check(session: asyncio.Task[None]) -> None:
    """Raise why `session` ended, as a person should hear it."""
    match session.exception():
        case None:
            return
        case discord.LoginFailure() | discord.ConnectionClosed(code=4004):  # the gateway's word for the same
            raise RefusalError("start-token-refused")
        case discord.PrivilegedIntentsRequired():
            raise RefusalError("start-intents")
        case discord.ConnectionClosed(code=code):
            raise RefusalError("start-closed", reason=str(code))
        case discord.HTTPException(status=status):
            raise RefusalError("start-unreachable", reason=str(status))
        case discord.GatewayNotFound() | discord.RateLimited() | aiohttp.ClientError() | OSError() as error:
            raise RefusalError("start-unreachable", reason=type(error).__name__)
        case error:
            raise error

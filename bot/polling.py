"""Polling the feeds while the bot runs: in a process of its own, which is ended with the bot."""

from __future__ import annotations

import asyncio
import logging
import sys
from dataclasses import replace
from datetime import UTC, datetime
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from bot.logs import in_one_line, write_logs
from bot.settings import Settings
from bot.wording import describe
from knowledge import FactboxError
from knowledge.processes.interrupts import held_back, working_directory_kept_out
from knowledge.storage.feeds import Feeds

if TYPE_CHECKING:
    from bot.client import Factbox

BETWEEN = 60.0
"""Seconds between two looks at whether a feed is due."""

AFTER_FAILURE = 600.0
"""Seconds after a poll that failed: one that finds the coverage being written to has asked sites for nothing."""
_LOOK = 0.5
"""Seconds between two looks at whether a poll is over."""

log = logging.getLogger(__name__)


async def keep_polling(client: Factbox) -> None:
    """Look again and again whether a feed is due, and poll then, until cancelled. What fails is logged once.

    Editors are told of feeds that have failed for long.
    """
    # Not above: the process that polls, which imports this module, needs no discord.py.
    from bot.reporting import report_failing

    await client.wait_until_ready()
    settings, told = client.services.settings, ""
    while True:
        problem = ""
        try:
            if await asyncio.to_thread(_is_due, settings):
                problem = await _poll_apart(settings)
            await report_failing(client)
        except Exception as error:  # noqa: BLE001 - the bot goes on
            problem = _in_words(error)
        if problem and problem != told:
            log.warning("Feeds could not be polled: %s", problem)
        told = problem
        await asyncio.sleep(AFTER_FAILURE if problem else BETWEEN)


def _is_due(settings: Settings) -> bool:
    return bool(Feeds(settings.data / "feeds.db").due(datetime.now(UTC)))


async def _poll_apart(settings: Settings) -> str:
    """Poll in a process that is made for it, and tell what went wrong; empty where nothing did.

    The process is killed where this is cancelled, which harms nothing.
    """
    ours, its = get_context("spawn").Pipe(duplex=False)
    process = get_context("spawn").Process(target=poll_in_process, args=(replace(settings, token=None), its))
    with working_directory_kept_out(), held_back():  # Ctrl-C is for the bot, which ends the process
        process.start()
    its.close()
    try:
        while process.is_alive():  # noqa: ASYNC110 - a process tells nobody that it has ended
            await asyncio.sleep(_LOOK)
        return str(ours.recv()) if ours.poll() else f"status {process.exitcode}"
    except EOFError:
        return f"status {process.exitcode}"
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()


def poll_in_process(settings: Settings, told: Connection) -> None:
    """Poll what is due, log what came of it in a line, and tell what went wrong."""
    write_logs(sys.stderr)
    from bot.following import AlreadyPolling, poll_due

    problem = ""
    try:
        report = poll_due(settings)
        counts = (len(report.polled), report.added.added, report.added.updated, report.failed)
        log.info("Polled feeds: %d, new articles: %d, updated: %d, failed: %d", *counts)
    except AlreadyPolling:
        pass  # somebody polls by hand
    except Exception as error:  # noqa: BLE001 - the bot tells it, once
        problem = _in_words(error)
    told.send(problem)


def _in_words(error: Exception) -> str:
    return describe(error) if isinstance(error, FactboxError) else in_one_line(error)

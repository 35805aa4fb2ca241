"""Make the pictures of the README: real answers of the real bot, in a simulated Discord, in a real browser.

    pip install -e . 'simcord[screenshot]>=3.2.1,<4' && playwright install chromium && python docs/make_pictures.py

CHROMIUM=/usr/bin/chromium takes that browser instead of Playwright's own.
"""

from __future__ import annotations

import asyncio
import os
from functools import partialmethod
from pathlib import Path
from tempfile import TemporaryDirectory

import simcord
from playwright.async_api import BrowserType

from bot.client import Factbox
from bot.settings import Settings
from knowledge import Coverage

HERE = Path(__file__).parent
PICTURES = {"reply.png": "How many attack helicopters would Russia suply to Iraq?"}
WIDTH = 720


async def make_pictures(coverage: Coverage, data: Path) -> None:
    """Ask the questions of PICTURES in a server and keep a picture of each reply."""
    env = simcord.Env(Factbox(coverage, Settings(data), shard_count=1))
    env.backend.bot_user.global_name = "Factbox"
    await env.start()
    try:
        server = env.create_guild("Newsroom")
        channel = server.create_text_channel("debate")
        ann = server.add_member(env.create_user("ann"))
        async with env.preview(channel, viewers=[ann], width=WIDTH, height=900) as preview:
            for name, question in PICTURES.items():
                reply = await ann.slash(channel, "ask", question=question)
                await preview.screenshot(HERE / name, target=reply, viewport=(WIDTH, 900), allow_incomplete=True)
    finally:
        await env.shutdown()


def main() -> None:
    """Make all pictures from a coverage of the seed articles alone."""
    if chromium := os.environ.get("CHROMIUM"):
        BrowserType.launch = partialmethod(BrowserType.launch, executable_path=chromium)  # type: ignore[assignment]
    with TemporaryDirectory() as data, Coverage.open(data) as coverage:
        asyncio.run(make_pictures(coverage, Path(data)))


if __name__ == "__main__":
    main()

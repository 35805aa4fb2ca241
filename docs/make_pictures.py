"""Make the pictures of the README: real replies of the real bot, as `factbox preview` shows them, in a real browser.

    pip install -e '.[preview]' playwright && playwright install chromium && python docs/make_pictures.py

CHROMIUM=/usr/bin/chromium takes that browser instead of Playwright's own.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable, Mapping
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import discord
from PIL import Image
from playwright.async_api import Browser, async_playwright
from simcord import InteractionResult

from bot.preview.newsroom import Newsroom, newsroom
from bot.settings import Settings
from knowledge import Coverage

PICTURES: Mapping[str, Callable[[Newsroom], Awaitable[InteractionResult]]] = {
    "answer": lambda room: room.member.slash(
        room.channel, "ask", question="How many attack helicopters would Russia suply to Iraq?"
    ),
    "timeline": lambda room: room.member.slash(room.channel, "timeline", topic="Maliki"),
    "check": lambda room: room.member.context_menu(room.channel, "Check against the coverage", room.said[0]),
    "no-answer": lambda room: room.member.slash(room.channel, "ask", question="How much is a loaf of bread in Berlin?"),
}
"""The pictures by name: what a member does to get the message."""

FOLDER = Path(__file__).parent / "pictures"
LOCALE = discord.Locale.british_english
WIDTH = 700
SHARPNESS = 2
"""Pixels of a picture for each of the page, for sharp screens."""
COLOURS = 128

ALWAYS = """
[data-workbench], .message-time { display: none !important }
#focused-content { padding: 12px 0 14px; background: var(--discord-bg) }
"""
THEMES = {
    "dark": "",
    # Discord's light theme, in the words of simcord's, which has none.
    "light": """
:root {
  color-scheme: light; --discord-bg: #fff; --discord-text: #313338; --discord-muted: #5c5e66; --discord-subtle: #4e5058;
  --component-surface: #f9f9fb; --component-border: #e1e2e6; --subtle-surface: #c4c9ce;
  --button-secondary-surface: #e7e8ec; --button-alt: #e7e8ec; --link-accent: #006ce7; --link-text: #006ce7;
}
#focused-content, .message-content { color: var(--discord-text) }
.component-container { box-shadow: none }
.button-style-2, .button-style-5 { color: #313338 }
""",
}


async def make_pictures(room: Newsroom, browser: Browser) -> None:
    """Get each message of PICTURES and keep a picture of it for each of THEMES."""
    async with room.env.preview(room.channel, viewers=[room.member], width=WIDTH, locale=LOCALE.value) as preview:
        for name, get in PICTURES.items():
            result = await get(room)
            if not (result.response and result.response.components):
                raise SystemExit(f"{name}: that failed, as the log says")
            await preview.show(result)
            for theme, style in THEMES.items():
                picture = await _picture(browser, preview.url, ALWAYS + style)
                picture.save(FOLDER / f"{name}-{theme}.webp", lossless=True, method=6)


async def _picture(browser: Browser, url: str, style: str) -> Image.Image:
    """The message that the page at `url` shows."""
    page = await browser.new_page(
        viewport={"width": WIDTH, "height": 2000}, device_scale_factor=SHARPNESS, bypass_csp=True
    )
    try:
        await page.goto(url)
        await page.add_style_tag(content=style)
        await page.wait_for_function("window.simcordPreview?.ready")
        png = await page.locator("#focused-content").screenshot(animations="disabled")
        return Image.open(BytesIO(png)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    finally:
        await page.close()


async def main() -> None:
    """Make all pictures from a coverage of the seed articles alone."""
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as data, Coverage.open(data) as coverage:
        settings = Settings(data=Path(data))
        async with (
            async_playwright() as playwright,
            newsroom(coverage, settings, LOCALE) as room,
        ):
            browser = await playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"))
            await make_pictures(room, browser)
            await browser.close()


if __name__ == "__main__":
    asyncio.run(main())

"""`/settings`: a panel on which those who manage a server choose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import discord
from discord import ui

from bot import limits
from bot.memory.servers import ServerSettings
from bot.replies.reply import view_of
from bot.texts import LANGUAGES, Texts, command_texts

PREFIX = "factbox-setting"
AUTOMATIC = "auto"


def settings_view(settings: ServerSettings, publishers: Sequence[str], say: Texts, page: int = 0) -> ui.LayoutView:
    """The panel; `publishers` are those of the coverage, the greatest first, of which it shows a page."""
    rows = _rows(settings, publishers, page, say)
    return view_of([ui.TextDisplay(f"### {say('settings-title')}"), *rows])


def offered(settings: ServerSettings, publishers: Sequence[str], page: int = 0) -> list[str]:
    """The publishers that the select of a page offers: first those chosen of which there are no articles any more."""
    names = _offerable(settings, publishers)
    return names[page * limits.CHOICES :][: limits.CHOICES]


def _offerable(settings: ServerSettings, publishers: Sequence[str]) -> list[str]:
    gone = [name for name in settings.publishers if name not in publishers]
    return [name for name in (*gone, *publishers) if len(name) <= limits.OPTION_LABEL]


def _rows(settings: ServerSettings, publishers: Sequence[str], page: int, say: Texts) -> Iterator[ui.Item[Any]]:
    yield from _row(say("settings-language"), _choice("language", _languages(settings, say)))
    yield from _row(say("settings-replies"), _choice("replies", _replies(settings, say)))
    yield from _row(say("settings-channels"), _channels(settings, say))
    pages = -(-len(_offerable(settings, publishers)) // limits.CHOICES)
    page = page if page < pages else 0  # there were more when the button was made
    if names := offered(settings, publishers, page):
        yield from _row(say("settings-publishers"), _publishers(settings, names, page, say))
    if pages > 1:
        yield ui.ActionRow(_more_publishers(page, pages, say))


def _row(label: str, select: ui.Item[Any]) -> Iterator[ui.Item[Any]]:
    yield ui.TextDisplay(label)
    yield ui.ActionRow(select)


def _languages(settings: ServerSettings, say: Texts) -> list[discord.SelectOption]:
    automatic = _option(AUTOMATIC, say("settings-language-automatic"), settings.language is None)
    named = [
        _option(language, command_texts(language)["language-name"], settings.language == language)
        for language in LANGUAGES
    ]
    return [automatic, *named]


def _replies(settings: ServerSettings, say: Texts) -> list[discord.SelectOption]:
    return [
        _option("public", say("settings-replies-public"), not settings.private),
        _option("private", say("settings-replies-private"), settings.private),
    ]


def _channels(settings: ServerSettings, say: Texts) -> ui.ChannelSelect[Any]:
    return ui.ChannelSelect(
        custom_id=f"{PREFIX}:channels",
        placeholder=say("settings-channels-all"),
        min_values=0,
        max_values=limits.CHOICES,
        channel_types=[
            discord.ChannelType.text,
            discord.ChannelType.news,
            discord.ChannelType.voice,
            discord.ChannelType.stage_voice,
            discord.ChannelType.forum,
        ],
        default_values=[
            discord.SelectDefaultValue(id=channel, type=discord.SelectDefaultValueType.channel)
            for channel in settings.channels
        ],
    )


def _publishers(settings: ServerSettings, names: Sequence[str], page: int, say: Texts) -> ui.Select[Any]:
    chosen = len(settings.publishers)
    return ui.Select(
        custom_id=f"{PREFIX}:publishers:{page}",
        placeholder=say("settings-publishers-chosen", count=chosen) if chosen else say("settings-publishers-all"),
        min_values=0,
        max_values=len(names),
        options=[_option(name, name, name in settings.publishers) for name in names],
    )


def _more_publishers(page: int, pages: int, say: Texts) -> ui.Button[Any]:
    """The button that shows the next page, and after the last the first."""
    label = say("settings-publishers-more", page=page + 1, pages=pages)
    return ui.Button(label=label, custom_id=f"{PREFIX}:page:{(page + 1) % pages}")


def _choice(name: str, options: list[discord.SelectOption]) -> ui.Select[Any]:
    return ui.Select(custom_id=f"{PREFIX}:{name}", options=options)


def _option(value: str, label: str, chosen: bool) -> discord.SelectOption:
    return discord.SelectOption(label=label, value=value, default=chosen)

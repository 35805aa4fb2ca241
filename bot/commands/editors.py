"""`/editors`: the coverage and what people say of it, for editors, in their home server alone."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import discord
from discord import Interaction, Permissions, app_commands, ui

from bot import editing, limits
from bot.audience import audience_of
from bot.commands.building import group, subcommand
from bot.editors import check_editor
from bot.markdown import show
from bot.promises import promise
from bot.replies.editors import (
    added_blocks,
    followed_blocks,
    removed_blocks,
    reports_blocks,
    stats_blocks,
    unanswered_blocks,
    which_blocks,
)
from bot.replies.intake import CHANGES, changes_blocks, feeds_blocks
from bot.replies.reply import Block, view_of
from bot.services import Services, services_of
from bot.settings import Settings
from bot.suggestions import articles, suggest
from bot.texts import Texts
from bot.wording import RefusalError
from knowledge import Coverage, SourceError
from knowledge.language.terms import folded
from knowledge.storage.feeds import Feeds

LARGEST = 5_000_000
"""Bytes of a file that is sent to be added."""
_ENDING = re.compile(r"\.[0-9A-Za-z]{1,9}")

Work = Callable[[Services, Texts], Awaitable[list[Block]]]


def editors_commands() -> app_commands.Group:
    """The commands. Only administrators see them unless they let others, and only editors can use them."""
    editors = group("editors", where=None, permissions=Permissions.none())

    @subcommand(editors, "add")
    async def add(interaction: Interaction, file: discord.Attachment | None = None, address: str | None = None) -> None:
        await _show(interaction, lambda services, say: _added(services, say, file, address))

    @subcommand(editors, "feed")
    async def feed(interaction: Interaction, address: str) -> None:
        await _show(interaction, lambda services, say: _followed(services, say, address))

    @subcommand(editors, "feeds")
    async def feeds(interaction: Interaction) -> None:
        await _show(
            interaction, _listed(lambda coverage, say: feeds_blocks(Feeds(coverage.place / "feeds.db").feeds(), say))
        )

    @subcommand(editors, "changes")
    async def changes(interaction: Interaction) -> None:
        await _show(interaction, _changed)

    @subcommand(editors, "remove")
    async def remove(interaction: Interaction, title: str) -> None:
        await _show(interaction, lambda services, say: _removed(services, say, title))

    suggest(remove, title=articles)

    @subcommand(editors, "rebuild")
    async def rebuild(interaction: Interaction) -> None:
        await _show(interaction, _rebuilt)

    @subcommand(editors, "unanswered")
    async def unanswered(interaction: Interaction) -> None:
        await _show(interaction, _listed(unanswered_blocks))

    @subcommand(editors, "wrong")
    async def wrong(interaction: Interaction) -> None:
        await _show(interaction, _listed(reports_blocks))

    @subcommand(editors, "stats")
    async def stats(interaction: Interaction) -> None:
        servers = len(interaction.client.guilds)
        await _show(interaction, _listed(lambda coverage, say: stats_blocks(coverage, servers, say)))

    return editors


async def _show(interaction: Interaction[Any], work: Work) -> None:
    """Do the work for an editor, and tell that one of it. Raises RefusalError for others."""
    check_editor(interaction)
    await promise(interaction, private=True)
    services = services_of(interaction)
    blocks = await work(services, audience_of(interaction, private=True).say)
    services.coverage.refresh()
    await interaction.edit_original_response(view=view_of(blocks))


def _listed(blocks: Callable[[Coverage, Texts], list[Block]]) -> Work:
    async def work(services: Services, say: Texts) -> list[Block]:
        return await asyncio.to_thread(blocks, services.coverage, say)

    return work


async def _added(services: Services, say: Texts, file: discord.Attachment | None, address: str | None) -> list[Block]:
    if file and address:
        raise RefusalError("refused-file-and-address")
    if address:
        addition = await editing.add_address(_without_token(services), address)
        return added_blocks(addition, address, say)
    if file is None:
        raise RefusalError("refused-nothing-to-add")
    if file.size > LARGEST:
        raise RefusalError("refused-file-size", limit=str(LARGEST // 1_000_000))
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"{file.id}{_ending(file.filename)}"
        await file.save(path)
        try:
            addition = await editing.add_file(services.coverage.place, path, f"{editing.DISCORD}: {file.filename}")
        except SourceError as error:
            error.source = show(file.filename, limits.TITLE)
            raise
    for failed in addition.errors:
        failed.source = file.filename
    return added_blocks(addition, file.filename, say)


def _ending(name: str) -> str:
    """The ending of a file's name, by which its kind is told; none where it is none of a kind that is read."""
    ending = Path(name).suffix
    return ending if _ENDING.fullmatch(ending) else ""


async def _followed(services: Services, say: Texts, address: str) -> list[Block]:
    return followed_blocks(await editing.follow_feed(_without_token(services), address), say)


def _without_token(services: Services) -> Settings:
    """The settings for another process, which has no use for the token."""
    return replace(services.settings, data=services.coverage.place, token=None)


async def _removed(services: Services, say: Texts, title: str) -> list[Block]:
    """Take away the one article with that id or headline; where there isn't one alone, name those that may be meant."""
    if not title.strip():
        raise RefusalError("error-title-blank")
    near = await asyncio.to_thread(services.coverage.find_articles, title, limit=limits.CHOICES)
    if not near:
        raise RefusalError("refused-no-article")
    meant = [article for article in near if article.id == title.strip()]
    meant = meant or [article for article in near if folded(article.title) == folded(title)]
    if len(meant) != 1:
        return which_blocks(meant or near, say)
    await editing.remove_article(services.coverage.place, meant[0].id)
    return removed_blocks(meant[0], say)


async def _changed(services: Services, say: Texts) -> list[Block]:
    return changes_blocks(await editing.list_changes(services.coverage.place, CHANGES), say)


async def _rebuilt(services: Services, say: Texts) -> list[Block]:
    await editing.rebuild(services.coverage.place)
    return [ui.TextDisplay(say("editors-rebuilt"))]

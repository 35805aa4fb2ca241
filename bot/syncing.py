"""The commands as Discord has them: sent when they changed, for everybody and for the home server."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import aiohttp
import discord
from discord import app_commands

from bot.logs import in_one_line

SYNC_TIMEOUT = 20.0
"""Seconds that a start waits for Discord to take the commands."""

Tree = app_commands.CommandTree[Any]
Memory = dict[str, Any]
"""Fingerprints of the commands that Discord has: by application, and by application/server for the home server's."""

log = logging.getLogger(__name__)


async def sync_if_changed(tree: Tree, file: Path, home: discord.Object | None = None) -> None:
    """Send Discord the commands for everybody and those of `home`, unless `file` remembers that it has them.

    A server that is no longer the home loses the commands that it had as such. A failure is logged and no more: the
    commands that Discord has go on working.
    """
    memory = await asyncio.to_thread(_read, file)
    homes = {*_homes(tree, memory), home} if home else {*_homes(tree, memory)}
    synced = await asyncio.gather(*(_sync(tree, server, memory) for server in (None, *homes)))
    known = {scope: fingerprint for scope, fingerprint in {**memory, **dict(synced)}.items() if fingerprint}
    if known == memory:
        return
    try:
        await asyncio.to_thread(_write, file, known)
    except OSError as error:
        log.warning("The commands will be synced anew at the next start (%s).", in_one_line(error))


async def _sync(tree: Tree, server: discord.Object | None, memory: Memory) -> tuple[str, str | None]:
    """The name of the scope, and the fingerprint of what Discord has there now, None where that is nothing."""
    scope = _scope(tree, server)
    before = memory.get(scope)
    try:
        now = await _fingerprint(tree, server)
        if now != before:
            async with asyncio.timeout(SYNC_TIMEOUT):
                await tree.sync(guild=server)
    except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
        left = isinstance(error, discord.Forbidden | discord.NotFound)
        if left and server and not tree.get_commands(guild=server):
            return scope, None  # the commands left that server together with the bot
        _complain(error, server, before)
        return scope, before
    return scope, now


def _complain(error: Exception, server: discord.Object | None, before: str | None) -> None:
    reason = in_one_line(error)
    if server is None:
        state = "Those of before stay." if before else "Until they are, nobody can ask."
        log.warning("The commands were not synced (%s). %s", reason, state)
    elif isinstance(error, discord.Forbidden):
        log.warning("No commands for editors (%s): invite the bot to server %s and start anew.", reason, server.id)
    else:
        log.warning("The commands for editors were not synced (%s).", reason)


async def _fingerprint(tree: Tree, server: discord.Object | None) -> str | None:
    """What changes when the commands for `server` do, in any language; None where there are none."""
    commands = sorted(tree.get_commands(guild=server), key=lambda command: (command.name, type(command).__name__))
    if not commands:
        return None
    if translator := tree.translator:
        payload = [await command.get_translated_payload(tree, translator) for command in commands]
    else:
        payload = [command.to_dict(tree) for command in commands]
    return sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()


def _scope(tree: Tree, server: discord.Object | None) -> str:
    application = str(tree.client.application_id)
    return f"{application}/{server.id}" if server else application


def _homes(tree: Tree, memory: Memory) -> Iterator[discord.Object]:
    """The servers that have commands of this application for editors."""
    for scope in memory:
        application, _, server = scope.partition("/")
        if application == str(tree.client.application_id) and server.isdecimal():
            yield discord.Object(server)


def _read(file: Path) -> Memory:
    """What `file` holds; nothing where it is missing or damaged, which costs one more sync."""
    try:
        memory = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return memory if isinstance(memory, dict) else {}


def _write(file: Path, memory: Memory) -> None:
    written = file.with_suffix(".tmp")
    written.write_text(json.dumps(memory), encoding="utf-8")
    written.replace(file)

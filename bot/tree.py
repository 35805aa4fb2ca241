"""The slash commands together: synced with Discord when they changed, and the one place for their errors."""

from __future__ import annotations

import asyncio
import json
import logging
import secrets
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
from discord import Interaction, app_commands

from bot.logs import in_one_line
from bot.texts import Texts
from bot.wording import describe
from knowledge import DataError, FactboxError, SettingError

if TYPE_CHECKING:
    from bot.client import Factbox

SYNC_TIMEOUT = 20.0
"""Seconds that a start waits for Discord to take the commands."""

_ANSWERED_BEFORE = 40060
_TOO_LATE = 10062

log = logging.getLogger(__name__)


class Commands(app_commands.CommandTree["Factbox"]):
    """The commands; `say` words their errors."""

    def __init__(self, client: Factbox, say: Texts) -> None:
        super().__init__(client)
        self._say = say

    async def sync_if_changed(self, memory: Path) -> None:
        """Send the commands to Discord unless they are those that `memory` says it has.

        A failure is logged and no more: the commands that Discord has go on working.
        """
        application, fingerprint = str(self.client.application_id), self._fingerprint()
        known = _read(memory)
        if known.get(application) == fingerprint:
            return
        try:
            async with asyncio.timeout(SYNC_TIMEOUT):
                await self.sync()
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            state = "Those of before stay." if application in known else "Until they are, nobody can ask."
            log.warning("The commands were not synced (%s). %s", in_one_line(error), state)
            return
        try:
            _write(memory, {**known, application: fingerprint})
        except OSError as error:
            log.warning("The commands will be synced anew at the next start (%s).", in_one_line(error))

    async def on_error(self, interaction: Interaction[Factbox], error: app_commands.AppCommandError, /) -> None:
        """Tell the person in one line; what only the operator can mend is logged under a reference that they get."""
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        if isinstance(cause, discord.HTTPException) and cause.code in (_TOO_LATE, _ANSWERED_BEFORE):
            return
        if isinstance(cause, FactboxError) and not isinstance(cause, DataError | SettingError):
            line = describe(cause, self._say)
        else:
            reference = secrets.token_hex(3)
            line = self._say("reply-failed", reference=reference)
            log.error("%s: /%s failed", reference, _name(interaction), exc_info=cause)
        try:
            await _tell(interaction, line)
        except discord.HTTPException as failure:
            log.warning("The person could not be told: %s", in_one_line(failure))

    def _fingerprint(self) -> str:
        payload = sorted((command.to_dict(self) for command in self.get_commands()), key=lambda one: str(one["name"]))
        return sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()


async def _tell(interaction: Interaction[Factbox], line: str) -> None:
    if interaction.response.is_done():
        await interaction.followup.send(line, ephemeral=True)
    else:
        await interaction.response.send_message(line, ephemeral=True)


def _name(interaction: Interaction[Factbox]) -> str:
    return interaction.command.qualified_name if interaction.command else "unknown"


def _read(memory: Path) -> dict[str, Any]:
    """What `memory` holds; nothing where it is missing or damaged, which costs one more sync."""
    try:
        known = json.loads(memory.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _write(memory: Path, known: dict[str, Any]) -> None:
    written = memory.with_suffix(".tmp")
    written.write_text(json.dumps(known), encoding="utf-8")
    written.replace(memory)

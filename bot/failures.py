"""The one place for what goes wrong while somebody waits: a line for the person, the rest for the log."""

from __future__ import annotations

import logging
import secrets
from contextlib import suppress
from typing import Any

import discord
from discord import Interaction, app_commands

from bot.logs import in_one_line
from bot.texts import Texts, language_of, texts_in
from bot.wording import describe
from knowledge import DataError, FactboxError, SettingError

_ANSWERED_BEFORE = 40060
_TOO_LATE = 10062

log = logging.getLogger(__name__)


async def tell_failure(interaction: Interaction[Any], error: Exception, what: str) -> None:
    """Tell the person in one line, privately, what they can mend.

    What only the operator can mend is logged, as a failure of `what`, under a reference that the person gets. An answer
    that came too late, or that Discord has already, is no failure.
    """
    cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
    if isinstance(cause, discord.HTTPException) and cause.code in (_TOO_LATE, _ANSWERED_BEFORE):
        return
    try:
        await _tell(interaction, _line(cause, what, texts_in(language_of(interaction.locale.value) or "en")))
    except discord.HTTPException as failure:
        log.warning("The person could not be told: %s", in_one_line(failure))


def _line(cause: Exception, what: str, say: Texts) -> str:
    if isinstance(cause, FactboxError) and not isinstance(cause, DataError | SettingError):
        return describe(cause, say)
    reference = secrets.token_hex(3)
    log.error("%s: %s failed", reference, what, exc_info=cause)
    return say("reply-failed", reference=reference)


async def _tell(interaction: Interaction[Any], line: str) -> None:
    if not interaction.response.is_done():
        await interaction.response.send_message(line, ephemeral=True)
        return
    if interaction.response.type is discord.InteractionResponseType.deferred_channel_message:
        # An answer was promised to all, and only one person should see that there is none: "is thinking" goes away.
        with suppress(discord.HTTPException):
            await interaction.delete_original_response()
    await interaction.followup.send(line, ephemeral=True)

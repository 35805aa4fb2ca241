"""The one place for what goes wrong while somebody waits: a line for the person, the rest for the log."""

from __future__ import annotations

import logging
import secrets
from typing import Any

import discord
from discord import Interaction, app_commands

from bot.audience import audience_of
from bot.logs import in_one_line
from bot.promises import say_privately
from bot.services import services_of
from bot.texts import Texts
from bot.wording import describe
from knowledge import DataError, FactboxError, SettingError

_ANSWERED_BEFORE = 40060
_TOO_LATE = 10062

log = logging.getLogger(__name__)


async def tell_failure(interaction: Interaction[Any], error: Exception, what: str) -> None:
    """Tell the person in one line, privately, what they can mend.

    What only the operator can mend is logged, as a failure of `what`, under a reference that the person gets; where it
    isn't known what that is, the index is looked at. An answer that came too late, or that Discord has already, is no
    failure.
    """
    cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
    if isinstance(cause, discord.HTTPException) and cause.code in (_TOO_LATE, _ANSWERED_BEFORE):
        return
    if not isinstance(cause, FactboxError | discord.DiscordException):
        services_of(interaction).mending.soon()
    try:
        await say_privately(interaction, _line(cause, what, audience_of(interaction, private=True).say))
    except discord.HTTPException as failure:
        log.warning("The person could not be told: %s", in_one_line(failure))


def _line(cause: Exception, what: str, say: Texts) -> str:
    if isinstance(cause, FactboxError) and not isinstance(cause, DataError | SettingError):
        return describe(cause, say)
    reference = secrets.token_hex(3)
    log.error("%s: %s failed", reference, what, exc_info=cause)
    return say("reply-failed", reference=reference)

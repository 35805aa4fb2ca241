"""`/ask`: the best facts for a question."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from discord import Interaction, app_commands

from bot import limits
from bot.replies import answer_view
from bot.texts import Texts
from knowledge import Answer, Coverage


def ask_command(coverage: Coverage, say: Texts) -> app_commands.Command[Any, ..., None]:
    """The command, answering from `coverage`."""

    @app_commands.command(name="ask", description=say("command-ask"))
    @app_commands.describe(question=say("command-ask-question"))
    async def ask(interaction: Interaction, question: app_commands.Range[str, 1, limits.QUESTION]) -> None:
        answer = await _in_time(interaction, lambda: coverage.ask(question, limit=limits.FACTS))
        view = answer_view(answer, say)
        if interaction.response.is_done():
            await interaction.edit_original_response(view=view)
        else:
            await interaction.response.send_message(view=view)

    return ask


async def _in_time(interaction: Interaction, find: Callable[[], Answer]) -> Answer:
    """What `find` gives, off the event loop; where that takes long, Discord is told that an answer will follow."""
    finding = asyncio.create_task(asyncio.to_thread(find))
    await asyncio.wait({finding}, timeout=limits.DEFER_AFTER)
    if not finding.done():
        await interaction.response.defer(thinking=True)
    return await finding

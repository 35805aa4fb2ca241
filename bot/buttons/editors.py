"""The selects below the lists of `/editors`: what is chosen there is done with, and leaves the list."""

from __future__ import annotations

import asyncio
import re
from typing import Any, Self

from discord import Interaction, ui

from bot.audience import audience_of
from bot.buttons.guarding import guarded, values_of
from bot.editors import check_editor
from bot.replies.editors import PREFIX, key_of, reports_blocks, unanswered_blocks
from bot.replies.reply import Block, view_of
from bot.services import services_of
from bot.texts import Texts
from knowledge import Coverage
from knowledge.browsing.likeness import grouped
from knowledge.storage.feedback import MOST_ROWS


class EditorSelect(ui.DynamicItem[ui.Item[Any]], template=rf"{PREFIX}:(?P<list>unanswered|wrong)"):
    """Either select, as it comes back from Discord."""

    def __init__(self, select: ui.Item[Any], name: str) -> None:
        super().__init__(select)
        self._name = name

    @classmethod
    async def from_custom_id(cls, interaction: Interaction[Any], item: ui.Item[Any], match: re.Match[str], /) -> Self:  # noqa: ARG003
        """The select in which something was chosen."""
        return cls(item, match["list"])

    async def callback(self, interaction: Interaction[Any]) -> None:
        """Take off what was chosen, and show the list as it is now."""
        await guarded(interaction, f"the list {self._name!r}", lambda: self._settle(interaction))

    async def _settle(self, interaction: Interaction[Any]) -> None:
        check_editor(interaction)
        say, coverage = audience_of(interaction, private=True).say, services_of(interaction).coverage
        settle = _settle_questions if self._name == "unanswered" else _settle_reports
        blocks = await asyncio.to_thread(settle, coverage, frozenset(values_of(interaction)), say)
        await interaction.response.edit_message(view=view_of(blocks))


def _settle_questions(coverage: Coverage, chosen: frozenset[str], say: Texts) -> list[Block]:
    """Take off all wordings of the groups that were chosen, by whichever of them stood for a group then."""
    for group in grouped(coverage.feedback.list_unanswered(MOST_ROWS)):
        if not chosen.isdisjoint(map(key_of, group.wordings)):
            coverage.feedback.clear_unanswered(*group.wordings)
    return unanswered_blocks(coverage, say)


def _settle_reports(coverage: Coverage, chosen: frozenset[str], say: Texts) -> list[Block]:
    for number in chosen:
        coverage.feedback.settle(int(number))
    return reports_blocks(coverage, say)

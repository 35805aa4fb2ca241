"""From the id of a button to what it does."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Self

from discord import Interaction, ui

from bot.buttons.dismiss import dismiss
from bot.buttons.further import context, more, try_it
from bot.buttons.guarding import guarded
from bot.buttons.row import PREFIX
from bot.buttons.share import share
from bot.buttons.wrong import wrong
from bot.wording import RefusalError

Action = Callable[[Interaction[Any], str], Awaitable[None]]
"""What a button does, given the number of its lookup."""

ACTIONS: Mapping[str, Action] = {
    "more": more,
    "context": context,
    "share": share,
    "wrong": wrong,
    "dismiss": dismiss,
    "try": try_it,
}


class LookupButton(
    ui.DynamicItem[ui.Button[Any]], template=rf"{PREFIX}:(?P<action>[a-z]{{1,20}}):(?P<number>[\w-]{{1,40}})"
):
    """Any button below a reply, as it comes back from Discord."""

    def __init__(self, button: ui.Button[Any], action: str, number: str) -> None:
        super().__init__(button)
        self._action = action
        self._number = number

    @classmethod
    async def from_custom_id(cls, interaction: Interaction[Any], item: ui.Item[Any], match: re.Match[str], /) -> Self:  # noqa: ARG003
        """The button that was pressed."""
        assert isinstance(item, ui.Button)  # noqa: S101 - nothing else is ever given such an id
        return cls(item, match["action"], match["number"])

    async def callback(self, interaction: Interaction[Any]) -> None:
        """Do what the button says."""
        await guarded(interaction, f"the button {self._action!r}", lambda: self._act(interaction))

    async def _act(self, interaction: Interaction[Any]) -> None:
        if self._action not in ACTIONS:
            raise RefusalError("refused-too-old")
        await ACTIONS[self._action](interaction, self._number)

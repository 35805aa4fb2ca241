"""From the id of a button to what it does."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Self

from discord import Interaction, ui

from bot.buttons.dismiss import dismiss
from bot.buttons.further import context, more
from bot.buttons.row import PREFIX
from bot.buttons.share import share
from bot.buttons.wrong import wrong
from bot.failures import tell_failure
from bot.services import work_of
from bot.wording import RefusalError

Action = Callable[[Interaction[Any], str], Awaitable[None]]
"""What a button does, given the number of its lookup."""

ACTIONS: Mapping[str, Action] = {
    "more": more,
    "context": context,
    "share": share,
    "wrong": wrong,
    "dismiss": dismiss,
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

    async def interaction_check(self, interaction: Interaction[Any]) -> bool:
        """Begin nothing once the bot is ending."""
        return await work_of(interaction).takes(interaction)

    async def callback(self, interaction: Interaction[Any]) -> None:
        """Do what the button says, and tell whoever pressed it where that fails."""
        try:
            if self._action not in ACTIONS:
                raise RefusalError("refused-too-old")
            await ACTIONS[self._action](interaction, self._number)
        except Exception as error:  # noqa: BLE001 - discord.py would only log it
            await tell_failure(interaction, error, f"the button {self._action!r}")

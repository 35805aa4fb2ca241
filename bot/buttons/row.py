"""Which buttons a reply gets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from discord import ui

from bot import limits
from bot.markdown import cut
from bot.memory.lookups import Lookup
from bot.replies.reply import Try
from bot.texts import Texts

Button = ui.Button[Any]

PREFIX = "factbox"


def buttons_of(lookup: Lookup, number: str, say: Texts, *, more: bool, private: bool, alone: bool) -> list[Button]:
    """The buttons of a reply whose lookup is kept as `number`.

    `more` says that there are further results, `private` that one person sees the reply, and `alone` that this person
    and the bot are the only ones in the channel.
    """
    return [
        ui.Button(label=say(f"button-{action}"), custom_id=f"{PREFIX}:{action}:{number}")
        for action in _actions(lookup, more=more, private=private, alone=alone)
    ]


def buttons_to_try(tries: Iterable[Try], keep: Callable[[Lookup], str]) -> list[Button]:
    """A button for each lookup that is offered; `keep` keeps one and gives its number."""
    return [
        ui.Button(label=cut(one.label, limits.BUTTON_LABEL), custom_id=f"{PREFIX}:try:{keep(one.lookup)}")
        for one in tries
    ]


def _actions(lookup: Lookup, *, more: bool, private: bool, alone: bool) -> Iterator[str]:
    if more:
        yield "more"
    if lookup.shown and lookup.kind != "context":
        yield "context"
    if private and not alone:
        yield "share"
    if lookup.shown and lookup.kind != "context":
        yield "wrong"
    if not private and not alone:
        yield "dismiss"

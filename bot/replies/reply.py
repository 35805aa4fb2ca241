"""A reply before it is a message."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from discord import ui

from bot.memory.lookups import Lookup
from bot.memory.places import Place

Block = ui.Item[Any]


def view_of(blocks: Iterable[Block], *rows: Sequence[ui.Button[Any]]) -> ui.LayoutView:
    """The message of the blocks, with those rows of buttons below that aren't empty."""
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.Container(*blocks))
    for buttons in filter(None, rows):
        view.add_item(ui.ActionRow(*buttons))
    view.stop()  # whatever comes back from it is known by its id alone, so the view need not be kept
    return view


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a reply, in which a block shows `attachment://NAME`; `description` is read to who can't see it."""

    name: str
    png: bytes
    description: str


@dataclass(frozen=True, slots=True)
class Try:
    """Another lookup that may be wanted, offered as a button called `label`."""

    label: str
    lookup: Lookup


@dataclass(frozen=True, slots=True)
class Reply:
    """What was found, in components.

    `shown` are the sentences in it, in order; `more` says that there are further results. `found` is False where the
    coverage does not say, and `empty` True where there was nothing to look for, so that there is nothing to share.
    `tries` stand below the blocks, at most five. `words` are what its buttons know instead of those looked up, such as
    the id of the article that was found; empty for the same.
    """

    blocks: tuple[Block, ...]
    shown: tuple[Place, ...] = ()
    more: bool = False
    found: bool = True
    empty: bool = False
    picture: Picture | None = None
    tries: tuple[Try, ...] = ()
    words: str = ""

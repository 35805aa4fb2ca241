"""What a person sees of a reply in a simulated Discord."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import simcord

from tests.bot.discord_rules.component_rules import LINK
from tests.bot.discord_rules.components import SELECTS, Kind, parts
from tests.bot.discord_rules.problems import Payload


def shown(result: simcord.InteractionResult) -> str:
    """All text of a reply, and the addresses of its buttons."""
    return text_of(components_of(result))


def text_of(components: Sequence[Payload]) -> str:
    """All text of components, and the addresses of the buttons among them."""
    return "\n".join(part[key] for part in walk(components) for key in ("content", "url") if key in part)


def labels(result: simcord.InteractionResult) -> list[str]:
    """The labels of the buttons of a reply that open no link."""
    found = walk(components_of(result))
    return [part["label"] for part in found if part["type"] == Kind.BUTTON and part["style"] != LINK]


def selects(result: simcord.InteractionResult) -> list[Payload]:
    """The selects of a reply."""
    return [part for part in walk(components_of(result)) if part["type"] in SELECTS]


def pictures(result: simcord.InteractionResult) -> list[str]:
    """The alternative texts of the pictures in a reply."""
    return descriptions(components_of(result))


def descriptions(components: Sequence[Payload]) -> list[str]:
    """The alternative texts of the pictures in components."""
    return [item["description"] for part in walk(components) if part["type"] == Kind.GALLERY for item in part["items"]]


def walk(components: Sequence[Payload]) -> Iterator[Payload]:
    """All components, the nested too, as they are read."""
    return (part.data for part in parts(components))


def components_of(result: simcord.InteractionResult) -> Sequence[Payload]:
    """The components of the message that a reply is."""
    assert result.response is not None
    return result.response.components

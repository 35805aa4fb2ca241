"""What a person sees of a reply in a simulated Discord."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import simcord

BUTTON, LINK = 2, 5


def shown(result: simcord.InteractionResult) -> str:
    """All text of a reply, and the addresses of its buttons."""
    assert result.response is not None
    return text_of(result.response.components)


def text_of(components: list[dict[str, Any]]) -> str:
    """All text of components, and the addresses of the buttons among them."""
    return "\n".join(part[key] for part in walk(components) for key in ("content", "url") if key in part)


def walk(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """All components, the nested too, as they are read."""
    for component in components:
        yield component
        yield from walk(component.get("components", []))
        yield from walk([component["accessory"]] if "accessory" in component else [])


def labels(result: simcord.InteractionResult) -> list[str]:
    """The labels of the buttons of a reply that open no link."""
    assert result.response is not None
    parts = walk(result.response.components)
    return [part["label"] for part in parts if part["type"] == BUTTON and part["style"] != LINK]

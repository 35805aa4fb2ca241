"""People in simcord whose Discord is not in American English."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import simcord.interactions

Locales = dict[int, str]
"""The locale of each person's Discord, by the person's id."""


@contextmanager
def speaking() -> Iterator[Locales]:
    """Let interactions come with the locales that are put into what this gives; simcord itself has but one."""
    locales: Locales = {}
    original = simcord.interactions.base_payload

    def payload_of(*args: Any, user_id: int, **rest: Any) -> tuple[Any, dict[str, Any]]:  # noqa: ANN401
        record, payload = original(*args, user_id=user_id, **rest)
        return record, payload | {"locale": locales.get(user_id, payload["locale"])}

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(simcord.interactions, "base_payload", payload_of)
        yield locales

"""Settings, from the environment and a .env file in the working directory; the environment wins."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from dotenv import dotenv_values
from platformdirs import user_data_path

from knowledge import SettingError


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator may set. Each field stands in `.env.example` with a comment."""

    data: Path
    token: str | None = field(default=None, repr=False)
    threshold: float | None = None
    """Strength from which an answer is given, 0..1; None: the coverage's own default."""

    @classmethod
    def load(cls, environment: Mapping[str, str] | None = None, dotenv: Path = Path(".env")) -> Self:
        """Read the settings. Raises SettingError for a value that can't be used."""
        values = {**dotenv_values(dotenv, interpolate=False), **(os.environ if environment is None else environment)}
        present = {name: value.strip() for name, value in values.items() if value and value.strip()}
        return cls(
            data=Path(present["FACTBOX_DATA"]).expanduser() if "FACTBOX_DATA" in present else user_data_path("factbox"),
            token=present.get("DISCORD_TOKEN"),
            threshold=_fraction("FACTBOX_THRESHOLD", present.get("FACTBOX_THRESHOLD")),
        )


def _fraction(name: str, value: str | None) -> float | None:
    if value is None:
        return None
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise SettingError(name, "a number from 0 to 1")
    return number

"""Settings, from the environment and a .env file in the working directory; the environment wins."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from ipaddress import ip_network
from pathlib import Path
from typing import Self

from dotenv import dotenv_values
from platformdirs import user_data_path

from knowledge import SettingError
from knowledge.fetching.guard import Network

Lookup = Callable[[str], str | None]
"""Gives the value of a setting by its name, None where it is not set."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator may set. Each setting stands in `.env.example` with a comment."""

    data: Path
    token: str | None = field(default=None, repr=False)
    threshold: float | None = None
    """Strength from which an answer is given, 0..1; None: the coverage's own default."""
    home: int | None = None
    """The id of the server where editors work; None: nowhere."""
    editors: frozenset[int] = frozenset()
    """The ids of people who are editors besides the application's owner and team."""
    networks: tuple[Network, ...] = ()
    """Networks that aren't public and may be fetched from all the same."""
    proxied: bool = False
    """Whether the proxy that the environment names fetches."""
    contact: str | None = None
    """What sites are told of who fetches, besides the program's name."""
    seeds: bool = True
    """Whether a new data directory starts with the seed articles; an option of the command line alone."""

    @classmethod
    def load(cls, environment: Mapping[str, str] | None = None, dotenv: Path = Path(".env")) -> Self:
        """Read the settings. Raises SettingError for a value that can't be used."""
        look_up = _lookup(os.environ if environment is None else environment, dotenv)
        data = look_up("FACTBOX_DATA")
        return cls(
            data=_path("FACTBOX_DATA", data) if data else user_data_path("factbox"),
            token=look_up("DISCORD_TOKEN"),
            threshold=_fraction("FACTBOX_THRESHOLD", look_up),
            home=_id("FACTBOX_HOME", look_up),
            editors=frozenset(_ids("FACTBOX_EDITORS", look_up)),
            networks=_networks("FACTBOX_NETWORKS", look_up),
            proxied=_is_on("FACTBOX_PROXY", look_up),
            contact=_contact("FACTBOX_CONTACT", look_up),
        )


def _lookup(environment: Mapping[str, str], dotenv: Path) -> Lookup:
    written = _read(dotenv)

    def look_up(name: str) -> str | None:
        value = environment.get(name, written.get(name))
        return (value or "").strip() or None

    return look_up


def _read(dotenv: Path) -> Mapping[str, str | None]:
    if not dotenv.is_file():
        return {}
    try:
        return dotenv_values(dotenv, interpolate=False)
    except (OSError, UnicodeDecodeError):
        raise SettingError(str(dotenv), "a text file in UTF-8 that this user may read") from None


def _path(name: str, value: str) -> Path:
    try:
        return Path(value).expanduser()
    except RuntimeError:
        raise SettingError(name, "the path of a directory, without the name of a user who isn't there") from None


def _fraction(name: str, look_up: Lookup) -> float | None:
    value = look_up(name)
    if value is None:
        return None
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise SettingError(name, "a number from 0 to 1")
    return number


def _id(name: str, look_up: Lookup) -> int | None:
    numbers = _ids(name, look_up)
    if len(numbers) > 1:
        raise SettingError(name, "one id, a number such as 1098765432101234567")
    return numbers[0] if numbers else None


def _ids(name: str, look_up: Lookup) -> list[int]:
    """Discord's ids, each of at most 20 digits, with commas or spaces between them."""
    words = (look_up(name) or "").replace(",", " ").split()
    if not all(word.isascii() and word.isdigit() and 0 < int(word[:21]) < 2**64 for word in words):
        raise SettingError(name, "ids, numbers such as 1098765432101234567 with commas between them")
    return [int(word) for word in words]


def _networks(name: str, look_up: Lookup) -> tuple[Network, ...]:
    try:
        return tuple(map(ip_network, (look_up(name) or "").replace(",", " ").split()))
    except ValueError:
        raise SettingError(name, "networks such as 192.168.7.0/24 or fd12::/64 with commas between them") from None


def _is_on(name: str, look_up: Lookup) -> bool:
    value = look_up(name) or "0"
    if value not in ("0", "1"):
        raise SettingError(name, "1 or 0")
    return value == "1"


def _contact(name: str, look_up: Lookup) -> str | None:
    """What may stand in a comment of a User-Agent (RFC 9110, 5.6.5)."""
    value = look_up(name)
    if value and not re.fullmatch(r"[!-'*-\[\]-~]{1,200}", value):
        raise SettingError(name, "an address such as https://example.org/factbox, without spaces or brackets")
    return value

"""A site's robots.txt, read as RFC 9309 says: wildcards, and the longest rule counts.

The standard library's parser has neither. Protego has both, but gives every rule of a group to every program named in
it: half a megabyte can keep it busy for minutes.
"""

from __future__ import annotations

import re
import string
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import quote

from knowledge.fetching.addresses import KEPT

PRODUCT = "Factbox"
"""The name by which robots.txt calls this program."""
ANYBODY = "*"
TOKEN = re.compile(r"[a-z_-]+|\*", re.IGNORECASE)
ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
UNRESERVED = frozenset(string.ascii_letters + string.digits + "-._~")


@dataclass(slots=True)
class Rules:
    """What a site asks of a program."""

    paths: list[tuple[str, bool]] = field(default_factory=list)
    """Patterns of paths, and whether what matches one is allowed."""
    delay: float = 0.0
    """Seconds that it wants between two requests, after a usage older than the standard."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """The rules for this program, or else those for any."""
        groups: dict[str, Self] = {}
        current: set[str] = set()
        naming = False
        for line in text.splitlines():
            key, _, value = (part.strip() for part in line.partition("#")[0].partition(":"))
            match key.lower():
                case "user-agent":
                    current = _named(value) | (current if naming else set())
                    groups |= {name: cls() for name in current - groups.keys()}
                    naming = True
                case "allow" | "disallow" | "crawl-delay" as kind:
                    naming = False
                    for name in current:
                        groups[name]._add(kind, value)
        return groups.get(PRODUCT.lower()) or groups.get(ANYBODY) or cls()

    def allow(self, target: str) -> bool:
        """Whether a path with its query may be fetched: as the longest rule says, in doubt yes."""
        plain = _plain(target)
        return max(((len(path), allowed) for path, allowed in self.paths if _matches(path, plain)), default=(0, True))[
            1
        ]

    def _add(self, kind: str, value: str) -> None:
        if kind != "crawl-delay":
            self.paths += [(_plain(value), kind == "allow")] if value else []
        elif value[:20].replace(".", "", 1).isdecimal():
            self.delay = float(value[:20])


def _named(agent: str) -> set[str]:
    """Which of those that we look for a line "User-agent" names."""
    token = TOKEN.match(agent)
    return {token[0].lower()} & {PRODUCT.lower(), ANYBODY} if token else set()


def _plain(path: str) -> str:
    """The path with only what must be escaped so, in one way."""
    return ESCAPE.sub(_unescaped, quote(path, KEPT))


def _unescaped(escape: re.Match[str]) -> str:
    character = chr(int(escape[1], 16))
    return character if character in UNRESERVED else escape[0].upper()


def _matches(pattern: str, path: str) -> bool:
    """Whether a path begins as the pattern has it, in which * is anything and a $ at the end is the end."""
    anchored = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    last = others.pop() if anchored and others else None
    place = len(first)
    for part in others:
        place = path.find(part, place)
        if place < 0:
            return False
        place += len(part)
    if last is not None:
        return len(path) - len(last) >= place and path.endswith(last)
    return not anchored or place == len(path)

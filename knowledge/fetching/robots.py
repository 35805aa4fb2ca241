"""What sites ask of programs in robots.txt (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from knowledge.fetching.addresses import Address
from knowledge.fetching.refusal import Refusal
from knowledge.fetching.rules import Rules

LIMIT = 500_000
"""Bytes of a robots.txt that count."""
KEPT = 3_600.0
"""Seconds for which what a site asks is remembered."""
KEPT_FAILURE = 300.0
"""Seconds after which a robots.txt that couldn't be read is asked for again."""
MANY = 1_000
"""Sites that are remembered."""


@dataclass(frozen=True, slots=True)
class _Remembered:
    until: float
    rules: Rules
    failure: Refusal | None = None


class Robots:
    """Asks sites what may be fetched, each once an hour."""

    def __init__(self, read: Callable[[Address], bytes], clock: Callable[[], float]) -> None:
        """`read` fetches a robots.txt or raises Refusal."""
        self._read = read
        self._clock = clock
        self._sites: dict[tuple[str, str, int], _Remembered] = {}

    def delay(self, address: Address) -> float:
        """Seconds that the site wants between two requests.

        Raises Refusal where it doesn't want this address fetched, and, to be tried again later, where what it wants
        can't be known just now.
        """
        site = self._site(address)
        if site.failure:
            raise replace(site.failure)  # one that is raised again and again gathers traces
        if not site.rules.allow(address.target):
            raise Refusal("robots")
        return site.rules.delay

    def _site(self, address: Address) -> _Remembered:
        key = (address.scheme, address.host, address.port)
        site = self._sites.get(key)
        if site is None or site.until <= self._clock():
            if len(self._sites) >= MANY:
                self._sites = {}
            site = self._sites[key] = self._asked(address)
        return site

    def _asked(self, address: Address) -> _Remembered:
        try:
            text = self._read(address.at("/robots.txt")).decode("utf-8-sig", "replace")
        except Refusal as refusal:
            if _none_is_there(refusal):
                return _Remembered(self._clock() + KEPT, Rules())
            failure = Refusal("busy", refusal.status) if refusal.status else refusal
            return _Remembered(self._clock() + KEPT_FAILURE, Rules(), failure)
        return _Remembered(self._clock() + KEPT, Rules.parse(text))


def _none_is_there(refusal: Refusal) -> bool:
    """Whether the site has no robots.txt, and so allows all (RFC 9309, 2.3.1.2 and 2.3.1.3).

    Too many requests (429) says nothing about that, though it is of the same hundred.
    """
    gone = refusal.status is not None and 400 <= refusal.status < 500 and refusal.status != 429
    return gone or refusal.problem == "redirects"

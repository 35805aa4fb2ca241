"""Addresses as people and sites write them, taken apart for a request."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv6Address
from typing import Self
from urllib.parse import SplitResult, quote, urljoin, urlsplit

import idna

from knowledge.fetching.refusal import Refusal

LONGEST = 4_000
"""Characters that an address may have."""
PORTS = {"http": 80, "https": 443}
LONGEST_HOST = 253
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
HOST = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
BRACKETED = re.compile(r"\[[0-9A-Fa-f:.]+\](?::\d*)?")
KEPT = "!#$%&'()*+,/:;=?@[]~"
"""Characters of a path or a query that mean something as they are, with the percent sign of what is quoted already."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a request goes: the scheme, the host in ASCII, the port, and the path with its query, quoted.

    Any port will do. Only public addresses are connected to, and nothing of what is sent is in the hands of who gave
    the address but its host and a path without spaces or control characters: no other protocol's commands.
    """

    scheme: str
    host: str
    port: int
    target: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an address. Raises Refusal for one that isn't http or https, or has a user name or a password."""
        text = text.strip(" ")
        if len(text) > LONGEST or CONTROL.search(text):
            raise Refusal("address")
        try:
            parts = urlsplit(text)
            scheme, host = parts.scheme, _host(parts)
            port = PORTS[scheme] if parts.port is None else parts.port
            target = quote(parts.path or "/", KEPT) + (f"?{quote(parts.query, KEPT)}" if parts.query else "")
        except (ValueError, KeyError):  # a host that idna can't encode is a ValueError too
            raise Refusal("address") from None
        if port == 0:
            raise Refusal("address")
        if "@" in parts.netloc:
            raise Refusal("credentials")
        return cls(scheme, host, port, target)

    def joined(self, location: str) -> Address:
        """Where a redirect from here leads."""
        try:
            return Address.parse(urljoin(str(self), location))
        except ValueError:
            raise Refusal("address") from None

    def at(self, target: str) -> Address:
        """Another path of the same site."""
        return Address(self.scheme, self.host, self.port, target)

    @property
    def authority(self) -> str:
        """The host, with its port unless that is the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}{self.target}"


def _host(parts: SplitResult) -> str:
    """The host in ASCII. Raises ValueError for what can't be one, a zone ("fe80::1%eth0") included."""
    host = (parts.hostname or "").removesuffix(".")
    if "[" in parts.netloc:
        if not BRACKETED.fullmatch(parts.netloc.rpartition("@")[2]):
            raise ValueError(parts.netloc)
        return str(IPv6Address(host))
    if not host.isascii() and len(host) <= LONGEST_HOST:
        host = idna.encode(host, uts46=True).decode("ascii")
    if len(host) > LONGEST_HOST or not HOST.fullmatch(host):
        raise ValueError(host)
    return host

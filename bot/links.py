"""Addresses that Discord takes as the target of a button."""

from __future__ import annotations

import re
import string
from functools import lru_cache
from urllib.parse import quote, urlsplit

from bot import limits

_LONGEST = 8_000
"""Characters of an address that is looked at at all; no browser takes more."""
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]", re.IGNORECASE)


def first_linkable(*addresses: str | None) -> str | None:
    """The first of `addresses` that a button may open, in ASCII; None if none may."""
    short = (address for address in addresses if address and len(address) <= _LONGEST)
    return next((linked for address in short if (linked := _linkable(address))), None)


@lru_cache(maxsize=1_000)  # the same few articles answer again and again
def _linkable(address: str) -> str | None:
    """`address` in ASCII, if it is one of the public web and short enough.

    Discord refuses a whole message for one address that it can't read, so the doubtful ones are left out, and those
    with a user name too: `https://thehindu.com@example.org` is not where it seems to lead.
    """
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = "" if parts.port is None else f":{parts.port}"
        linked = quote(parts._replace(netloc=host + port).geturl(), safe=string.punctuation)
    except ValueError:  # UnicodeError is one
        return None
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or not _HOST.fullmatch(host):
        return None
    return linked if len(linked) <= limits.BUTTON_URL else None

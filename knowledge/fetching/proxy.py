"""The proxy that the environment names."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from knowledge.errors import SettingError
from knowledge.fetching.addresses import Address


@dataclass(frozen=True, slots=True)
class Proxy:
    """An HTTP proxy, and who we are to it."""

    address: str
    account: tuple[str, str] | None = field(default=None, repr=False)


def proxy_for(address: Address) -> Proxy | None:
    """The proxy that is set for this address. Raises SettingError for one that isn't an HTTP proxy."""
    set_for = getproxies()
    written = set_for.get(address.scheme) or set_for.get("all")
    if not written or proxy_bypass(address.host):
        return None
    try:
        parts = urlsplit(written if "://" in written else f"http://{written}")
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        name = f"{address.scheme}_proxy".upper()
        raise SettingError(name, "the address of an HTTP proxy, such as http://proxy:3128") from None
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    account = None if parts.username is None else (unquote(parts.username), unquote(parts.password or ""))
    return Proxy(f"{parts.scheme}://{host}:{port}", account)

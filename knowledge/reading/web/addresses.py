"""Web addresses in one form, so that an article's address is the same however one came to it."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

_DEFAULT_PORTS = {"http": 80, "https": 443}
_TRACKING_PREFIXES = ("utm_", "pk_", "mtm_", "piwik_", "matomo_", "at_medium", "at_campaign", "hsa_")
_TRACKING = frozenset(
    {
        *("fbclid", "gclid", "gclsrc", "gbraid", "wbraid", "dclid", "msclkid", "yclid", "ysclid", "twclid", "ttclid"),
        *(
            "igshid",
            "igsh",
            "li_fat_id",
            "mc_cid",
            "mc_eid",
            "mkt_tok",
            "_hsenc",
            "_hsmi",
            "__hstc",
            "__hssc",
            "__hsfp",
        ),
        *("vero_id", "vero_conv", "oly_anon_id", "oly_enc_id", "rb_clickid", "s_cid", "wickedid", "_openstat", "epik"),
        *("ns_mchannel", "ns_source", "ns_campaign", "ns_linkname", "ns_fee", "guccounter", "guce_referrer"),
        *("guce_referrer_sig",),
    }
)
_SAFE_HOST = re.compile(r"[\w.-]+|\[[0-9A-Fa-f:.]+\]")


def canonical_address(address: str) -> str:
    """`address` in the form in which it is stored; one that isn't http or https, or that is damaged, as it is.

    Scheme and host are in lower case, the host in the form of the DNS (punycode); the scheme's own port, the fragment
    and parameters that only tell where a reader came from are left out. Path and all other parameters stay to the
    letter and in their order, since sites do tell articles apart by case, a slash at the end or `index.html`. A
    fragment that starts with `!` goes too: pages that needed it are long gone, and a server never sees it.

    The parameters are those that the ClearURLs rules (https://docs.clearurls.xyz) remove on every site, without the
    ones that some site uses for its own ends, such as `ref`, `source`, `from` and `id`.
    """
    parts = _split(address.strip())
    if parts is None:
        return address
    query = "&".join(part for part in parts.query.split("&") if not _is_tracking(part))
    return f"{parts.scheme}://{_place(parts)}{parts.path or '/'}{'?' + query if query else ''}".rstrip()


def address_key(address: str) -> str:
    """What two addresses of one page have in common: compare by it, and never open it.

    It is the canonical address without scheme, `www.` and slashes at the end of the path: sites serve http and https,
    and both names, alike. `m.` and `amp.` stay, since what stands there may differ; their `rel=canonical` tells.
    """
    parts = _split(canonical_address(address))
    if parts is None:
        return address
    path = parts.path.rstrip("/")
    return f"{_place(parts).removeprefix('www.')}{path}{'?' + parts.query if parts.query else ''}"


def host_of(address: str) -> str:
    """The host of an address without `www.`, an empty string where it has none."""
    parts = _split(address)
    return (_ascii_host(parts) or "").removeprefix("www.") if parts else ""


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are on one site: on one host, or one on a part of the other's, such as `m.` or `amp.`."""
    hosts = [re.sub(r"^(?:m|amp|mobile)\.", "", host_of(address)) for address in (one, other)]
    return all(hosts) and (
        hosts[0] == hosts[1] or hosts[0].endswith("." + hosts[1]) or hosts[1].endswith("." + hosts[0])
    )


def _split(address: str) -> SplitResult | None:
    try:
        parts = urlsplit(address)
        port_is_number = parts.port is None or parts.port >= 0
    except ValueError:
        return None
    if not port_is_number or parts.scheme not in _DEFAULT_PORTS or _ascii_host(parts) is None:
        return None
    return parts


def _ascii_host(parts: SplitResult) -> str | None:
    host = (parts.hostname or "").rstrip(".")
    if ":" in host:
        host = f"[{host}]"
    if not host.isascii():
        from idna import IDNAError, encode  # tables that few addresses need

        try:
            host = encode(host, uts46=True).decode("ascii")
        except IDNAError:
            return None
    return host if _SAFE_HOST.fullmatch(host) else None


def _place(parts: SplitResult) -> str:
    """The host, with the port where it isn't the scheme's own; never a name or password of a user."""
    port = "" if parts.port in (None, _DEFAULT_PORTS[parts.scheme]) else f":{parts.port}"
    return f"{_ascii_host(parts)}{port}"


def _is_tracking(parameter: str) -> bool:
    name = parameter.partition("=")[0].lower()
    return name in _TRACKING or name.startswith(_TRACKING_PREFIXES)

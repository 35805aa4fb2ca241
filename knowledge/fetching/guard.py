"""Which addresses may be connected to: public ones, and those of networks that an operator allows on purpose."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from knowledge.fetching.refusal import Refusal

IPAddress = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
Resolver = Callable[[str, int], Sequence[str]]
"""Gives the numeric addresses of a host. Raises OSError where it has none."""

ANYWHERE: tuple[Network, ...] = (ip_network("0.0.0.0/0"), ip_network("::/0"))

GLOBAL_UNICAST = IPv6Network("2000::/3")
NAT64 = IPv6Network("64:ff9b::/96")
"""Leads to the IPv4 address in its last 32 bits (RFC 6052)."""
NOT_PUBLIC = tuple(
    map(
        ip_network,
        (
            "100.64.0.0/10",  # of carriers (RFC 6598)
            "168.63.129.16/32",  # the platform of Azure, which its machines alone can reach
            "192.0.0.0/24",  # protocol assignments (RFC 6890); Python's releases differ about parts of it
            "192.88.99.0/24",  # 6to4 relays (RFC 7526)
            "2001::/23",  # protocol assignments: Teredo, benchmarks, ORCHID
            "2002::/16",  # 6to4: leads to any IPv4 address
            "3fff::/20",  # documentation (RFC 9637), unknown to older Pythons
        ),
    )
)
"""What `is_global` of the standard library lets through in one of its releases; after IANA's registries of
special-purpose addresses."""


def resolve(host: str, port: int) -> Sequence[str]:
    """The addresses of a host as the system knows them. Takes as long as the system likes."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def admitted(addresses: Sequence[str], networks: Sequence[Network]) -> Sequence[str]:
    """The addresses, if all may be connected to. Raises Refusal if one may not, since any of them could answer."""
    if not all(_admits(networks, address) for address in addresses):
        raise Refusal("not-public")
    return addresses


def refuse_private_literal(host: str, networks: Sequence[Network]) -> None:
    """Raise Refusal if `host` itself is an address that may not be connected to, in any form that the system reads.

    No name is looked up: this is what remains of the guard where a proxy does that.
    """
    if host == "localhost" or host.endswith(".localhost"):
        raise Refusal("not-public")
    try:
        found = socket.getaddrinfo(host, 80, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
    except OSError:
        return  # a name
    if not all(_is_allowed(_reached(str(address[0])), networks) for *_, address in found):
        raise Refusal("not-public")


def is_public(address: IPAddress) -> bool:
    """Whether anybody may reach this address, and it is nobody's own network or this machine."""
    if isinstance(address, IPv6Address) and (address not in GLOBAL_UNICAST or address.scope_id):
        return False
    return address.is_global and not address.is_multicast and not any(address in network for network in NOT_PUBLIC)


def is_own(address: IPAddress) -> bool:
    """Whether this is an address of this machine, which a firewall before it doesn't guard from within.

    Connecting a datagram socket sends nothing; it makes the system choose the address that it would send from.
    """
    family = socket.AF_INET if address.version == 4 else socket.AF_INET6
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((str(address), 9))
            return ip_address(probe.getsockname()[0]) == address
    except OSError:
        return False


def _admits(networks: Sequence[Network], text: str) -> bool:
    address = _reached(text)
    within = any(address in network for network in networks)
    return within or (is_public(address) and not is_own(address))


def _is_allowed(address: IPAddress, networks: Sequence[Network]) -> bool:
    return is_public(address) or any(address in network for network in networks)


def _reached(text: str) -> IPAddress:
    """The address that packets to `text` end at."""
    address = ip_address(text)
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return address.ipv4_mapped
        if address in NAT64:
            return IPv4Address(address.packed[-4:])
    return address

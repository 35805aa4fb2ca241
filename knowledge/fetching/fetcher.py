"""Fetching addresses that strangers give, without being turned against the machine or a site."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from types import TracebackType

import certifi
import httpcore

from knowledge.errors import FetchProblem
from knowledge.fetching import headers as told
from knowledge.fetching.addresses import PORTS, Address
from knowledge.fetching.body import ACCEPT, ACCEPTED, KINDS, read_body, sniffed
from knowledge.fetching.fetched import Fetched
from knowledge.fetching.guard import ANYWHERE, Network, Resolver, refuse_private_literal, resolve
from knowledge.fetching.pace import Pace
from knowledge.fetching.proxy import proxy_for
from knowledge.fetching.refusal import Refusal
from knowledge.fetching.robots import LIMIT as ROBOTS_LIMIT
from knowledge.fetching.robots import Robots
from knowledge.fetching.rules import PRODUCT
from knowledge.fetching.wire import Connect, Deadline, Wire, connect, refusals

LIMIT = 5_000_000
"""Bytes of a body, after decompression."""
SECONDS = 20.0
"""Seconds that a fetch takes at most, without the waiting for the site's turn and for its robots.txt."""
REDIRECTS = 5
PERMANENT = frozenset({301, 308})
REDIRECTING = PERMANENT | {302, 303, 307}
PROBLEMS: Mapping[int, FetchProblem] = {
    401: "refused",
    403: "refused",
    404: "not-found",
    410: "not-found",
    429: "busy",
    451: "refused",
    503: "busy",
}


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is read of a response."""

    limit: int
    kinds: frozenset[str] | None = KINDS
    """Media types that will do; None: any."""
    cut: bool = False
    """Whether what is over the limit is left out, rather than refused."""


class Fetcher(AbstractContextManager["Fetcher"]):
    """Fetches pages and feeds; blocks, and may be used from several threads.

    Only http and https, and only public addresses besides those in `networks`, decided on the very address that is
    connected to, again on each redirect. A fetch ends after 20 seconds, over 5 MB, and at the sixth redirect. TLS is
    always verified, against the system's authorities (`SSL_CERT_FILE` names others) and, for systems that have none,
    certifi's. Requests to a host begin `pace` seconds apart, one at a time. No cookie is kept and no password sent.

    With `proxied`, the proxy that the environment names (HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY) makes the
    connections. Then it is the proxy that looks names up and must keep away from private networks: here only
    addresses written as numbers are still refused.
    """

    def __init__(
        self,
        networks: Sequence[Network] = (),
        proxied: bool = False,
        pace: float = 1.0,
        *,
        contact: str | None = None,
        seconds: float = SECONDS,
        limit: int = LIMIT,
        resolver: Resolver = resolve,
        connect: Connect = connect,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        """`contact` is where a site's operator can learn who fetches: an address for the User-Agent."""
        self._networks = tuple(networks)
        self._proxied = proxied
        self._agent = f"{PRODUCT}/{_version()}" + (f" (+{contact})" if contact else "")
        self._seconds = seconds
        self._wanted = _Wanted(limit)
        self._resolver = resolver
        self._connect = connect
        self._clock = clock
        self._pace = Pace(pace, clock, sleep)
        self._robots = Robots(self._read_robots, clock)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing is left to close: no connection outlives its fetch."""

    def fetch(
        self, address: str, *, etag: str | None = None, last_modified: str | None = None, obey_robots: bool = False
    ) -> Fetched:
        """Fetch an address, only if it changed where `etag` or `last_modified` of an earlier fetch are given.

        Raises FetchError; SettingError for a proxy that can't be used.
        """
        conditions = {"If-None-Match": told.sendable(etag), "If-Modified-Since": told.sendable(last_modified)}
        sent = {name: value for name, value in conditions.items() if value}
        try:
            return self._follow(Address.parse(address), self._wanted, sent, obey_robots)
        except Refusal as refusal:
            raise refusal.of(address) from None

    def _read_robots(self, address: Address) -> bytes:
        return self._follow(address, _Wanted(ROBOTS_LIMIT, kinds=None, cut=True)).body

    def _follow(
        self, address: Address, wanted: _Wanted, conditions: Mapping[str, str] | None = None, obey_robots: bool = False
    ) -> Fetched:
        """Fetch what is at an address, or where it leads."""
        deadline = Deadline(self._seconds, self._clock)
        moved_to: Address | None = None
        for_good = True
        for _ in range(REDIRECTS + 1):
            began = self._clock()
            delay = self._robots.delay(address) if obey_robots else 0.0
            with self._pace.turn(address.host, delay):
                deadline.put_off(self._clock() - began)
                with self._response(address, conditions or {}, deadline, wanted.limit) as response:
                    headers = told.read_headers(response.headers)
                    if response.status not in REDIRECTING or "location" not in headers:
                        _check_status(response.status, headers, bool(conditions))
                        return _fetched(address, moved_to, response, headers, wanted)
            address = address.joined(headers["location"])
            for_good = for_good and response.status in PERMANENT
            moved_to = address if for_good else moved_to
        raise Refusal("redirects", limit=REDIRECTS)

    @contextmanager
    def _response(
        self, address: Address, conditions: Mapping[str, str], deadline: Deadline, limit: int
    ) -> Iterator[httpcore.Response]:
        """Ask for an address over a connection of its own."""
        headers = [
            ("Host", address.authority),
            ("User-Agent", self._agent),
            ("Accept", ACCEPT),
            ("Accept-Encoding", ACCEPTED),
            ("Connection", "close"),
            *conditions.items(),
        ]
        port = None if address.port == PORTS[address.scheme] else address.port
        url = httpcore.URL(scheme=address.scheme, host=address.host, port=port, target=address.target)
        with (
            refusals(deadline),
            self._pool(address, deadline, limit) as pool,
            pool.stream("GET", url, headers=headers) as response,
        ):
            yield response

    def _pool(self, address: Address, deadline: Deadline, limit: int) -> httpcore.ConnectionPool:
        tls = self._tls if address.scheme == "https" else None
        proxy = proxy_for(address) if self._proxied else None
        if proxy is None:
            wire = Wire(self._networks, deadline, limit, self._resolver, self._connect)
            return httpcore.ConnectionPool(ssl_context=tls, network_backend=wire)
        refuse_private_literal(address.host, self._networks)
        wire = Wire(ANYWHERE, deadline, limit, self._resolver, self._connect)
        return httpcore.HTTPProxy(proxy.address, proxy.account, ssl_context=tls, network_backend=wire)

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        context = ssl.create_default_context()
        context.load_verify_locations(certifi.where())
        return context


def _check_status(status: int, headers: told.Headers, conditional: bool) -> None:
    """Raise Refusal unless there is something to read, or it is as it was."""
    if status in (200, 203) or (status == 304 and conditional):
        return
    problem = PROBLEMS.get(status, "status")
    raise Refusal(problem, status, told.retry_after(headers) if problem == "busy" else None)


def _fetched(
    address: Address, moved_to: Address | None, response: httpcore.Response, headers: told.Headers, wanted: _Wanted
) -> Fetched:
    unchanged = response.status == 304
    kind = told.content_type(headers)
    if kind and not unchanged and wanted.kinds and kind not in wanted.kinds:
        raise Refusal("kind", kind=kind[:100])
    body = b"" if unchanged else _body(response, headers, wanted)
    return Fetched(
        address=str(address),
        moved_to=str(moved_to) if moved_to else None,
        status=response.status,
        content_type=kind or ("" if unchanged or not wanted.kinds else sniffed(body)),
        charset=told.charset(headers),
        body=body,
        etag=told.tag(headers, "etag"),
        last_modified=told.tag(headers, "last-modified"),
        max_age=told.max_age(headers),
        unchanged=unchanged,
    )


def _body(response: httpcore.Response, headers: told.Headers, wanted: _Wanted) -> bytes:
    length = headers.get("content-length", "")
    if length.isascii() and length.isdigit() and int(length[:20]) > wanted.limit and not wanted.cut:
        raise Refusal("too-large", limit=wanted.limit)
    return read_body(response.iter_stream(), headers.get("content-encoding", ""), wanted.limit, wanted.cut)


def _version() -> str:
    try:
        return version("factbox")
    except PackageNotFoundError:  # run from a checkout that isn't installed
        return "0"

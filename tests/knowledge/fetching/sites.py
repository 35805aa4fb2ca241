"""Sites for a fetcher to ask: real sockets on the loopback interface, which say whatever a test wants."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from ipaddress import ip_network
from threading import Thread

from knowledge.fetching.fetcher import Fetcher

LOOPBACK = (ip_network("127.0.0.0/8"), ip_network("::1/128"))

Answer = bytes | Callable[[socket.socket], None]
"""What a path gives: a response as it is, or what is done with the connection."""


@dataclass(frozen=True)
class Request:
    """What a site was asked."""

    path: str
    headers: Mapping[str, str]

    @classmethod
    def parse(cls, raw: bytes) -> Request:
        first, *lines = raw.decode("ascii").rstrip("\r\n").split("\r\n")
        return cls(first.split(" ")[1], {name.lower(): value for name, _, value in (x.partition(": ") for x in lines)})


@dataclass
class Site:
    """A server at a port of 127.0.0.1, and what it was asked."""

    port: int
    requests: list[Request] = field(default_factory=list)

    def __call__(self, path: str = "/", host: str = "127.0.0.1", scheme: str = "http") -> str:
        """The address of a path."""
        return f"{scheme}://{host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for, in order."""
        return [request.path for request in self.requests]


@contextmanager
def serving(answers: Mapping[str, Answer], tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """Serve until the block ends. A path that isn't in `answers` is a page that isn't there."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        site = Site(listener.getsockname()[1])

        def serve() -> None:
            with suppress(OSError):  # the listener is closed
                while True:
                    Thread(target=talk, args=(listener.accept()[0],), daemon=True).start()

        def talk(connection: socket.socket) -> None:
            # A client that has seen enough goes away.
            with suppress(OSError), tls.wrap_socket(connection, server_side=True) if tls else connection as secured:
                answer = answer_to(asked(secured))
                if callable(answer):
                    answer(secured)
                else:
                    secured.sendall(answer)

        def answer_to(raw: bytes) -> Answer:
            if not raw.startswith((b"GET ", b"CONNECT ")):
                return response(b"", status="400 Bad Request")
            request = Request.parse(raw)
            site.requests.append(request)
            return answers.get(request.path, response(b"", status="404 Not Found"))

        Thread(target=serve, daemon=True).start()
        try:
            yield site
        finally:
            with suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)  # ends what waits in accept


def asked(connection: socket.socket) -> bytes:
    """What comes in, to the end of its headers, or its beginning where it has none."""
    raw = connection.recv(65_536)
    while raw.startswith((b"GET ", b"CONNECT ")) and not raw.endswith(b"\r\n\r\n"):
        raw += connection.recv(65_536)
    return raw


def response(body: bytes = b"<p>Text.", *headers: str, status: str = "200 OK", kind: str | None = "text/html") -> bytes:
    """A whole response."""
    told = [f"Content-Length: {len(body)}", *([f"Content-Type: {kind}"] if kind else []), *headers]
    return "\r\n".join([f"HTTP/1.1 {status}", *told, "", ""]).encode() + body


def redirect(location: str, status: str = "302 Found") -> bytes:
    """A response that leads elsewhere."""
    return response(b"", f"Location: {location}", status=status)


def endless(start: bytes, more: bytes) -> Callable[[socket.socket], None]:
    """Send `more` again and again, until the other side goes away."""

    def send(connection: socket.socket) -> None:
        connection.sendall(start)
        while True:
            connection.sendall(more)

    return send


def silent(connection: socket.socket) -> None:
    """Say nothing, until the other side goes away."""
    connection.recv(1)


def fetcher(**options: object) -> Fetcher:
    """A fetcher for these sites, which doesn't dawdle between requests."""
    return Fetcher(**({"networks": LOOPBACK, "pace": 0.0} | options))  # type: ignore[arg-type]

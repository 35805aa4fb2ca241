"""Connections that go only where they may, end in time, and carry only so much."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from threading import Thread
from typing import Any

import httpcore

from knowledge.fetching.guard import Network, Resolver, admitted
from knowledge.fetching.refusal import Refusal

Connect = Callable[[str, int, float], httpcore.NetworkStream]
"""Connects to a numeric address and a port within so many seconds."""

TRIED = 4
"""Addresses of one host that are tried, when the ones before don't answer."""

OVERHEAD = 500_000
"""Bytes that may come besides those of a body: headers, of which h11 takes 100 kB, and the marks of chunks."""


class Deadline:
    """The moment at which a fetch ends, whatever it waits for."""

    def __init__(self, seconds: float, clock: Callable[[], float]) -> None:
        self._seconds = seconds
        self._clock = clock
        self._end = clock() + seconds

    def left(self) -> float:
        """Seconds until then. Raises Refusal when there are none."""
        left = self._end - self._clock()
        if left <= 0:
            raise self.passed()
        return left

    def put_off(self, seconds: float) -> None:
        """Don't count these seconds."""
        self._end += seconds

    def passed(self) -> Refusal:
        """What is raised when it has passed."""
        return Refusal("too-slow", limit=round(self._seconds))


def connect(address: str, port: int, seconds: float) -> httpcore.NetworkStream:
    """Connect over TCP."""
    return httpcore.SyncBackend().connect_tcp(address, port, seconds)


class Wire(httpcore.NetworkBackend):
    """Looks a host up once, checks all its addresses, and connects to one of these by number.

    A name that means another address a moment later changes nothing. TLS and the Host header keep the name.
    """

    def __init__(
        self, networks: Sequence[Network], deadline: Deadline, limit: int, resolver: Resolver, connect: Connect
    ) -> None:
        """`limit` is the bytes that a body may have."""
        self._networks = networks
        self._deadline = deadline
        self._limit = limit
        self._resolver = resolver
        self._connect = connect

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the deadline's time counts
        local_address: str | None = None,  # noqa: ARG002
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        """Connect to a host. Raises Refusal where it may not be; else httpcore's errors."""
        *others, last = admitted(self._look_up(host, port), self._networks)[:TRIED]
        for before, address in enumerate(others):
            with suppress(httpcore.ConnectError, httpcore.ConnectTimeout):
                return self._stream(address, port, self._deadline.left() / (len(others) + 1 - before))
        return self._stream(last, port, self._deadline.left())

    def _stream(self, address: str, port: int, seconds: float) -> httpcore.NetworkStream:
        return LimitedStream(self._connect(address, port, seconds), self._deadline, self._limit)

    def _look_up(self, host: str, port: int) -> Sequence[str]:
        """Ask the resolver, in a thread since nothing else ends its waiting."""
        answer: Future[Sequence[str]] = Future()

        def ask() -> None:
            try:
                answer.set_result(self._resolver(host, port))
            except Exception as error:  # noqa: BLE001 - raised where it is waited for
                answer.set_exception(error)

        Thread(target=ask, daemon=True).start()
        try:
            addresses = answer.result(self._deadline.left())
        except TimeoutError:
            raise self._deadline.passed() from None
        except (OSError, UnicodeError):
            addresses = ()
        if not addresses:
            raise Refusal("unreachable")
        return addresses


class LimitedStream(httpcore.NetworkStream):
    """A stream each of whose operations gets the time that is left; a slow drip ends with it.

    Counting what comes in before anything reads it ends a flood that never becomes a body, such as "100 Continue"
    without end.
    """

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline, limit: int) -> None:
        self._stream = stream
        self._deadline = deadline
        self._limit = limit
        self._received = 0

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        """Read what is there. Raises Refusal when more came than may."""
        received = self._stream.read(max_bytes, self._deadline.left())
        self._received += len(received)
        if self._received > self._limit + OVERHEAD:
            raise Refusal("too-large", limit=self._limit)
        return received

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        """Write all of it."""
        self._stream.write(buffer, self._deadline.left())

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        """Go on under TLS. Raises Refusal where the other side can't prove to be who it should."""
        try:
            stream = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        except httpcore.ConnectError as error:  # further up it has lost its cause
            raise Refusal("certificate" if isinstance(error.__cause__, ssl.SSLError) else "unreachable") from None
        return LimitedStream(stream, self._deadline, self._limit)

    def close(self) -> None:
        """Close the connection."""
        self._stream.close()

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - httpcore's own
        """What the stream knows of itself."""
        return self._stream.get_extra_info(info)


@contextmanager
def refusals(deadline: Deadline) -> Iterator[None]:
    """Turn httpcore's errors into refusals."""
    try:
        yield
    except httpcore.TimeoutException:
        raise deadline.passed() from None
    except (httpcore.NetworkError, httpcore.ProxyError):
        raise Refusal("unreachable") from None
    except httpcore.ProtocolError:
        raise Refusal("damaged") from None

"""Documents read in a process of their own.

The libraries that read them were not made for hostile bytes: they may run for ever, take all memory, or crash. What
they do to a process that is there for nothing else does no harm, and it can be ended. They also take long to import,
and memory that nothing else needs.
"""

from __future__ import annotations

import logging
import signal
import warnings
from contextlib import suppress
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Self

from knowledge.errors import SourceError, SourceProblem
from knowledge.models import Article

DEADLINE = 60.0
"""Seconds that a document may take, the start of the process included."""
MEMORY = 1_500_000_000
"""Bytes of address space that the process may have, much of which is never used."""

_Failure = tuple[SourceProblem, str | None, int | None]
"""Problem, field and limit of a SourceError."""


class DocumentReader:
    """Reads documents one after the other; to be used in a `with` block, at the end of which its process ends."""

    def __init__(self, deadline: float = DEADLINE) -> None:
        self._deadline = deadline
        self._running: tuple[BaseProcess, Connection] | None = None

    def read(self, kind: str, data: bytes, name: str) -> list[Article]:
        """The articles in a document of a kind that has a module in this package. Raises SourceError."""
        result = self._asked(kind, data, name)
        if isinstance(result, list):
            return result
        problem, field, limit = result
        raise SourceError(name, problem, field=field, limit=limit)

    def _asked(self, kind: str, data: bytes, name: str) -> list[Article] | _Failure:
        _, connection = self._running = self._running or _started()
        try:
            connection.send((kind, name))
            connection.send_bytes(data)
            if connection.poll(self._deadline):
                answer: list[Article] | _Failure = connection.recv()
                return answer
        except (EOFError, OSError):  # it crashed
            pass
        except BaseException:  # as by Ctrl-C: what it is about to say would be taken for the answer to the next
            self._end()
            raise
        self._end()
        return "too-costly", None, None

    def _end(self) -> None:
        if self._running:
            process, connection = self._running
            self._running = None
            process.kill()
            process.join()
            process.close()
            connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()


def _started() -> tuple[BaseProcess, Connection]:
    context = get_context("spawn")  # a fork would copy the locks of threads that it doesn't have
    ours, its = context.Pipe()
    process = context.Process(target=_serve, args=(its,), daemon=True)
    process.start()
    its.close()
    return process, ours


def _serve(connection: Connection) -> None:
    """What the process does: answer until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a Ctrl-C is meant for the other process, which ends this one
    logging.disable()
    warnings.simplefilter("ignore")
    _limit_memory()
    with suppress(EOFError, OSError):
        while True:
            kind, name = connection.recv()
            connection.send(_read(kind, connection.recv_bytes(), name))


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # on Windows; the deadline holds there as well
        return
    with suppress(ValueError, OSError):  # a lower limit is there already
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _read(kind: str, data: bytes, name: str) -> list[Article] | _Failure:
    try:
        articles: list[Article] = import_module(f"{__package__}.{kind}").read(data, name)
    except SourceError as error:
        return error.problem, error.field, error.limit
    except MemoryError:
        return "too-costly", None, None
    except Exception:  # noqa: BLE001 - on damaged bytes a library raises anything
        return "damaged", None, None
    return articles

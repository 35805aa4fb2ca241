"""Work on hostile bytes in a process of its own.

The libraries that read what comes from outside were not made for that: they may run for ever, take all memory, or
crash. What they do to a process that is there for nothing else does no harm, and it can be ended. They also take long
to import, and memory that nothing else needs.
"""

from __future__ import annotations

import logging
import signal
import warnings
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Generic, Self, TypeVar

from knowledge.processes.interrupts import held_back, working_directory_kept_out

Result = TypeVar("Result")


class Unanswered(Exception):
    """The process took too long, or ended by itself."""


class Apart(Generic[Result]):
    """Does `work`, a function of a module, again and again; for one thread at a time, in a `with` block.

    The process starts when something is to be done, anew after one that was ended, and ends with the block. It may take
    `seconds` for each piece of work, its start included, and have so many bytes of address space.
    """

    def __init__(self, work: Callable[..., Result], seconds: float, memory: int | None = None) -> None:
        self._work = work
        self._seconds = seconds
        self._memory = memory
        self._running: tuple[BaseProcess, Connection] | None = None

    def __call__(self, *given: object) -> Result:
        """What the work gives. Raises Unanswered."""
        _, connection = self._running = self._running or self._started()
        try:
            connection.send(given)
            if connection.poll(self._seconds):
                result: Result = connection.recv()
                return result
        except (EOFError, OSError):  # it crashed
            pass
        except BaseException:  # as by Ctrl-C: what it is about to say would be taken for the answer to the next
            self.end()
            raise
        self.end()
        raise Unanswered

    def end(self) -> None:
        """End the process, whatever it does."""
        if self._running:
            process, connection = self._running
            self._running = None
            process.kill()
            process.join()
            process.close()
            connection.close()

    def _started(self) -> tuple[BaseProcess, Connection]:
        context = get_context("spawn")  # a fork would copy the locks of threads that it doesn't have
        ours, its = context.Pipe()
        process = context.Process(target=_serve, args=(its, self._work, self._memory), daemon=True)
        with working_directory_kept_out(), held_back():
            process.start()
        its.close()
        return process, ours

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()


def _serve(connection: Connection, work: Callable[..., object], memory: int | None) -> None:
    """What the process does: answer until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a Ctrl-C is meant for the other process, which ends this one
    logging.disable()
    warnings.simplefilter("ignore")
    if memory:
        _limit_memory(memory)
    with suppress(EOFError, OSError):
        while True:
            connection.send(work(*connection.recv()))


def _limit_memory(most: int) -> None:
    try:
        import resource
    except ImportError:  # on Windows; the deadline holds there as well
        return
    with suppress(ValueError, OSError):  # a lower limit is there already
        resource.setrlimit(resource.RLIMIT_AS, (most, most))

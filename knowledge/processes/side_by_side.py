"""Work in processes of its own, one for each processor, fed and read in order.

Not `multiprocessing`: that runs a script that has no `if __name__ == "__main__"` once more in each process, and its
processes outlive one that is killed. These end when what feeds them does.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import Any, TypeVar

from knowledge.processes.interrupts import held_back, let_in

Item = TypeVar("Item")
Result = TypeVar("Result")
Process = subprocess.Popen[bytes]


def side_by_side(work: Callable[[Item], Result], items: Iterable[Item], count: int | None = None) -> Iterator[Result]:
    """What `work`, a function of a module, gives for each item, in order; no more are taken than are worked on.

    `count` is the number of processes, by default one for each processor. Raises what `work` raises, and
    ChildProcessError where a process ends by itself, as one does that the system has no memory for.
    """
    count = count or os.cpu_count() or 1
    idle: SimpleQueue[Process] = SimpleQueue()
    started: list[Process] = []
    pool = ThreadPoolExecutor(count)
    try:
        pending: deque[Future[Result]] = deque()
        for item in items:
            if len(started) < count:
                started.append(_start())
                idle.put(started[-1])
            pending.append(pool.submit(_done, idle, work, item))
            if len(pending) > count:
                yield _awaited(pending.popleft())
        while pending:
            yield _awaited(pending.popleft())
    finally:
        for process in started:
            process.kill()
        pool.shutdown(cancel_futures=True)
        for process in started:
            process.communicate()


def _awaited(future: Future[Result]) -> Result:
    with let_in():
        return future.result()


def _start() -> Process:
    paths = os.pathsep.join(filter(None, sys.path))
    with held_back():
        return subprocess.Popen(  # noqa: S603 - nothing of it comes from outside
            [sys.executable, "-P", "-m", __name__],  # else what lies in the folder where one is would be imported first
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": paths},
        )


def _done(idle: SimpleQueue[Process], work: Callable[[Item], Result], item: Item) -> Result:
    """Let the next idle process do the work."""
    process = idle.get()
    try:
        pickle.dump((work, item), process.stdin)  # type: ignore[arg-type]
        process.stdin.flush()  # type: ignore[union-attr]
        result = pickle.load(process.stdout)  # type: ignore[arg-type]  # noqa: S301 - written by this very module
    except (EOFError, BrokenPipeError, pickle.UnpicklingError) as error:
        raise ChildProcessError(f"a process that worked beside this one ended: {process.poll()}") from error
    finally:
        idle.put(process)
    if isinstance(result, _Failure):
        raise result.error
    return result  # type: ignore[no-any-return]


class _Failure:
    def __init__(self, error: Exception) -> None:
        self.error = error


def _serve() -> None:
    """Do what standard input asks for until it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it can't be held back
    gc.disable()  # the work is short of cycles, and ends with its result
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what is printed by mistake
    while True:
        try:
            work, item = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by this very module
        except EOFError:
            return
        _answer(output, _result(work, item))


def _result(work: Callable[[Any], Any], item: object) -> object:
    from knowledge.processes.side_by_side import _Failure

    try:
        return work(item)
    except Exception as error:  # noqa: BLE001 - raised where the work was asked for
        return _Failure(error)


def _answer(output: Any, result: object) -> None:  # noqa: ANN401
    try:
        pickle.dump(result, output)
        output.flush()
    except BrokenPipeError:  # nobody waits for it any more
        os._exit(1)


if __name__ == "__main__":
    _serve()

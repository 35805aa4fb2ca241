"""The process from which those of tests are forked, see `tests.forking`."""

from __future__ import annotations

import gc
import json
import os
import socket
import sys
from contextlib import suppress
from importlib import import_module
from runpy import run_module

LOADED = (
    "bot.cli.app",
    "knowledge.coverage",
    "babel.dates",
    "charset_normalizer",
    "discord.ext.commands",
    "fluent.runtime",
    "httpcore",
    "lxml.html",
    "numpy",
    "pydantic.fields",  # typer's, in some of its versions
    "pydantic.type_adapter",
    "rapidfuzz.process",
    "rich.console",
    "sentencex",
    "sqlalchemy.dialects.sqlite",
    "trafilatura",
    "yaml",
)

LARGEST = 1 << 20
"""Bytes of a request, at most."""


def main() -> None:
    """Fork a process for each request that comes through standard input; return in these, when they have ended."""
    requests = socket.socket(fileno=os.dup(0))
    for name in LOADED:
        with suppress(ModuleNotFoundError):
            import_module(name)
    gc.freeze()  # else each of them would look through all of it, and so copy it, before it ends
    while True:
        request, received, _, _ = socket.recv_fds(requests, LARGEST, 4)
        if not request:
            return
        if os.fork() == 0:
            requests.close()
            keep(socket.socket(fileno=received.pop()), received, **json.loads(request))
            return
        for number in received:
            os.close(number)
        with suppress(ChildProcessError):
            while os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG):
                pass  # their time is told as that of this process


def keep(
    status: socket.socket,
    streams: list[int],
    arguments: list[str],
    code: str,
    directory: str,
    environment: dict[str, str],
) -> None:
    """Start a process with these streams; tell its number, and how it ended."""
    process = os.fork()
    if process == 0:
        status.close()
        os.setsid()
        os.chdir(directory)
        os.environ.clear()
        os.environ.update(environment)
        sys.path[0] = "" if code else directory
        become(streams, arguments, code)
        return
    for number in streams:
        os.close(number)
    status.send(str(process).encode())
    status.send(str(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])).encode())
    os._exit(0)


def become(streams: list[int], arguments: list[str], code: str) -> None:
    """Do what `python -m bot`, or `python -c` with the code, does with these streams."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    sys.stdin = open(0, closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", 1, errors="backslashreplace", closefd=False)  # noqa: SIM115
    sys.argv[:] = ["-c", *arguments] if code else ["bot", *arguments]
    if code:
        exec(code, {"__name__": "__main__"})  # noqa: S102
    else:
        run_module("bot", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()

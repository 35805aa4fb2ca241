"""A process from which the `factbox` commands of tests are forked, so that libraries are loaded once for all of them.

It has loaded what nearly all commands load, and libraries. What of our own a command loads when it is called, each
loads for itself, and runs `python -m bot` from its first line to its last.
"""

from __future__ import annotations

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
    "fluent.runtime",
    "httpcore",
    "lxml.html",
    "numpy",
    "pydantic.fields",  # typer's, in some of its versions
    "pydantic.type_adapter",
    "rapidfuzz.process",
    "sentencex",
    "sqlalchemy.dialects.sqlite",
    "trafilatura",
    "yaml",
)

STREAMS = 3
LARGEST = 1 << 20
"""Bytes of a request, at most."""


def main() -> None:
    """Fork a process for each request that comes through standard input, and tell there how it ended."""
    requests = socket.socket(fileno=os.dup(0))
    for name in LOADED:
        with suppress(ModuleNotFoundError):
            import_module(name)
    while True:
        request, streams, _, _ = socket.recv_fds(requests, LARGEST, STREAMS)
        if not request:
            return
        child = os.fork()
        if child == 0:
            requests.close()
            arguments, environment = json.loads(request)
            become(arguments, environment, streams)
            return
        for stream in streams:
            os.close(stream)
        _, status = os.waitpid(child, 0)
        requests.send(str(os.waitstatus_to_exitcode(status)).encode())


def become(arguments: list[str], environment: dict[str, str], streams: list[int]) -> None:
    """Do what `python -m bot` does, with these variables and standard streams."""
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.environ.update(environment)
    sys.argv[1:] = arguments
    run_module("bot", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()

"""What the bot logs, a line each."""

from __future__ import annotations

import logging
from typing import TextIO


def write_logs(stream: TextIO, *, tracebacks: bool = True) -> None:
    """Write Factbox's own logs and the warnings of all others to `stream`.

    discord.py stays at warnings: its debug logs hold the tokens of interactions.
    """
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_Lines(tracebacks))
    logging.basicConfig(handlers=[handler], level=logging.WARNING)
    logging.getLogger("bot").setLevel(logging.INFO)


def in_one_line(error: BaseException) -> str:
    """The kind of `error` and what it says."""
    return " ".join(f"{type(error).__name__}: {error}".split())


class _Lines(logging.Formatter):
    """Factbox's own errors with their traceback, where that is wanted; others, mostly lost connections, in one line."""

    def __init__(self, tracebacks: bool) -> None:
        super().__init__("{asctime} {levelname} {message}", style="{")
        self._tracebacks = tracebacks

    def format(self, record: logging.LogRecord) -> str:
        error = record.exc_info[1] if record.exc_info else None
        if error and not (self._tracebacks and record.name.startswith("bot.")):
            message = f"{record.getMessage()} ({in_one_line(error)})"
            record = logging.makeLogRecord({**record.__dict__, "msg": message, "args": (), "exc_info": None})
        return super().format(record)

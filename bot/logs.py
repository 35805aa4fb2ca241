"""What the bot logs, a line each, and nothing that is secret."""

from __future__ import annotations

import logging
import re
from typing import TextIO

_TOKENS = re.compile(
    r"""(/(?:interactions|webhooks)/\d{1,20}/) [^/?\s'"]+  # of an interaction, in an address
    | (?<![\w-]) [\w-]{18,} \. [\w-]{5,} \. [\w-]{20,}     # of a bot""",
    re.VERBOSE | re.ASCII,
)


def write_logs(stream: TextIO, *, tracebacks: bool = True) -> None:
    """Write Factbox's own logs and the warnings of all others to `stream`."""
    logging.basicConfig(handlers=[log_handler(stream, tracebacks=tracebacks)], level=logging.WARNING)
    logging.getLogger("bot").setLevel(logging.INFO)


def log_handler(stream: TextIO, *, tracebacks: bool = True) -> logging.Handler:
    """Writes to `stream` what may be read by all who read logs, whatever the levels of the loggers are."""
    handler = logging.StreamHandler(stream)
    handler.addFilter(_may_be_read)
    handler.setFormatter(_Lines(tracebacks))
    return handler


def in_one_line(error: BaseException) -> str:
    """The kind of `error` and what it says."""
    return " ".join(f"{type(error).__name__}: {error}".split())


def _may_be_read(record: logging.LogRecord) -> bool:
    """Not the chatter of libraries: discord.py's holds the tokens of interactions and what people wrote."""
    return record.levelno >= logging.WARNING or record.name.startswith("bot.")


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
        return _TOKENS.sub(r"\1***", super().format(record))

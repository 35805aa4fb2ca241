"""What the commands write: lines, JSON and complaints."""

from __future__ import annotations

import json
import re
import sys

from bot.plain import harmless

_NOT_WRITTEN_AS_SUCH = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""Characters that steer a terminal, turn text around or end a line for some, and that JSON itself lets through."""


def write(line: str) -> None:
    """Write one line to standard output."""
    sys.stdout.write(line + "\n")


def write_json(value: object) -> None:
    """Write `value` as one line of JSON."""
    write(json_for_output(value))


def json_for_output(value: object) -> str:
    """`value` as JSON on one line; in ASCII where standard output isn't UTF-8, so that nothing is lost."""
    return json_line(value, ascii_only=sys.stdout.encoding.lower().replace("_", "-") != "utf-8")


def json_line(value: object, *, ascii_only: bool = False) -> str:
    """`value` as JSON on one line, without a character that a terminal would obey."""
    text = json.dumps(value, ensure_ascii=ascii_only)
    return _NOT_WRITTEN_AS_SUCH.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def complain(sentence: str) -> None:
    """Write one line to standard error."""
    sys.stderr.write(f"factbox: {harmless(sentence)}\n")
    sys.stderr.flush()


def is_terminal() -> bool:
    """Whether a person reads standard output as it is written."""
    return sys.stdout.isatty()

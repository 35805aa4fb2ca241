"""Ctrl-C while `factbox add` adds many articles."""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Factbox, Writer

ARTICLES = 2_500
"""More than are stored in one step, so that processes beside the command look at them."""


def line(number: int) -> str:
    return (
        json.dumps({"id": f"ferry{number}", "text": f"The ferry Aurelia{number} carried {number} passengers."}) + "\n"
    )


def stored(data: Path) -> int:
    """How many articles there are; none while there is no database."""
    try:
        with closing(sqlite3.connect(f"file:{data / 'factbox.db'}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def running(group: int) -> bool:
    """Whether a process of the group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.slow
def test_what_was_added_stays_and_the_same_command_goes_on(
    factbox: Factbox, tmp_path: Path, write_file: Writer
) -> None:
    def heed() -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell has it ignored by what it runs in the background

    data, file = tmp_path / "data", write_file("ferries.jsonl", "".join(map(line, range(ARTICLES))))
    command = ("add", file, "--no-seeds", "--data", data)
    options: dict[str, Any] = {"start_new_session": True, "preexec_fn": heed}
    with factbox.start(*command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options) as process:
        while not stored(data):
            assert process.poll() is None
            time.sleep(0.005)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does
        out, told = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, b"")
    assert told.startswith(b"factbox: Stopped: ")
    assert told.count(b"\n") == 1
    while running(process.pid):
        time.sleep(0.01)
    assert not list(data.glob("adding-*"))
    kept = stored(data)
    assert 0 < kept < ARTICLES
    again = factbox(*command)
    assert again.status == 0
    added, unchanged = (int(count.replace(",", "")) for count in re.findall(r"(?:Added|there:) ([\d,]+)", again.out))
    assert (added, unchanged) == (ARTICLES - kept, kept)
    assert stored(data) == ARTICLES

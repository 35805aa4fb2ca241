"""`factbox` as a process: streams, signals, encodings, and data directories that can't serve."""

from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import sqlite3
import subprocess
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from filelock import FileLock

if TYPE_CHECKING:
    from tests.conftest import Factbox, Writer


def test_a_closed_pipe_ends_it_without_a_word(factbox: Factbox, seeded: Path) -> None:
    pipe = subprocess.PIPE
    with factbox.start("articles", "--sentences", "--data", seeded, stdout=pipe, stderr=pipe) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


def test_a_full_disk_behind_the_output_is_told(factbox: Factbox, seeded: Path) -> None:
    with Path("/dev/full").open("w") as full:
        outcome = factbox("articles", "--data", seeded, stdout=full)
    assert "No space left" in outcome.complaint


def test_streams_that_are_closed_do_no_harm(factbox: Factbox, seeded: Path) -> None:
    environment = {"PYTHONWARNINGS": "error,ignore::ResourceWarning"}  # nobody closes a standard stream
    close = partial(os.closerange, 0, 2)
    closed = factbox("ask", "-", "--data", seeded, environment=environment, preexec_fn=close)
    assert (closed.status, closed.err) == (0, "")


def test_an_interrupt_ends_it_without_a_word(factbox: Factbox, seeded: Path) -> None:
    def heed() -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell has it ignored by what it runs in the background

    pipes: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with factbox.start("ask", "--json", "-", "--data", seeded, preexec_fn=heed, **pipes) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(b"Who visited Baghdad?\n")
        process.stdin.flush()
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert process.stderr.read() == b""


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16"])
def test_any_encoding_of_the_output_is_served(factbox: Factbox, seeded: Path, encoding: str) -> None:
    environment = {"PYTHONIOENCODING": encoding, "LC_ALL": "C", "PYTHONUTF8": "0"}
    outcome = factbox("articles", "--sentences", "--json", "--data", seeded, environment=environment)
    assert (outcome.status, outcome.err) == (0, "")


def test_an_error_that_nobody_thought_of_is_one_line_and_debug_shows_more(factbox: Factbox, tmp_path: Path) -> None:
    # A link to itself is nothing that the commands look for.
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert factbox("ask", "x", "--data", loop).complaint
    debugged = factbox("ask", "x", "--data", loop, environment={"FACTBOX_DEBUG": "1"})
    assert debugged.status == 1
    assert "Traceback" in debugged.err


def test_version_and_help(factbox: Factbox) -> None:
    assert factbox("--version").out.startswith("factbox ")
    outcome = factbox("--help")
    assert outcome.status == 0
    for command in ("ask", "quotes", "timeline", "check", "chat", "run", "add", "remove", "articles", "eval", "doctor"):
        assert f"\n  {command} " in outcome.out


def test_a_bad_setting_is_named(factbox: Factbox, seeded: Path) -> None:
    outcome = factbox("ask", "x", "--data", seeded, environment={"FACTBOX_THRESHOLD": "high"})
    assert "FACTBOX_THRESHOLD" in outcome.complaint


def test_the_data_directory_comes_from_the_environment(factbox: Factbox, seeded: Path) -> None:
    elsewhere = factbox("articles", environment={"FACTBOX_DATA": str(seeded)})
    assert elsewhere.out == factbox("--data", seeded, "articles").out


def test_a_run_without_a_token_is_one_line(factbox: Factbox, seeded: Path) -> None:
    assert "DISCORD_TOKEN" in factbox("run", "--data", seeded).complaint


def obey_permissions() -> None:
    """Take from root what lets it pass over permissions; anybody else has none of it."""
    if os.geteuid() == 0:
        drop_from_bounding_set, dac_override, dac_read_search = 24, 1, 2  # linux/prctl.h, linux/capability.h
        for capability in (dac_override, dac_read_search):
            if ctypes.CDLL(None).prctl(drop_from_bounding_set, capability, 0, 0, 0) != 0:
                raise PermissionError


def test_a_data_directory_that_is_read_only_answers_and_takes_nothing(
    factbox: Factbox, own_data: Path, write_file: Writer
) -> None:
    article = write_file("news.txt", "The minister visited the port on Monday.")
    places = [own_data, *own_data.rglob("*")]
    for place in places:
        place.chmod(0o555 if place.is_dir() else 0o444)
    asked = factbox("ask", "Who visited Baghdad?", "--data", own_data, preexec_fn=obey_permissions)
    assert (asked.status, asked.err) == (0, "")
    added = factbox("add", article, "--data", own_data, preexec_fn=obey_permissions)
    made = factbox("ask", "x", "--data", own_data / "new", preexec_fn=obey_permissions)
    for outcome in (added, made):
        assert "can't be written" in outcome.complaint
    for place in places:
        place.chmod(0o755 if place.is_dir() else 0o644)


def test_a_disk_that_is_full_harms_nothing(factbox: Factbox, own_data: Path, tmp_path: Path) -> None:
    before = factbox("articles", "--json", "--sentences", "--data", own_data).out
    article = tmp_path / "news.jsonl"
    article.write_text('{"text": "' + "The minister visited the port on Monday. " * 10_000 + '"}')

    def limit_file_size() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))

    assert "no space left" in factbox("add", article, "--data", own_data, preexec_fn=limit_file_size).complaint
    assert factbox("articles", "--json", "--sentences", "--data", own_data).out == before


def test_a_newer_version_is_told(factbox: Factbox, own_data: Path) -> None:
    with sqlite3.connect(own_data / "factbox.db") as connection:
        connection.execute("UPDATE state SET value = 1000 WHERE name = 'version'")
    connection.close()
    for command in (["ask", "x"], ["doctor"]):
        outcome = factbox(*command, "--data", own_data)
        assert outcome.status == 1
        assert "newer Factbox" in outcome.err + outcome.out


def test_a_database_that_is_damaged_is_told(factbox: Factbox, own_data: Path) -> None:
    (own_data / "factbox.db").write_bytes(b"This is no database. " * 1_000)
    assert "can't be read" in factbox("ask", "x", "--data", own_data).complaint


IMPATIENT = """
import filelock
class FileLock(filelock.FileLock):
    def acquire(self, timeout=None, **options):
        return super().acquire(timeout=0.5, **options)
filelock.FileLock = FileLock
from bot.cli import main
main()
"""
"""Waits for another process as long as a test likes to."""


def test_while_another_process_writes_questions_are_answered_and_changes_wait(factbox: Factbox, own_data: Path) -> None:
    listed = factbox("articles", "--data", own_data).out
    with FileLock(own_data / "write.lock"):
        assert factbox("ask", "Who visited Baghdad?", "--data", own_data).status == 0
        outcome = factbox("remove", listed.split("\t")[0], "--data", own_data, code=IMPATIENT)
    assert "Another process" in outcome.complaint


def test_a_data_directory_that_is_a_file_is_told(factbox: Factbox, write_file: Writer) -> None:
    assert "not a directory" in factbox("ask", "x", "--data", write_file("file", "x")).complaint


def test_json_is_whole_where_output_is_not_utf8(factbox: Factbox, seeded: Path) -> None:
    environment = {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}
    outcome = factbox("articles", "--sentences", "--json", "--data", seeded, environment=environment)
    assert any("Iraq’s" in sentence for article in json.loads(outcome.out) for sentence in article["sentences"])


def test_the_working_directory_can_be_the_data_directory(factbox: Factbox, own_data: Path) -> None:
    assert factbox("articles", "--data", "./", cwd=own_data).out.count("\n") == 6
    assert factbox("articles", "--data", "", cwd=own_data).status == 2

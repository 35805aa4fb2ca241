"""The page in which the bot is tried without Discord: as a process, and the server that it shows."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from discord import AppCommandType, Locale

from bot.preview.newsroom import newsroom
from bot.settings import Settings
from bot.texts import texts_in
from knowledge import Coverage
from tests.bot.bot_process import HELICOPTERS
from tests.bot.replies_shown import shown
from tests.conftest import Factbox, Process
from tests.forking import ROOT

pytest.importorskip("linkify_it")

MISSING = "import sys; sys.modules['simcord'] = None; from bot.cli import main; main()"


class Page:
    """What the page's script does, against the address that the process gave."""

    def __init__(self, address: str) -> None:
        url = urlsplit(address)
        self._host, self._headers = url.netloc, {"X-Simcord-Capability": url.fragment}
        self._sequence = 0
        self.state: dict[str, Any] = self._request("POST", "/api/pages", {})
        self._headers["X-Simcord-Context"] = self.state["context"]["id"]

    def text(self) -> str:
        """The page itself."""
        return str(self._request("GET", "/"))

    def commands(self) -> dict[str, dict[str, Any]]:
        """The commands offered to the viewer, by what is typed after the slash."""
        catalog = self._request("GET", "/api/commands")
        return {entry["invocation"]: entry for entry in catalog["entries"]}

    def run(self, command: str, **options: str) -> str:
        """The message that a command gets."""
        return self._reply(self.act("run_command", **self._named(command), options=options))

    def act(self, kind: str, **values: object) -> dict[str, Any]:
        """Do something and give the receipt."""
        self.state = self._request("GET", "/api/state")
        self._sequence += 1
        body = {
            "protocol_version": 3,
            "kind": kind,
            "sequence": self._sequence,
            "request_id": str(self._sequence),
            "generation": self.state["context"]["generation"],
            "bot_generation": self.state["botGeneration"],
            "published_revision": self.state["publishedRevision"],
            **values,
        }
        receipt: dict[str, Any] = self._request("POST", "/api/action", body)
        assert receipt["settlement"] == "settled", receipt
        return receipt

    def _named(self, command: str) -> dict[str, object]:
        entry = self.commands()[command]
        return {
            "command_id": entry["commandId"],
            "path": entry["path"],
            "schema_fingerprint": entry["schemaFingerprint"],
        }

    def _reply(self, receipt: dict[str, Any]) -> str:
        self.state = self._request("GET", "/api/state")
        return json.dumps([self.state["messages"][outcome["messageId"]] for outcome in receipt["outcomes"]])

    def _request(self, method: str, path: str, body: dict[str, object] | None = None) -> Any:  # noqa: ANN401 - JSON
        connection = HTTPConnection(self._host, timeout=60)
        connection.request(method, path, None if body is None else json.dumps(body), self._headers)
        response = connection.getresponse()
        content = response.read().decode()
        connection.close()
        assert response.status == 200, content
        return json.loads(content) if path.startswith("/api") else content


@contextmanager
def previewing(factbox: Factbox, data: Path, *arguments: str) -> Iterator[tuple[Process, Page]]:
    """`factbox preview` once it says where the page is."""
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with factbox.start("preview", "--data", data, *arguments, **pipes) as process:
        try:
            assert process.stdout
            said = process.stdout.readline().decode()
            address = re.search(r"http://127\.0\.0\.1:\d+/#\S+", said)
            assert address, process.communicate()
            yield process, Page(address[0])
        finally:
            process.kill()


def ended(process: Process) -> tuple[int, str]:
    """How the process ended, and what it logged."""
    _, log = process.communicate(timeout=30)
    return process.returncode, log.decode()


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_page_is_there_until_a_signal_ends_it(factbox: Factbox, own_data: Path, number: signal.Signals) -> None:
    with previewing(factbox, own_data) as (process, page):
        assert "<title>" in page.text()
        process.send_signal(number)
        status, log = ended(process)
    assert status == 0
    assert [line.split(" ", 2)[2] for line in log.splitlines()] == ["INFO Ready as Factbox"]


@pytest.mark.slow
def test_commands_work_in_the_page_and_an_editor_has_more_and_it_can_end_the_preview(
    factbox: Factbox, own_data: Path
) -> None:
    with previewing(factbox, own_data) as (process, page):
        assert "36 Mi-28NE" in page.run("ask", question=HELICOPTERS)
        assert "2012-10-31" in page.run("ask", question=HELICOPTERS, since="nonsense")
        for_all = page.commands().keys()
        editor = next(viewer["id"] for viewer in page.state["viewers"] if viewer["name"] == "Maya")
        page.act("viewer", viewer_id=editor)
        assert page.commands().keys() >= for_all | {"settings", "editors add"}
        page.act("close")
        assert ended(process)[0] == 0


@pytest.mark.slow
def test_a_port_in_use_is_one_line(factbox: Factbox, own_data: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        outcome = factbox("preview", "--data", own_data, "--port", port)
    assert f"Port {port} is in use" in outcome.err.splitlines()[-1]
    assert (outcome.status, outcome.out) == (1, "")


def test_a_locale_that_discord_does_not_have_is_wrong_usage(factbox: Factbox, tmp_path: Path) -> None:
    outcome = factbox("preview", "--data", tmp_path, "--locale", "tlh")
    assert outcome.status == 2
    assert "en-US" in outcome.err


def test_without_the_extra_it_says_what_to_install(tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "FACTBOX_DATA": str(tmp_path / "data")}
    command = [sys.executable, "-c", MISSING, "preview"]
    outcome = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=30)
    assert (outcome.returncode, outcome.stdout) == (1, "")
    assert outcome.stderr.count("\n") == 1
    assert "pip install 'factbox[preview]'" in outcome.stderr
    assert not (tmp_path / "data").exists()


async def test_everybody_speaks_the_language_asked_for(coverage: Coverage, own_data: Path) -> None:
    async with newsroom(coverage, Settings(own_data), Locale.german) as room:
        result = await room.member.slash(room.channel, "ask", question=HELICOPTERS)
        assert texts_in("de")("answer-strength-strong") in shown(result)


async def test_each_message_menu_has_a_command_that_gives_the_same(coverage: Coverage, own_data: Path) -> None:
    async with newsroom(coverage, Settings(own_data), Locale.american_english) as room:
        menus = room.bot.tree.get_commands(type=AppCommandType.message)
        assert menus
        for menu in menus:
            command = menu.name.lower().replace(" ", "-")
            choices = await room.member.autocomplete(room.channel, command, "message", "40 jets")
            assert [choice["name"] for choice in choices] == [f"Ben: {room.said[0].content}"]
            by_menu = await room.member.context_menu(room.channel, menu.name, room.said[0])
            by_command = await room.member.slash(room.channel, command, message=choices[0]["value"])
            assert shown(by_menu) == shown(by_command)


async def test_what_is_no_message_of_the_channel_is_told_kindly(coverage: Coverage, own_data: Path) -> None:
    async with newsroom(coverage, Settings(own_data), Locale.american_english) as room:
        menu = room.bot.tree.get_commands(type=AppCommandType.message)[0]
        result = await room.member.slash(room.channel, menu.name.lower().replace(" ", "-"), message="the first one")
        assert result.response
        assert result.response.content == "Choose a message from the list."
        assert result.ephemeral

"""Whatever is done when a process is killed: nothing acknowledged is lost, and nothing is half there."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from knowledge import Coverage
from knowledge.answering.answers import answer
from knowledge.answering.strength import THRESHOLD
from knowledge.search.building import build
from knowledge.search.index import Index
from knowledge.search.segment import Segment
from tests.conftest import ALONE, ROOT
from tests.knowledge.killed import PORTS, article

KILLS = 50
"""In each of the tests, of which there are four."""
MOST_CHANGES = 3
"""That are told before a process is killed, some moments later."""
LONGEST = 0.04
"""Seconds of these moments: about what a change takes."""

State = dict[str, int | None]


@pytest.fixture
def changing() -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "tests.knowledge.killed"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ, **ALONE}, **pipes) as process:  # type: ignore[call-overload]
        yield process
        process.stdin.close()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_killed_at_any_moment(changing: subprocess.Popen[bytes], tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    kept: State = {}
    for number in range(KILLS):
        kept, begun = killed(changing, tmp_path, chance, kept)
        with Coverage.open(tmp_path, seeds=False) as coverage:
            found = versions(coverage)
            assert found in (present(kept), present({**kept, **begun})), number
            assert_as_if_built_afresh(coverage)
        kept = dict(found)
    assert kept


def killed(changing: subprocess.Popen[bytes], data: Path, chance: random.Random, kept: State) -> tuple[State, State]:
    """Let a process work, kill it, and give what it had acknowledged, and the change that it had begun."""
    assert changing.stdin
    assert changing.stdout
    changing.stdin.write(json.dumps([str(data), chance.randrange(10**6)]).encode() + b"\n")
    changing.stdin.flush()
    number = int(changing.stdout.readline())
    told = [changing.stdout.readline() for _ in range(chance.randint(0, 2 * MOST_CHANGES))]
    time.sleep(chance.uniform(0, LONGEST))
    os.kill(number, signal.SIGKILL)
    while (line := changing.stdout.readline()) != b"end\n":
        assert line, "the process ended by itself"
        told.append(line)
    return after(kept, told)


def after(kept: State, told: list[bytes]) -> tuple[State, State]:
    """What was acknowledged, and the change that was begun."""
    kept, begun = dict(kept), State()
    for line in told:
        if not line.endswith(b"]\n"):  # cut off
            continue
        state, wanted = json.loads(line)
        begun = {} if state == "done" else wanted
        kept.update(wanted if state == "done" else {})
    return kept, begun


def present(state: State) -> Mapping[str, int]:
    return {name: version for name, version in state.items() if version is not None}


def versions(coverage: Coverage) -> Mapping[str, int]:
    """The version of each article, the same in the database and in the index."""
    stored = list(coverage.history.articles())
    assert sorted(stored, key=lambda one: one.id) == sorted(coverage.articles(), key=lambda one: one.id)
    found = {one.id: int(one.text.split(" carried ")[1].split()[0]) - 100 for one in stored}
    assert [article(name, version) for name, version in found.items()] == stored
    return found


def assert_as_if_built_afresh(coverage: Coverage) -> None:
    records = [(one, coverage.sentences(one.id)) for one in coverage.articles()]
    fresh = Index([Segment(build(records))] if records else [])
    for question in [
        *(f"Which ferry sailed to {port}?" for port in PORTS[:3]),
        "How many passengers? Aurelia77 carried",
    ]:
        assert coverage.ask(question) == answer(question, fresh, None, 5, THRESHOLD)

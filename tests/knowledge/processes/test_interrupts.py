"""Ctrl-C at any moment: where it is let in, and what it leaves."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from knowledge.mapped.arrays import replace_file
from knowledge.processes.interrupts import delayed, let_in


@pytest.fixture(autouse=True)
def as_python_starts() -> Iterator[None]:
    """Python's own way with Ctrl-C, whatever runs the tests made of it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def press() -> None:
    signal.raise_signal(signal.SIGINT)


def test_it_waits_for_the_end() -> None:
    done = []
    with pytest.raises(KeyboardInterrupt):
        with delayed():
            press()
            with delayed():
                done.append("inside")
            done.append("to the end")
        done.append("never")
    assert done == ["inside", "to the end"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_it_ends_what_lets_it_in_at_once_and_cleaning_up_goes_on() -> None:
    done = []
    with pytest.raises(KeyboardInterrupt), delayed():
        try:
            with let_in():
                press()
                done.append("never")
        finally:
            press()
            done.append("cleaned up")
    assert done == ["cleaned up"]


def test_one_that_came_before_is_let_in_once() -> None:
    with delayed():
        press()
        with pytest.raises(KeyboardInterrupt), let_in():
            pytest.fail("it came before")
        with let_in():
            pass


def test_who_handles_it_in_another_way_still_does() -> None:
    heard = []
    signal.signal(signal.SIGINT, lambda *_: heard.append("Ctrl-C"))
    with delayed(), let_in():
        press()
        assert heard == ["Ctrl-C"]


class Steps:
    """Presses Ctrl-C before a step of a function's code, and counts the steps before it."""

    def __init__(self, function: object, wanted: int) -> None:
        self._code = getattr(function, "__code__", None)
        self._wanted = wanted
        self.count = 0

    def __call__(self, frame: FrameType, event: str, _argument: object) -> Any:  # noqa: ANN401
        if frame.f_code is not self._code:
            return None
        frame.f_trace_opcodes = True
        if event == "opcode":
            self.count += 1
            if self.count == self._wanted:
                press()
        return self


def test_a_file_is_replaced_or_not_at_whatever_step_it_comes(tmp_path: Path) -> None:
    file = tmp_path / "file"
    outcomes: list[bytes] = []
    reached = True
    while reached:
        file.write_bytes(b"old")
        steps = Steps(replace_file, wanted=len(outcomes) + 1)
        tracing = sys.gettrace()
        sys.settrace(steps)
        try:
            replace_file(file, [b"new"])
        except KeyboardInterrupt:
            pass
        finally:
            sys.settrace(tracing)
        assert list(tmp_path.iterdir()) == [file]
        outcomes.append(file.read_bytes())
        reached = steps.count >= len(outcomes)
    assert len(outcomes) > 20
    assert set(outcomes) == {b"old", b"new"}

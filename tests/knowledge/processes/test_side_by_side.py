"""Work in processes of its own."""

import math
import os
import signal
from functools import partial
from pathlib import Path

import pytest

from knowledge import Article, DataError
from knowledge.processes.side_by_side import side_by_side
from knowledge.reading.files import read_file
from knowledge.storage.failures import told_as_data_errors


def test_results_come_in_order_and_errors_are_raised() -> None:
    results = side_by_side(math.sqrt, [*range(9), -1], 2)
    assert [next(results) for _ in range(9)] == [math.sqrt(number) for number in range(9)]
    with pytest.raises(ValueError, match="math domain"):
        next(results)


def test_a_process_that_is_ended_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught, told_as_data_errors(tmp_path):
        list(side_by_side(os._exit, [1], 1))
    assert caught.value.problem == "killed"


def test_ctrl_c_and_what_lies_in_the_working_directory_do_not_concern_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "numpy.py").write_text("raise SystemExit('not this one')")
    monkeypatch.chdir(tmp_path)
    [held_back] = side_by_side(partial(signal.pthread_sigmask, signal.SIG_BLOCK), [()], 1)
    assert signal.SIGINT in held_back


def test_what_lies_in_the_working_directory_is_not_run_to_read_a_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pickle.py").write_text("raise SystemExit('not this one')")
    (tmp_path / "a.md").write_text("# Ferry\n\nThe ferry Aurelia sank off Kithnos on Friday. All were saved.\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PYTHONSAFEPATH", raising=False)
    [article] = read_file(tmp_path / "a.md")
    assert isinstance(article, Article)
    assert "PYTHONSAFEPATH" not in os.environ

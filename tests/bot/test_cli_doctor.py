"""`factbox doctor` and `factbox eval`."""

from __future__ import annotations

import json
import os
import sqlite3
from base64 import b64encode
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.cli.evaluating import write_file

if TYPE_CHECKING:
    from tests.conftest import Factbox

TOKEN = b64encode(b"123456789012345678").decode() + ".Gabcde." + "x" * 38


def test_all_is_well_and_a_missing_token_is_but_a_note(factbox: Factbox, seeded: Path) -> None:
    outcome = factbox("doctor", "--data", seeded)
    assert (outcome.status, outcome.err) == (0, "")
    levels = {line.split()[1]: line.split()[0] for line in outcome.out.splitlines()}
    assert levels == dict.fromkeys(levels, "ok") | {"token": "note"}
    assert "6 articles" in outcome.out


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({}, "ok       fetching   from public addresses alone"),
        ({"FACTBOX_NETWORKS": "10.7.0.0/16"}, "note     fetching   from public addresses, and from 10.7.0.0/16"),
        ({"FACTBOX_PROXY": "1"}, "note     fetching   through the environment's proxy"),
    ],
    ids=str,
)
def test_where_articles_may_be_fetched_from_is_told(
    factbox: Factbox, seeded: Path, environment: dict[str, str], told: str
) -> None:
    outcome = factbox("doctor", "--data", seeded, environment=environment)
    assert outcome.status == 0
    assert told in outcome.out


def test_it_changes_nothing_where_nothing_is(factbox: Factbox, tmp_path: Path) -> None:
    outcome = factbox("--data", tmp_path / "new" / "data", "doctor")
    assert outcome.status == 0
    assert "not there yet" in outcome.out
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"DISCORD_TOKEN": "secret words"}, "problem  token"),
        ({"FACTBOX_THRESHOLD": "high"}, "problem  settings   The setting FACTBOX_THRESHOLD"),
        ({"FACTBOX_DATA": "/dev/null"}, "problem  data"),
    ],
    ids=str,
)
def test_what_must_be_mended_is_told(factbox: Factbox, environment: dict[str, str], told: str) -> None:
    outcome = factbox("doctor", environment=environment)
    assert outcome.status == 1
    assert told in outcome.out
    assert "secret" not in outcome.out


@pytest.mark.parametrize("name", ["discord", "feedback", "feeds"])
def test_the_files_in_which_the_bot_remembers_are_looked_into(factbox: Factbox, own_data: Path, name: str) -> None:
    file = own_data / f"{name}.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE kept (what)")
    assert f"ok       {name}" in factbox("doctor", "--data", own_data).out.lower()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA user_version = 99")
    newer = factbox("doctor", "--data", own_data)
    assert newer.status == 1
    assert f"{file} was written by a newer Factbox: update this one." in newer.out
    file.write_bytes(b"no database at all" * 1000)
    damaged = factbox("doctor", "--data", own_data)
    assert damaged.status == 1
    assert f"{file} can't be read: put back a copy of it, or move it away" in damaged.out


def test_a_token_is_never_shown(factbox: Factbox, seeded: Path) -> None:
    outcome = factbox("doctor", "--data", seeded, environment={"DISCORD_TOKEN": TOKEN})
    assert "ok       token" in outcome.out
    assert not any(part in outcome.out for part in TOKEN.split("."))


@pytest.fixture
def beir(tmp_path: Path) -> Path:
    """A BEIR folder with one question that has an answer and one that has none."""
    rows = ["Russia would supply attack helicopters.", "The weather was fine.", "Talks went on in the Kremlin."]
    corpus = [
        {"_id": f"s{n}", "title": "", "text": row, "metadata": {"article": "a", "position": n}}
        for n, row in enumerate(rows)
    ]
    queries = [{"_id": "q1", "text": "Who would supply helicopters?"}, {"_id": "q2", "text": "What is a marmot?"}]
    directory = tmp_path / "beir"
    (directory / "qrels").mkdir(parents=True)
    (directory / "corpus.jsonl").write_text("".join(json.dumps(row) + "\n" for row in corpus))
    (directory / "queries.jsonl").write_text("".join(json.dumps(row) + "\n" for row in queries))
    (directory / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq1\ts0\t1\n")
    return directory


def test_an_evaluation_is_told_and_written(factbox: Factbox, beir: Path, tmp_path: Path) -> None:
    run, strengths = tmp_path / "run.txt", tmp_path / "strengths.tsv"
    outcome = factbox("eval", beir, "--run", run, "--strengths", strengths, "--json")
    assert (outcome.status, outcome.err) == (0, "")
    told = json.loads(outcome.out)
    assert (told["answerable"], told["unanswerable"], told["nDCG@10"], told["S@1"]) == (1, 1, 1.0, 1.0)
    query, q0, name, rank, score, _ = run.read_text().splitlines()[0].split()
    assert (query, q0, name, rank) == ("q1", "Q0", "s0", "1")
    assert float(score) > 0
    assert [line.split("\t")[0] for line in strengths.read_text().splitlines()] == ["q1", "q2"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["beir", "run.txt", "strengths.tsv"]


@pytest.mark.slow
def test_a_folder_that_is_not_in_the_form_is_named(factbox: Factbox, tmp_path: Path) -> None:
    assert "corpus.jsonl" in factbox("eval", tmp_path).complaint


@pytest.mark.slow
def test_a_place_that_cannot_be_written_is_named(factbox: Factbox, beir: Path) -> None:
    outcome = factbox("eval", beir, "--run", "/no/such/run.txt")
    assert "/no/such/run.txt" in outcome.complaint
    assert "nDCG@10" in outcome.out


def test_a_device_is_written_to_and_not_replaced(beir: Path) -> None:
    device = beir / "device"
    os.mkfifo(device)
    reader = os.open(device, os.O_RDONLY | os.O_NONBLOCK)
    write_file(device, ["one", "two"])
    assert os.read(reader, 100) == b"one\ntwo\n"
    os.close(reader)
    assert device.is_fifo()

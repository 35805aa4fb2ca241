import json
from pathlib import Path

import pytest

from knowledge import SourceError
from knowledge.evaluation.beir import read_beir
from knowledge.evaluation.evaluating import Evaluation
from knowledge.evaluation.evaluating import evaluate as evaluate_collection

CORPUS = [
    {"_id": "s2", "title": "Jets", "text": "Its base is Diyarbakir.", "metadata": {"article": "a", "position": 1}},
    {"_id": "s1", "title": "Jets", "text": "Turkey sent 25 jets.", "metadata": {"article": "a", "position": 0}},
    {"_id": "s3", "title": "Talks", "text": "The ministers met.", "metadata": {"article": "b", "position": 0}},
]
QUERIES = [{"_id": "q1", "text": "How many jets?"}, {"_id": "q2", "text": "Who is the king of Jordan?"}]


def evaluate(directory: Path) -> Evaluation:
    return evaluate_collection(read_beir(directory))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "qrels").mkdir()
    (tmp_path / "corpus.jsonl").write_text("\n".join(map(json.dumps, CORPUS)))
    (tmp_path / "queries.jsonl").write_text("\n".join(map(json.dumps, QUERIES)))
    (tmp_path / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq1\ts1\t1\nq1\ts3\t0\n")
    return tmp_path


def test_a_folder_is_measured(folder: Path) -> None:
    evaluation = evaluate(folder)
    assert [result.query_id for result in evaluation.results] == ["q1", "q2"]
    assert [name for name, _ in evaluation.results[0].ranking] == ["s1", "s2"]
    assert evaluation.measures["nDCG@10"] == evaluation.measures["S@1"] == evaluation.measures["AUROC"] == 1
    assert (evaluation.answerable, evaluation.unanswerable) == (1, 1)
    assert evaluation.results[0].strength > evaluation.results[1].strength == 0


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "queries.jsonl").unlink()
    with pytest.raises(SourceError) as caught:
        evaluate(folder)
    assert (Path(caught.value.source).name, caught.value.problem) == ("queries.jsonl", "missing")


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"_id": "s4"}',
        '{"_id": "s4", "text": 5}',
        "null",
        '{"_id": "s4", "text": "One.", "title": 5}',
        '{"_id": "s4", "text": "One.", "metadata": "a"}',
        '{"_id": "s4", "text": "One.", "metadata": {"position": "first"}}',
    ],
)
def test_a_bad_row_is_named(folder: Path, line: str) -> None:
    with (folder / "corpus.jsonl").open("a") as file:
        file.write("\n" + line)
    with pytest.raises(SourceError) as caught:
        evaluate(folder)
    assert caught.value.line == 4


def test_blank_lines_and_odd_characters_do_no_harm(folder: Path) -> None:
    for name in ("corpus.jsonl", "queries.jsonl", "qrels/test.tsv"):
        with (folder / name).open("a") as file:
            file.write("\n\n")
    with (folder / "corpus.jsonl").open("ab") as binary:
        binary.write(b'{"_id": "s4", "text": "caf\xe9 \\ud800"}\n')
    assert evaluate(folder).measures["S@1"] == 1


def test_a_bad_grade_is_named(folder: Path) -> None:
    (folder / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq1\ts1\tyes\n")
    with pytest.raises(SourceError) as caught:
        evaluate(folder)
    assert caught.value.line == 2

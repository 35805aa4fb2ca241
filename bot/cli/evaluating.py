"""`factbox eval`: the measures for a person or as JSON, the rankings and strengths as files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.cli.output import write, write_json
from bot.cli.progress import SlowProgress
from bot.texts import english
from knowledge.evaluation.beir import read_beir
from knowledge.evaluation.evaluating import Evaluation, Result, evaluate


def evaluate_directory(directory: Path, run: Path | None, strengths: Path | None, *, as_json: bool) -> None:
    """Ask all questions of the folder and tell how well they are answered. Raises SourceError and OSError."""
    with SlowProgress("terminal-evaluating") as progress:
        evaluation = evaluate(read_beir(directory), progress)
    if as_json:
        write_json({**_counts(evaluation), **evaluation.measures})
    else:
        _tell(evaluation)
    if run:
        write_file(run, (line for result in evaluation.results for line in _trec_lines(result)))
    if strengths:
        write_file(strengths, (f"{result.query_id}\t{result.strength:.6f}" for result in evaluation.results))


def _tell(evaluation: Evaluation) -> None:
    write(english()("terminal-evaluated", **_counts(evaluation)))
    for name, value in evaluation.measures.items():
        write(f"{name:<8} {value:.4f}")


def _counts(evaluation: Evaluation) -> dict[str, int]:
    return {"answerable": evaluation.answerable, "unanswerable": evaluation.unanswerable}


def _trec_lines(result: Result) -> Iterator[str]:
    """The ranking in the form of trec_eval: query, Q0, document, rank, score, name of the run."""
    for rank, (name, score) in enumerate(result.ranking, start=1):
        yield f"{result.query_id} Q0 {name} {rank} {score:.6f} factbox"


def write_file(path: Path, lines: Iterable[str]) -> None:
    """Write the whole file or none of it; what isn't a file, such as /dev/stdout, is written to as it is."""
    target = path.resolve()
    draft = target.with_name(f".{target.name}.{os.getpid()}") if target.is_file() or not target.exists() else target
    try:
        with draft.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(f"{line}\n" for line in lines)
        if draft != target:
            draft.replace(target)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        if draft != target:
            draft.unlink(missing_ok=True)

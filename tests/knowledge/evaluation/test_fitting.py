import json
from pathlib import Path

import pytest

from knowledge.answering.strength import strength
from knowledge.answering.understanding import understand
from knowledge.evaluation.fitting import all_cases, cases, fit
from knowledge.evaluation.marked import read_collection

QUESTIONS = [
    {"id": "1", "question": "How many attack helicopters would Russia supply?", "answer_contains": ["36 Mi-28NE"]},
    {"id": "2", "question": "Which of them did Merkel tell about Iraq?", "answer_contains": []},
    {"id": "3", "question": "hello", "answer_contains": []},
]
OTHER_WORDS = Path(__file__).parents[1] / "gate" / "other_words"


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(map(json.dumps, QUESTIONS)), encoding="utf-8")
    return path


def test_the_evidence_of_questions_that_match_anything(questions: Path) -> None:
    good, bad = cases(read_collection(questions))
    assert (good.answerable, good.right, bad.answerable, bad.right) == (True, True, False, False)
    assert good.evidence.match > bad.evidence.match
    assert (good.evidence.unknown_name, bad.evidence.unknown_name) == (0, 1)
    assert (good.evidence.lacks, good.evidence.missing) == (0, 0)
    assert bad.evidence.missing > 0


def test_a_fit_tells_answerable_questions_from_others_that_it_has_not_seen() -> None:
    found = list(all_cases([read_collection(OTHER_WORDS), read_collection(OTHER_WORDS.parent / "questions.jsonl")]))
    assert any(not case.answerable and case.evidence.missing > 0.5 for case in found)
    fitted = fit(found)
    assert fitted.weights.missing < 0 < fitted.weights.match
    shown = [(case.right, strong) for case, strong in zip(found, fitted.held_out, strict=True)]
    for low in (0.2, 0.5, 0.7):  # a strength is the share of first sentences that are right
        right = [is_right for is_right, strong in shown if low <= strong < low + 0.25]
        assert abs(sum(right) / len(right) - low - 0.125) < 0.15


def test_what_matches_nothing_has_no_strength(questions: Path) -> None:
    index = read_collection(questions).index()
    for question in ("hello", "", "the of", "xyzzy"):
        understanding = understand(question, index)
        assert strength(understanding, index.search(understanding.query, 1), index) < 0.1

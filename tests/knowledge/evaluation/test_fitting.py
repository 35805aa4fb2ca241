import json
from pathlib import Path

from knowledge.evaluation.fitting import cases

QUESTIONS = [
    {"question": "How many attack helicopters would Russia supply to Iraq?", "answer_contains": ["36"]},
    {"question": "Which of them did Merkel tell about Iraq?", "answer_contains": []},
    {"question": "hello", "answer_contains": []},
]


def test_the_evidence_of_questions_that_match_anything(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(map(json.dumps, QUESTIONS)), encoding="utf-8")
    (good, is_answerable), (bad, is_not) = cases([path])
    assert (is_answerable, is_not) == (True, False)
    assert good.match > bad.match
    assert (good.unknown_name, bad.unknown_name) == (0, 1)
    assert (good.asks_for, bad.asks_for) == (1, 0)

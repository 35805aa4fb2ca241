"""The gate for questions: our own on the seeds, and those in other words than the sentences, on articles of their own.

An item of `QUESTIONS` is a folder or a file as `knowledge.evaluation` reads it.
"""

from collections.abc import Iterator

import pytest

from knowledge import Answer, Coverage
from knowledge.evaluation.collection import Collection
from knowledge.evaluation.marked import read_collection
from knowledge.evaluation.measures import separation
from tests.knowledge.gate.floors import FOLDER, hold, share

QUESTIONS = {"questions": FOLDER / "questions.jsonl", "other words": FOLDER / "other_words"}


@pytest.fixture(scope="module", params=QUESTIONS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def collection(name: str) -> Collection:
    return read_collection(QUESTIONS[name])


@pytest.fixture(scope="module")
def asked(collection: Collection, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, tuple[Answer, ...]]]:
    """The answers to each question: whatever their strength, and at the threshold that ships."""
    data = tmp_path_factory.mktemp("gate")
    with Coverage.open(data, seeds=False, threshold=0) as all_shown, Coverage.open(data) as as_shipped:
        all_shown.add([article for article, _ in collection.records])
        yield {
            query_id: (all_shown.ask(question), as_shipped.ask(question))
            for query_id, question in collection.queries.items()
        }


@pytest.fixture(scope="module")
def figures(collection: Collection, asked: dict[str, tuple[Answer, ...]]) -> dict[str, float]:
    """Shares of the questions."""
    answerable = {query_id: pair for query_id, pair in asked.items() if query_id in collection.grades}
    others = {query_id: pair for query_id, pair in asked.items() if query_id not in collection.grades}
    right = {query_id: _right(query_id, pair[0], collection) for query_id, pair in answerable.items()}
    separated = separation([a.strength for a, _ in answerable.values()], [a.strength for a, _ in others.values()])
    assert separated is not None
    return {
        "right sentence first": share([facts[:1] == [True] for facts in right.values()]),
        "right sentence in the first three": share([any(facts[:3]) for facts in right.values()]),
        "strength separates": separated,
        "answered though answerable": share([shown.answered for _, shown in answerable.values()]),
        "silent though unanswerable": share([not shown.answered for _, shown in others.values()]),
    }


def _right(query_id: str, answer: Answer, collection: Collection) -> list[bool]:
    grades = collection.grades[query_id]
    return [collection.names[fact.article.id, fact.sentence.start] in grades for fact in answer.facts]


def test_the_questions_are_enough_and_have_their_answers_in_the_coverage(collection: Collection) -> None:
    assert all(collection.grades.values())
    assert len(collection.grades) >= 40
    assert len(collection.queries) - len(collection.grades) >= 15


def test_no_figure_is_lower_than_it_was(name: str, figures: dict[str, float]) -> None:
    path = QUESTIONS[name]
    hold(name, figures, *(sorted(path.glob("*.jsonl")) if path.is_dir() else [path]))


def test_what_is_answered_first_is_told_by_its_strength(
    collection: Collection, asked: dict[str, tuple[Answer, ...]]
) -> None:
    """Of the answers of a strength about as many have a right first sentence."""
    pairs = [
        (answer.strength, query_id in collection.grades and _right(query_id, answer, collection)[:1] == [True])
        for query_id, (_, answer) in asked.items()
        if answer.answered
    ]
    strong = [right for strength, right in pairs if strength >= 0.6]
    weak = [right for strength, right in pairs if strength < 0.4]
    assert share(strong) >= 0.6 > share(weak)


def test_an_agencys_text_in_two_papers_is_one_source(
    collection: Collection, asked: dict[str, tuple[Answer, ...]]
) -> None:
    facts = [fact for shown, _ in asked.values() for fact in shown.facts]
    twice = [fact for fact in facts if fact.also_reported_by]
    assert all(report.copy for fact in twice for report in fact.also_reported_by)
    assert bool(twice) == (len(collection.records) > 6)

"""What is kept of questions and reports, and what isn't, in real SQLite files."""

import multiprocessing
import sqlite3
import stat
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge import DataError
from knowledge.storage.feedback import DayCount, Feedback

ANNA, BORIS = 10, 2**62


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "feedback.db"


@pytest.fixture
def feedback(path: Path) -> Feedback:
    return Feedback(path)


def today() -> date:
    return datetime.now(UTC).date()


def test_nothing_is_there_before_something_is_told(feedback: Feedback, path: Path) -> None:
    assert feedback.list_unanswered(10) == ()
    assert feedback.list_reports(10) == ()
    assert feedback.counts(date.min) == ()
    assert (feedback.forget(ANNA), feedback.settle(1), feedback.clear_unanswered("Who?")) == (0, False, False)
    assert not path.exists()


def test_the_same_question_counts_up(feedback: Feedback) -> None:
    for question in ["Who won?", "who  WON", "Ｗho won?", "Who lost?"]:
        feedback.unanswered(question)
    assert [(kept.question, kept.times) for kept in feedback.list_unanswered(10)] == [("Who won?", 3), ("Who lost?", 1)]
    assert {kept.day for kept in feedback.list_unanswered(10)} == {today()}


def test_the_last_asked_come_first_of_those_asked_as_often(feedback: Feedback) -> None:
    for question in ["Who won?", "Who lost?", "Who drew?"]:
        feedback.unanswered(question)
    assert [kept.question for kept in feedback.list_unanswered(2)] == ["Who drew?", "Who lost?"]


def test_a_question_that_was_seen_to_is_taken_away(feedback: Feedback) -> None:
    feedback.unanswered("Who won?")
    assert feedback.clear_unanswered("WHO won")
    assert not feedback.clear_unanswered("WHO won")
    assert feedback.list_unanswered(10) == ()


@pytest.mark.parametrize("question", ["", " \n "])
def test_no_question_is_kept_where_there_is_none(feedback: Feedback, question: str) -> None:
    feedback.unanswered(question)
    assert feedback.list_unanswered(10) == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.text(min_size=1, max_size=700))
def test_any_text_is_kept_and_cut(feedback: Feedback, text: str) -> None:
    feedback.unanswered(text)
    for kept in feedback.list_unanswered(100):
        assert 0 < len(kept.question) <= 300
        assert feedback.clear_unanswered(kept.question)
    assert feedback.list_unanswered(1) == ()
    feedback.report("a1", 0, text, ANNA)
    assert len(feedback.list_reports(1)[0].note) <= 300


def test_a_person_reports_a_sentence_once(feedback: Feedback) -> None:
    feedback.report("a1", 3, "Not what he said.", ANNA)
    feedback.report("a1", 3, "Wrong year.\nIt was 2014. ", ANNA)
    feedback.report("a1", 3, "", BORIS)
    feedback.report("a1", 4, "Misquoted.", ANNA)
    told = [(report.article_id, report.position, report.note, report.day) for report in feedback.list_reports(10)]
    assert told == [
        ("a1", 4, "Misquoted.", today()),
        ("a1", 3, "", today()),
        ("a1", 3, "Wrong year.\nIt was 2014.", today()),
    ]


def test_a_report_that_is_settled_is_gone_and_its_number_never_another_one_s(feedback: Feedback) -> None:
    feedback.report("a1", 3, "", ANNA)
    [report] = feedback.list_reports(10)
    assert feedback.settle(report.number)
    assert not feedback.settle(report.number)
    feedback.report("a2", 0, "", ANNA)
    assert [other.number == report.number for other in feedback.list_reports(10)] == [False]


def test_all_of_a_person_is_forgotten_and_nothing_of_another(feedback: Feedback, path: Path) -> None:
    feedback.report("a1", 3, "the secret of Anna", ANNA)
    feedback.report("a1", 4, "", ANNA)
    feedback.report("a1", 3, "the word of Boris", BORIS)
    feedback.unanswered("Who won?")
    assert feedback.forget(ANNA) == 2
    assert feedback.forget(ANNA) == 0
    assert [report.note for report in feedback.list_reports(10)] == ["the word of Boris"]
    assert len(feedback.list_unanswered(10)) == 1
    left = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert b"the word of Boris" in left
    assert b"the secret of Anna" not in left


def test_counts_of_a_day(feedback: Feedback) -> None:
    feedback.count("ask", True)
    feedback.count("ask", True, 4)
    feedback.count("ask", False)
    feedback.count("quotes", True)
    assert feedback.counts(today()) == (
        DayCount(today(), "ask", True, 5),
        DayCount(today(), "ask", False, 1),
        DayCount(today(), "quotes", True, 1),
    )
    assert feedback.counts(today() + timedelta(days=1)) == ()


def test_no_column_of_questions_or_counts_could_hold_who_asked(feedback: Feedback, path: Path) -> None:
    feedback.unanswered("Who won?")
    with closing(sqlite3.connect(path)) as connection:
        columns = {
            table: {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
            for table in ("unanswered", "counts")
        }
    assert columns == {
        "unanswered": {"folded", "question", "times", "day"},
        "counts": {"day", "kind", "answered", "times"},
    }


def test_the_oldest_make_room(feedback: Feedback, path: Path) -> None:
    feedback.unanswered("Is this the oldest?")
    feedback.report("a1", 0, "the oldest", ANNA)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE unanswered SET day = '2001-01-01'")
        numbers = [(number,) for number in range(9_999)]
        connection.executemany("INSERT INTO unanswered SELECT 'q' || ?1, 'q', 1, '2020-01-01'", numbers)
        connection.executemany("INSERT INTO reports SELECT NULL, 'a' || ?1, 0, 7, '', '2020-01-01'", numbers)
    assert len(feedback.list_unanswered(20_000)) == len(feedback.list_reports(20_000)) == 10_000
    feedback.unanswered("Is this the newest?")
    feedback.report("a2", 0, "the newest", BORIS)
    questions = {kept.question for kept in feedback.list_unanswered(20_000)}
    notes = {report.note for report in feedback.list_reports(20_000)}
    assert len(feedback.list_unanswered(20_000)) == len(feedback.list_reports(20_000)) == 10_000
    assert "Is this the newest?" in questions
    assert "Is this the oldest?" not in questions
    assert "the newest" in notes
    assert "the oldest" not in notes


def test_only_its_owner_may_read_the_file(feedback: Feedback, path: Path) -> None:
    feedback.count("ask", True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_write_ahead_log_is_on(feedback: Feedback, path: Path) -> None:
    feedback.count("ask", True)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_several_threads_write(feedback: Feedback) -> None:
    with ThreadPoolExecutor(8) as pool:
        for _ in pool.map(lambda number: feedback.unanswered(f"Who won {number % 5}?"), range(100)):
            pass
    assert [kept.times for kept in feedback.list_unanswered(10)] == [20] * 5


def count_often(path: Path) -> None:
    for _ in range(25):
        Feedback(path).count("ask", True)


def test_several_processes_write_and_make_the_file(path: Path) -> None:
    with ProcessPoolExecutor(4, multiprocessing.get_context("spawn")) as pool:
        for _ in pool.map(count_often, [path] * 4):
            pass
    assert [counted.times for counted in Feedback(path).counts(today())] == [100]


def newer(path: Path) -> None:
    Feedback(path).count("ask", True)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


def no_database(path: Path) -> None:
    path.write_bytes(b"no database" * 500)


def without_tables(path: Path) -> None:
    Feedback(path).count("ask", True)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript("DROP TABLE counts; DROP TABLE reports; DROP TABLE unanswered")


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [(newer, "newer"), (no_database, "damaged"), (without_tables, "damaged"), (Path.mkdir, "read-only")],
)
def test_a_file_that_can_not_serve(path: Path, spoil: Callable[[Path], None], problem: str) -> None:
    spoil(path)
    feedback = Feedback(path)
    for call in (
        lambda: feedback.unanswered("Who won?"),
        lambda: feedback.list_unanswered(1),
        lambda: feedback.report("a1", 0, "", ANNA),
        lambda: feedback.forget(ANNA),
        lambda: feedback.counts(date.min),
    ):
        with pytest.raises(DataError) as caught:
            call()
        assert (caught.value.problem, caught.value.path) == (problem, path)


def test_an_empty_file_is_as_good_as_none(feedback: Feedback, path: Path) -> None:
    path.touch()
    assert feedback.list_reports(1) == ()
    feedback.count("ask", False)
    assert feedback.counts(today())[0].times == 1


def test_another_process_that_writes_is_waited_for(feedback: Feedback, path: Path) -> None:
    feedback.count("ask", True)
    with closing(sqlite3.connect(path, isolation_level=None)) as other, ThreadPoolExecutor(1) as pool:
        other.execute("BEGIN IMMEDIATE")
        counting = pool.submit(feedback.count, "ask", True)
        assert feedback.counts(today())[0].times == 1
        assert not counting.done()
        other.execute("COMMIT")
        counting.result()
    assert feedback.counts(today())[0].times == 2

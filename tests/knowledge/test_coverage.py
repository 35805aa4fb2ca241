import json
import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Event

import pytest
from filelock import FileLock

from knowledge import Article, Coverage, DataError, Filters, QuestionTooLong, SourceError, UnknownArticle
from knowledge.search.folder import FORMAT

HELICOPTERS = "How many attack helicopters would Russia supply to Iraq?"
FERRY = Article(
    text="The ferry Aurelia sank off Kithnos on Friday. All 214 passengers were brought ashore by fishermen.",
    title="Ferry sinks",
    publisher="Island Post",
    published=date(2019, 6, 14),
    url="https://post.example/ferry",
    language="en",
)


@pytest.fixture
def data(tmp_path: Path, seeded: Path) -> Path:
    """A data directory of one's own, with the seeds in it."""
    return Path(shutil.copytree(seeded, tmp_path / "data"))


def segments(data: Path) -> list[Path]:
    return sorted((data / "index").glob("*.segment"))


def test_a_new_folder_starts_with_the_seeds(coverage: Coverage) -> None:
    assert len(coverage.articles()) == 6
    assert sum(len(coverage.sentences(article.id)) for article in coverage.articles()) == 85


def test_a_folder_may_have_any_name(tmp_path: Path) -> None:
    folder = tmp_path / "Größe 100% #1? & 'more' [x]" / "new"
    with Coverage.open(folder) as coverage:
        assert coverage.add([FERRY]).added == 1
    with Coverage.open(folder) as coverage:
        assert len(coverage.articles()) == 7


def test_without_seeds_it_starts_empty_and_stays_so(tmp_path: Path) -> None:
    with Coverage.open(tmp_path, seeds=False) as coverage:
        assert coverage.articles() == []
        answer = coverage.ask(HELICOPTERS)
        assert (answer.answered, answer.strength, answer.facts, answer.nearest) == (False, 0, (), ())
        assert (answer.since, answer.until) == (None, None)
    with Coverage.open(tmp_path) as coverage:
        assert coverage.articles() == []


def test_an_answer(coverage: Coverage) -> None:
    answer = coverage.ask(HELICOPTERS)
    fact = answer.facts[0]
    assert answer.answered
    assert 0.9 <= answer.strength <= 1
    assert "36 Mi-28NE attack helicopters" in fact.sentence.text
    assert fact.sentence.text in fact.article.text
    assert fact.article.publisher == "The Hindu"
    assert fact.link
    assert fact.link.startswith(f"{fact.article.url}#:~:text=")
    assert {fact.sentence.text[start:end].lower() for start, end in fact.matched} >= {"attack", "helicopters", "russia"}
    assert [fact.score for fact in answer.facts] == sorted((fact.score for fact in answer.facts), reverse=True)
    assert (answer.since, answer.until) == (date(2012, 10, 10), date(2024, 7, 26))


def test_an_article_without_an_address_has_no_link(coverage: Coverage) -> None:
    fact = coverage.ask("How long was Italy without an ambassador in Syria?").facts[0]
    assert "decade-long absence" in fact.sentence.text
    assert (fact.link, fact.article.url) == (None, None)


def test_what_the_coverage_does_not_say(coverage: Coverage) -> None:
    answer = coverage.ask("How many submarines does Iraq have?")
    assert not answer.answered
    assert answer.facts == ()
    assert answer.nearest


def test_misspelt_words_are_repaired_and_told(coverage: Coverage) -> None:
    answer = coverage.ask("antonio tajanni itally syria embasador")
    assert answer.corrections == {"tajanni": "tajani", "itally": "italy", "embasador": "ambassador"}
    assert "Antonio Tajani" in answer.facts[0].sentence.text


def test_an_english_word_is_never_repaired(coverage: Coverage) -> None:
    assert coverage.ask("How many T-90 tanks were delivered to Iraq? Thanks!").corrections == {}


@pytest.mark.parametrize("question", ["", "  \n ", "🎉🎉", "\u202e\u202d", "the of and", "\x00", "\ud800", "?" * 2000])
def test_questions_that_ask_for_nothing(coverage: Coverage, question: str) -> None:
    answer = coverage.ask(question)
    assert (answer.answered, answer.strength, answer.nearest) == (False, 0, ())


def test_a_right_to_left_question(coverage: Coverage) -> None:
    assert not coverage.ask("كم عدد المروحيات التي ستوردها روسيا إلى العراق؟").answered


def test_a_question_has_a_length(coverage: Coverage) -> None:
    with pytest.raises(QuestionTooLong) as caught:
        coverage.ask("a" * 10_000)
    assert (caught.value.length, caught.value.limit) == (10_000, 2_000)


def test_filters_and_limit(coverage: Coverage) -> None:
    facts = coverage.ask("Russia ready to supply weapons to Iraq", Filters(publisher="The Moscow Times"), limit=2).facts
    assert 1 <= len(facts) <= 2
    assert {fact.article.publisher for fact in facts} == {"The Moscow Times"}
    late = coverage.ask("Russia weapons Iraq Lavrov", Filters(since=date(2015, 1, 1), until=date(2017, 1, 1)), limit=50)
    assert {fact.article.published for fact in late.facts} == {date(2015, 5, 21)}


def test_one_fact_for_a_quotation_that_stands_twice_in_an_article(coverage: Coverage) -> None:
    answer = coverage.ask("continue to develop and build up this cooperation and partnership", limit=10)
    texts = [fact.sentence.text for fact in answer.facts]
    assert sum("the foundations of which we laid" in text for text in texts) == 1


def test_copies_are_told_as_reports_of_one_fact(data: Path) -> None:
    copy = Article(text=FERRY.text, title="Ship lost", publisher="Daily Coast", url="https://coast.example/ship")
    with Coverage.open(data) as coverage:
        coverage.add([FERRY, copy])
        facts = coverage.ask("How many passengers of the ferry Aurelia were brought ashore?").facts
        assert sum("214 passengers" in fact.sentence.text for fact in facts) == 1
        [report] = facts[0].also_reported_by
        assert {facts[0].article.publisher, report.article.publisher} == {"Island Post", "Daily Coast"}


def test_one_article_can_be_added_by_itself(data: Path) -> None:
    with Coverage.open(data) as coverage:
        assert coverage.add(FERRY).added == 1


@pytest.mark.parametrize("field", ["text", "title", "publisher"])
def test_what_is_not_unicode_is_refused_and_nothing_stored(data: Path, field: str) -> None:
    article = replace(Article(text="The ferry sailed."), **{field: "\ud800"})  # type: ignore[arg-type]
    with Coverage.open(data) as coverage:
        with pytest.raises(SourceError) as caught:
            coverage.add([FERRY, article])
        assert (caught.value.problem, caught.value.field) == ("bad-field", field)
        assert len(coverage.articles()) == 6


def test_a_limit_is_at_least_one(coverage: Coverage) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        coverage.ask(HELICOPTERS, limit=0)


@pytest.mark.parametrize("published", [date.min, date.max])
def test_far_dates(data: Path, published: date) -> None:
    with Coverage.open(data) as coverage:
        coverage.add(Article(text="The ferry Aurelia sank off Kithnos.", published=published))
        assert coverage.ask("Where did the ferry Aurelia sink?").facts[0].article.published == published


def test_progress_is_told_article_by_article(data: Path) -> None:
    told: list[tuple[int, int | None]] = []
    with Coverage.open(data) as coverage:
        coverage.add([FERRY, Article(text="The ferry Livia sailed.")], lambda done, total: told.append((done, total)))
    assert told == [(1, None), (2, None)]


def test_reports_whose_figures_differ_stay_apart(data: Path) -> None:
    other = Article(text=FERRY.text.replace("214", "180"), title="Ship lost", publisher="Daily Coast")
    with Coverage.open(data) as coverage:
        coverage.add([FERRY, other])
        facts = coverage.ask("How many passengers of the ferry Aurelia were brought ashore?").facts
        told = [fact.sentence.text for fact in facts if "passengers" in fact.sentence.text]
        assert sorted("214" in text for text in told) == [False, True]


def test_added_articles_are_found_and_removed_ones_are_not(data: Path) -> None:
    question = "Where did the ferry Aurelia sink?"
    with Coverage.open(data) as coverage:
        assert not coverage.ask(question).answered
        added = coverage.add([FERRY])
        assert (added.added, added.updated, added.unchanged, added.sentences) == (1, 0, 0, 2)
        assert "Kithnos" in coverage.ask(question).facts[0].sentence.text
        assert coverage.add([FERRY]).unchanged == 1
        coverage.remove([FERRY.id])
        assert not coverage.ask(question).answered
        assert FERRY.id not in {article.id for article in coverage.articles()}


def test_an_article_replaces_the_one_with_its_address(data: Path) -> None:
    newer = Article(text="The ferry Aurelia was raised.", title=FERRY.title, url=FERRY.url)
    with Coverage.open(data) as coverage:
        coverage.add([FERRY])
        assert coverage.add([newer]).updated == 1
        assert [sentence.text for sentence in coverage.sentences(FERRY.id)] == [newer.text]
        assert len(coverage.articles()) == 7


def test_nothing_is_removed_when_one_is_not_there(data: Path) -> None:
    with Coverage.open(data) as coverage:
        first = coverage.articles()[0].id
        with pytest.raises(UnknownArticle):
            coverage.remove([first, "nonsense"])
        assert len(coverage.articles()) == 6


def test_answers_equal_those_of_an_index_built_afresh(data: Path) -> None:
    questions = [HELICOPTERS, "Who is Fuad Hussein?", "ferry Aurelia passengers", "Lavrov weapons Iraq"]
    with Coverage.open(data) as coverage:
        for number in range(12):  # more segments than are kept apart
            coverage.add(
                [Article(text=f"Ship {number} left Kithnos. It carried {number} men.", title=f"Ship {number}")]
            )
        coverage.add([FERRY])
        coverage.remove([coverage.articles()[0].id])
        grown = [coverage.ask(question) for question in questions]
        assert len(segments(data)) <= 9
    shutil.rmtree(data / "index")
    with Coverage.open(data) as coverage:
        assert [coverage.ask(question) for question in questions] == grown


MANIFESTS = {
    "bad manifest": "{",
    "other format": '{"format": 99}',
    "nested manifest": "[" * 100_000,
    "long name": json.dumps({"format": FORMAT, "generation": 1, "segments": [{"file": "x" * 300, "removed": []}]}),
}


@pytest.mark.parametrize("damage", ["missing", "cut", "changed", "no manifest", *MANIFESTS])
def test_an_index_that_is_damaged_is_rebuilt(data: Path, damage: str) -> None:
    [segment], manifest = segments(data), data / "index" / "manifest.json"
    if damage == "missing":
        segment.unlink()
    elif damage == "cut":
        os.truncate(segment, 1000)
    elif damage == "changed":
        content = bytearray(segment.read_bytes())
        content[len(content) // 2] ^= 1
        segment.write_bytes(content)
    elif damage == "no manifest":
        manifest.unlink()
    else:
        manifest.write_text(MANIFESTS[damage])
    with Coverage.open(data) as coverage:
        assert coverage.ask(HELICOPTERS).answered
        assert len(coverage.articles()) == 6


def lose_a_byte(path: Path) -> None:
    """Change the byte in the middle as a disk does that loses it, without a trace."""
    written = path.stat().st_mtime_ns
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    os.utime(path, ns=(written, written))


def test_a_byte_that_the_disk_lost_is_noticed_when_all_is_checked(data: Path) -> None:
    with Coverage.open(data) as coverage:
        assert coverage.check_files()
    lose_a_byte(segments(data)[0])
    with Coverage.open(data) as coverage:
        assert not coverage.check_files()
        assert coverage.check_files()
        assert coverage.ask(HELICOPTERS).answered


def test_a_byte_that_the_disk_lost_is_never_merged(data: Path) -> None:
    with Coverage.open(data) as coverage:
        whole = coverage.ask(HELICOPTERS)
    lose_a_byte(segments(data)[0])
    with Coverage.open(data) as coverage:
        [lost] = segments(data)
        coverage.add(Article(text=f"The ferry Aurelia{number} sank.") for number in range(99))
        assert lost not in segments(data)
        assert coverage.check_files()
        assert coverage.ask(HELICOPTERS).facts[0].sentence == whole.facts[0].sentence


def test_a_change_that_reached_only_the_database_is_indexed_at_the_next_start(data: Path) -> None:
    manifest = data / "index" / "manifest.json"
    before = manifest.read_bytes()
    kept = shutil.copy(segments(data)[0], data / "kept")
    with Coverage.open(data) as coverage:
        coverage.add([FERRY])
    manifest.write_bytes(before)  # as a crash between the two steps leaves it
    shutil.move(kept, data / "index" / json.loads(before)["segments"][0]["file"])
    with Coverage.open(data) as coverage:
        assert coverage.ask("Where did the ferry Aurelia sink?").answered


def test_a_start_that_broke_off_before_the_seeds_were_stored_takes_them_in(tmp_path: Path) -> None:
    from knowledge.storage.database import Database

    Database(f"sqlite:///{tmp_path / 'factbox.db'}", tmp_path).close()
    with Coverage.open(tmp_path) as coverage:
        assert len(coverage.articles()) == 6


def test_what_another_process_adds_is_seen(data: Path) -> None:
    with Coverage.open(data) as reader, Coverage.open(data) as writer:
        writer.add([FERRY])
        until = time.monotonic() + 10
        while time.monotonic() < until and not reader.ask("Where did the ferry Aurelia sink?").answered:
            time.sleep(0.1)
        assert len(reader.articles()) == 7


def test_questions_are_answered_while_another_writes(data: Path) -> None:
    with FileLock(data / "write.lock"), Coverage.open(data) as coverage:
        assert coverage.ask(HELICOPTERS).answered


def test_questions_and_changes_from_several_threads(data: Path) -> None:
    ships = [Article(text=f"Ship {number} left Kithnos on Monday.", title=f"Ship {number}") for number in range(6)]
    with Coverage.open(data) as coverage, ThreadPoolExecutor(4) as pool:
        changes = [pool.submit(coverage.add, [ship]) for ship in ships]
        answers = [pool.submit(coverage.ask, HELICOPTERS) for _ in range(200)]
        assert all(answer.result().answered for answer in answers)
        assert sum(change.result().added for change in changes) == 6
        assert len(coverage.articles()) == 12


def test_articles_of_one_title_are_two_unless_publisher_and_date_are_the_same_too(data: Path) -> None:
    with Coverage.open(data) as coverage:
        texts = ["It rained heavily in Oslo.", "It snowed gently in Rome."]
        assert coverage.add([Article(text=text, title="Weather") for text in texts]).added == 2
        named = [Article(text=text, title="Weather", publisher="Post", published=date(2020, 1, 1)) for text in texts]
        assert (coverage.add(named[0]).added, coverage.add(named[1]).updated) == (1, 1)


def test_a_time_is_taken_for_its_day(data: Path) -> None:
    with Coverage.open(data) as coverage:
        coverage.add(replace(FERRY, published=datetime(2019, 6, 14, 12, 30, tzinfo=UTC)))
        assert {article.published for article in coverage.articles()} >= {date(2019, 6, 14)}


@pytest.mark.parametrize("field", ["text", "language", "publisher", "published"])
def test_a_field_of_another_type_is_refused(data: Path, field: str) -> None:
    with Coverage.open(data) as coverage, pytest.raises(SourceError) as caught:
        coverage.add(replace(Article(text="One.", id="a"), **{field: 5}))  # type: ignore[arg-type]
    assert caught.value.field == field


def test_a_closed_coverage_can_not_be_asked(data: Path) -> None:
    coverage = Coverage.open(data)
    coverage.close()
    for call in (lambda: coverage.ask(HELICOPTERS), coverage.overview, coverage.version, lambda: coverage.feedback):
        with pytest.raises(ValueError, match="closed"):
            call()


def test_an_index_behind_its_database_answers_where_nothing_can_be_written(data: Path) -> None:
    manifest = data / "index" / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"generation": 1', '"generation": 0'))
    (data / "write.lock").unlink(missing_ok=True)
    (data / "write.lock").mkdir()  # as good as no permission, for root too
    with Coverage.open(data) as coverage:
        assert coverage.ask(HELICOPTERS).answered


def test_a_database_that_was_lost_is_told_and_the_index_kept(data: Path) -> None:
    (data / "factbox.db").unlink()
    with pytest.raises(DataError) as caught:
        Coverage.open(data)
    assert caught.value.problem == "damaged"
    assert segments(data)


def test_a_database_without_its_state_is_told(data: Path) -> None:
    connection = sqlite3.connect(data / "factbox.db")
    connection.execute("DELETE FROM state")
    connection.commit()
    connection.close()
    with pytest.raises(DataError) as caught:
        Coverage.open(data)
    assert caught.value.problem == "damaged"


def test_asking_all_the_while_loses_no_article_that_is_added(data: Path) -> None:
    with Coverage.open(data) as coverage, ThreadPoolExecutor(3) as pool:
        stop = Event()
        archive = coverage._archive

        def look() -> None:
            while not stop.is_set():
                archive._looked = 0.0  # look at the disk at each question
                coverage.ask(HELICOPTERS)

        lookers = [pool.submit(look) for _ in range(3)]
        for number in range(30):
            coverage.add(Article(text=f"Ship {number} left Kithnos on Monday.", title=f"Ship {number}"))
        stop.set()
        for looker in lookers:
            looker.result()
        assert len(coverage.articles()) == 36
    with Coverage.open(data) as coverage:
        assert len(coverage.articles()) == 36


def test_an_article_by_its_id(coverage: Coverage) -> None:
    for article in coverage.articles():
        assert coverage.article(article.id) == article
    with pytest.raises(UnknownArticle) as caught:
        coverage.article("nonsense")
    assert caught.value.article_id == "nonsense"


def test_the_version_is_another_after_each_change(data: Path) -> None:
    with Coverage.open(data) as coverage:
        seen = [coverage.version()]
        coverage.ask(HELICOPTERS)
        assert coverage.version() == seen[0]
        for change in (lambda: coverage.add(FERRY), lambda: coverage.remove([FERRY.id])):
            change()
            seen.append(coverage.version())
        assert len(set(seen)) == 3
        coverage.add([])
        coverage.rebuild()
        assert coverage.version() == seen[-1]
    with Coverage.open(data) as coverage:
        assert coverage.version() == seen[-1]


def test_a_change_by_another_process_is_another_version(data: Path) -> None:
    with Coverage.open(data) as reader, Coverage.open(data) as writer:
        before = reader.version(), reader.names()
        writer.add(Article(text="They sailed from Kithnos to Syros.", title="Ferry"))
        until = time.monotonic() + 10
        while time.monotonic() < until and reader.version() == before[0]:
            time.sleep(0.1)
        assert reader.version() == writer.version()
        assert set(reader.names()) - set(before[1]) == {"Kithnos", "Syros"}
        assert reader.overview() == writer.overview()


def test_rebuilding_changes_no_answer(data: Path) -> None:
    with Coverage.open(data) as coverage:
        coverage.add(FERRY)
        before = coverage.ask(HELICOPTERS), coverage.overview(), coverage.find_articles("ferry")
        files = segments(data)
        coverage.rebuild()
        assert (coverage.ask(HELICOPTERS), coverage.overview(), coverage.find_articles("ferry")) == before
        assert set(segments(data)).isdisjoint(files)


def test_a_coverage_of_before_its_changes_were_dated(data: Path) -> None:
    connection = sqlite3.connect(data / "factbox.db")
    connection.execute("DELETE FROM state WHERE name = 'changed'")
    connection.commit()
    connection.close()
    with Coverage.open(data) as coverage:
        assert coverage.overview().changed is None
        coverage.add(FERRY)
        assert coverage.overview().changed


def test_feedback_is_kept_beside_the_coverage(data: Path) -> None:
    with Coverage.open(data) as coverage:
        assert not (data / "feedback.db").exists()
        coverage.feedback.unanswered("Who won?")
    with Coverage.open(data) as coverage:
        assert [kept.question for kept in coverage.feedback.list_unanswered(9)] == ["Who won?"]
        assert len(coverage.articles()) == 6


def test_what_is_looked_up_while_others_change_it(data: Path) -> None:
    ships = [Article(text=f"Ship {number} left Kithnos.", title=f"Ship {number}") for number in range(8)]
    with Coverage.open(data) as coverage, ThreadPoolExecutor(4) as pool:
        changes = [pool.submit(coverage.add, ship) for ship in ships]
        for _ in ships:
            overview, names = pool.submit(coverage.overview), pool.submit(coverage.names)
            found = pool.submit(coverage.find_articles, "ship")
            assert overview.result().articles <= 14
            assert "Baghdad" in names.result()
            assert len(found.result()) <= len(ships)
        assert [change.result().added for change in changes] == [1] * len(ships)
        assert len(coverage.find_articles("ship")) == len(ships)
        assert coverage.overview().articles == 14


class Spoiled:
    """Ways to spoil a data directory, and the problem that is told."""

    @staticmethod
    def newer(data: Path) -> None:
        connection = sqlite3.connect(data / "factbox.db")
        connection.execute("UPDATE state SET value = 99 WHERE name = 'version'")
        connection.commit()
        connection.close()

    @staticmethod
    def damaged(data: Path) -> None:
        (data / "factbox.db").write_bytes(b"not a database" * 1000)

    @staticmethod
    def not_a_directory(data: Path) -> None:
        shutil.rmtree(data)
        data.write_text("a file")


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (Spoiled.newer, "newer"),
        (Spoiled.damaged, "damaged"),
        (Spoiled.not_a_directory, "not-a-directory"),
    ],
)
def test_a_folder_that_can_not_serve(data: Path, spoil: Callable[[Path], None], problem: str) -> None:
    spoil(data)
    with pytest.raises(DataError) as caught:
        Coverage.open(data)
    assert (caught.value.problem, caught.value.path) == (problem, data)


def test_an_interrupted_import_keeps_what_was_stored_before(data: Path) -> None:
    def interrupted() -> Iterator[Article]:
        yield FERRY
        raise KeyboardInterrupt

    with Coverage.open(data) as coverage:
        with pytest.raises(KeyboardInterrupt):
            coverage.add(interrupted())
        assert len(coverage.articles()) == 6
        assert coverage.add([FERRY]).added == 1


@pytest.mark.parametrize(
    "message",
    ["hello", "good night everyone", "!help", "testing 1 2 3", "fuck you", "???", "thank you so much", "stop"],
)
def test_what_asks_nothing_gets_no_fact(coverage: Coverage, message: str) -> None:
    answer = coverage.ask(message)
    assert (answer.answered, answer.facts) == (False, ())
    assert answer.since
    assert answer.until

"""What is news on a topic, and what is only told again or ranked otherwise."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.memory.watches import Seen
from bot.news import DEPTH, FEW, news_in, seen_in
from knowledge import Article, Coverage, Filters
from tests.bot.ferries import BAR, BLAMED, FOUND, LINE, OWNER, REPORTED, RETOLD, SANK, TOPIC

FILLER = tuple(
    f"{town} opened a {thing} in its {place} last spring."
    for town, thing, place in zip(
        ("Lyon", "Oslo", "Porto", "Turin", "Ghent", "Bergen"),
        ("museum", "library", "market", "theatre", "school", "garden"),
        ("harbour", "suburb", "square", "castle", "station", "park"),
        strict=True,
    )
)


class Newsroom:
    """A coverage that grows, and a topic that is looked at."""

    def __init__(self, coverage: Coverage) -> None:
        self.coverage = coverage
        self.publishers: tuple[str, ...] = ()
        self.seen = self._seen(None)

    def add(self, name: str, *sentences: str, publisher: str = "Post") -> None:
        self.coverage.add(Article(id=name, text=" ".join(sentences), title=name, publisher=publisher))

    def look(self, *publishers: str) -> list[str]:
        """The news since the last look."""
        self.publishers = publishers
        before, self.seen = self.seen, self._seen(self.seen)
        return [fact.sentence.text for fact in news_in(self.answer, before, self.seen)]

    def _seen(self, before: Seen | None) -> Seen:
        self.answer = self.coverage.nearest(TOPIC, Filters(publishers=self.publishers), DEPTH)
        return seen_in(self.answer, self.coverage.version(), self.publishers, before)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory with coverage of other things."""
    place = tmp_path_factory.mktemp("filled")
    with Coverage.open(place, seeds=False) as coverage:
        coverage.add(Article(id=f"filler{number}", text=text, publisher="Post") for number, text in enumerate(FILLER))
    return place


@pytest.fixture
def newsroom(filled: Path, tmp_path: Path) -> Iterator[Newsroom]:
    with Coverage.open(shutil.copytree(filled, tmp_path / "data"), seeds=False) as coverage:
        yield Newsroom(coverage)


def test_the_first_answer_is_news_once(newsroom: Newsroom) -> None:
    assert newsroom.look() == []
    newsroom.add("sank", SANK)
    assert newsroom.look() == [SANK]
    assert newsroom.look() == []


def test_what_stood_there_is_no_news_and_a_better_fact_is(newsroom: Newsroom) -> None:
    newsroom.add("found", "Divers found a ferry near an island after a long search.", "It rained.")
    newsroom.look()
    newsroom.add("sank", SANK)
    assert newsroom.look() == [SANK]


def test_a_fact_that_ranks_below_all_that_stood_there_is_no_news(newsroom: Newsroom) -> None:
    newsroom.add("sank", SANK)
    newsroom.add("wreck", FOUND)
    newsroom.look()
    newsroom.add("weak", "Nobody on that island had ever heard of the ferry before.")
    assert newsroom.look() == []
    assert [fact.sentence.article_id for fact in newsroom.answer.facts].index("weak") == 2


def test_a_fact_that_is_nearly_as_good_takes_an_empty_place(newsroom: Newsroom) -> None:
    newsroom.add("sank", SANK)
    newsroom.look()
    newsroom.add("blamed", BLAMED)
    assert newsroom.look() == [BLAMED]
    assert newsroom.answer.facts[0].sentence.text == SANK


def test_where_three_stand_a_fact_below_them_is_no_news(newsroom: Newsroom) -> None:
    for name, text in (("sank", SANK), ("found", FOUND), ("owner", OWNER)):
        newsroom.add(name, text)
    newsroom.look()
    newsroom.add("line", LINE)
    assert newsroom.look() == []
    assert newsroom.answer.facts[3].sentence.text == LINE


def test_the_same_sentence_in_another_article_is_no_news(newsroom: Newsroom) -> None:
    newsroom.add("sank", SANK)
    newsroom.look()
    newsroom.add("copy", SANK, publisher="Times")
    assert newsroom.look() == []


def test_the_same_fact_in_other_words_is_no_news_even_when_the_first_report_is_gone(newsroom: Newsroom) -> None:
    newsroom.add("sank", SANK)
    newsroom.look()
    newsroom.coverage.remove(["sank"])
    newsroom.add("later", SANK.replace(" on board", ""), publisher="Times")
    assert newsroom.look() == []


def test_a_report_that_was_there_is_no_news_when_it_is_the_only_one_left(newsroom: Newsroom) -> None:
    newsroom.add("sank", SANK)
    newsroom.add("reported", REPORTED, publisher="Times")
    newsroom.look()
    [fact] = newsroom.answer.facts
    [report] = fact.also_reported_by
    newsroom.coverage.remove([fact.article.id])
    assert newsroom.look() == []
    assert newsroom.answer.facts[0].sentence == report.sentence


def test_the_same_fact_told_anew_beside_the_first_report_is_no_news(newsroom: Newsroom) -> None:
    newsroom.add("sank", SANK)
    newsroom.look()
    newsroom.add("retold", RETOLD, publisher="Times")
    assert newsroom.look() == []
    assert {SANK, RETOLD} <= {fact.sentence.text for fact in newsroom.answer.facts[:2]}


def test_what_was_posted_and_taken_away_is_not_posted_again(newsroom: Newsroom) -> None:
    newsroom.add("sank", SANK)
    assert newsroom.look() == [SANK]
    newsroom.coverage.remove(["sank"])
    newsroom.look()
    newsroom.add("again", SANK)
    assert newsroom.look() == []


def test_another_figure_is_news(newsroom: Newsroom) -> None:
    newsroom.add("sank", SANK)
    newsroom.look()
    corrected = SANK.replace("212", "240")
    newsroom.add("sank", corrected)
    assert newsroom.look() == [corrected]


def test_a_slip_of_the_pen_that_is_mended_is_no_news(newsroom: Newsroom) -> None:
    newsroom.add("sank", SANK.replace("passengers", "pasengers"))
    newsroom.look()
    newsroom.add("sank", SANK)
    assert newsroom.look() == []


def test_old_coverage_that_answers_only_now_is_no_news(newsroom: Newsroom) -> None:
    newsroom.add("weak", BAR)
    newsroom.look()
    assert not newsroom.answer.answered
    newsroom.add("sank", SANK)
    assert newsroom.look() == [SANK]
    assert BAR in [fact.sentence.text for fact in newsroom.answer.facts]


def test_old_coverage_that_moves_up_is_no_news(newsroom: Newsroom) -> None:
    for name, text in (("sank", SANK), ("found", FOUND), ("blamed", BLAMED), ("owner", OWNER)):
        newsroom.add(name, text)
    newsroom.look()
    newsroom.coverage.remove(["sank", "found"])
    assert newsroom.look() == []
    assert newsroom.answer.answered


def test_what_other_publishers_say_is_no_news_when_they_are_shown(newsroom: Newsroom) -> None:
    newsroom.add("sank", SANK, publisher="Times")
    assert newsroom.look("Post") == []
    assert newsroom.look("Post") == []
    assert newsroom.look() == []
    assert newsroom.answer.facts[0].article.publisher == "Times"


def test_a_hidden_publisher_makes_no_news(newsroom: Newsroom) -> None:
    newsroom.look("Post")
    newsroom.add("sank", SANK, publisher="Times")
    assert newsroom.look("Post") == []


def test_when_much_comes_at_once_all_that_is_better_is_news(newsroom: Newsroom) -> None:
    newsroom.add("weak", LINE)
    newsroom.look()
    assert newsroom.answer.answered
    for name, text in (("sank", SANK), ("found", FOUND), ("blamed", BLAMED), ("owner", OWNER)):
        newsroom.add(name, text)
    news = newsroom.look()
    assert len(news) > FEW
    assert set(news) == {SANK, FOUND, BLAMED, OWNER}

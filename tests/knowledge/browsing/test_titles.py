"""Articles found by what is typed of their titles."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import Article, Coverage, Filters, QuestionTooLong
from knowledge.browsing.titles import Titles
from knowledge.models import Record
from knowledge.search.index import Index

WEAPONS = "Weapons and Syria on the agenda when Russian Foreign Minister visited Iraq"
SEEKS = "Iraq Seeks to Purchase Russian Weapons"
ITALY = "Italy Plans to Return Ambassador to Syria to Reflect New Diplomatic Developments, Minister Says"
ASSIST = "Russia's Putin, Lavrov Vow to Assist in Iraq's Fight Against Islamic State"
OUSTED = "Russia to work with ousted Iraqi leader to play powerbroker in region"
DEAL = "Russia warms up to Iraq with arms deal"

MakeRecord = Callable[..., Record]
IndexOf = Callable[..., Index]


def found(coverage: Coverage, words: str, filters: Filters | None = None, limit: int = 25) -> list[str]:
    return [article.title for article in coverage.find_articles(words, filters, limit)]


def test_nothing_typed_gives_the_newest(coverage: Coverage) -> None:
    assert found(coverage, " ") == [ITALY, SEEKS, OUSTED, ASSIST, WEAPONS, DEAL]
    assert found(coverage, "", limit=2) == [ITALY, SEEKS]


def test_an_undated_article_comes_last(own_data: Path) -> None:
    with Coverage.open(own_data) as coverage:
        coverage.add(Article(text="It rained.", title="Undated"))
        assert found(coverage, "")[-1] == "Undated"


def test_titles_that_begin_so_come_first(coverage: Coverage) -> None:
    assert found(coverage, "weapons") == [WEAPONS, SEEKS]
    assert found(coverage, "RUSSIA W") == [DEAL, SEEKS, OUSTED, WEAPONS]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("putin lavrov", ASSIST),
        ("lavrov put", ASSIST),
        ("iraqs fight", ASSIST),
        ("Russia’s Putin", ASSIST),
        ("ambassador syria", ITALY),
        ("diplom", ITALY),
        ("itly ambasador", ITALY),
        ("powrbroker", OUSTED),
        ("Лавров", ASSIST),
        ("Путин Лавр", ASSIST),
        ("arms dael", DEAL),
        ("seeks to purchas russain weapns", SEEKS),
    ],
)
def test_words_in_any_order_begun_or_misspelt(coverage: Coverage, typed: str, title: str) -> None:
    assert found(coverage, typed)[0] == title


@pytest.mark.parametrize("typed", ["zebra crossing", "???", "🎉", "\u202e", "x", "Зебра"])
def test_what_no_title_has_finds_nothing(coverage: Coverage, typed: str) -> None:
    assert found(coverage, typed) == []


def test_an_article_is_found_by_its_id(coverage: Coverage) -> None:
    for article in coverage.articles():
        assert coverage.find_articles(f" {article.id} ")[0] == article


def test_an_id_comes_before_titles_that_hold_it(own_data: Path) -> None:
    with Coverage.open(own_data) as coverage:
        coverage.add(Article(text="It rained.", title="Rain", id="iraq", published=date(1999, 1, 1)))
        assert found(coverage, "iraq")[0] == "Rain"
        assert SEEKS in found(coverage, "iraq")


def test_filters_are_kept_to(coverage: Coverage) -> None:
    only = Filters(publishers=("the hindu",))
    assert found(coverage, "", only) == [DEAL]
    assert found(coverage, "russia", only) == [DEAL]
    assert found(coverage, "rusia wrms", only) == [DEAL]
    assert found(coverage, "weapons", only) == []
    [italy] = [article for article in coverage.articles() if article.title == ITALY]
    assert found(coverage, italy.id, only) == []
    assert found(coverage, "", Filters(since=date(2020, 1, 1))) == [ITALY, SEEKS]


def test_it_follows_the_coverage(own_data: Path) -> None:
    with Coverage.open(own_data) as coverage:
        assert found(coverage, "ferry") == []
        ferry = Article(text="The ferry sank.", title="Ferry sinks off Kithnos", published=date(2030, 1, 1))
        coverage.add(ferry)
        assert found(coverage, "feryy") == [ferry.title]
        coverage.remove([ferry.id])
        assert found(coverage, "ferry") == []


def test_equally_good_titles_stand_newest_first(make_record: MakeRecord, index_of: IndexOf) -> None:
    days = [date(2019, 1, 5), None, date(2019, 1, 9), date(2019, 1, 1)]
    records = [
        make_record(Article(text="", title=f"Ferry sinks {number}", id=str(number), published=day), "One.")
        for number, day in enumerate(days)
    ]
    titles = Titles(index_of(records[:2], records[2:]))
    for typed in ("ferry", "sinks", "feryr"):
        assert [article.id for article in titles.find(typed, None, 9)] == ["2", "0", "3", "1"]


def test_a_limit_and_a_length(coverage: Coverage) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        coverage.find_articles("", limit=0)
    with pytest.raises(QuestionTooLong):
        coverage.find_articles("a" * 2_001)


@given(st.text(max_size=200))
def test_any_text_may_be_typed(coverage: Coverage, typed: str) -> None:
    articles = coverage.find_articles(typed, limit=3)
    assert len({article.id for article in articles}) == len(articles) <= 3


@given(st.sampled_from([WEAPONS, SEEKS, ITALY, ASSIST, OUSTED, DEAL]), st.integers(2, 120))
def test_a_title_is_found_at_each_key(coverage: Coverage, title: str, typed: int) -> None:
    assert title in found(coverage, title[:typed])

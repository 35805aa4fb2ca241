"""An article in short."""

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge import Article, Coverage, Digest, Filters, UnknownArticle
from knowledge.answering.reports import NEAR_WORDING
from knowledge.browsing.digests import digest
from knowledge.language.wording import shared_wording
from knowledge.models import Record
from knowledge.search.index import Index

MakeRecord = Callable[..., Record]
IndexOf = Callable[..., Index]

TELLING = {
    "Russia warms up": ["arms deals with Iraq worth over $4.2 billion", "36 Mi-28NE attack helicopters"],
    "Iraq Seeks": ["We are ready to provide Iraq with any Russian-made military products"],
    "Italy Plans": ["Italy plans to send an ambassador back to Syria"],
    "Russia's Putin": ["Russia was ready to supply weapons to Iraq"],
    "Russia to work": ["Russia and Iraq will “build up [their] cooperation and partnership”"],
    "Weapons and": ["Lavrov visited Baghdad on Thursday"],
}
SANK = "The ferry Aurelia sank off the island of Kithnos on Friday, and all 214 passengers came ashore before dark."
REWORDED = "The ferry Aurelia sank off Kithnos on Friday; fishermen brought all 214 passengers ashore before dark."
REST = [
    "The harbour master of Kithnos said that the sea was calm and that nobody had called for help from the ferry.",
    "An inquiry into the state of the hull of the Aurelia will begin on Monday in the courthouse of Syros.",
    "It was the third ferry to sink within a year.",
]
ELSEWHERE = [
    "Parliament in Oslo voted on Tuesday for a tax on sugar after a debate that lasted until midnight.",
    "Bakers had asked the government of Norway to wait for a study of prices.",
]


def seed(coverage: Coverage, beginning: str) -> Article:
    [found] = [article for article in coverage.articles() if article.title.startswith(beginning)]
    return found


def digest_of(index: Index, article_id: str, limit: int = 3, filters: Filters | None = None) -> Digest:
    return digest(article_id, index, filters or Filters(), limit)


@pytest.mark.parametrize("beginning", TELLING)
def test_the_most_telling_sentences_of_the_seeds(coverage: Coverage, beginning: str) -> None:
    article = seed(coverage, beginning)
    facts = coverage.digest(article.id).facts
    assert len(facts) == 3
    whole = " ".join(fact.sentence.text for fact in facts)
    assert [part for part in TELLING[beginning] if part not in whole] == []


@pytest.mark.parametrize("beginning", TELLING)
def test_sentences_are_verbatim_in_order_and_not_alike(coverage: Coverage, beginning: str) -> None:
    article = seed(coverage, beginning)
    found = coverage.digest(article.id, limit=5)
    assert found.article == article
    positions = [fact.sentence.position for fact in found.facts]
    assert positions == sorted(set(positions))
    for fact in found.facts:
        assert fact.article == article
        assert fact.sentence in coverage.sentences(article.id)
        assert (fact.link is None) == (article.url is None)
        assert fact.score > 0
        assert fact.matched == ()
        others = [other.sentence.text for other in found.facts if other is not fact]
        assert all(shared_wording(fact.sentence.text, other) < NEAR_WORDING for other in others)


def test_other_articles_on_the_matter(coverage: Coverage) -> None:
    deal = seed(coverage, "Russia warms up")
    related = coverage.digest(deal.id).related
    assert 1 <= len(related) <= 3
    assert deal not in related
    assert seed(coverage, "Weapons and") in related


def test_nothing_is_related_where_nothing_is_near(make_record: MakeRecord, index_of: IndexOf) -> None:
    ferry = make_record(Article(text="", id="ferry", title="Ferry sinks"), SANK, *REST)
    sugar = make_record(Article(text="", id="sugar", title="Sugar tax"), *ELSEWHERE)
    assert digest_of(index_of([ferry], [sugar]), "ferry").related == ()


@pytest.fixture
def ferries(make_record: MakeRecord, index_of: IndexOf) -> Index:
    """The ferry sinks in two papers, and sugar is taxed in one of them."""
    post = make_record(Article(text="", id="post", title="Ferry sinks", publisher="Post"), SANK, *REST)
    coast = make_record(Article(text="", id="coast", title="Ship lost", publisher="Coast"), REWORDED, *REST[1:])
    sugar = make_record(Article(text="", id="sugar", title="Sugar tax", publisher="Post"), *ELSEWHERE)
    return index_of([post, sugar], [coast])


def test_what_reports_the_same_is_told(ferries: Index) -> None:
    found = digest_of(ferries, "post")
    assert found.facts[0].sentence.text == SANK
    assert [report.article.id for report in found.facts[0].also_reported_by] == ["coast"]
    assert [article.id for article in found.related] == ["coast"]


def test_another_figure_is_no_report_of_the_same(make_record: MakeRecord, index_of: IndexOf) -> None:
    post = make_record(Article(text="", id="post", publisher="Post"), SANK, *REST)
    coast = make_record(Article(text="", id="coast", publisher="Coast"), SANK.replace("214", "180"), *ELSEWHERE)
    assert digest_of(index_of([post, coast]), "post").facts[0].also_reported_by == ()


def test_publishers_that_are_not_shown_stay_out(ferries: Index) -> None:
    found = digest_of(ferries, "post", filters=Filters(publishers=("POST",)))
    assert found.facts[0].also_reported_by == ()
    assert found.related == ()
    with pytest.raises(UnknownArticle):
        digest_of(ferries, "coast", filters=Filters(publishers=("post",)))


def test_an_article_of_a_few_words_has_what_there_is(make_record: MakeRecord, index_of: IndexOf) -> None:
    index = index_of([make_record(Article(text="", id="a", title="Rain"), "It rained.", "It stopped.")])
    assert [fact.sentence.text for fact in digest_of(index, "a").facts] == ["It rained.", "It stopped."]


def test_an_article_without_a_sentence(make_record: MakeRecord, index_of: IndexOf) -> None:
    index = index_of([make_record(Article(text="", id="a", title="Rain")), make_record(Article(text="", id="b"), SANK)])
    assert digest_of(index, "a") == Digest(Article(text="", id="a", title="Rain"), ())


def test_the_title_told_again_is_left_out(make_record: MakeRecord, index_of: IndexOf) -> None:
    title = "Ferry Aurelia sinks off the island of Kithnos with 214 passengers"
    index = index_of([make_record(Article(text="", id="a", title=title), title, SANK, *REST)])
    assert title not in [fact.sentence.text for fact in digest_of(index, "a").facts]


def test_no_such_article(coverage: Coverage) -> None:
    with pytest.raises(UnknownArticle):
        coverage.digest("nonsense")
    with pytest.raises(ValueError, match="at least 1"):
        coverage.digest(seed(coverage, "Italy").id, limit=0)


def test_a_sentence_as_long_as_an_article_takes_no_time(own_data: Path) -> None:
    text = "The ferry Aurelia sank, " * 4_000 + "and nobody was hurt."
    with Coverage.open(own_data) as coverage:
        coverage.add(Article(text=text, id="long", title="Ferry"))
        assert len(coverage.digest("long").facts) == 1

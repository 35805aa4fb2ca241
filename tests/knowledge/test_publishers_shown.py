"""A publisher that isn't to be shown appears nowhere."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

import pytest

from knowledge import Article, Coverage, Filters

QUESTION = "Is Russia ready to supply weapons to Iraq?"
SHOWN = ("The Moscow Times", "asharq al-awsat ")
SANK = "The ferry Aurelia sank off the island of Kithnos on Friday; all 214 passengers came ashore before dark."
PASSENGERS = "How many passengers of the ferry Aurelia came ashore?"


def publishers_in(found: object) -> set[str | None]:
    """The publishers of all articles in a value, however deep."""
    return {article.publisher for article in articles_in(found)}


def articles_in(found: object) -> Iterator[Article]:
    if isinstance(found, Article):
        yield found
    elif is_dataclass(found):
        for field in fields(found):
            yield from articles_in(getattr(found, field.name))
    elif isinstance(found, tuple | list):
        for part in found:
            yield from articles_in(part)


@pytest.fixture
def ferries(own_data: Path) -> Iterator[Coverage]:
    """Five papers on a ferry: two report the same, one another figure, one in a copy, one undated."""
    rest = "The harbour master said that the sea was calm. An inquiry will begin on Monday."
    told = {"Post": SANK, "Coast": SANK, "Isle": SANK.replace("214", "180"), "Times": SANK, "Star": SANK}
    with Coverage.open(own_data) as coverage:
        for number, (publisher, text) in enumerate(told.items()):
            day = date(2030, 6, 1 + number) if publisher != "Star" else None
            ending = f"{rest} So wrote the {publisher}."
            coverage.add(
                Article(text=f"{text} {ending}", id=publisher, publisher=publisher, published=day, title="Ferry")
            )
        yield coverage


def test_answers(coverage: Coverage) -> None:
    answer = coverage.ask(QUESTION, Filters(publishers=SHOWN), limit=50)
    assert answer.answered
    assert publishers_in(answer) == {"The Moscow Times", "Asharq Al-Awsat"}
    assert (answer.since, answer.until) == (date(2015, 5, 21), date(2024, 7, 26))
    assert answer.filters == Filters(publishers=SHOWN)


def test_both_rules_hold(coverage: Coverage) -> None:
    both = coverage.ask(QUESTION, Filters(publisher="the moscow times", publishers=SHOWN), limit=50)
    assert publishers_in(both) == {"The Moscow Times"}
    neither = coverage.ask(QUESTION, Filters(publisher="The Hindu", publishers=SHOWN))
    assert (neither.answered, neither.facts, neither.nearest) == (False, (), ())
    with_days = coverage.ask(QUESTION, Filters(since=date(2020, 1, 1), publishers=SHOWN), limit=50)
    assert publishers_in(with_days) == {"Asharq Al-Awsat"}


@pytest.mark.parametrize(
    "question",
    ["According to The Hindu, how many helicopters would Russia supply?", "What stood in the Hindu about helicopters?"],
)
def test_a_question_for_one_that_is_not_shown_finds_nothing_of_it(coverage: Coverage, question: str) -> None:
    assert publishers_in(coverage.ask(question)) == {"The Hindu"}
    assert publishers_in(coverage.ask(question, Filters(publishers=SHOWN), limit=50)) <= {
        "The Moscow Times",
        "Asharq Al-Awsat",
    }


def test_nearest_articles(coverage: Coverage) -> None:
    answer = coverage.ask("How many submarines does Iraq have?", Filters(publishers=("The Hindu",)))
    assert not answer.answered
    assert publishers_in(answer) == {"The Hindu"}


def test_nobody_is_shown_where_nobody_is_known(coverage: Coverage) -> None:
    answer = coverage.ask(QUESTION, Filters(publishers=("Nobody",)))
    assert (answer.answered, answer.nearest, answer.since, answer.until) == (False, (), None, None)


def test_quotes_timelines_and_claims(coverage: Coverage) -> None:
    only = Filters(publishers=SHOWN)
    allowed = {"The Moscow Times", "Asharq Al-Awsat"}
    assert publishers_in(coverage.quotes("Lavrov", filters=only, limit=50)) == allowed
    assert publishers_in(coverage.quotes("Lavrov", "weapons", filters=only, limit=50)) <= allowed
    assert publishers_in(coverage.timeline("war in Syria", filters=only, limit=50)) <= allowed
    assert coverage.timeline("arms deal with Iraq", filters=Filters(publishers=("Nobody",))) == ()
    message = "Russia sold 36 attack helicopters to Iraq. The war in Syria has killed half a million people."
    assert publishers_in(coverage.check(message, only)) <= allowed
    assert publishers_in(coverage.sources(message, only)) == {"Asharq Al-Awsat"}


def test_reports_of_the_same_and_other_figures(ferries: Coverage) -> None:
    everywhere = ferries.ask(PASSENGERS, limit=50)
    assert publishers_in(everywhere) >= {"Post", "Coast", "Isle", "Times", "Star"}
    shown = ferries.ask(PASSENGERS, Filters(publishers=("post", "TIMES")), limit=50)
    assert publishers_in(shown) == {"Post", "Times"}
    assert {report.article.publisher for report in shown.facts[0].also_reported_by} <= {"Post", "Times"}
    assert all(fact.differing == () for fact in shown.facts)
    with_other = ferries.ask(PASSENGERS, Filters(publishers=("post", "isle")), limit=50)
    assert any(fact.differing for fact in with_other.facts)


def test_the_span_of_undated_articles_alone(ferries: Coverage) -> None:
    answer = ferries.ask(PASSENGERS, Filters(publishers=("Star",)))
    assert answer.answered
    assert (answer.since, answer.until) == (None, None)


def test_filters_with_publishers_are_a_condition() -> None:
    assert Filters(publishers=("Post",))
    assert not Filters(publishers=())


@pytest.fixture
def secret(own_data: Path) -> Iterator[Coverage]:
    """An article of a publisher that isn't shown, with words that no other has."""
    with Coverage.open(own_data) as coverage:
        text = "The Xylophon of Zymurgia met the king. Its helmsmen harpooned a walrus."
        coverage.add(Article(text=text, id="secret", publisher="Secret", title="Xylophon"))
        yield coverage


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Xylofon met king", {"xylofon": "Xylophon"}),
        ("Where is Zimurgia?", {"Zimurgia": "Zymurgia"}),
        ("Who wants a wallrus?", {"wallrus": "walrus"}),
    ],
)
def test_words_for_repair_are_of_those_shown(secret: Coverage, question: str, told: dict[str, str]) -> None:
    def lower(corrections: Mapping[str, str]) -> dict[str, str]:
        return {asked.lower(): meant.lower() for asked, meant in corrections.items()}

    assert lower(secret.ask(question).corrections) == lower(told)
    assert lower(secret.ask(question, Filters(publishers=("Secret",))).corrections) == lower(told)
    restricted = secret.ask(question, Filters(publishers=SHOWN))
    assert not set(lower(restricted.corrections).values()) & set(lower(told).values())


def test_other_words_are_repaired_as_before(secret: Coverage) -> None:
    answer = secret.ask("Did Lavrof visit Bagdad?", Filters(publishers=SHOWN))
    assert answer.corrections == {"Lavrof": "Lavrov", "Bagdad": "Baghdad"}


def test_what_only_the_others_have_counts_as_unknown(secret: Coverage, coverage: Coverage) -> None:
    """The answer to a question with a word that nobody has is no weaker than with one of theirs."""
    question = "Which weapons would Russia supply to Zymurgia?"
    only = Filters(publishers=SHOWN)
    assert secret.ask(question, only).answered == coverage.ask(question, only).answered
    assert secret.timeline("Zymurgia", filters=only) == ()

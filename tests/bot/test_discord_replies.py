"""Answers as Discord messages: within the limits, and nothing in them alive that should not be."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot import limits
from bot.markdown import length
from bot.replies import answer_view
from bot.texts import english
from bot.wording import strength_in_words
from knowledge import Answer, Article, Fact, Filters, Report, Sentence
from knowledge.models import Span

TEXT, SECTION, BUTTON = 10, 9, 2

HINDU = Article(
    id="hindu",
    title="Russia warms up to Iraq with arms deal",
    publisher="The Hindu",
    published=date(2012, 10, 10),
    url="https://www.thehindu.com/article12552528.ece",
    text="Russia would supply 36 Mi-28NE attack helicopters.",
)


def components(answer: Answer) -> list[dict[str, Any]]:
    parts: list[dict[str, Any]] = answer_view(answer, english()).to_components()  # type: ignore[no-untyped-call]
    return parts


def walk(parts: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """All components, the nested too."""
    for part in parts:
        yield part
        yield from walk([*part.get("components", []), *([part["accessory"]] if "accessory" in part else [])])


def texts(answer: Answer) -> list[str]:
    return [part["content"] for part in walk(components(answer)) if part["type"] == TEXT]


def links(answer: Answer) -> list[str]:
    return [part["url"] for part in walk(components(answer)) if part["type"] == BUTTON]


def fact(
    article: Article = HINDU,
    link: str | None = HINDU.url,
    matched: tuple[Span, ...] = (),
    also: tuple[Report, ...] = (),
    differing: tuple[Report, ...] = (),
) -> Fact:
    sentence = Sentence(article.id, 0, 0, len(article.text), article.text)
    return Fact(sentence, article, 1.0, matched, link, also, differing)


def answered(*facts: Fact) -> Answer:
    return Answer("How many?", True, 0.8, facts)


WORDS = st.text(max_size=60) | st.sampled_from(
    ["@everyone ", "<@1> ", "**", "`", "漢" * 900, "\u202e" * 900, "👩‍👩‍👧" * 400]
)
LONG = st.builds(str.__mul__, WORDS, st.integers(0, 60))
ARTICLES = st.builds(
    Article,
    id=st.just("id"),
    text=LONG,
    title=LONG,
    publisher=st.none() | LONG,
    published=st.none() | st.dates(),
    url=st.none() | LONG | st.builds("https://a.example/{}".format, LONG),
)
SENTENCES = st.builds(Sentence, st.just("id"), st.just(0), st.just(0), st.just(1), LONG)
LINKS = st.none() | st.builds("https://a.example/{}".format, LONG)
FACTS = st.builds(
    Fact,
    sentence=SENTENCES,
    article=ARTICLES,
    score=st.floats(0, 50),
    matched=st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900)), max_size=30).map(tuple),
    link=LINKS,
    also_reported_by=st.lists(st.builds(Report, ARTICLES, SENTENCES, LINKS, st.booleans()), max_size=5).map(tuple),
    differing=st.lists(st.builds(Report, ARTICLES, SENTENCES, LINKS), max_size=3).map(tuple),
)
ANSWERS = st.builds(
    Answer,
    question=LONG,
    answered=st.booleans(),
    strength=st.floats(0, 1),
    facts=st.lists(FACTS, max_size=6).map(tuple),
    nearest=st.lists(ARTICLES, max_size=6).map(tuple),
    corrections=st.dictionaries(WORDS, LONG, max_size=6),
    since=st.none() | st.dates(),
    until=st.none() | st.dates(),
    filters=st.builds(Filters, st.none() | st.dates(), st.none() | st.dates(), st.none() | LONG),
)


@settings(max_examples=60, deadline=None)
@given(ANSWERS)
def test_any_answer_is_within_the_limits(answer: Answer) -> None:
    parts = list(walk(components(answer)))
    assert len(parts) <= limits.COMPONENTS
    contents = [part["content"] for part in parts if part["type"] == TEXT]
    assert all(content.strip() for content in contents)
    assert sum(map(length, contents)) <= limits.MESSAGE_TEXT
    for part in parts:
        if part["type"] == SECTION:
            assert 1 <= len(part["components"]) <= limits.SECTION_TEXTS
        if part["type"] == BUTTON:
            assert length(part["label"]) <= limits.BUTTON_LABEL
            assert len(part["url"]) <= limits.BUTTON_URL
            assert part["url"].startswith(("https://", "http://"))


def test_the_longest_reply_is_within_the_limits() -> None:
    word = "a * " * 9_000
    article = Article(id="x", text=word, title=word, publisher=word, published=date(9999, 12, 31), url=HINDU.url)
    quoted = Sentence("x", 0, 0, 1, word)
    long = fact(
        article,
        matched=tuple((at, at + 1) for at in range(0, 9_000, 2)),
        also=(Report(article, quoted, None), Report(article, quoted, None, copy=True)),
        differing=(Report(article, Sentence("y", 0, 0, 1, word), None),) * 2,
    )
    answer = replace(
        answered(*[long] * 9),
        question=word,
        corrections={"x": word},
        since=date(1, 1, 1),
        until=date(9999, 12, 31),
        filters=Filters(date(1, 1, 1), date(9999, 12, 31), word),
    )
    total = sum(map(length, texts(answer)))
    assert 3_500 < total <= limits.MESSAGE_TEXT


def test_a_fact_is_quoted_with_its_source() -> None:
    link = f"{HINDU.url}#:~:text=Russia,helicopters"
    answer = answered(fact(matched=((0, 6),), link=link))
    quotation, source = texts(answer)[1:3]
    assert quotation == r"> **Russia** would supply 36 Mi\-28NE attack helicopters."
    assert source == r"-# **The Hindu** · <t:1349870400:D> · Russia warms up to Iraq with arms deal"
    assert links(answer) == [link]


def test_a_long_link_gives_way_to_the_address_of_the_article() -> None:
    assert links(answered(fact(link=f"{HINDU.url}#:~:text={'x' * 600}"))) == [HINDU.url]


def test_an_article_without_an_address_has_no_link() -> None:
    article = Article(id="italy", title="Italy Plans", publisher="Asharq Al-Awsat", text="Italy returns.")
    answer = answered(fact(article, link=None))
    assert links(answer) == []
    assert r"-# **Asharq Al\-Awsat** · undated · Italy Plans" in texts(answer)


def test_what_is_not_known_of_an_article_is_said() -> None:
    assert "-# **Unknown publisher** · undated · Untitled" in texts(
        answered(fact(Article(text="It is so.", id="x"), link=None))
    )


def test_dates_long_ago_and_far_ahead() -> None:
    for published in (date(1863, 11, 19), date(2345, 6, 7)):
        noon = datetime(published.year, published.month, published.day, 12, tzinfo=UTC)
        article = Article(id="x", text="It is so.", published=published)
        assert f"<t:{noon.timestamp():.0f}:D>" in "\n".join(texts(answered(fact(article))))


def test_who_else_reports_it_is_named_once() -> None:
    other = Article(id="o", text="x", publisher="The Moscow Times")
    report = Report(other, Sentence("o", 0, 0, 1, "x"), None)
    assert any("Also reported by The Moscow Times" in text for text in texts(answered(fact(also=(report,) * 2))))


def test_copies_of_one_text_are_told_apart_from_other_sources() -> None:
    def report(publisher: str, *, copy: bool = False) -> Report:
        return Report(Article(id=publisher, text="x", publisher=publisher), Sentence("o", 0, 0, 1, "x"), None, copy)

    shown = "\n".join(texts(answered(fact(also=(report("Post"), report("Times"), report("Mirror", copy=True))))))
    assert "Also reported by Post, Times (3 publishers)" in shown
    assert "Same text in Mirror" in shown


def test_another_figure_stands_beside_and_not_again_below() -> None:
    article = Article(id="o", text="Russia would supply 40 helicopters.", publisher="Post", published=date(2013, 1, 2))
    other = fact(article)
    first = fact(differing=(Report(article, other.sentence, None),))
    shown = "\n".join(texts(answered(first, other)))
    assert "Other figures: **Post** · <t:1357128000:D>: Russia would supply 40 helicopters." in shown
    assert shown.count("40 helicopters") == 1


def test_corrections_strength_and_days_stand_small_at_the_end() -> None:
    since, until = date(2012, 10, 10), date(2024, 7, 26)
    answer = replace(answered(fact()), corrections={"helicoptres": "helicopters"}, since=since, until=until)
    last = texts(answer)[-1]
    assert last.startswith("-# ")
    for part in (
        "helicopters",
        strength_in_words(answer.strength).capitalize(),
        "<t:1349870400:D>",
        "<t:1721995200:D>",
    ):
        assert part in last


def test_filters_in_the_words_of_a_question_stand_small_at_the_end() -> None:
    filters = Filters(since=date(2012, 10, 10), publisher="*Post*")
    for answer in (answered(fact()), Answer("How many?", False, 0.1)):
        last = texts(replace(answer, filters=filters))[-1]
        assert last.startswith(r"-# Only coverage since <t:1349870400:D>, by \*Post\*.")


def test_no_more_facts_than_a_screen_holds() -> None:
    assert sum(text.startswith("> ") for text in texts(answered(*[fact()] * 9))) == limits.FACTS


def test_without_an_answer_the_nearest_articles_are_named_and_no_fact() -> None:
    answer = Answer("Who won the cup?", False, 0.1, (fact(),), (HINDU,), {}, date(2012, 10, 10), date(2024, 7, 26))
    shown = "\n".join(texts(answer))
    assert "The coverage does not say" in shown
    assert "Russia warms up to Iraq with arms deal" in shown
    assert "<t:1349870400:D>" in shown
    assert "helicopters" not in shown
    assert links(answer) == [HINDU.url]


def test_an_empty_coverage_has_nothing_to_say() -> None:
    assert texts(Answer("Who?", False, 0.0))[-1].endswith("The coverage does not say.")

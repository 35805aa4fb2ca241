"""Answers as Discord messages: within the limits, and nothing in them alive that should not be."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import limits
from bot.plain import distinct
from bot.replies.answer import answer_blocks
from bot.replies.reply import Reply
from bot.texts import LANGUAGES, texts_in
from bot.wording import strength_in_words
from knowledge import Answer, Article, Fact, Filters, Report, Sentence
from knowledge.models import Span
from tests.bot.discord_rules.components import parts
from tests.bot.made_up import ARTICLES, FACTS, LONG, WORDY, WORDY_FACT, assert_sendable, message, text_length
from tests.bot.made_up import texts as message_texts

HINDU = Article(
    id="hindu",
    title="Russia warms up to Iraq with arms deal",
    publisher="The Hindu",
    published=date(2012, 10, 10),
    url="https://www.thehindu.com/article12552528.ece",
    text="Russia would supply 36 Mi-28NE attack helicopters.",
)


def reply_to(answer: Answer, language: str = "en") -> Reply:
    return answer_blocks(answer, distinct(answer.facts), texts_in(language))


def texts(answer: Answer) -> list[str]:
    """The texts of its message, but for who shares it."""
    return message_texts(message(reply_to(answer), "ask"))[:-1]


def links(answer: Answer) -> list[str]:
    found = parts(message(reply_to(answer), "ask")["components"])
    return [part.data["url"] for part in found if "url" in part.data]


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


ANSWERS = st.builds(
    Answer,
    question=LONG,
    answered=st.booleans(),
    strength=st.floats(0, 1),
    facts=st.lists(FACTS, max_size=6).map(tuple),
    nearest=st.lists(ARTICLES, max_size=6).map(tuple),
    corrections=st.dictionaries(st.text(), LONG, max_size=6),
    since=st.none() | st.dates(),
    until=st.none() | st.dates(),
    filters=st.builds(Filters, st.none() | st.dates(), st.none() | st.dates(), st.none() | LONG),
)


@settings(max_examples=60, deadline=None)
@given(ANSWERS, st.sampled_from(LANGUAGES))
def test_any_answer_can_be_sent_and_is_text(answer: Answer, language: str) -> None:
    assert_sendable(reply_to(answer, language), "ask", texts_in(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_reply_is_within_the_limits(language: str) -> None:
    other = replace(WORDY_FACT.differing[0], sentence=replace(WORDY_FACT.sentence, article_id="y"))
    answer = replace(
        answered(*[replace(WORDY_FACT, differing=(other,))] * 9),
        question=WORDY,
        corrections={"x": WORDY},
        since=date(1, 1, 1),
        until=date(9999, 12, 31),
        filters=Filters(date(1, 1, 1), date(9999, 12, 31), WORDY),
    )
    assert 3_500 < text_length(message(reply_to(answer, language), "ask")) <= limits.MESSAGE_TEXT


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
        strength_in_words(answer.strength),
        "<t:1349870400:D>",
        "<t:1721995200:D>",
    ):
        assert part in last


def test_filters_in_the_words_of_a_question_stand_small_at_the_end() -> None:
    filters = Filters(since=date(2012, 10, 10), publisher="*Post*")
    for answer in (answered(fact()), Answer("How many?", False, 0.1)):
        last = texts(replace(answer, filters=filters))[-1]
        assert last.startswith(r"-# Only coverage since <t:1349870400:D>. Only coverage by \*Post\*")
        assert "Coverage from" not in last


def test_what_was_looked_for_instead_is_told_only_where_it_was_found() -> None:
    corrections = {"helicoptrs": "helicopters"}
    assert "Showing results for" in texts(replace(answered(fact()), corrections=corrections))[-1]
    nothing = Answer("helicoptrs?", False, 0.1, nearest=(HINDU,), corrections=corrections)
    assert "Showing results for" not in "\n".join(texts(nothing))


def test_a_coverage_of_one_day_tells_the_day() -> None:
    day = date(2012, 10, 10)
    assert texts(replace(answered(fact()), since=day, until=day))[-1].endswith("Coverage of <t:1349870400:D>")


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

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.restrictions.in_question import narrowest, restrictions_in
from knowledge.models import Filters

TODAY = date(2016, 3, 10)
PUBLISHERS = ("The Daily Lantern", "Morgenblatt Weekly", "The Times", "Today", "Al-Sabah Wire", "Reuterz")


@pytest.mark.parametrize(
    ("question", "since", "until", "words", "firm"),
    [
        ("What was sold since 2015?", "2015-01-01", None, "since 2015", True),
        ("How many people died since 2011?", "2011-01-01", None, "since 2011", True),
        ("What happened since last October?", "2015-10-01", None, "since last October", True),
        ("What happened after May 2015?", "2015-06-01", None, "after May 2015", False),
        ("Which arms were sold from 2012 to 2014?", "2012-01-01", "2014-12-31", "from 2012 to 2014", False),
        ("Which arms were sold between 2012 and 2014?", "2012-01-01", "2014-12-31", "between 2012 and 2014", False),
        ("Who was president until 2014?", None, "2014-12-31", "until 2014", False),
        ("What did he do before 2014?", None, "2013-12-31", "before 2014", False),
        ("Which visits, in articles published in 2015?", "2015-01-01", "2015-12-31", "published in 2015", True),
        ("What was published before 2014?", None, "2013-12-31", "published before 2014", True),
        ("Any coverage from 2012?", "2012-01-01", "2012-12-31", "coverage from 2012", True),
        ("Any reports of May 2012?", "2012-05-01", "2012-05-31", "reports of May 2012", True),
        ("What do 2015 articles say?", "2015-01-01", "2015-12-31", "2015", True),
        ("What was said in the last three months?", "2015-12-10", None, "in the last three months", True),
        ("What was said over the past year?", "2015-03-10", None, "over the past year", True),
        ("What happened last week?", "2016-02-29", None, "last week", False),
        ("What happened yesterday?", "2016-03-09", None, "yesterday", False),
    ],
)
def test_a_date_restricts(question: str, since: str | None, until: str | None, words: str, firm: bool) -> None:
    (found,) = restrictions_in(question, PUBLISHERS, TODAY).restrictions
    expected = Filters(date.fromisoformat(since) if since else None, date.fromisoformat(until) if until else None)
    assert (found.filters, question[slice(*found.span)], found.firm) == (expected, words, firm)


@pytest.mark.parametrize(
    "question",
    [
        "What happened in 2012?",
        "What did he say in May 2015?",
        "What did he say on Thursday?",
        "What has changed since the 2011 uprising?",
        "Who came before yesterday's talks?",
        "Since the war began, who has left?",
        "What did F-16 jets do after the attack?",
        "Who won, according to Reuters?",
        "How are times in the times of war?",
        "How is the country divided today?",
        "How much warmer is it than in the last century?",
        "What is planned by the Lantern society?",
        "What does the dally lantern cost?",
        "Who lives in al-Sabah district?",
        "today on the news",
        "The minister says today",
        "Who won before 0001-01-01?",
        "Who won after 9999-12-31?",
        "Who ruled before the 1st century?",
    ],
)
def test_no_restriction(question: str) -> None:
    restricted = restrictions_in(question, PUBLISHERS, TODAY)
    assert restricted.restrictions == ()
    assert restricted.asking(firm_only=False) == question


@pytest.mark.parametrize(
    ("question", "publisher", "firm", "left"),
    [
        ("According to The Daily Lantern, who won?", "The Daily Lantern", True, "who won?"),
        ("who won according to the daily lantern", "The Daily Lantern", True, "who won"),
        ("Who won, according to Dayly Lantern?", "The Daily Lantern", True, "Who won?"),
        ("What stood in the Daily Lantern about Paris?", "The Daily Lantern", True, "What stood about Paris?"),
        ("Who won, from Al-Sabah Wire", "Al-Sabah Wire", True, "Who won"),
        ("A Morgenblatt Weekly article on tanks", "Morgenblatt Weekly", True, "on tanks"),
        ("The Times says who won", "The Times", False, "who won"),
        ("What did The Times report on Paris?", "The Times", False, "What did on Paris?"),
        ("What does Today say about Paris?", "Today", False, "What does about Paris?"),
        ("who won according to the times?", "The Times", True, "who won?"),
        ("per the daily lantern, who won?", "The Daily Lantern", True, "who won?"),
        ("the daily lantern: who won?", "The Daily Lantern", True, "who won?"),
        ("Who won, says The Times", "The Times", False, "Who won"),
        ("Morgenblatt Weekly on tanks", "Morgenblatt Weekly", False, "on tanks"),
    ],
)
def test_a_publisher_restricts_and_is_not_searched_for(question: str, publisher: str, firm: bool, left: str) -> None:
    restricted = restrictions_in(question, PUBLISHERS, TODAY)
    assert [(found.filters, found.firm) for found in restricted.restrictions] == [(Filters(publisher=publisher), firm)]
    assert restricted.question == question
    assert restricted.asking(firm_only=False) == left


def test_firm_restrictions_and_all_of_them() -> None:
    restricted = restrictions_in("Who won before 2014, according to The Times, since 2010?", PUBLISHERS, TODAY)
    assert restricted.firm == Filters(date(2010, 1, 1), None, "The Times")
    assert restricted.filters == Filters(date(2010, 1, 1), date(2013, 12, 31), "The Times")


@pytest.mark.parametrize(
    ("question", "without_firm", "without_all"),
    [
        ("What did he say of tanks since 2016?", "What did he say of tanks?", "What did he say of tanks?"),
        ("Why did tanks come before 2015?", "Why did tanks come before 2015?", "Why did tanks come?"),
        ("Arms, before 2015, since 2010, in Paris", "Arms, before 2015, in Paris", "Arms, in Paris"),
        ("Which visits, in articles published in 2015?", "Which visits?", "Which visits?"),
        ("Who won, in the last three months, in The Times?", "Who won?", "Who won?"),
        ("Who since 2015?", "Who since 2015?", "Who since 2015?"),
        ("Who  won?", "Who  won?", "Who  won?"),
    ],
)
def test_a_question_is_asked_without_the_words_of_its_restrictions(
    question: str, without_firm: str, without_all: str
) -> None:
    restricted = restrictions_in(question, PUBLISHERS, TODAY)
    assert restricted.question == question
    assert restricted.asking(firm_only=True) == without_firm
    assert restricted.asking(firm_only=False) == without_all


def test_the_words_of_a_second_publisher_stay() -> None:
    restricted = restrictions_in("According to The Times, who won according to Today?", PUBLISHERS, TODAY)
    assert restricted.asking(firm_only=True) == "who won according to Today?"


def test_the_narrowest_of_no_filters_lets_everything_through() -> None:
    assert narrowest([]) == Filters()


_PARTS = "since until in the 2012 2015 Times Today The Daily Lantern according to says articles from last week , ? may"
PARTS = _PARTS.split()


@given(st.lists(st.sampled_from(PARTS), max_size=25).map(" ".join) | st.text(max_size=80))
def test_any_question_gives_spans_within_it(question: str) -> None:
    for found in restrictions_in(question, PUBLISHERS, TODAY).restrictions:
        assert 0 <= found.span[0] < found.span[1] <= len(question)
        assert found.filters != Filters()
    assert restrictions_in(question, PUBLISHERS, TODAY).asking(firm_only=False) or not question


@given(st.text(max_size=80))
def test_without_publishers_the_question_stays(question: str) -> None:
    restricted = restrictions_in(question, (), TODAY)
    assert restricted.restrictions or restricted.asking(firm_only=False) == question

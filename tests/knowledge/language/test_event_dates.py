from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language.dates.clauses import Tells, told_by, unquoted
from knowledge.language.dates.events import days_beside, event_days

PUBLISHED = date(2015, 5, 21)  # a Thursday


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("On Wednesday the group seized full control of the town.", "2015-05-20", "2015-05-20"),
        ("Last week, several missiles hit near the embassy.", "2015-05-11", "2015-05-17"),
        ("The contracts were signed in March, April and May.", "2015-03-01", "2015-05-31"),
        ("Speaking in Oslo on Monday, the minister said he was ready.", "2015-05-18", "2015-05-18"),
        ("“They felt they could not trust him,” the general said in 2014.", "2014-01-01", "2014-12-31"),
        ("Sixty workers downed tools two weeks ago over pay.", "2015-05-04", "2015-05-10"),
        ("The group that holds the town told reporters on Monday it would stay.", "2015-05-18", "2015-05-18"),
        ("The man was arrested more than a week ago when agents searched a farm.", "2015-05-11", "2015-05-17"),
        ("More than 400 workers were dismissed in April.", "2015-04-01", "2015-04-30"),
        ("Gunmen killed four people in spring 2013.", "2013-03-01", "2013-05-31"),
        ("Gunmen killed four people on 13/04/2015.", "2015-04-13", "2015-04-13"),
        ("Gunmen killed four people two weekends ago.", "2015-05-09", "2015-05-10"),
        ("Gunmen killed four people the day before yesterday.", "2015-05-19", "2015-05-19"),
        ("Gunmen killed four people on Friday the 13th.", "2015-03-13", "2015-03-13"),
        ("The 2011 Van earthquake killed more than 600.", "2011-01-01", "2011-12-31"),
        ("Foreign troops fought the group until its defeat in 2014.", "2014-01-01", "2014-12-31"),
        ("Ties were restored, with the boldest move coming last year when the club met.", "2014-01-01", "2014-12-31"),
    ],
)
def test_a_date_of_the_main_clause_dates_the_event(sentence: str, first: str, last: str) -> None:
    assert event_days(sentence, PUBLISHED) == (date.fromisoformat(first), date.fromisoformat(last), True)


@pytest.mark.parametrize(
    "sentence",
    [
        "The visit, which follows a meeting last week, points to better ties between them.",
        "The war has claimed many lives since its outbreak in 2011.",
        "The conflict has led to a surge in violence to levels not seen since 2008.",
        "Militias slammed the party that struck the embassy last week.",
        "The minister will seek the same jets that were sold in 2012.",
        "The visit comes after peace talks broke off last week.",
        "His statement echoed comments he made in late April on the air.",
        "Police said the attack would be discussed by 2030 at the latest.",
        "The mayor has praised the winners of yesterday's awards in the city.",
        "He has rejected the idea, but may return to it over the next three years.",
        "Exports have dropped by 14 per cent, following a fall in October.",
        "The fund says a number of factors should help the recovery in 2016.",
        "The road toll has risen to 45, which is eight fewer than at the same time last year.",
        "The minister for trade, to be replaced on Saturday, has praised the accord.",
        "A farmer has pleaded guilty of felling trees in December last year.",
        "The ruling follows the death in custody of a trader last month.",
        "The court rejected a call for elections next year.",
        "The war, which has killed thousands, is now largely frozen.",
        "The mayor has praised the men who came three days earlier.",
        "The gunman, whose death was reported last week, has been buried.",
    ],
)
def test_a_date_of_another_clause_leaves_that_of_the_article(sentence: str) -> None:
    assert event_days(sentence, PUBLISHED) == (PUBLISHED, PUBLISHED, False)


@pytest.mark.parametrize(
    "sentence",
    [
        "Who attacked the embassy last week?",
        "It failed last week.",
        "“They had a stake in the failure of it all.”",
        "“They are already coming back.",
        "The country is carved up into areas held by armed groups.",
        "Gunmen killed four people on 3/4/2015 in the town.",
        "Gunmen killed four people on 13/04/15 in the town.",
        "Gunmen killed four people on 31 December 9999.",
        "Gunmen killed four people on 1 January 0001.",
        "Gunmen killed four people on 31 June in the town.",
        "Gunmen killed four people in winter 2013.",
        "Gunmen killed four people three days earlier.",
        "Gunmen killed four people the following week.",
        "Gunmen killed four people on Christmas Day.",
        "The 2011 law failed to stop the war.",
        "If only because of this we help, he said at the time.",
    ],
)
def test_what_is_no_event(sentence: str) -> None:
    assert event_days(sentence, PUBLISHED) is None


def test_the_past_told_after_a_date_long_gone_is_not_dated_by_the_article() -> None:
    sentence = "Protests against the government were met by a brutal crackdown."
    assert event_days(sentence, PUBLISHED, ["The war began in March 2011."]) is None
    assert event_days(sentence, PUBLISHED, ["They met on Monday.", "The war began in March 2011."]) is not None


@pytest.mark.parametrize("published", [date.min, date(1, 1, 20), date(9999, 12, 20), date.max])
@pytest.mark.parametrize(
    "when", ["", "in 2011", "two years ago", "last week", "on Friday the 13th", "on December 25", "over the past month"]
)
def test_the_ends_of_the_calendar_are_no_danger(published: date, when: str) -> None:
    event_days(f"Gunmen killed four people {when} in the town.", published, ["The war began on March 2, 2011."])


def test_a_date_beside_a_noun_dates_it_in_any_clause() -> None:
    sentence = "He stayed in power since the start of the civil war in March 2011."
    asked: list[tuple[str, str]] = []

    def is_meant(clause: str, noun: str) -> bool:
        asked.append((clause.strip(), noun))
        return noun == "war"

    assert days_beside(sentence, None, is_meant) == (date(2011, 3, 1), date(2011, 3, 31), True)
    assert asked == [("since the start of the civil war", "war")]
    assert days_beside("He stayed in power after he left Paris in 2011.", None, is_meant) is None


def test_an_undated_article_tells_only_what_the_sentence_dates() -> None:
    assert event_days("On Wednesday the group seized the whole town.", None) is None
    assert event_days("In March 2011 the group seized the whole town.", None) == (
        date(2011, 3, 1),
        date(2011, 3, 31),
        True,
    )


@pytest.mark.parametrize(
    ("sentence", "tells"),
    [
        ("The minister said that they met.", Tells.SPEECH),
        ("The two countries are expanding their trade.", Tells.NEWS),
        ("The ministry has raised its fees.", Tells.NEWS),
        ("The town, which has changed hands, is divided.", Tells.STATE),
        ("Gunmen killed three soldiers who are now mourned.", Tells.PAST),
        ("The team begins a match of four days.", Tells.UNCLEAR),
    ],
)
def test_what_a_main_clause_tells(sentence: str, tells: Tells) -> None:
    assert told_by(sentence) is tells


@pytest.mark.parametrize(
    ("sentence", "outside"),
    [
        ("He said “no” twice.", "He said      twice."),
        ('"No," he said.', "      he said."),
        ("and so on,” he said.", "            he said."),
        ("He said: “It is", "He said:       "),
    ],
)
def test_quoted_words_are_blanked_out(sentence: str, outside: str) -> None:
    assert unquoted(sentence) == outside


_PARTS = """
    said who which that , . " “ ” after before 2011 in since Monday on last week the has is killed they comments
    he made ( ) ? –
"""
PARTS = _PARTS.split()


@given(
    st.lists(st.sampled_from(PARTS), max_size=40).map(" ".join) | st.text(max_size=100),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
)
def test_any_sentence_has_days_in_order_or_none(sentence: str, published: date) -> None:
    when = event_days(sentence, published, [sentence])
    assert when is None or when.first <= when.last
    assert len(unquoted(sentence)) == len(sentence)

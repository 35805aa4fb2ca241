"""Chat messages to claims."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge import Coverage, QuestionTooLong
from knowledge.answering.checking import LONGEST_MESSAGE, MOST_CLAIMS, check
from knowledge.answering.strength import THRESHOLD
from knowledge.models import Claim
from knowledge.search.index import Index

MESSAGE = (
    "wasn't Egypt's army boss in Moscow just before Lavrov went to Iraq? "
    "and pretty sure Turkey put like 40 jets on the border back then"
)


@pytest.fixture(scope="module")
def index(coverage: Coverage) -> Index:
    return coverage._archive.index()


def claims(message: str, index: Index) -> tuple[Claim, ...]:
    return check(message, index, None, 3, THRESHOLD)


def test_a_message_with_chatter_two_claims_and_a_figure(index: Index) -> None:
    first, second = claims(MESSAGE, index)
    assert first.text == "Egypt's army boss in Moscow just before Lavrov went to Iraq"
    assert "Egyptian army chief" in first.answer.facts[0].sentence.text
    assert first.differing == ()
    assert second.text == "Turkey put like 40 jets on the border"
    told = second.answer.facts[0].sentence.text
    assert [(MESSAGE[slice(*ours)], told[slice(*theirs)]) for ours, theirs in second.differing] == [
        ("40 jets", "25 F-16 fighter jets")
    ]


def test_a_figure_that_agrees_is_not_marked(index: Index) -> None:
    [claim] = claims("Russia would supply 36 attack helicopters to Iraq", index)
    assert "36 Mi-28NE" in claim.answer.facts[0].sentence.text
    assert claim.differing == ()


def test_a_hedge_before_a_figure_counts(index: Index) -> None:
    [claim] = claims("at least 20 fighter jets were deployed by Turkey at its Diyarbakir base", index)
    assert "25 F-16" in claim.answer.facts[0].sentence.text
    assert claim.differing == ()


@pytest.mark.parametrize(
    ("message", "pairs"),
    [
        ("Maliki stepped aside in 2015", [("2015", "2014")]),
        ("Maliki stepped aside in 2014", []),
        ("the war in Syria started in May 2012", [("May 2012", "March 2011")]),
        ("the war in Syria started in 2011", []),
        ("Syria's prewar population was 23 billion", [("23 billion", "23 million")]),
        ("40 million people lived in Syria before the war", [("40 million people", "23 million")]),
        ("Sunnis are 35 percent of Iraq", [("35 percent", "18 percent")]),
        ("Iraq bought 36 Pantsirs from Russia", [("36 Pantsirs", "48 Pantsir-S1 mobile air defence systems")]),
        ("Russia signed a deal with Iraq for 4.2 million worth of arms", [("4.2 million worth", "$4.2 billion")]),
        ("Iraq is Russia's third largest customer", [("third largest", "second largest")]),
        ("Iraq is Russia's second largest customer", []),
        ("Turkey deployed **40** jets at its Diyarbakir base", [("40** jets", "25 F-16 fighter jets")]),
    ],
)
def test_what_differs_is_marked(index: Index, message: str, pairs: list[tuple[str, str]]) -> None:
    [claim] = claims(message, index)
    told = claim.answer.facts[0].sentence.text
    assert [(message[slice(*ours)], told[slice(*theirs)]) for ours, theirs in claim.differing] == pairs


def test_a_claim_that_nothing_is_reported_of_has_no_facts(index: Index) -> None:
    [claim] = claims("Brazil bought 36 Gripen fighters from Sweden", index)
    assert not claim.answer.answered
    assert claim.answer.facts == ()


def test_a_pronoun_stands_for_the_names_of_the_claim_before(index: Index) -> None:
    _, second = claims("Russia signed an arms deal with Iraq in 2012. They were selling them 36 helicopters", index)
    assert "36 Mi-28NE" in second.answer.facts[0].sentence.text


@pytest.mark.parametrize(
    "message",
    [
        "",
        "good morning everyone :wave:",
        "lol",
        "thanks!!",
        "who made it?",
        "im so tired today",
        "did anyone watch the match?",
        "> Turkey deployed 25 jets",
        ">>> Turkey deployed 25 jets\nand Russia sold helicopters to Iraq",
        "```\nTurkey deployed 25 jets\n```",
        "https://example.com/Turkey-deployed-25-jets",
        "<@1234567890> <:turkey:123456> @Turkey_deployed_jets",
        "🎉🎉",
        "\x00\ud800",
    ],
)
def test_chatter_and_what_others_said_is_no_claim(index: Index, message: str) -> None:
    assert claims(message, index) == ()


@pytest.mark.parametrize(
    ("message", "texts"),
    [
        ("Italy sends an ambassador and Turkey deployed jets", ["Italy sends an ambassador", "Turkey deployed jets"]),
        ("Russia and Iraq signed arms deals and contracts", ["Russia and Iraq signed arms deals and contracts"]),
        ("Putin met Maliki, they discussed arms", ["Putin met Maliki", "they discussed arms"]),
        ("tbh Putin met Maliki lol. iirc Lavrov met Zebari tho", ["Putin met Maliki", "Lavrov met Zebari"]),
        ("**Putin** met Maliki https://a.example\n- Lavrov met Zebari!", ["**Putin** met Maliki", "Lavrov met Zebari"]),
        ("@bob <@123456789> **Lavrov** said `IS is the main enemy`", ["**Lavrov** said `IS is the main enemy`"]),
        (
            "18 people died on the Aurelia and it had 300 passengers",
            ["18 people died on the Aurelia", "it had 300 passengers"],
        ),
        ("over 140k dead in syria since 2010", ["over 140k dead in syria since 2010"]),
        ("two dozen F-16s on the turkish border", ["two dozen F-16s on the turkish border"]),
        ("40 jets at diyarbakir", ["40 jets at diyarbakir"]),
        ("$4.2bn arms deal lol", ["$4.2bn arms deal"]),
        ("half a million people died in Syria", ["half a million people died in Syria"]),
        ("40 jets at diyarbakir?", []),
        ("3 beers lol", []),
        ("good morning Moscow", []),
        ("happy birthday John Smith", []),
        ("Mr. Putin met the U.S. envoy", ["Mr. Putin met the U.S. envoy"]),
    ],
)
def test_a_message_is_cut_where_both_sides_stand_alone(index: Index, message: str, texts: list[str]) -> None:
    assert [claim.text for claim in claims(message, index)] == texts


def test_a_message_has_a_length_and_a_number_of_claims(index: Index) -> None:
    assert len(claims("Putin met Maliki in Moscow.\n" * 100, index)) == MOST_CLAIMS
    with pytest.raises(QuestionTooLong) as caught:
        claims("x" * (LONGEST_MESSAGE + 1), index)
    assert (caught.value.length, caught.value.limit) == (LONGEST_MESSAGE + 1, LONGEST_MESSAGE)


PIECES = st.sampled_from(
    [
        "Putin met Maliki",
        "40 jets",
        "lol",
        " and ",
        ", ",
        ". ",
        "\n",
        "> ",
        "```",
        "`",
        "?",
        "$",
        "%",
        "*",
        "_",
        "third time",
        "in 2012",
        "the",
        "they",
    ]
)


@settings(deadline=None, max_examples=60)
@given(st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=400))
def test_any_message_has_verbatim_claims_in_order(index: Index, message: str) -> None:
    end = 0
    for claim in claims(message, index):
        assert end <= claim.span[0] < claim.span[1] <= len(message)
        assert claim.text == message[slice(*claim.span)]
        assert claim.answer.answered or not claim.answer.facts
        for ours, theirs in claim.differing:
            assert claim.span[0] <= ours[0] < ours[1] <= len(message)
            assert 0 <= theirs[0] < theirs[1] <= len(claim.answer.facts[0].sentence.text)
        end = claim.span[1]


@pytest.mark.parametrize(
    "piece", ["a, ", "and ", "Putin met him, ", "`", "<", ":a", "```", "@", "> ", ". ", "1 ", "lol ", "*", "http://"]
)
def test_hostile_messages_take_no_time(index: Index, piece: str) -> None:
    start = time.process_time()
    claims((piece * LONGEST_MESSAGE)[:LONGEST_MESSAGE], index)
    assert time.process_time() - start < 2


def test_the_next_sentence_takes_no_figure_away(index: Index) -> None:
    first, *_ = claims("Turkey deployed 40 F-16 fighter jets. Syria lost lives.", index)
    assert len(first.differing) == 1

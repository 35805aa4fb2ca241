"""Where a message has its quotations and figures from."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge import Article, Claim, Coverage, Filters, QuestionTooLong
from knowledge.answering.sources import sources
from knowledge.language.terms import words
from knowledge.models import Record
from knowledge.search.index import Index

MakeRecord = Callable[..., Record]
IndexOf = Callable[..., Index]

READY = "We are ready to provide Iraq with any Russian-made military products"
TRUST = "The 18 percent Sunni minority felt they could not trust the government"
ENEMY = "Islamic State is our main enemy at the moment"
HELICOPTERS = "36 Mi-28NE attack helicopters"


def only(claims: tuple[Claim, ...]) -> Claim:
    [claim] = claims
    return claim


def texts(claim: Claim) -> list[str]:
    return [fact.sentence.text for fact in claim.answer.facts]


@pytest.mark.parametrize(
    "message",
    [
        f"Lavrov said “{READY}”",
        f'"{READY}" - is that real?',
        f"«{READY}»",
        f"„{READY}“ sagte er",
        f"'{READY}', he said",
        f"**「{READY}」**",
        f'*"{READY}"*',
        f"> {READY}\nsource?",
        f">>> {READY}",
        f'"{READY.lower()}"',
        '"We are ready to provide Iraq with any Russian made military products!!"',
        '"we are ready... any Russian-made military products"',
        '"We are ready […] military products"',
        '"We are redy to provide Iraq with any Rusian-made militry products"',
        '"ready to provide Iraq"',
    ],
)
def test_a_quotation_is_found_in_any_marks_and_with_slips(coverage: Coverage, message: str) -> None:
    claim = only(coverage.sources(message))
    [fact] = claim.answer.facts
    assert READY in fact.sentence.text
    assert fact.article.publisher == "Asharq Al-Awsat"
    assert fact.link
    assert claim.answer.answered
    assert [fact.sentence.text[start:end] for start, end in fact.matched]
    assert all(fact.sentence.text[start:end] in READY for start, end in fact.matched)


@pytest.mark.parametrize(
    "quotation",
    [
        "We are ready to provide Iran with any Russian-made military products",
        "We are not ready to provide Iraq with any Russian-made military products",
        "We are ready to sell Iraq any American-made products",
        "military products with any Iraq provide",
        "The 18 percent Sunni minority felt they could trust the government",
        "The 80 percent Sunni minority felt they could not trust the government",
        "Islamic State is our main friend at the moment",
        "ready to provide Iraq ... We are",
        "the cat sat on the mat",
        "in the of and",
    ],
)
def test_other_words_are_another_quotation(coverage: Coverage, quotation: str) -> None:
    for claim in coverage.sources(f"“{quotation}”"):
        if claim.text == quotation:
            assert (claim.answer.answered, claim.answer.facts, claim.answer.strength) == (False, (), 0.0)
            break
    else:
        raise AssertionError("the quotation is not among the claims")


def test_a_quotation_over_several_sentences(coverage: Coverage) -> None:
    left_out = f"“{ENEMY}. If only because hundreds of Russian citizens fight alongside IS”"
    assert coverage.sources(left_out)[0].answer.facts == ()
    whole = f"“{ENEMY}. If only because hundreds of Russian citizens, hundreds of Europeans, hundreds of Americans”"
    claim = only(coverage.sources(whole))
    assert texts(claim) == [f'"{ENEMY}.']
    [fact] = claim.answer.facts
    assert [fact.sentence.text[start:end] for start, end in fact.matched] == [ENEMY]


def test_a_part_left_out_may_reach_into_the_next_sentence(coverage: Coverage) -> None:
    claim = only(coverage.sources("“They are already coming back ... could stage vile acts at home”"))
    assert texts(claim) == ['"They are already coming back.']


def test_spans_and_text_are_those_of_the_message(coverage: Coverage) -> None:
    message = f"first “{READY}” and then 36 helicopters were sold by Russia to Iraq"
    quoted, figured = coverage.sources(message)
    assert (quoted.text, message[slice(*quoted.span)]) == (READY, READY)
    assert figured.text == message[slice(*figured.span)]
    assert "36 helicopters" in figured.text
    assert HELICOPTERS in texts(figured)[0]


@pytest.mark.parametrize(
    ("message", "part"),
    [
        ("russia sold 36 attack helicopters to iraq", HELICOPTERS),
        ("At least 36 helicopters were promised to Iraq by Russia", HELICOPTERS),
        ("didn't russia sell thirty-six helicopters to iraq", HELICOPTERS),
        ("the deal was worth $4.2 billion", "$4.2 billion"),
        ("iraq signed arms deals worth over 4.2bn dollars with russia", "$4.2 billion"),
        ("the war in syria has killed half a million people", "killed nearly half a million people"),
        ("syria war 140,000 dead", "140,000 lives"),
        ("turkey has 25 F-16 fighter jets at diyarbakir", "25 F-16 fighter jets"),
        ("According to The Hindu, Russia will supply 48 Pantsir systems", "48 Pantsir-S1"),
        ("Russia will supply 48 Pantsir systems, says The Hindu", "48 Pantsir-S1"),
    ],
)
def test_a_figure_is_found_on_the_same_thing(coverage: Coverage, message: str, part: str) -> None:
    claim = only(coverage.sources(message))
    assert claim.answer.facts
    assert all(part in text for text in texts(claim))


@pytest.mark.parametrize(
    "message",
    [
        "russia sold 40 attack helicopters to iraq",
        "over 30 attack helicopters were sold to iraq by russia",
        "Brazil sold 36 attack helicopters to Chile",
        "turkey sold 36 attack helicopters to egypt",
        "russia sold 36 submarines to iraq",
        "the deal was worth 4.2 million dollars",
        "According to Asharq Al-Awsat, Russia will supply 48 Pantsir systems",
        "more than 100,000 people died in syria",
    ],
)
def test_another_figure_or_another_thing_is_no_source(coverage: Coverage, message: str) -> None:
    claim = only(coverage.sources(message))
    assert (claim.answer.answered, claim.answer.facts) == (False, ())


@pytest.mark.parametrize(
    "message",
    [
        "",
        "hello everyone",
        "russia sold weapons to iraq",
        'he said "great stuff" lol',
        "that's the dogs' own toys, isn't it, y'all",
        "see https://example.com/36-helicopters",
        '```\n"we are ready to provide"\n```',
        '""" """',
        "in 2014",
        "<@123456> :smile:",
    ],
)
def test_a_message_without_quotation_and_figure_has_no_claim(coverage: Coverage, message: str) -> None:
    assert coverage.sources(message) == ()


def test_a_figure_in_a_quotation_that_was_found_is_not_told_again(coverage: Coverage) -> None:
    assert only(coverage.sources(f"“{TRUST}”")).text == TRUST


def test_words_in_marks_within_a_block_are_found_where_the_block_is_not(coverage: Coverage) -> None:
    assert only(coverage.sources(f"> My uncle wrote: “{READY}”, or so he says\nhm")).text == READY


def test_the_first_to_publish_it_comes_first_and_the_others_report_it(
    make_record: MakeRecord, index_of: IndexOf
) -> None:
    words = "“The sea was calm and nobody called for help that night,” the harbour master of Kithnos said."
    days = {"late": date(2019, 6, 9), "undated": None, "early": date(2019, 6, 1)}
    records = [
        make_record(Article(text="", id=name, publisher=name, published=day), words, f"It was {name} in the day.")
        for name, day in days.items()
    ]
    index = index_of(records[:1], records[1:])
    claim = only(sources("“nobody called for help that night”", index, None, 3))
    [fact] = claim.answer.facts
    assert fact.article.id == "early"
    assert [report.article.id for report in fact.also_reported_by] == ["late", "undated"]
    shown = only(sources("“nobody called for help that night”", index, Filters(publishers=("late",)), 3))
    assert [fact.article.id for fact in shown.answer.facts] == ["late"]
    assert shown.answer.facts[0].also_reported_by == ()


def test_no_more_facts_than_asked_for(make_record: MakeRecord, index_of: IndexOf) -> None:
    records = [
        make_record(
            Article(text="", id=str(number)),
            f"“We sail at dawn, whatever comes,” said captain number {number} of ship {name}.",
        )
        for number, name in enumerate(["Aurelia", "Livia", "Samina", "Nike", "Argo"])
    ]
    claim = only(sources("“we sail at dawn, whatever comes”", index_of(records), None, 2))
    assert 1 <= len(claim.answer.facts) <= 2


def test_a_long_message_has_eight_claims_at_most(coverage: Coverage) -> None:
    message = " ".join(f"“we saw {number} cats there” he said." for number in range(60))
    claims = coverage.sources(message)
    assert len(claims) == 8
    assert [claim.span for claim in claims] == sorted(claim.span for claim in claims)
    with pytest.raises(QuestionTooLong) as caught:
        coverage.sources("a" * 4_001)
    assert (caught.value.length, caught.value.limit) == (4_001, 4_000)
    with pytest.raises(ValueError, match="at least 1"):
        coverage.sources("", limit=0)


PIECES = st.sampled_from(
    ["“", "”", '"', "'", "> ", "\n", "...", "…", "36 ", "helicopters ", READY, " ", "$4.2 billion", "「"]
)


@given(st.text(max_size=300) | st.lists(PIECES, max_size=25).map("".join))
def test_any_message_may_be_looked_at(coverage: Coverage, message: str) -> None:
    claims = coverage.sources(message[:4_000])
    for claim in claims:
        start, end = claim.span
        assert 0 <= start < end <= len(message)
        for fact in claim.answer.facts:
            assert fact.sentence.text in fact.article.text
            assert all(0 <= first < last <= len(fact.sentence.text) for first, last in fact.matched)


@settings(max_examples=40)
@given(st.data())
def test_any_eight_words_in_a_row_are_found_in_their_sentence(coverage: Coverage, data: st.DataObject) -> None:
    article = data.draw(st.sampled_from(coverage.articles()))
    sentence = data.draw(st.sampled_from(coverage.sentences(article.id))).text
    listed = list(words(sentence))
    first = data.draw(st.integers(0, max(0, len(listed) - 8)))
    quotation = sentence[listed[first].start : listed[min(first + 7, len(listed) - 1)].end]
    found = {claim.text: texts(claim) for claim in coverage.sources(f"« {quotation} »", limit=9)}
    if len(listed) >= 8:
        assert any(quotation in told for told in found[quotation])  # some words stand in several sentences

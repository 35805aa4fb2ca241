"""Quotations, timelines and claims as lines and views, whatever articles and messages hold."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from rich.console import Console, RenderableType

from bot.plain import claim_lines, quote_lines, timeline_lines
from bot.prompt import CoverageCompleter
from bot.terminal_lookups import claims_view, quotes_view, timeline_view
from bot.texts import english
from knowledge import Answer, Article, Claim, Coverage, Event, Fact, Filters, Quote, Sentence

SAY = english()
TEXT = 'Envoy Jan Ek said: "We sold 25 jets."'
POST = Article(
    id="a", text=TEXT, title="Jets", publisher="Post", published=date(2012, 10, 10), url="https://p.example/"
)
SENTENCE = Sentence("a", 0, 0, len(TEXT), TEXT)
FACT = Fact(SENTENCE, POST, 1.0, ((0, 5),), "https://p.example/#:~:text=Envoy")
QUOTE = Quote("Jan Ek", SENTENCE, POST, ((20, 36),), FACT.link)
EVENT = Event(date(2012, 10, 1), date(2012, 10, 31), True, FACT)
CLAIM = Claim("they sold 40 jets", (4, 21), Answer("they sold 40 jets", True, 0.8, (FACT,)), (((14, 21), (28, 35)),))
SOURCE = "Post, 2012-10-10, Jets, https://p.example/#:~:text=Envoy"


def screen(view: RenderableType, width: int = 80) -> str:
    console = Console(file=io.StringIO(), force_terminal=True, width=width, markup=False, emoji=False, highlight=False)
    with console.capture() as captured:
        console.print(view)
    return captured.get()


def marked(view: RenderableType, style: str) -> list[str]:
    """What stands on the screen in a style, colours and all as numbers."""
    return re.findall(rf"\x1b\[{style}m([^\x1b]*)\x1b", screen(view))


def test_a_quotation_is_verbatim_with_its_speaker_and_source() -> None:
    assert list(quote_lines([QUOTE], SAY)) == [TEXT, f"Jan Ek, {SOURCE}", ""]
    assert marked(quotes_view([QUOTE], SAY), "1;33") == ["We sold 25 jets."]


def test_what_is_only_reported_is_told_to_be() -> None:
    reported = Quote("Jan Ek", SENTENCE, POST, (), None)
    assert list(quote_lines([reported], SAY))[1].startswith("Jan Ek (as reported), Post")
    assert "Jan Ek (as reported)" in screen(quotes_view([reported], SAY))


def test_an_event_stands_below_its_days() -> None:
    assert list(timeline_lines([EVENT], SAY)) == ["October 2012", TEXT, SOURCE, ""]
    assert "October 2012" in screen(timeline_view([EVENT], SAY))


def test_a_day_that_is_only_the_articles_is_told_to_be() -> None:
    event = Event(date(2012, 10, 10), date(2012, 10, 10), False, FACT)
    told = "10 October 2012 (date of the article)"
    assert next(timeline_lines([event], SAY)) == told
    assert told in screen(timeline_view([event], SAY))


def test_a_claim_stands_above_its_figures_and_facts() -> None:
    figures = 'Figures: "40 jets" in the message, "25 jets" in the coverage'
    assert list(claim_lines(CLAIM, SAY)) == ["Claim: they sold 40 jets", figures, TEXT, SOURCE, ""]
    assert marked(claims_view([CLAIM], SAY), "1;4") == ["40 jets", "25 jets"]


def test_a_claim_without_facts_is_told_so_with_its_filters() -> None:
    answer = Answer("x", False, 0.0, nearest=(POST,), filters=Filters(publisher="Post"))
    told = ["The coverage does not say.", "Only coverage by Post."]
    assert list(claim_lines(Claim("x", (0, 1), answer), SAY)) == ["Claim: x", *told, ""]
    shown = screen(claims_view([Claim("x", (0, 1), answer)], SAY))
    assert all(line in shown for line in told)


EVIL = st.text(min_size=1, max_size=30) | st.sampled_from(
    ["\x1b]0;owned\x07", "\x9b31m", "[red]", "a\nb\u2028c", "\ud800"]
)


@st.composite
def found(draw: st.DrawFn) -> tuple[Quote, Event, Claim]:
    text = draw(EVIL)
    article = Article(id="a", text=text, title=draw(EVIL), publisher=draw(EVIL), url=draw(EVIL))
    sentence = Sentence("a", 0, 0, len(text), text)
    spans = ((0, len(text)),)
    fact = Fact(sentence, article, 1.0, spans, draw(EVIL))
    claimed = draw(EVIL)
    answer = Answer(claimed, True, 0.5, (fact,), corrections={"x": draw(EVIL)}, filters=Filters(publisher=draw(EVIL)))
    days = sorted((draw(st.dates()), draw(st.dates())))
    return (
        Quote(draw(EVIL), sentence, article, spans, draw(EVIL)),
        Event(days[0], days[1], draw(st.booleans()), fact),
        Claim(claimed, (3, 3 + len(claimed)), answer, (((3, 3 + len(claimed)), spans[0]),)),
    )


def lines(quote: Quote, event: Event, claim: Claim) -> Iterator[str]:
    yield from quote_lines([quote], SAY)
    yield from timeline_lines([event], SAY)
    yield from claim_lines(claim, SAY)


@given(found())
def test_nothing_in_an_article_or_a_message_steers_a_terminal_or_breaks_a_line(
    values: tuple[Quote, Event, Claim],
) -> None:
    for line in lines(*values):
        assert not any(unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") for character in line)
    quote, event, claim = values
    for view in (quotes_view([quote], SAY), timeline_view([event], SAY), claims_view([claim], SAY)):
        shown = re.sub(r"\x1b\[[\d;]*m|\x1b\]8;[^\x1b]*\x1b\\", "", screen(view)).replace("\n", "")
        assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in shown)


@pytest.mark.parametrize("width", [40, 80])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    views = quotes_view([QUOTE] * 2, SAY), timeline_view([EVENT] * 2, SAY), claims_view([CLAIM] * 2, SAY)
    for view in views:
        plain = re.sub(r"\x1b\[[\d;]*m|\x1b\]8;[^\x1b]*\x1b\\", "", screen(view, width))
        assert max(map(len, plain.splitlines())) <= width


def test_names_and_headlines_are_completed_behind_every_command(coverage: Coverage) -> None:
    coverage.add(POST)
    completer = CoverageCompleter(coverage, ["/quotes", "/timeline", "/check"])
    for typed, offered in (
        ("/qu", "/quotes"),
        ("/quotes Jan", "Jan Ek"),
        ("/check that the Green", "Green Zone"),
        ("jet", "Jets"),
    ):
        offers = completer.get_completions(Document(typed), CompleteEvent())
        assert offered in [completion.text for completion in offers]

"""`/ask`: the best facts for a question, or the nearest articles where the coverage does not say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from discord import ui

from bot import limits
from bot.markdown import show
from bot.memory.lookups import Lookup
from bot.memory.places import place_of
from bot.plain import distinct
from bot.replies.parts import article_blocks, days_covered, fact_blocks, restriction, small, why_empty
from bot.replies.reply import Block, Reply
from bot.texts import Texts
from bot.wording import strength_in_words
from knowledge import Answer, Coverage, Fact


def answer_reply(lookup: Lookup, coverage: Coverage, say: Texts) -> Reply:
    """The facts from the one numbered `lookup.start`."""
    # Facts that another has among its other figures are left out: two are asked for in their place, and one for "more".
    answer = coverage.ask(lookup.words, lookup.filters, limit=lookup.start + limits.FACTS + 3)
    facts = distinct(answer.facts)[lookup.start :]
    return answer_blocks(answer, facts, say, "" if answer.answered else why_empty(lookup.filters, coverage, say))


def answer_blocks(answer: Answer, facts: Sequence[Fact], say: Texts, hint: str = "") -> Reply:
    """The question, then the first of `facts` or the nearest articles, then how good that is, or a hint to mend it."""
    shown = facts[: limits.FACTS]
    blocks = _facts(answer, shown, say) if answer.answered else _nothing(answer, hint, say)
    return Reply(
        blocks=(_question(answer), *blocks),
        shown=tuple(place_of(fact.sentence) for fact in shown),
        more=len(facts) > len(shown),
        found=answer.answered,
    )


def _question(answer: Answer) -> Block:
    return ui.TextDisplay(f"-# {show(answer.question, limits.QUESTION_SHOWN)}")


def _facts(answer: Answer, facts: Sequence[Fact], say: Texts) -> Iterator[Block]:
    if not facts:
        yield ui.TextDisplay(say("reply-no-more"))
    yield from fact_blocks(facts, say)
    yield ui.Separator()
    yield from small(*notes_of(answer, say), strength_in_words(answer.strength, say), span_of(answer, say))


def _nothing(answer: Answer, hint: str, say: Texts) -> Iterator[Block]:
    yield ui.TextDisplay(f"### {say('answer-none')}")
    if answer.nearest:
        yield ui.TextDisplay(say("answer-nearest"))
    yield from article_blocks(answer.nearest[: limits.FACTS], say)
    yield from small(hint, restriction(answer.filters, say), span_of(answer, say))


def notes_of(answer: Answer, say: Texts) -> Iterator[str]:
    """To which part of the coverage the question was put, and which words were looked for instead of those asked."""
    yield restriction(answer.filters, say)
    if words := show(", ".join(answer.corrections.values()), limits.CORRECTIONS):
        yield say("reply-corrected", words=words)


def span_of(answer: Answer, say: Texts) -> str:
    """The days covered; empty in an undated coverage, and for a question that was put to a part of it."""
    return "" if restriction(answer.filters, say) else days_covered(answer.since, answer.until, say)

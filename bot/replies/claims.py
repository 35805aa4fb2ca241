"""A message checked against the coverage, or its sources looked for: what was claimed, then what the coverage has.

No word here says who is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from discord import ui

from bot import limits
from bot.markdown import length, show
from bot.memory.places import place_of
from bot.plain import distinct
from bot.replies.answer import span_of
from bot.replies.parts import fact_block, footer, restriction
from bot.replies.reply import Block, Reply
from bot.texts import Texts
from knowledge import Claim, Coverage, Fact, Filters
from knowledge.answering.checking import MOST_CLAIMS
from knowledge.language.messages.cleaning import all_words


@dataclass(frozen=True, slots=True)
class _Looked:
    """A claim with the facts that are shown for it, and its blocks."""

    claim: Claim
    facts: Sequence[Fact]
    blocks: Sequence[Block]


def check_reply(message: str, filters: Filters, coverage: Coverage, say: Texts) -> Reply:
    """The claims in a message, each with the facts nearest to it."""
    claims = coverage.check(message, filters, limit=limits.FACTS)
    return claims_shown("check", message, claims, say)


def sources_reply(message: str, filters: Filters, coverage: Coverage, say: Texts) -> Reply:
    """The quotations and figures in a message, each with the sentences that hold it."""
    claims = coverage.sources(message, filters, limit=limits.FACTS)
    return claims_shown("sources", message, claims, say)


def claims_shown(kind: str, message: str, claims: Sequence[Claim], say: Texts) -> Reply:
    """The claims of a message with their facts, in the texts of a menu, "check" or "sources"."""
    heading = ui.TextDisplay[ui.LayoutView](f"-# **{say(f'menu-{kind}')}**")
    if not claims:
        return Reply((heading, *_no_claim(kind, say)), found=False, empty=True)
    looked = _in_room(kind, message, claims, say)
    facts = [fact for one in looked for fact in one.facts]
    return Reply(
        blocks=(heading, *_apart(one.blocks for one in looked), *footer(*_notes(claims, len(looked), say))),
        shown=tuple(dict.fromkeys(place_of(fact.sentence) for fact in facts)),
        found=bool(facts),
    )


def _no_claim(kind: str, say: Texts) -> Iterator[Block]:
    """That there is nothing to look for, and what it would look like."""
    yield ui.TextDisplay(f"### {say(f'{kind}-none')}")
    yield ui.TextDisplay(say(f"{kind}-example"))


def _in_room(kind: str, message: str, claims: Sequence[Claim], say: Texts) -> list[_Looked]:
    """As many claims as a message has room for, in their order; those on which the coverage says something first."""
    chosen = sorted(claims, key=lambda claim: not claim.answer.facts)[: limits.CLAIMS]
    most = max(1, limits.FACTS + 1 - len(chosen))
    words, room = all_words(message), limits.CLAIMS_TEXT
    looked: list[_Looked] = []
    for claim in chosen:
        facts = distinct(claim.answer.facts)[:most]
        one = _Looked(claim, facts, list(_claim(kind, words, claim, facts, say)))
        room -= _length(one.blocks)
        if room < 0 and looked:
            break
        looked.append(one)
    return sorted(looked, key=lambda one: one.claim.span)


def _claim(kind: str, words: str, claim: Claim, facts: Sequence[Fact], say: Texts) -> Iterator[Block]:
    """What was claimed, then the facts, the figures that differ below the first; or that the coverage does not say."""
    start, end = claim.span
    differing = [(first - start, last - start) for (first, last), _ in claim.differing]
    claimed = say("claim-in-message", claim=show(words[start:end], limits.CLAIM, differing))
    yield ui.TextDisplay(
        "\n".join(f"-# {line}" for line in filter(None, (claimed, restriction(claim.answer.filters, say))))
    )
    if not facts:
        yield ui.TextDisplay(say("answer-none" if kind == "check" else "sources-unknown"))
    for number, fact in enumerate(facts):
        yield from fact_block(fact, say, *(_figures(words, claim, fact, say) if number == 0 else ()))


def _figures(words: str, claim: Claim, fact: Fact, say: Texts) -> Iterator[str]:
    """Each figure of the claim beside the one that differs from it in the nearest fact."""
    for claimed, told in claim.differing[: limits.FIGURES]:
        yield say(
            "check-differing",
            claimed=show(words[slice(*claimed)], limits.FIGURE),
            told=show(fact.sentence.text[slice(*told)], limits.FIGURE),
        )


def _notes(claims: Sequence[Claim], shown: int, say: Texts) -> Iterator[str]:
    """How many claims are left out, and the days covered."""
    if shown < len(claims):
        more = "claims-left-out-many" if len(claims) >= MOST_CLAIMS else "claims-left-out"
        yield say(more, count=len(claims) - shown)
    yield span_of(claims[0].answer, say)


def _apart(groups: Iterable[Sequence[Block]]) -> Iterator[Block]:
    """The blocks of each group, with a line between two groups."""
    for number, blocks in enumerate(groups):
        if number:
            yield ui.Separator()
        yield from blocks


def _length(blocks: Iterable[Block]) -> int:
    """The length of all texts in the blocks."""
    return sum(
        length(item.content)
        for block in blocks
        for item in (block, *(block.children if isinstance(block, ui.Section) else ()))
        if isinstance(item, ui.TextDisplay)
    )

"""`/quotes`: what a person said, in that person's own words, or whose words there are instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from discord import ui
from rapidfuzz.fuzz import WRatio
from rapidfuzz.process import extract

from bot import limits
from bot.links import first_linkable
from bot.markdown import show
from bot.memory.lookups import Lookup
from bot.memory.places import place_of
from bot.replies.parts import footer, restriction, source_of, why_empty, with_link
from bot.replies.reply import Block, Reply, Try
from bot.texts import Texts
from knowledge import Coverage, Filters, Quote
from knowledge.language.terms import folded

_ALIKE = 65
"""Of 100, by rapidfuzz's WRatio, from which somebody else may be meant."""
_LEAD = 60
"""Characters kept before a person's own words, where a sentence is too long to be shown whole."""


def quotes_reply(lookup: Lookup, coverage: Coverage, say: Texts) -> Reply:
    """The quotations from the one numbered `lookup.start`."""
    most = lookup.start + limits.QUOTES + 1  # one for "more"
    found = coverage.quotes(lookup.words, lookup.about or None, filters=lookup.filters, limit=most)
    return quotes_shown(found[lookup.start :], lookup, say) if found else _nothing(lookup, coverage, say)


def quotes_shown(quotes: Sequence[Quote], lookup: Lookup, say: Texts) -> Reply:
    """What was asked, then the first of `quotes`."""
    shown = quotes[: limits.QUOTES]
    return Reply(
        blocks=(_asked(lookup, say), *_quotes(shown, say), *footer(restriction(lookup.filters, say))),
        shown=tuple(place_of(quote.sentence) for quote in shown),
        more=len(quotes) > len(shown),
    )


def _asked(lookup: Lookup, say: Texts) -> Block:
    speaker, topic = show(lookup.words, limits.NAME), show(lookup.about, limits.QUESTION_SHOWN)
    asked = say("quotes-of-about", speaker=speaker, topic=topic) if topic else say("quotes-of", speaker=speaker)
    return ui.TextDisplay(f"-# {asked}")


def _quotes(quotes: Sequence[Quote], say: Texts) -> Iterator[Block]:
    if not quotes:
        yield ui.TextDisplay(say("reply-no-more"))
    for number, quote in enumerate(quotes):
        if number:
            yield ui.Separator()
        source = f"**{show(quote.speaker, limits.SPEAKER)}**\n-# {source_of(quote.article, say)}"
        yield from with_link(say, first_linkable(quote.link, quote.article.url), f"> {_quotation(quote)}", source)


def _quotation(quote: Quote) -> str:
    """The sentence with the person's own words in bold; where these come late in a long one, the part around them."""
    text, spans = quote.sentence.text, quote.spans
    begin = text.rfind(" ", 0, max(0, spans[0][0] - _LEAD)) + 1 if spans and spans[-1][1] > limits.QUOTED else 0
    own = [(start - begin, end - begin) for start, end in spans]
    return ("… " if begin else "") + show(text[begin:], limits.QUOTED - 2, own)


def _nothing(lookup: Lookup, coverage: Coverage, say: Texts) -> Reply:
    """That there is none, and what to try instead: the person without limits, else those with names like that."""
    publishers = Filters(publishers=lookup.filters.publishers)
    if known := coverage.quotes(lookup.words, filters=publishers, limit=1):
        names = [known[0].speaker]
        texts = [f"### {say('quotes-none-within', speaker=show(names[0], limits.SPEAKER))}", say("quotes-try-all")]
    else:
        names = _alike(lookup.words, coverage.speakers(publishers.publishers))
        texts = [f"### {say('quotes-none')}", *([say("quotes-try")] if names else [])]
    hint = why_empty(lookup.filters, coverage, say)
    return Reply(
        blocks=(_asked(lookup, say), *map(ui.TextDisplay, texts), *footer(hint, restriction(lookup.filters, say))),
        found=False,
        tries=tuple(Try(name, Lookup("quotes", name)) for name in names),
    )


def _alike(name: str, speakers: Sequence[str]) -> list[str]:
    """Those whose name is like the one asked for, the nearest first."""
    near = extract(name, speakers, scorer=WRatio, processor=folded, limit=limits.TRIES, score_cutoff=_ALIKE)
    return [found for found, *_ in near]

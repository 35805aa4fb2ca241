"""Where a chat message has its quotations and figures from: only sentences that hold them, so often none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import islice, takewhile

from knowledge.answering.answers import fact_of
from knowledge.answering.checking import LONGEST_MESSAGE, MOST_CLAIMS
from knowledge.answering.containing import holding
from knowledge.answering.holding import Asked, terms_of
from knowledge.answering.reports import grouped
from knowledge.answering.topics import Topic
from knowledge.answering.understanding import understand
from knowledge.errors import QuestionTooLong
from knowledge.language.figures.counted import HEDGES
from knowledge.language.figures.in_text import Figure, figures, same_figure
from knowledge.language.figures.pairs import paired
from knowledge.language.messages.claims import Part, is_name, parts
from knowledge.language.messages.cleaning import all_words, own_words
from knowledge.language.messages.quoted import parts_of, quotations
from knowledge.language.restrictions.in_question import narrowest, restrictions_in, without
from knowledge.language.terms import stem, words
from knowledge.models import Answer, Claim, Fact, Filters, Span
from knowledge.search.index import Hit, Index

_LOOKED_AT = 60
"""Sentences that are looked at for a quotation or a figure."""
_TRIED = 3 * MOST_CLAIMS
"""Quotations, and parts with a figure, that are looked for."""
_LONGEST_QUERY = 1_000
"""Characters of a quotation by which sentences are looked for."""


def sources(text: str, index: Index, filters: Filters | None, limit: int) -> tuple[Claim, ...]:
    """The quotations in a message, and its claims with a figure, in order and at most eight.

    Each has at most `limit` facts: sentences that hold the quotation, or the same figure on the same thing. A figure in
    a quotation that was found is not told again. Raises QuestionTooLong.
    """
    if len(text) > LONGEST_MESSAGE:
        raise QuestionTooLong(len(text), LONGEST_MESSAGE)
    filters = filters or Filters()
    clean = all_words(text)
    quoted = _apart([_quotation(clean, span, index, filters, limit) for span in quotations(text)[:_TRIED]])
    found = [claim.span for claim in quoted if claim.answer.facts]
    told = [figure for figure in figures(own_words(text)) if not any(_within(figure.span, span) for span in found)]
    figured = [
        _figured(text, part, held, index, filters, limit)
        for part in islice(parts(text), _TRIED)
        if (held := [figure for figure in told if part.span[0] <= figure.span[0] < part.span[1]])
    ]
    return tuple(sorted([*quoted, *figured], key=lambda claim: claim.span)[:MOST_CLAIMS])


def _apart(quoted: Sequence[Claim]) -> list[Claim]:
    """Of quotations within one another those that were found, or else the outer ones."""
    kept: list[Claim] = []
    for claim in sorted(quoted, key=lambda claim: not claim.answer.facts):
        if not any(_within(claim.span, other.span) or _within(other.span, claim.span) for other in kept):
            kept.append(claim)
    return kept


def _within(one: Span, other: Span) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]


def _quotation(clean: str, span: Span, index: Index, filters: Filters, limit: int) -> Claim:
    """A quotation, with the sentences in which it stands or begins, those published first before others."""
    quoted = " ".join(clean[slice(*span)].split())
    wanted = parts_of(quoted)
    understanding = understand(quoted[:_LONGEST_QUERY], index, filters)
    near = index.search(understanding.query, _LOOKED_AT)
    found = {_place(one.hit): one for hit in near if (one := holding(wanted, hit, index))}
    groups = grouped(sorted((one.hit for one in found.values()), key=_first_published))[:limit]
    facts = [replace(fact_of(group, understanding), matched=found[_place(group[0])].spans) for group in groups]
    return _told(quoted, span, facts, index, filters)


def _figured(text: str, part: Part, told: Sequence[Figure], index: Index, filters: Filters, limit: int) -> Claim:
    """A claim with figures, with the sentences on what it tells that have one of them, and no other in its place."""
    restricted = restrictions_in(part.query, index.publishers, datetime.now().astimezone().date())
    ways = [
        (restricted.asking(firm_only=False), narrowest([filters, restricted.filters])),
        (restricted.asking(firm_only=True), narrowest([filters, restricted.firm])),
    ]
    for asked, within in dict.fromkeys(ways):  # which are one where nothing restricts
        facts = _facts(asked, told, index, within)
        if facts:
            break
    return _told(text[slice(*part.span)], part.span, facts[:limit], index, within)


def _facts(asked: str, told: Sequence[Figure], index: Index, filters: Filters) -> list[Fact]:
    about = _About(_without_hedges(asked), index, filters)
    if about.is_unknown:
        return []
    understanding = understand(asked, index, filters)
    held = [hit for hit in index.search(understanding.query, _LOOKED_AT) if _agree(told, hit.sentence.text)]
    return [fact_of(group, understanding) for group in grouped(list(filter(about.is_told, held)))]


class _About:
    """What a claim is about: its topic, with and without what it counts, and the names in it."""

    def __init__(self, asked: str, index: Index, filters: Filters) -> None:
        uncounted = understand(without(asked, [figure.span for figure in figures(asked)]), index, filters)
        whole = understand(asked, index, filters)
        self.is_unknown = uncounted.names_unknown or not uncounted.query.terms
        self._topics = [] if self.is_unknown else [Topic(whole, index), Topic(uncounted, index)]
        self._asked = Asked(whole, index)
        listed = list(words(asked))
        self._names = whole.telling & {stem(word.text) for word in listed if is_name(asked, word, listed[0])}

    def is_told(self, hit: Hit) -> bool:
        """Whether a sentence is on the topic, and all names stand in or around it or in the title."""
        around = hit.around()
        near = terms_of([hit.article.title, *(sentence.text for sentence in around)])
        return all(self._asked.held(name, near) for name in self._names) and any(
            topic.held(hit.sentence, hit.article, around) for topic in self._topics
        )


def _without_hedges(asked: str) -> str:
    """A claim without what stands before its figures: "at least", "about"."""
    spans: list[Span] = []
    for figure in figures(asked):
        before = [word for word in words(asked) if word.end <= figure.span[0]]
        hedges = list(takewhile(lambda word: word.text in HEDGES, reversed(before)))
        if hedges:
            spans.append((hedges[-1].start, hedges[0].end))
    for start, end in reversed(spans):
        asked = asked[:start] + asked[end:].lstrip()
    return asked


def _agree(told: Sequence[Figure], sentence: str) -> bool:
    """Whether a sentence has one of the figures, and another in the place of none."""
    pairs = paired(told, figures(sentence))
    agreeing = {ours.span for ours, theirs in pairs if same_figure(ours, theirs)}
    return bool(agreeing) and all(ours.span in agreeing for ours, _ in pairs)


def _told(claimed: str, span: Span, facts: Sequence[Fact], index: Index, filters: Filters) -> Claim:
    since, until = index.span(filters.publishers)
    answered = bool(facts)
    answer = Answer(claimed, answered, float(answered), tuple(facts), since=since, until=until, filters=filters)
    return Claim(claimed, span, answer)


def _place(hit: Hit) -> tuple[str, int]:
    return hit.article.id, hit.sentence.position


def _first_published(hit: Hit) -> tuple[date, float]:
    return hit.article.published or date.max, -hit.score

"""The same fact, told twice: copies and near-copies of a sentence become one fact with its reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz.fuzz import token_set_ratio

from knowledge.answering.copies import is_copy
from knowledge.answering.links import link_to
from knowledge.language.figures.in_text import differ, figures
from knowledge.language.figures.pairs import paired, unlike
from knowledge.language.wording import figures_differ, name_or_number_in_common, shared_wording
from knowledge.models import Report, Span
from knowledge.search.index import Hit

SAME_WORDING = 0.5
"""Share of a sentence's wording found in another from which they tell the same."""
NEAR_WORDING = 0.3
"""Share from which they may, where they have a name or a number and most of their words in common too."""
_SAME_WORDS = 78
"""Of 100, by rapidfuzz's token_set_ratio."""


def grouped(hits: Iterable[Hit]) -> list[list[Hit]]:
    """Hits that tell the same together, each group in the order of the hits, groups by their first hit."""
    groups: list[list[Hit]] = []
    sketches: list[frozenset[int]] = []
    known: set[int] = set()
    for hit in hits:
        sketch, group = hit.sketch, None
        if not known.isdisjoint(sketch):
            # The sketches are at hand; the words are compared only where they say that it is worth it.
            shared = [number for number in sketch if number in known]
            alike = dict.fromkeys(place for number in shared for place, its in enumerate(sketches) if number in its)
            group = next((groups[place] for place in alike if same_fact(groups[place][0].text, hit.text)), None)
        if group:
            group.append(hit)
        else:
            groups.append([hit])
            sketches.append(sketch)
            known |= sketch
    return groups


def same_fact(one: str, other: str) -> bool:
    """Whether two sentences tell the same: most of the wording is shared, and no figure on the same thing differs."""
    shared = shared_wording(one, other)
    alike = shared >= SAME_WORDING or (
        shared >= NEAR_WORDING
        and name_or_number_in_common(one, other)
        and token_set_ratio(one.lower(), other.lower()) >= _SAME_WORDS
    )
    return alike and not _other_figures(one, other)


def reports(group: Sequence[Hit]) -> tuple[Report, ...]:
    """The other articles that tell what the first of the group tells, one report an article, copies marked."""
    first = {group[0].article_id: group[0]}
    told: list[Report] = []
    for hit in group:
        if hit.article_id not in first:
            copy = any(is_copy(earlier, hit) for earlier in first.values())
            told.append(Report(hit.article, hit.sentence, link_to(hit.article, hit.sentence), copy))
            first[hit.article_id] = hit
    return tuple(told)


def _other_figures(one: str, other: str) -> bool:
    """Whether a figure on the same thing differs, or another number does, such as a date or a time."""
    pairs = paired(figures(one), figures(other))
    if any(unlike(pairs, differ)):
        return True
    agreeing = {ours.span for ours, _ in pairs}, {theirs.span for _, theirs in pairs}
    return figures_differ(_without(one, agreeing[0]), _without(other, agreeing[1]))


def _without(text: str, spans: Iterable[Span]) -> str:
    """The text with dots for the spans."""
    for start, end in spans:
        text = text[:start] + "." * (end - start) + text[end:]
    return text

"""The articles within one file: where each begins, its title, and what its lines of metadata say."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from knowledge.reading.kinds import Kind, Placed, word_count
from knowledge.reading.metadata import Metadata, read_metadata

MAX_TITLE = 500
_WIDE_GAP = 3
_LONGEST_HEAD = 50  # paragraphs; what stands before them is the foot of the article before
_SECTION_BREAK = re.compile(r"(?:[*·•.⁂]\s*){1,5}")
_QUESTION_END = ("?", "!", "؟", "？")


def article_starts(found: list[Placed]) -> list[int]:
    """The places in `found` at which an article begins; the first is 0.

    A new one begins between two paragraphs of prose, at a head (a title, or metadata) that is announced: by blank
    lines more than elsewhere in the file, by a rule, by a label for the title, or by a date of publication next to it.
    """
    prose = [place for place, (_, kind) in enumerate(found) if kind is Kind.PROSE]
    gaps = sorted(paragraph.gap for paragraph, _ in found)
    usual_gap = gaps[len(gaps) // 2]
    starts = [0]
    for before, after in pairwise(prose):
        if after - before > 1:
            start = _start_between(found, before + 1, after, usual_gap)
            starts += [] if start is None else [start]
    return starts


def _start_between(found: list[Placed], first: int, prose: int, usual_gap: int) -> int | None:
    """Where between `first` and the paragraph of `prose` a head begins, None where there is none."""
    first = max(first, prose - _LONGEST_HEAD)
    heads = [place for place in range(first, prose) if _names_article(found[place])]
    if not heads:
        return None
    last_date = max((place for place in heads if _says_when(found[place])), default=-1)
    announced = [
        place for place in range(first, heads[-1] + 1) if _is_announced(found, place, usual_gap, place <= last_date)
    ]
    for place, following in pairwise([*announced, prose]):
        if any(place <= head < following for head in heads):
            return place
    labelled = _labelled_title(found, first, prose)
    return _dated_title(found, first, prose) if labelled is None else labelled


def _is_announced(found: list[Placed], place: int, usual_gap: int, dated: bool) -> bool:
    """Whether a rule or many blank lines stand before a paragraph; fewer will do where the head is dated."""
    paragraph, kind = found[place]
    if kind is Kind.RULE:
        return False
    if found[place - 1][1] is Kind.RULE and not _is_underline(found, place - 1):
        return dated or not _SECTION_BREAK.fullmatch(found[place - 1][0].text)
    return paragraph.gap >= _WIDE_GAP - dated and paragraph.gap > usual_gap


def _names_article(one: Placed) -> bool:
    """Whether it is a title, or metadata that belongs to an article as a whole."""
    return _is_title(one) or _says_when(one) or _says_title(one)


def _is_title(one: Placed) -> bool:
    paragraph, kind = one
    return kind is Kind.HEADING and len(paragraph.text) <= MAX_TITLE and word_count(paragraph.text) >= 2


def _says_when(one: Placed) -> bool:
    said = read_metadata(one[0].text) if one[1] is Kind.METADATA else None
    return said is not None and said.best_date is not None


def _says_title(one: Placed) -> bool:
    said = read_metadata(one[0].text) if one[1] is Kind.METADATA else None
    return said is not None and said.title is not None


def _is_underline(found: list[Placed], place: int) -> bool:
    """Whether a rule is the line under a heading."""
    return place > 0 and not found[place][0].gap and found[place - 1][1] is Kind.HEADING


def _labelled_title(found: list[Placed], first: int, prose: int) -> int | None:
    """Where the block of metadata that says "Title: ..." begins."""
    place = next((place for place in range(first, prose) if _says_title(found[place])), None)
    while (
        place is not None
        and place > first
        and not found[place][0].gap
        and found[place - 1][1] in (Kind.METADATA, Kind.RULE)
    ):
        place -= 1
    return place


def _dated_title(found: list[Placed], first: int, prose: int) -> int | None:
    """A title right before or after a labelled date, as in no heading within an article."""
    for place in range(first, prose - 1):
        pair = found[place : place + 2]
        dates = [read_metadata(paragraph.text) for paragraph, kind in pair if kind is Kind.METADATA]
        if any(map(_is_title, pair)) and any(said and (said.published or said.updated) for said in dates):
            return place
    return None


def title_of(found: list[Placed], said: Metadata) -> str:
    """The title of an article: the labelled one, else the first line of its head that can be one, else nothing."""
    if said.title:
        return said.title[:MAX_TITLE]
    prose = next((place for place, (_, kind) in enumerate(found) if kind is Kind.PROSE), len(found))
    titles = [one for one in found[:prose] if _is_title(one)]
    if prose == len(found) and len(titles) < 2:  # one line alone is the text
        return _question(found, prose)
    best = next((one for one in titles if word_count(one[0].text) >= 3), titles[0] if titles else None)
    return _one_line(best[0].text) if best else _question(found, prose)


def _question(found: list[Placed], prose: int) -> str:
    """A question that stands alone at the very beginning of a longer text is its title."""
    if prose != 0 or len(found) < 3:
        return ""
    (first, _), (second, _) = found[:2]
    if second.gap and first.text.endswith(_QUESTION_END) and word_count(first.text) <= 15:
        return _one_line(first.text)
    return ""


def _one_line(text: str) -> str:
    return " ".join(text.lstrip("#").split())[:MAX_TITLE]


def metadata_of(found: list[Placed]) -> Metadata:
    """All that the lines of one article say of it.

    Within the body an address, a publisher or a date without a label belong to what the article speaks of. A line with
    the only such date may also stand after the first paragraph, which is a deck then.
    """
    prose = [place for place, (_, kind) in enumerate(found) if kind is Kind.PROSE] or [len(found)]
    lines = [(place, _said(found, place)) for place, (_, kind) in enumerate(found) if kind is Kind.METADATA]
    dates = sum(said.dated is not None for _, said in lines)
    addresses = sum(said.address is not None for _, said in lines)
    whole = Metadata()
    for place, said in lines:
        in_head = place < prose[0] or (said.dated is not None and dates == 1 and place < prose[min(1, len(prose) - 1)])
        if not in_head:
            said = replace(said, dated=None)
        if not in_head and place < prose[-1]:
            said = replace(said, url=None, address=None, publisher=None)
        whole |= said if addresses == 1 else replace(said, address=None)
    return whole


def _said(found: list[Placed], place: int) -> Metadata:
    said = read_metadata(found[place][0].text) or Metadata()
    before = read_metadata(found[place - 1][0].text) if place and found[place - 1][1] is Kind.METADATA else None
    return said.labelled(before.label) if before else said

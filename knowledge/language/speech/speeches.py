"""Who says what in an article: words in quotation marks, and reports of what somebody said."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from knowledge.language.people.persons import People, Person, people_in
from knowledge.language.speech.attribution import Told, attributions
from knowledge.language.speech.quotations import Piece, quotations_in
from knowledge.language.speech.sayings import Saying
from knowledge.models import Sentence, Span


class Speech(NamedTuple):
    """What a person says in the sentence at a position: the spans of their own words, none where it is reported."""

    position: int
    speaker: Person
    spans: tuple[Span, ...]


_ASIDE = re.compile(r"[^\w~]{0,6}(?!and\b|but\b|while\b|when\b|as\b)(?:[^\W\d_][\w.’'-]*\s){0,4}")
_PAUSE = frozenset(",.!?…—–")
_NAMED = re.compile(
    r"(?:\b(?:so-called|known (?:\w+\s)?as|dubbed|nicknamed|named|titled|entitled|the (?:words?|terms?|phrase|slogan"
    r"|film|book|song|album|play|novel|movie|newspaper|magazine))\s(?:the\s)?)[“”\"«„‘']\Z",
    re.IGNORECASE,
)
_BEFORE_NAME = 40
_DENIAL = re.compile(r"\b(?:den(?:ies|ied|ying)|never\s\w+)\Z", re.IGNORECASE)
_REJECTION = re.compile(r"\b(?:dismiss|reject|refut|ridicul)\w{1,3}\Z", re.IGNORECASE)
_CLAIMS = re.compile(
    r"\s(?:[\w’'-]+\s){0,3}(?:claim|report|allegation|suggestion|accusation|charge|rumour|rumor|idea|notion)s?"
    r"\s(?:that|of)\b"
)
_OWN_AGAIN = re.compile(
    r"[:;]|\bas\s\W{0,3}\Z|\w,\s\W{0,3}\Z|[,”\"’]\s(?:and|but|\w+ing)\b"
    r"|\bwhat\s(?:[\w.’'-]+\s){1,4}\w+\s\w{0,3}\s?\W{0,3}\Z"
)
_OTHER_CLAUSE = re.compile(
    r"(?:(?:\band|,)\s(?:(?:s?he|also|later|then|has|had|\w+ly)\s){0,3}"
    r"|\b(?:but|while|whereas|though|although)\s(?:[\w.’'-]+\s){0,4})\w+\Z"
)
"""What stands between a denial and words of the speaker's own, or a verb of saying that isn't denied."""
_AFTER_COMMA = re.compile(r"[,:]\s?\W\Z")
_QUESTION = re.compile(r"\W*(?:when\s)?(?:asked|questioned|pressed)\b", re.IGNORECASE)
_LOWER = re.compile(r"\b[a-z]")
_ALPHANUMERIC = re.compile(r"\w")


def speech_in(sentences: Sequence[str], paragraphs: Collection[int] = (), people: People | None = None) -> list[Speech]:
    """All that is said by somebody whom the article names, in the order of its sentences.

    `paragraphs` are the numbers of the sentences that begin one, as far as known; `people` those of the article, where
    they are known already.
    """
    quotations = quotations_in(sentences, paragraphs)
    told = attributions(sentences, people or people_in(sentences), quotations)
    found: list[Speech] = []
    for position, speakers in enumerate(_speakers(sentences, told, quotations)):
        spans: dict[Person, list[Span]] = {}
        for piece, speaker in zip(quotations[position], speakers, strict=True):
            if speaker and piece.start < piece.end:
                spans.setdefault(speaker, []).append((piece.start, piece.end))
        found += [Speech(position, speaker, tuple(listed)) for speaker, listed in spans.items()]
        reporting = dict.fromkeys(said.speaker for said in told[position].sayings if said.is_telling and said.speaker)
        found += [Speech(position, speaker, ()) for speaker in reporting if speaker not in spans]
    return found


def paragraph_starts(text: str, sentences: Sequence[Sentence]) -> set[int]:
    """The numbers of the sentences of a text that begin one of its paragraphs."""
    ends = [0, *(sentence.end for sentence in sentences)]
    return {s.position for s, end in zip(sentences, ends, strict=False) if "\n" in text[end : s.start]}


def _speakers(
    sentences: Sequence[str], told: Sequence[Told], quotations: Sequence[Sequence[Piece]]
) -> Iterator[list[Person | None]]:
    """The speaker of each piece in each sentence: by its own sentence, the same quotation, or the sentence before."""
    attributed = [
        [_attribution(sentence, piece, sayings) for piece in pieces]
        for sentence, pieces, (_, sayings) in zip(sentences, quotations, told, strict=True)
    ]
    by_quotation: dict[int, Saying] = {}
    for pieces, found in zip(quotations, attributed, strict=True):
        for piece, said in zip(pieces, found, strict=True):
            if said:
                by_quotation.setdefault(piece.quotation, said)
    before: Person | None = None
    for sentence, pieces, (subject, sayings) in zip(sentences, quotations, told, strict=True):
        speakers: list[Person | None] = []
        for piece in pieces:
            if said := by_quotation.get(piece.quotation):
                speaker = said.speaker
            else:
                speaker = before if _is_whole(sentence, piece) else None
            speakers.append(speaker)
        yield speakers
        if pieces:
            before = speakers[-1]
        else:
            before = next((said.speaker for said in reversed(sayings) if said.is_telling), None)
            before = before or (subject if sentence.endswith(":") else None)


def _attribution(sentence: str, piece: Piece, sayings: Sequence[Saying]) -> Saying | None:
    """Who the sentence itself says that a quotation in it is by."""
    after = next((said for said in sayings if said.start >= piece.end), None)
    if _QUESTION.match(sentence) and not _AFTER_COMMA.search(sentence, max(0, piece.start - 4), piece.start):
        after = None  # "Asked whether it was “a lie”, he said"
    is_aside = after and _ASIDE.fullmatch(sentence, piece.end, after.start)
    if after and is_aside and not _PAUSE.isdisjoint(sentence[max(0, piece.end - 2) : piece.end + 4]):
        return after
    if _is_name(sentence, piece):
        return None
    before = [said for said in sayings if said.end <= piece.start]
    if before:
        return None if _is_denied(sentence, piece, before) else before[-1]
    if after and sentence[: after.start].rstrip().endswith(","):
        return after
    return None


def _is_denied(sentence: str, piece: Piece, before: Sequence[Saying]) -> bool:
    """Whether the words are what somebody denies: denied that he had “misspoken”, but not: denied it: “Never.”"""
    denial = next((said for said in reversed(before) if _denies(sentence, said)), None)
    if denial is None or _OWN_AGAIN.search(sentence, denial.end, piece.start):
        return False
    last = before[-1]
    return last is denial or not _OTHER_CLAUSE.search(sentence, denial.end, last.end)


def _denies(sentence: str, said: Saying) -> bool:
    is_of_claims = _REJECTION.search(sentence, said.start, said.end) and _CLAIMS.match(sentence, said.end)
    return bool(is_of_claims or _DENIAL.search(sentence, said.start, said.end))


def _is_name(sentence: str, piece: Piece) -> bool:
    """Whether the marks set off a name or a term, and nobody's words: the so-called “Arab Spring”."""
    words = sentence[piece.start : piece.end]
    if words.endswith(tuple(_PAUSE - {","})):
        return False
    return bool(_NAMED.search(sentence, max(0, piece.start - _BEFORE_NAME), piece.start)) or not _LOWER.search(words)


def _is_whole(sentence: str, piece: Piece) -> bool:
    """Whether nothing of the sentence stands outside of the quotation."""
    return not _ALPHANUMERIC.search(sentence, 0, piece.start) and not _ALPHANUMERIC.search(sentence, piece.end)

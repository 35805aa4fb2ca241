"""The parts of a chat message that claim something: its sentences, cut where both sides can stand alone.

The rules are surface rules for English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.language.dictionary import is_english
from knowledge.language.figures.in_text import figures
from knowledge.language.figures.numerals import is_number
from knowledge.language.lexicon import base_form
from knowledge.language.messages.cleaning import LONGEST_ASIDE, MARKS, is_aside, own_words
from knowledge.language.places import is_place
from knowledge.language.sentences import split
from knowledge.language.terms import STOP_WORDS, WEAK_WORDS, Word, words
from knowledge.models import Span

_BREAK = re.compile(r"[;…]+|[!?]+(?=\s)|\.{2,}|(?<=[a-z]{3})\.(?=\s+[a-z])|\s[-–—]{1,2}\s|—")
"""Where a sentence of a chat ends too: after it the next begins with a small letter."""
_JOINT = re.compile(r",?\s+(?:&|and|but|also|plus|while|whereas|though|although)\s+|,\s+", re.IGNORECASE)

_ASKING = frozenset({"who", "whom", "whose", "what", "when", "where", "why", "how", "which"})
_TALKERS = frozenset({"i", "im", "ive", "ill", "id", "we", "you", "u", "ur", "anyone", "anybody", "someone"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "them", "him", "his", "her", "their", "its", "thats", "that", "this"})
_NO_SUBJECT = frozenset({"who", "which", "that", "to", "not", "or", "with", "by", "from", "for", "of"})

_AUXILIARIES = """
    is are was were has have had do does did will would can could should may might must
    isn aren wasn weren don doesn didn hasn haven hadn won isnt arent wasnt werent dont doesnt didnt hasnt havent hadnt
    wont thats theres theyre hes shes
"""
_VERBS = """
    put cut hit set shut let cost read say says want wants need needs go goes get gets make makes sell sells buy buys
    send sends run runs own owns know knows think thinks fight fights kill kills keep keeps hold holds blame blames
    deny denies warn warns promise promises become becomes remain remains
"""
_NOT_VERBS = """
    deed reed heed sled
    men women children people feet media data criteria better best worse worst less least more most further farther
    wives knives leaves thieves shelves need speed indeed hundred embed naked rugged sacred breed seed feed weed
    armed united wednesday
"""
_VERB_FORMS = frozenset((_AUXILIARIES + _VERBS).split())
_OTHER_FORMS = frozenset(_NOT_VERBS.split())
_AUXILIARY_FORMS = frozenset(_AUXILIARIES.split())
_SUBJECTS = frozenset({"he", "she", "it", "they"})
_SUBJECT_AND_VERB = frozenset({"thats", "theres", "theyre", "hes", "shes"})
_LEAST_CONTENT = 2
_LEAST_BESIDE = 2
"""Telling words beside a figure or a name, from which a part is a claim without a verb."""
_LEAST_NAME = 4
_LEAST_PAST = 4
_MARKS_BESIDE = 4
_SIDE = 300
"""Characters of each side of a joint that are looked at."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a message that may claim something.

    `query` is what to search for: its words without hedges, after the names of the part before where it has only a
    pronoun. `certain` says that it gives a figure, or says something of what it names: a claim, whether anyone reports
    it or not.
    """

    span: Span
    query: str
    certain: bool


def parts(message: str) -> Iterator[Part]:
    """The parts of a message that may claim something, in order."""
    text = own_words(message)
    names: list[str] = []
    for span in _clauses(text):
        found = [Word(word.text, word.start + span[0], word.end + span[0]) for word in words(text[slice(*span)])]
        kept = _without_asides(found)
        if not _is_statement(kept):
            continue
        named = [word for word in kept if is_name(text, word, kept[0])]
        claim = _reach(text, kept[0].start, kept[-1].end)
        told = figures(text[slice(*claim)])
        has_verb = any(map(_is_verb, found))
        if not (has_verb or _tells(text[slice(*span)], kept, named, has_figure=bool(told))):
            continue
        leans = not named and any(word.text in _PRONOUNS for word in kept)
        query = " ".join([*(names if leans else ()), *_query(text, kept)])
        yield Part(_with_marks(message, claim), query, certain=bool((named and has_verb) or told))
        names = [text[word.start : word.end] for word in named] or names


def _clauses(text: str) -> Iterator[Span]:
    """The spans of the clauses of a text."""
    for line in re.finditer(r"[^\n]+", text):
        for start, end in split(line[0]):
            edges = [line.start() + start, *_breaks(text, line.start() + start, line.start() + end)]
            for begin, stop in pairwise([*edges, line.start() + end]):
                yield from _cut(text, begin, stop)


def _breaks(text: str, start: int, end: int) -> list[int]:
    return [found.end() for found in _BREAK.finditer(text, start, end)]


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentence cut at the joints where both sides can stand alone."""
    joints = [*(found.span() for found in _JOINT.finditer(text, start, end)), (end, end)]
    for (before, after), (following, _) in pairwise(joints):
        if _stands_alone(text[max(start, before - _SIDE) : before]) and _stands_alone(
            text[after : min(following, after + _SIDE)]
        ):
            yield start, before
            start = after
    yield start, end


def _stands_alone(text: str) -> bool:
    """Whether a part of a sentence has a verb with something before it, and says something."""
    found = list(words(text))
    kept = _without_asides(found)
    if len(_content(kept)) < _LEAST_CONTENT or kept[0].text in _NO_SUBJECT:
        return False
    if kept[0].text in _SUBJECTS and _is_verb(kept[1]):
        return True
    return any(map(_is_verb, kept[1:])) or kept[0].text in _SUBJECT_AND_VERB or _asks_for_assent(found, kept)


def _asks_for_assent(found: Sequence[Word], kept: Sequence[Word]) -> bool:
    """Whether the verb stands before its subject: "wasn't there talk of jets"."""
    return any(word.text in _AUXILIARY_FORMS for word in found if word.start < kept[0].start)


def _is_statement(kept: Sequence[Word]) -> bool:
    """Whether it speaks of others: no question with a question word, nothing about those who talk."""
    if not kept or kept[0].text in _ASKING | _TALKERS or len(_content(kept)) < _LEAST_CONTENT:
        return False
    return not (kept[0].text in _AUXILIARY_FORMS and kept[1].text in _TALKERS)


def _tells(clause: str, kept: Sequence[Word], named: Sequence[Word], *, has_figure: bool) -> bool:
    """Whether it claims something without a verb: "40 jets at Diyarbakir", "$4.2bn arms deal"."""
    if clause.rstrip().endswith("?"):
        return False
    beside = [word for word in _content(kept) if word not in named[:1] and not is_number(word)]
    if has_figure:
        beside = [*beside, *named[:1]]
    return bool(named or has_figure) and len(beside) >= _LEAST_BESIDE


def _content(found: Sequence[Word]) -> list[Word]:
    return [word for word in found if word.text not in STOP_WORDS and word.text not in WEAK_WORDS]


def _is_verb(word: Word) -> bool:
    text = word.text
    if text in _OTHER_FORMS:
        return False
    past = text.endswith("ed") and len(text) >= _LEAST_PAST
    return text in _VERB_FORMS or past or base_form(text) != text


def is_name(text: str, word: Word, first: Word) -> bool:
    """Whether a word of a text that begins with `first` names something: it has a capital inside a sentence, no
    dictionary has it, or it is a country."""
    if word.text in STOP_WORDS or len(word.text) < 2:
        return False
    begins = word is first or text[: word.start].rstrip().endswith((".", "!", "?", ":"))
    shouted = text[first.start : word.end].isupper()
    if text[word.start].isupper() and not begins and not shouted:
        return True
    is_word = word.text.isalpha() and len(word.text) >= _LEAST_NAME
    return is_word and (not is_english(word.text) or is_place(word.text))


def _without_asides(found: Sequence[Word]) -> list[Word]:
    """The words without hedges and chat at both ends."""
    start, end = 0, len(found)
    while size := _aside(found[start:end][:LONGEST_ASIDE]):
        start += size
    while size := _aside(found[start:end][-LONGEST_ASIDE:], at_end=True):
        end -= size
    return list(found[start:end])


def _aside(found: Sequence[Word], *, at_end: bool = False, inside: bool = False) -> int:
    """How many words at the beginning, or the end, are an aside."""
    listed = tuple(word.text for word in found)
    sizes = range(len(listed), 0, -1)
    if at_end:
        return next((size for size in sizes if is_aside(listed[-size:], at_end=True)), 0)
    return next((size for size in sizes if is_aside(listed[:size], inside=inside)), 0)


def _query(text: str, kept: Sequence[Word]) -> Iterator[str]:
    """The pieces of the text between asides and question words: what a claim is searched for has neither."""
    at = begin = 0
    while at < len(kept):
        size = _aside(kept[at : at + LONGEST_ASIDE], inside=True) or int(kept[at].text in _ASKING)
        if size and at > begin:
            yield text[slice(*_reach(text, kept[begin].start, kept[at - 1].end))]
        begin = at + size if size else begin
        at += size or 1
    if begin < len(kept):
        yield text[slice(*_reach(text, kept[begin].start, kept[-1].end))]


def _reach(text: str, start: int, end: int) -> Span:
    """The span with the marks that belong to its first and its last word: "$", "%", quotation marks."""
    before = text[max(0, start - 2) : start]
    after = text[end : end + 2]
    return start - len(before) + len(before.rstrip("$€£\"'“‘(")), end + len(after) - len(after.lstrip("%+\"'”’)"))


def _with_marks(message: str, claim: Span) -> Span:
    """The span with the marks of Markdown beside it, so that "**Putin** met" keeps both of its pairs."""
    start, end = claim
    begins = message[max(0, start - _MARKS_BESIDE) : start]
    ends = message[end : end + _MARKS_BESIDE]
    return start - len(begins) + len(begins.rstrip(MARKS)), end + len(ends) - len(ends.lstrip(MARKS))

"""What a number counts: the noun phrase after it, its measure, and what befell the people counted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from knowledge.language.figures.numerals import Number
from knowledge.language.people.titles import is_title
from knowledge.language.terms import STOP_WORDS, Word, stem
from knowledge.models import Span

_PHRASE = 7
"""Words of a noun phrase that are looked at."""
_NEARBY = 4
"""Words before and after in which it is told what befell those who are counted."""

PERSON = "person"
_CURRENCIES = dict.fromkeys(("dollar", "buck", "usd"), "dollar") | dict.fromkeys(("euro", "eur"), "euro")
_CURRENCIES |= dict.fromkeys(("pound", "gbp"), "pound") | dict.fromkeys(("rubl", "roubl"), "rubl")
MONEY = "money"
"""What "4.2 million worth of arms" counts: a sum in a currency that isn't told."""
CURRENCIES = frozenset({*_CURRENCIES.values(), "yen", "rupe", "shekel"})

_MEASURES = {"km": ("km", 1.0), "kilomet": ("km", 1.0), "kilometr": ("km", 1.0), "mile": ("km", 1.609)}
_MEASURES |= {"year": ("year", 1.0), "yr": ("year", 1.0), "decad": ("year", 10.0), "centuri": ("year", 100.0)}
_MEASURES |= {"month": ("year", 1 / 12), "week": ("year", 7 / 365), "day": ("year", 1 / 365)}
"""Units that are told in one another: the one they are compared in, and how much of it they are."""

_KINDS = dict.fromkeys(("jet", "plane", "aircraft", "airplan", "aeroplan", "fighter", "warplan"), "aircraft")
_KINDS |= dict.fromkeys(("peopl", "person", "man", "woman", "member", "citizen", "personnel", "individu"), PERSON)
_FATES = dict.fromkeys(("kill", "dead", "die", "death", "life", "fatal", "casualti", "slay"), "death")
_FATES |= dict.fromkeys(("injur", "wound", "hurt"), "injury")
_FATES |= dict.fromkeys(("displac", "uproot", "flee", "homeless"), "displacement")
_FATES |= dict.fromkeys(("arrest", "detain", "jail", "imprison"), "arrest")
_FATES |= dict.fromkeys(("popul", "live"), "popul")
FATES = frozenset(_FATES.values())
"""Nouns that count the same though no lexicon relates them: lives claimed and people killed."""

_NAMING = frozenset({*_MEASURES, *_FATES, "worth"})
"""Nouns at which a phrase ends though they have no plural."""

_PHRASE_ENDS = """
    into onto over under near than per since after before during while about around across against between through
    within without out off up down away ago back also then now too more less so because if but he she they we you i
    their his her our your my would will could should may might can not only just still all here there today
"""
_PLURAL_FORMS = "people men women children aircraft police personnel troops"
_ENDS = STOP_WORDS | frozenset(_PHRASE_ENDS.split())
"""Words that no noun phrase goes beyond."""

_LINKS = frozenset({"of", "is", "was", "at", "reached"})
HEDGES = frozenset("about around nearly almost roughly over at least more than some up to an estimated".split())  # noqa: SIM905
"""Words before a number: between "a population of" and its number."""
_DETERMINERS = frozenset({"the", "these", "those", "its", "their", "his", "her", "our"})
_PLURALS = frozenset(_PLURAL_FORMS.split())
_STOPS = frozenset(".!?…")
_JOINS = frozenset({"", "-", "‐", "‑", "–"})


class Counted(NamedTuple):
    """What is counted: a term or the name of a kind, the terms of its phrase, by how much to multiply the number to
    have it in the unit in which it is compared, where the phrase ends in the text (None: at the number), and the terms
    of its phrase with a capital."""

    head: str = ""
    unit: frozenset[str] = frozenset()
    factor: float = 1.0
    end: int | None = None
    names: frozenset[str] = frozenset()


def counted(text: str, found: Sequence[Word], number: Number) -> Counted:
    """What a number counts, of a text with the words `found`."""
    phrase = _phrase(text, found, number.end)
    terms = _terms(text, phrase)
    glued = "km" if found[number.end - 1].text.endswith("km") else ""
    noun = glued or (terms[-1] if terms else _noun_before(found, number.first))
    end = phrase[-1].end if phrase and not glued else None
    if noun in _CURRENCIES:
        return Counted(_CURRENCIES[noun], frozenset({_CURRENCIES[noun]}), 1.0, end)
    if noun in _MEASURES:
        head, factor = _MEASURES[noun]
        return Counted(head, frozenset({head}), factor, end)
    if noun == "worth" or (not noun and number.first and found[number.first - 1].text == "worth"):
        return Counted(MONEY, frozenset({MONEY}), 1.0, end)
    head = _FATES.get(noun) or _KINDS.get(noun) or noun
    fate = _FATES.get(noun) or _fate_nearby(text, found, number.first, number.end + len(phrase))
    kind = fate if fate and head in {PERSON, ""} else head
    names = frozenset(_terms(text, [word for word in phrase if text[word.start].isupper()]))
    return Counted(kind, frozenset({*terms, head, kind, fate or ""} - {""}), 1.0, end, names)


def counts_several(text: str, found: Sequence[Word], at: int) -> bool:
    """Whether the words from `at` on name things in the plural."""
    phrase = _phrase(text, found, at)
    return bool(phrase) and is_plural(phrase[-1].text)


def is_plural(word: str) -> bool:
    """Whether a folded word looks like a noun in the plural."""
    return word in _PLURALS or (len(word) > 2 and word[-1] == "s" and word[-2:] not in {"ss", "us", "is"})


def joined(text: str, one: Word, other: Word) -> bool:
    """Whether nothing but a space or a hyphen stands between two words."""
    gap = text[one.end : other.start]
    return gap.strip() in _JOINS and "\n" not in gap


def _phrase(text: str, found: Sequence[Word], at: int) -> Sequence[Word]:
    """The words from `at` on up to the noun that is counted: the first plural, else the last before the phrase ends."""
    if at < len(found) and found[at].text == "of" and joined(text, found[at - 1], found[at]):
        at += 1 + (at + 1 < len(found) and found[at + 1].text in _DETERMINERS)
    end = at
    while end < min(len(found), at + _PHRASE) and _goes_on(text, found, end):
        end += 1
        if _is_noun(text, found, end - 1) and not (
            end < len(found) and is_plural(found[end].text) and _goes_on(text, found, end)
        ):
            break
    return found[at:end]


def _goes_on(text: str, found: Sequence[Word], at: int) -> bool:
    return found[at].text not in _ENDS and at > 0 and joined(text, found[at - 1], found[at])


def _is_noun(text: str, found: Sequence[Word], at: int) -> bool:
    """Whether what is counted is named by then: "jets", "km", "150-member", "killed"."""
    hyphened: Span = (found[at - 1].end, found[at].start)
    glued = text[slice(*hyphened)] in _JOINS and found[at - 1].text[0].isdigit()
    return is_plural(found[at].text) or stem(found[at].text) in _NAMING or glued


def _terms(text: str, phrase: Sequence[Word]) -> list[str]:
    """The terms of a phrase, the parts of a name with a number joined: "F-16s" is "f16"."""
    terms: list[str] = []
    for place, word in enumerate(phrase):
        if place and word.text[0].isdigit() and text[phrase[place - 1].end : word.start] == "-":
            terms[-1] = phrase[place - 1].text + word.text.removesuffix("s")
        else:
            terms.append(stem(word.text))
    return terms


def _noun_before(found: Sequence[Word], first: int) -> str:
    """The noun of "a population of 23 million" and of "the population was nearly 23 million"."""
    at = first - 1
    while at > max(0, first - _NEARBY) and found[at].text in HEDGES and found[at].text not in _LINKS:
        at -= 1
    if at >= 1 and found[at].text in _LINKS and found[at - 1].text not in _ENDS:
        return stem(found[at - 1].text)
    return ""


def _fate_nearby(text: str, found: Sequence[Word], first: int, after: int) -> str | None:
    before = takewhile(lambda at: not _ends(text, found, at), range(first - 1, max(0, first - _NEARBY) - 1, -1))
    behind = takewhile(lambda at: not _ends(text, found, at - 1), range(after, min(len(found), after + _NEARBY)))
    return next((fate for at in (*before, *behind) if (fate := _FATES.get(stem(found[at].text)))), None)


def _ends(text: str, found: Sequence[Word], at: int) -> bool:
    """Whether a sentence ends between a word and the next; after "Mr." none does."""
    gap = text[found[at].end : found[at + 1].start]
    marks, space, _ = gap.partition(" ")
    return "\n" in gap or (bool(space) and not _STOPS.isdisjoint(marks) and not is_title(found[at].text))

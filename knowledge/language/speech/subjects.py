"""Whether a person named in a sentence may be the subject of something in it."""

from __future__ import annotations

import re

from knowledge.language.people.persons import Mention
from knowledge.language.people.titles import NOT_NAMES

_OWNER_NAME = r"\b(?:[A-Z][\w.-]{0,30}\s){0,3}[A-Z][\w.-]{0,30}[’']s?"
_OWNER = re.compile(rf"{_OWNER_NAME}\s\Z")
"""What says whose a person is: "Greece's Kyriakos Mitsotakis"."""
_DESCRIBED = re.compile(
    rf"(?:{_OWNER_NAME}|\b(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir))\s"
    r"(?:(?!(?:of|by|to|for|with|from|in|on|at|and|or|the|a|an|his|her)\s)[a-z-]{2,20}\s){0,3}\Z"
)
"""The same before a title that is set off: "Greece's prime minister, Kyriakos Mitsotakis"."""
_NO_SUBJECT_AFTER = """
    of to with by for from in on at between against about than into over near like via including named called under
    behind toward towards both either among alongside who that which whose met meets told asked urged accused
"""
PREPOSITIONS = frozenset(_NO_SUBJECT_AFTER.split())
_DETERMINERS = frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "former", "retired", "acting", "senior", "then"}
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_REACH = 260


def begins_sentence(text: str, mention: Mention) -> bool:
    """Whether nothing goes before but quoted words, words like "but" or "in April," and what describes the person."""
    is_apart = "," in text[mention.phrase : mention.start]
    before = (_DESCRIBED if is_apart else _OWNER).sub("", text[: mention.phrase]).rstrip()
    return before.endswith((",", "”", '"', "’", "»")) or all(
        word.lower() in NOT_NAMES or word.endswith("ly") for word in _WORD.findall(before[-_REACH:])
    )


def may_be_subject(text: str, mention: Mention) -> bool:
    """Whether neither a preposition goes before, nor what is the person's follows."""
    if owns(text, mention):
        return False
    before = text[max(0, mention.phrase - 60) : mention.phrase].lower().split()
    if mention.phrase < mention.start and before and before[-1].isalpha() and before[-1] not in PREPOSITIONS:
        before.pop()  # "of pace bowler Andy Bichel"
    while before and before[-1] in _DETERMINERS:
        before.pop()
    return not before or before[-1] not in PREPOSITIONS


def owns(text: str, mention: Mention) -> bool:
    """Whether a possessive follows: "Lavrov's statement"."""
    return text[mention.end : mention.end + 1] in {"’", "'"}

"""What the words around a name without title tell: that it is a person's, or that of a body of people."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.language.people.titles import is_group
from knowledge.language.speech.verbs import PERSONAL, TELLING

_LOOK_BACK = 30
_ADVERB = r"(?:(?:has|had|have|also|later|then|once|again|yesterday|today|[a-z]{2,20}ly)\s)"
_VERB = re.compile(rf",?\s{_ADVERB}{{0,3}}([a-z]+)")
_AGE = re.compile(r",\s(?:aged )?\d\d,|\s\(\d\d\)")
_RELATIVE = re.compile(rf",\s(?:who|whose)\b|{_AGE.pattern}")
_FROM = re.compile(r",?\s(?:of|from)\s[^,.;:]{3,70}?,?\s(?:says?|said|told)\b")
_NEXT_WORD = re.compile(r"\s([a-z]{3,20})\b")
_SPOKEN_BEFORE = frozenset({"said", "says", "added", "adds"})


def told_to_be_person(sentence: str, start: int, end: int, words: Sequence[str]) -> bool:
    """Whether what stands around a name without title makes it a person's: that it speaks, or is spoken of as who."""
    following = sentence[end : end + 1]
    if following != "," and not following.isspace():
        return len(words) > 1 and _is_spoken_before(sentence, start)
    verb = _VERB.match(sentence, end)
    if verb and verb[1] in TELLING:
        return True
    if len(words) == 1:
        return bool(_AGE.match(sentence, end))
    if verb and verb[1] in PERSONAL:
        return True
    if _RELATIVE.match(sentence, end) or _FROM.match(sentence, end):
        return True
    return _is_spoken_before(sentence, start)


def _is_spoken_before(sentence: str, start: int) -> bool:
    before = sentence[max(0, start - _LOOK_BACK) : start].split(" ")
    return len(before) > 1 and before[-2] in _SPOKEN_BEFORE


def is_name_of_group(sentence: str, start: int, end: int) -> bool:
    """Whether it is the name of a body of people: "the Red Brigades", "Kataib Hezbollah fighters"."""
    after = _NEXT_WORD.match(sentence, end)
    return sentence[max(0, start - 4) : start].lower() == "the " or bool(after and is_group(after[1]))

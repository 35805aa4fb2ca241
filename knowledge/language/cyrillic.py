"""Where sentences begin in Russian and other languages written in Cyrillic letters.

A few rules over words do better here than `sentencex`: a sentence ends with a word that has a full stop, unless the
word is an initial or an abbreviation, or the next word begins in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SAMPLE = 2_000  # characters that tell the script
_LETTER = re.compile(r"[^\W\d_]")
_CYRILLIC_LETTER = re.compile(r"[\u0400-\u052f]")

_WORD = re.compile(r"(?:[—–-]\s+)?\S+")  # a dash goes with the word after it: — Да. — Он кивнул.
_LEADING_MARKS = "«„“\"'([—–-… \t\n"
_MARKS = "«»„“”\"'’()[]"
_ENDING = re.compile(r"(?<![.!?…])([.!?…]++)[»”“\"'’)\]]*+\Z")
_NUMBER = re.compile(r"[\d.,–-]+|[IVXLCDMХ]+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")

# A sentence goes on after these abbreviations,
_INNER = re.compile(
    r"акад|бр|вул|гл|гр|доц|зав|зам|им|ім|кв|корп|напр|нпр|обл|пер|пл|пос|просп|проф|рис|ред|св|см|ср|ст|стр|табл"
    r"|т\.е|т\.к|т\.н|т\.зв|тел|тзв|ул|чл",
    re.IGNORECASE,
)
# and after these unless a capital letter follows; after a single small letter too, if a number or "т." precedes it.
_OUTER = re.compile(r"вв|гг|год|грн|др|коп|мин|млн|млрд|пр|рр|руб|сек|т\.д|т\.п|тис|трлн|тыс|чел", re.IGNORECASE)
_OPENING_WORDS = 4  # В 2014 г. Россия: so early, a single letter ends no sentence


def is_cyrillic(text: str) -> bool:
    """Whether most letters of a text are Cyrillic."""
    sample = text[:_SAMPLE]
    if sample.isascii() or not _CYRILLIC_LETTER.search(sample):
        return False
    return 2 * len(_CYRILLIC_LETTER.findall(sample)) > len(_LETTER.findall(sample))


def beginnings(paragraph: str) -> Iterator[int]:
    """Where sentences of the paragraph begin, without the first."""
    words: list[str] = []
    for found in _WORD.finditer(paragraph):
        if words and _ends(words, found[0].lstrip(_LEADING_MARKS)):
            yield found.start()
            words = []
        words.append(found[0])


def _ends(words: list[str], following: str) -> bool:
    """Whether the words are a whole sentence, given the word that follows them."""
    ending = _ENDING.search(words[-1])
    if not ending or following[:1].islower():
        return False
    if ending[1] != ".":
        return True
    stem = words[-1][: ending.start()].strip(_MARKS)
    if _INITIALS.fullmatch(stem) and not stem.islower():
        return False
    is_letter = len(stem) == 1 and stem.isalpha()
    if _INNER.fullmatch(stem) or (is_letter and not _is_unit(words)):
        return False
    return following[:1].isupper() or not (is_letter or _OUTER.fullmatch(stem))


def _is_unit(words: list[str]) -> bool:
    """Whether the small letter that the words end with may be their last: ... в 2014 г. | ... и т. д."""
    before = words[-2] if len(words) > 1 else ""
    return before == "т." or (len(words) > _OPENING_WORDS and bool(_NUMBER.fullmatch(before)))

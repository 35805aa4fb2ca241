"""Questions with a typing error, the same ones on every machine."""

from __future__ import annotations

import re
from random import Random

from knowledge.language.spelling import BESIDE, SHORTEST

_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")


def with_typo(question: str) -> str:
    """The question with one error in one of its words of four letters or more, drawn by the question itself.

    As often each: two letters exchanged, one left out, one doubled, one hit beside (on a QWERTY keyboard).
    """
    draw = Random(question)  # noqa: S311 - nothing secret
    words = list(_WORD.finditer(question))
    if not words:
        return question
    word = draw.choice(words)
    at = draw.randrange(word.start(), word.end() - 1)
    here, following = question[at], question[at + 1]
    kinds = [here + here + following, following, following + here, _beside(here, draw) + following]
    return question[:at] + draw.choice([kind for kind in kinds if kind != here + following]) + question[at + 2 :]


def _beside(letter: str, draw: Random) -> str:
    """A letter next to this one on the keyboard, in its case."""
    near = draw.choice(BESIDE.get(letter.lower(), letter.lower()))
    return near.upper() if letter.isupper() else near

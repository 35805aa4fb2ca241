"""The words under a picture, which say so or end in a credit."""

from __future__ import annotations

import re

from knowledge.reading.names import AGENCY

_PICTURE = (
    r"(?:file |stock |representative )?(?:photo(?:graph)?|image|picture|illustration|screenshot|screengrab|video)s?"
    r"(?: caption| credit| courtesy)?"
)
_START = re.compile(rf"(?:{_PICTURE}|caption|pictured)\s*[:|]|file\s+[-–—]\s", re.IGNORECASE)
_MADE_BY = rf"(?i:{_PICTURE}\s*(?::|by|courtesy of)|credit:|courtesy:?)"
_AGENCY_ALONE = re.compile(rf"\s*[(\[|–—-]?\s*©?\s?{AGENCY}[)\]]?")
_CREDIT = re.compile(
    "|".join(
        (
            # (AP), [Hani Mohammed/AP], (Photo by AFP/Getty Images)
            rf"[(\[](?:[^()\[\]]{{1,60}}[/,]\s?|via |file )?{AGENCY}(?:[/,]\s?[^()\[\]]{{1,60}}| photos?| file)?[)\]]$",
            # REUTERS/Azad Lashkari, AP Photo/Hani Mohammed
            rf"(?:^|[\s.|©]){AGENCY}(?: photo)?\s?/\s?[^.!?/|]{{2,50}}$",
            # ... on Monday. — AFP
            rf"(?<=[.!?”\"])\s+[|–—-]?\s*©?\s?{AGENCY}$",
            # (Photo: Jane Doe), | Photo Credit: Jane Doe
            rf"[(\[|]\s*{_MADE_BY}\s*[^()\[\]|]{{2,80}}[)\]]?$",
            # ... on Monday. Photo: Jane Doe
            rf"(?<=[.!?”\"])\s+{_MADE_BY}\s*[^.!?]{{2,80}}$",
        )
    )
)
_LONGEST_CREDIT = 150
_OPENING = "([|"
_STOPS = frozenset(".!?")


def is_caption(text: str) -> bool:
    """The words under a picture: they say so, or end in a credit."""
    return bool(_START.match(text)) or credit_start(text) is not None


def credit_start(text: str) -> int | None:
    """Where the credit of an agency or a photographer at the end of `text` begins, None without one."""
    end = text[-_LONGEST_CREDIT:]
    if not (_STOPS.isdisjoint(end[-2:]) or any(mark in end for mark in _OPENING)):
        return None  # as most texts: of the credits, only one in brackets may end so, or with one more character
    found = _CREDIT.search(text, max(0, len(text) - _LONGEST_CREDIT))
    return found.start() if found else None


def has_agency_credit(text: str) -> bool:
    """Whether `text` ends in no more than "(AP)", as a caption may and the last paragraph of a report too."""
    start = credit_start(text)
    return start is not None and bool(_AGENCY_ALONE.fullmatch(text, start))

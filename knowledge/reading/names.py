"""Names of those who made an article, as they stand in bylines and credits."""

from __future__ import annotations

import re

AGENCY = (
    r"(?:AP|AFP|EPA|DPA|dpa|PTI|ANI|IANS|ANSA|EFE|UPI|PA|TT|NTB|BBC|CNN|NPR|TASS|ITAR-TASS|RIA Novosti|Interfax"
    r"|Sputnik|Xinhua|Kyodo|Yonhap|Anadolu(?: Agency)?|Reuters|REUTERS|Bloomberg|(?:The )?Associated Press"
    r"|Agence France-Presse|Al Jazeera|Getty(?: Images)?|Shutterstock|iStock|Alamy|NurPhoto|Zuma Press|Rex Features)"
)
_PARTICLE = r"(?:al|el|de|del|der|di|da|la|le|van|von|bin|ibn|ben)(?:-[\w'’-]+)?"
_NAME = rf"(?:[^\W\d_a-z][\w.'’-]*|{_PARTICLE})"
_NAMES = rf"{_NAME}(?:(?:,| and| &)?\s+{_NAME}){{1,12}}"
_CALENDAR = (
    r"(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:janu|febru)ary|march|april|may|june|july|august"
    r"|(?:sept|nov|dec)ember|october)\b"
)
_ROLE = r"(?:,?\s+(?:in|for|with|at|of|the)\s+[^.!?]{2,60})?(?:,[^.!?]{2,60})?(?:\s*[(\[][^()\[\]]{2,40}[)\]])?"

_PARTS_OF_MADE = ("by", "report", "wr", "contr")
_MADE = re.compile(r"\bby\s|\breport|\bwr[io]te|\bcontributed\b", re.IGNORECASE)
_BYLINE = re.compile(rf"(?i:(?:(?:written|text|story|words) )?by)\s+(?!{_CALENDAR}){_NAMES}{_ROLE}[:,]?")
_REPORTS = re.compile(
    rf"{_NAMES}(?:,? of [^.:]{{2,40}})?\s+(?:reports?|reported|reporting|writes?|wrote)"
    r"(?:\s+(?:from|for|in)\s+[^.:]{2,40})?:?"
)
_WORK = r"(?:reporting|writing|editing|graphics?|photography|translation|written|edited|compiled|translated|produced)"
_CREDIT = re.compile(rf"[\W_]*(?:with )?(?:additional |further )?{_WORK}(?: and {_WORK})? by\s+\w", re.IGNORECASE)
_CREDIT_WORD = re.compile(rf"{_WORK}|and|additional|further|by|in|at|for|from|with|of|the|{_PARTICLE}", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_CONTRIBUTED = re.compile(r"contributed (?:to this|reporting)\b.{0,60}$", re.IGNORECASE | re.DOTALL)
_LONGEST = 300


def is_maker(text: str) -> bool:
    """Who made it: a byline, or a credit at its foot."""
    return _may_tell(text) and (_is_byline(text) or _is_credit(text))


def is_byline(text: str) -> bool:
    """Who wrote it: "By Jane Doe", "Jane Doe reports from Dubai:"."""
    return _may_tell(text) and _is_byline(text)


def _is_byline(text: str) -> bool:
    return bool(_BYLINE.fullmatch(text) or _REPORTS.fullmatch(text))


def _is_credit(text: str) -> bool:
    """Who else had a hand in it: "Reporting by ...; editing by ...", "... contributed to this report"."""
    return bool(_CONTRIBUTED.search(text) or (_CREDIT.match(text) and _names_only(text)))


def _names_only(text: str) -> bool:
    return not any(word[0].islower() and not _CREDIT_WORD.fullmatch(word) for word in _WORD.findall(text))


def _may_tell(text: str) -> bool:
    if len(text) > _LONGEST:
        return False
    lowered = text.lower()
    return any(part in lowered for part in _PARTS_OF_MADE) and _MADE.search(text) is not None

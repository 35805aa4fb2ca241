"""Names that are written in another alphabet have several spellings in this one: Sergei, Sergey, Sergej."""

from __future__ import annotations

import re
from functools import lru_cache

# Of folded letters: those of Russian and Ukrainian as BGN/PCGN romanises them, without the signs.
_LATIN = str.maketrans(
    dict(zip("абвгґдезиійклмнопрстуфыэ", "abvggdeziiiklmnoprstufye", strict=True))
    | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "є": "ye"}
    | {"ё": "e", "ї": "i", "ъ": "", "ь": ""}
)

# Each rule takes in what the ones before it left. The classes are those of the usual romanisations of Arabic, Russian
# and Ukrainian (ALA-LC, BGN/PCGN, ISO 9, DIN 31635), in which one letter of the original becomes any of a class.
_RULES = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"[^a-z]", ""),
        (r"t?s?ch|sh|d?zh|dj", "s"),
        (r"[kgdt]h", lambda match: match[0][0]),
        (r"ph", "f"),
        (r"w", "v"),
        (r"(?:ck|q|c|g)", "k"),
        (r"x", "ks"),
        (r"z", "s"),
        (r"(?:[ae][yij]|y[iy]|[iy]y|[ie]e|ij|yj)(?![aou])", "i"),
        (r"[jy](?![aeou])", "i"),
        (r"[jy]", "j"),
        (r"(?:ou|oo|au|o|u)", "u"),
        (r"e", "a"),
        (r"(.)\1+", r"\1"),
    )
)


def romanised(name: str) -> str:
    """A folded name in Latin letters, if it is in Cyrillic ones."""
    return name.translate(_LATIN)


@lru_cache(maxsize=1 << 15)  # the names of one batch of articles after the other
def sound(name: str) -> str:
    """What all usual spellings of a folded name have in common."""
    name = romanised(name)
    for pattern, letters in _RULES:
        name = pattern.sub(letters, name)
    return name

"""Names that are written in another alphabet have several spellings in this one: Sergei, Sergey, Sergej."""

from __future__ import annotations

import re
from functools import lru_cache

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


@lru_cache(maxsize=1 << 12)
def sound(name: str) -> str:
    """What all usual spellings of a folded name have in common."""
    for pattern, letters in _RULES:
        name = pattern.sub(letters, name)
    return name

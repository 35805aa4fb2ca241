"""The encoding of text in Latin letters of one byte each: the one in which its letters are those of one language.

The same byte is "è" in the west of Europe, "č" in its middle, and so on. Byte frequencies hardly tell them apart; that
Czech has "ř" and "ů" but neither "ø" nor "ù" does. The letters are those of the CLDR's main exemplar characters.
"""

from __future__ import annotations

import re
from collections import Counter

_WEST = ("cp1252", "iso8859-15")
_MIDDLE = ("cp1250", "iso8859-2")
_TURKISH = ("cp1254",)
_BALTIC = ("cp1257",)

_ALPHABETS = {
    "àâæçéèêëîïôœùûü": _WEST,  # French
    "äöüßé": _WEST,  # German
    "áéíñóúü": _WEST,  # Spanish
    "áâãàçéêíóôõúü": _WEST,  # Portuguese
    "àèéìíîòóùú": _WEST,  # Italian
    "àçéèíïóòúü": _WEST,  # Catalan
    "åäöéà": _WEST,  # Swedish, Finnish
    "æøåéóôòà": _WEST,  # Danish, Norwegian
    "áðéíóúýþæö": _WEST,  # Icelandic
    "áéíóú": _WEST,  # Irish
    "áäéëíïóöúü": _WEST,  # Dutch
    "çë": _WEST,  # Albanian
    "äöüõšž": (*_WEST, *_BALTIC),  # Estonian
    "áčďéěíňóřšťúůýž": _MIDDLE,  # Czech
    "áäčďéíĺľňóôŕšťúýž": _MIDDLE,  # Slovak
    "ąćęłńóśźż": _MIDDLE,  # Polish
    "áéíóöőúüű": _MIDDLE,  # Hungarian
    "ăâîşţ": _MIDDLE,  # Romanian, with cedillas as these encodings have them
    "čćđšž": _MIDDLE,  # Bosnian, Croatian, Slovene
    "çğıöşüâîû": _TURKISH,
    "ąčęėįšųūž": _BALTIC,  # Lithuanian
    "āčēģīķļņšūž": _BALTIC,  # Latvian
}
"""The letters beyond ASCII of languages, with the encodings in which they are written; the likeliest first."""

_SAMPLE = 1 << 14
_FEWEST = 0.02
"""Share of such letters below which a text is English or the like, with names and words from elsewhere."""
_MOST_ODD = 0.05

_FOREIGN = re.compile(r"[^\x00-\x7f]")
_ODD = re.compile(
    r"[\x80-\x9f]|(?<=[^\W\d_])[¡-©¬-¯±-¹¼-¿×÷ƒˆ†‡‰˘˙˛˝]|[¡-©¬-¯±-¹¼-¿×÷ƒˆ†‡‰˘˙˛˝](?=[^\W\d_])|[^\W\d_a-zA-Z]{3,}"
)
_NOT_ODD = "¡¿©®·\xad\xa0"


def latin_encoding(data: bytes) -> str | None:
    """The name of the encoding of a text that is neither UTF-8 nor UTF-16; None where it is not in Latin letters."""
    data = data[:_SAMPLE]
    texts = {name: text for name in (*_WEST, *_MIDDLE, *_TURKISH, *_BALTIC) if (text := _decoded(data, name))}
    western = texts.get("cp1252")
    if western and _share(western) < _FEWEST and _is_likely(western):
        return "cp1252"
    misfits = {
        (letters, name): _odd(texts[name]) + _outside(texts[name], letters)
        for letters, names in _ALPHABETS.items()
        for name in names
        if name in texts
    }
    best = min(misfits, key=lambda one: misfits[one], default=None)
    if best and misfits[best] <= 1 + 2 * _MOST_ODD * _letters(texts[best[1]]):
        return best[1]
    return "cp1252" if western and _is_likely(western) else None  # words of several languages


def _decoded(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None


def _letters(text: str) -> int:
    """How many letters are beyond ASCII."""
    return sum(map(str.isalpha, _FOREIGN.findall(text)))


def _share(text: str) -> float:
    return _letters(text) / (sum(map(str.isalpha, text)) or 1)


def _is_likely(text: str) -> bool:
    return _odd(text) <= 1 + _MOST_ODD * _letters(text)


def _odd(text: str) -> int:
    """How many characters stand as none does in text: symbols in words, control characters, letters in a row."""
    return sum(len(found) for found in _ODD.findall(text) if found not in _NOT_ODD)


def _outside(text: str, letters: str) -> int:
    """How many letters beyond ASCII are not among `letters`."""
    counts = Counter(_FOREIGN.findall(text.lower().replace("i̇", "i")))
    return sum(count for letter, count in counts.items() if letter.isalpha() and letter not in letters)

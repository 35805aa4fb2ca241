"""The language of a text, guessed from its script and its most common words."""

from __future__ import annotations

import re

from knowledge.language.common_words import likeliest_language

_SAMPLE = 5_000
_ASCII = re.compile(r"[\x00-\x7f]+")
_SCRIPTS = {
    "el": re.compile(r"[\u0370-\u03ff]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "ar": re.compile(r"[\u0600-\u06ff\u0750-\u077f]"),
    "hi": re.compile(r"[\u0900-\u097f]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
    "ja": re.compile(r"[\u3040-\u30ff]"),
    "ko": re.compile(r"[\uac00-\ud7af]"),
    "zh": re.compile(r"[\u4e00-\u9fff]"),
}
_OWN_LETTERS = (("ru", "uk", "іїєґ"), ("ar", "fa", "پچژگ"))


def guess_language(text: str) -> str:
    """The ISO 639-1 code of the language of `text`, an empty string where it is not plain."""
    sample = text[:_SAMPLE]
    return _by_script(sample) or likeliest_language(sample)


def _by_script(sample: str) -> str:
    if sample.isascii():
        return ""
    foreign = _ASCII.sub("", sample)
    counts = {language: len(script.findall(foreign)) for language, script in _SCRIPTS.items()}
    likeliest = max(counts, key=lambda language: counts[language])
    if not counts[likeliest] or counts[likeliest] * 2 <= sum(map(str.isalpha, sample)):
        return ""
    if likeliest == "zh" and counts["ja"] * 10 > counts["zh"]:
        return "ja"
    others = (
        other for base, other, letters in _OWN_LETTERS if base == likeliest and not set(letters).isdisjoint(sample)
    )
    return next(others, likeliest)

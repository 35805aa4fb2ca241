"""The language of a text, guessed from its script and its most common words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

_SAMPLE = 5_000
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
_COMMON_WORDS = {
    "en": "the of and to in a that is was for on with he said it as by from has are were not",
    "de": "der die und den das von zu mit ist im nicht ein eine auf für dem sich des auch wird",
    "fr": "le la les de des et en un une est que dans pour qui sur pas au par plus avec",
    "es": "el la los las de y en que un una es por con para del se no su al como",
    "it": "il la di che e un una in per non sono con del della è si le dei al gli",
    "pt": "o a os as de e que em um uma do da para com não no na se por dos",
    "nl": "de het een en van in dat is op te met voor zijn niet aan er om ook door bij",
    "pl": "w i na z się do nie że to jest o za od przez po jak dla przy są był",
    "tr": "ve bir bu da de için ile olarak çok daha sonra olan gibi kadar ne en ancak var",
}
_LANGUAGES_OF: dict[str, list[str]] = defaultdict(list)
for _language, _words in _COMMON_WORDS.items():
    for _word in _words.split():
        _LANGUAGES_OF[_word].append(_language)
_WORD = re.compile(r"[^\W\d_]+")
_SMALLEST_SHARE = 0.12


def guess_language(text: str) -> str:
    """The ISO 639-1 code of the language of `text`, an empty string where it is not plain."""
    sample = text[:_SAMPLE]
    return _by_script(sample) or _by_common_words(sample)


def _by_script(sample: str) -> str:
    if sample.isascii():
        return ""
    counts = {language: len(script.findall(sample)) for language, script in _SCRIPTS.items()}
    likeliest = max(counts, key=lambda language: counts[language])
    if counts[likeliest] * 2 <= sum(map(str.isalpha, sample)):
        return ""
    if likeliest == "zh" and counts["ja"] * 10 > counts["zh"]:
        return "ja"
    others = (
        other for base, other, letters in _OWN_LETTERS if base == likeliest and not set(letters).isdisjoint(sample)
    )
    return next(others, likeliest)


def _by_common_words(sample: str) -> str:
    words = _WORD.findall(sample.lower())
    counts = Counter(language for word in words if word in _LANGUAGES_OF for language in _LANGUAGES_OF[word])
    (best, most), (_, next_most) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    return best if most > next_most and most >= _SMALLEST_SHARE * len(words) else ""

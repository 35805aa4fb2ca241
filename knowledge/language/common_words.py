"""The language that a text's most common words are of; the commonest question words are among them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache

_COMMON_WORDS = {
    "en": "the of and to in a that is was for on with he said it as by from has are were not"
    " what who when where why how which did does do an be this",
    "de": "der die und den das von zu mit ist im nicht ein eine auf für dem sich des auch wird in"
    " was wer wen wie wo wann warum welche welcher viele hat haben sind gibt kostet",
    "fr": "le la les de des et en un une est que dans pour qui sur pas au par plus avec du aux l d"
    " quoi quand où comment pourquoi quel quelle quels quelles combien ont dit",
    "es": "el la los las de y en que un una es por con para del se no su al como a"
    " qué quién quiénes cuándo dónde cómo cuánto cuántos cuántas cuál son ha",
    "it": "il la di che e un una in per non sono con del della è si le dei al gli",
    "pt": "o a os as de e que em um uma do da para com não no na se por dos",
    "nl": "de het een en van in dat is op te met voor zijn niet aan er om ook door bij",
    "pl": "w i na z się do nie że to jest o za od przez po jak dla przy są był",
    "tr": "ve bir bu da de için ile olarak çok daha sonra olan gibi kadar ne en ancak var",
    "ru": "и в не на что с по как из у за от это о для кто где когда почему сколько какой какие был",
    "uk": "і в не на що з по як із у за від це про для хто де коли чому скільки який які був",
}
_LANGUAGES_OF: dict[str, list[str]] = defaultdict(list)
for _language, _words in _COMMON_WORDS.items():
    for _word in _words.split():
        _LANGUAGES_OF[_word].append(_language)
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS_ONLY = {code: " " for code in range(128) if not chr(code).isalpha()}
_SMALLEST_SHARE = 0.12


def likeliest_language(text: str) -> str:
    """The ISO 639-1 code of the language that most common words of a text are of; empty where that is not plain."""
    words = _listed(text.lower())
    counts = Counter[str]()
    for word, count in Counter(words).items():
        for language in _LANGUAGES_OF.get(word, ()):
            counts[language] += count
    (best, most), (_, next_most) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    return best if most > next_most and most >= _SMALLEST_SHARE * len(words) else ""


def _listed(text: str) -> list[str]:
    return text.translate(_LETTERS_ONLY).split() if text.isascii() else _WORD.findall(text)


@lru_cache(maxsize=1 << 8)
def foreign_words(question: str) -> Sequence[str]:
    """The common words of a question that make it one in another language than English; none in an English one."""
    language = likeliest_language(question)
    if language in {"", "en"}:
        return []
    found = [word for word in _WORD.findall(question.lower()) if language in _LANGUAGES_OF.get(word, ())]
    if len(found) == 1 and found[0].isascii():  # which may be a slip
        return []
    return [word for word in found if "en" not in _LANGUAGES_OF[word]]

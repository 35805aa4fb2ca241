"""Text to terms: the folded, stemmed forms under which words are matched.

The text itself is never changed; offsets point into it as received.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from typing import NamedTuple

import Stemmer

from knowledge.language.lexicon import base_form

WORDS_TO_A_BOT = frozenset("help stop start same test testing info commands menu joke".split())  # noqa: SIM905
"""Words that, alone, are said to a bot and ask nothing of the coverage."""

# One character for one character, so that offsets into the folded text are offsets into the text.
_QUOTES = dict.fromkeys("‘’‚‛´`ʼ＇", "'") | dict.fromkeys("“”„‟«»", '"')

# Initials written with dots ("U.S."), else letters and digits with decimal and thousands marks inside ("4.2").
# What an apostrophe adds ("Iraq's", "they've") belongs to the match but not to the word.
_WORD = r"[{A}{D}](?:(?<=[{A}])\.(?:[{A}]\.)+|[{A}{D}]*(?:[.,][{D}]+)*(?:'(?i:s|t|re|ve|ll|d|m)\b)?)"
_ASCII_WORD = re.compile(_WORD.format(A="A-Za-z", D="0-9"))
_ANY_WORD = re.compile(_WORD.replace("[{A}{D}]", r"[^\W_]").replace("[{A}]", r"[^\W\d_]").replace("[{D}]", r"\d"))
"""The same for all scripts, a third as fast."""

_MEASURE = re.compile(r"(\d+)[a-z]{1,3}")

# Function words, question words and auxiliaries only: a longer list loses words that tell sentences apart.
_STOP_WORDS = """
    a an the of in on at to for from by with as and or
    is are was were be been do does did has have had
    what which who whom whose when where why how
    it its this that there
    isn aren wasn weren don doesn didn hasn haven hadn
"""
STOP_WORDS = frozenset(_STOP_WORDS.split())


_WEAK_WORDS = """
    name named call called kind type sort main many much number amount first time part place thing people also
    use used make made get got happen happened take took become became give gave given
    can could should would will might may about according any some not
    i me my we our you your he him his she her they them their
"""
WEAK_WORDS = frozenset(_WEAK_WORDS.split())
"""Words that a question has for its form: they tell little of what is asked, though they are searched for."""

_CHAT_WORDS = """
    hi hey hello yo greetings thanks thank thx ty please pls plz sorry bother lol lmao omg tbh iirc imo imho btw fyi wtf
    idk ngl guys folks buddy mate bro dude anyone anybody somebody someone everybody everyone know knows idea heard
    wondering wonder curious actually really basically literally honestly apparently supposedly maybe perhaps probably
    pretty sure just like guess um uh hmm ok okay so too very
"""
CHAT_WORDS = frozenset(_CHAT_WORDS.split()) - STOP_WORDS
"""Words that people wrap a question in when they chat."""

QUESTION_WORDS = frozenset("what which who whom whose when where why how many much long often".split())  # noqa: SIM905


class Word(NamedTuple):
    """A word of a text: folded, not stemmed, with its offsets."""

    text: str
    start: int
    end: int


_word: Callable[[tuple[str, int, int]], Word] = partial(tuple.__new__, Word)
"""As `Word` with three arguments, for those who make very many."""


def fold_quotes(text: str) -> str:
    """Straight quotes for curly ones; the length stays."""
    for quote in ("`",) if text.isascii() else _QUOTES:
        if quote in text:  # far faster than to translate all
            text = text.replace(quote, _QUOTES[quote])
    return text


def words(text: str, *, shouted: bool | None = None) -> Iterator[Word]:
    """The words of a text in order, stop words included.

    What would be a stop word but stands in capitals, in a text that doesn't shout, is a name and stays as it is: "IS".
    `shouted` is told for a part of a text.
    """
    shouted = text.isupper() if shouted is None else shouted
    read = _fold_all if shouted else _fold_but_names
    for match in _matched(folded := fold_quotes(text)).finditer(folded):
        written, start = match[0], match.start()
        yield _word((read(written), start, start + len(_written(written) if "'" in written else written)))


def folded_words(text: str) -> list[str]:
    """The words of a text alone, without their places: several times as fast."""
    read = _fold_all if text.isupper() else _fold_but_names
    folded = fold_quotes(text)
    return list(map(read, _matched(folded).findall(folded)))


def spans(text: str) -> list[tuple[int, int]]:
    """The spans of the words of a text, in order."""
    folded = fold_quotes(text)
    found = _matched(folded).finditer(folded)
    return [(at := match.start(), at + len(_written(match[0]))) for match in found]


def _matched(text: str) -> re.Pattern[str]:
    """What matches the words of a text with straight quotes."""
    return _ASCII_WORD if text.isascii() else _ANY_WORD


@lru_cache(maxsize=1 << 10)
def words_of(sentence: str) -> tuple[Word, ...]:
    """The words of a sentence that was found: the same ones are found again and again."""
    return tuple(words(sentence))


def folded(text: str) -> str:
    """The words of a text as they are compared, with a space between."""
    return " ".join(folded_words(text)).lower()


@lru_cache(maxsize=1 << 13)
def fold(word: str) -> str:
    """Lower case, no accents, no marks inside numbers or initials: "U.S." -> "us", "1,600" -> "1600"."""
    return _fold(word)


def _written(matched: str) -> str:
    """A word as it stands, without what an apostrophe adds."""
    return matched.partition("'")[0]


def _fold(word: str) -> str:
    if word.isascii():
        folded = word.lower()
    else:
        decomposed = unicodedata.normalize("NFKD", word.casefold())
        folded = "".join(mark for mark in decomposed if not unicodedata.combining(mark)) or word
    if folded[0].isdigit():
        return folded.replace(",", "")
    return folded.replace(".", "") if folded.endswith(".") else folded


@lru_cache(maxsize=1 << 10)
def _fold_all(word: str) -> str:
    """A word of a text, folded."""
    return _fold(_written(word))


@lru_cache(maxsize=1 << 13)
def _fold_but_names(word: str) -> str:
    """A word of a text that doesn't shout, folded; but what would be a stop word and stands in capitals is a name."""
    word = _written(word)
    folded = _fold(word)
    return word if folded in STOP_WORDS and len(word) > 1 and word.isupper() else folded


@lru_cache(maxsize=1 << 12)
def stem(word: str) -> str:
    """The Snowball stem of a folded word, by its script: Russian for Cyrillic, English for all others.

    An irregular English form has the stem of its base: "sent" and "sends" are one term.
    """
    if "а" <= word[0] <= "ӿ":
        return str(_stemmer("russian").stemWord(word))
    return str(_stemmer("english").stemWord(base_form(word)))


@lru_cache(maxsize=2)
def _stemmer(language: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(language, 0)  # whose own cache would keep each word a second time


@lru_cache(maxsize=1 << 13)
def forms(word: str) -> tuple[str, ...]:
    """The terms that a folded word is found under: its stem, and the number of a measure or model ("29m" -> "29")."""
    if word in STOP_WORDS:
        return ()
    measure = _MEASURE.fullmatch(word) if word[0].isdigit() else None
    return (stem(word), measure.group(1)) if measure else (stem(word),)


def index_terms(text: str, its_words: Iterable[Word] | None = None) -> list[str]:
    """The terms under which a text is found: all forms of its words, and the parts of hyphenated words joined.

    So "re-admitted" is found as "readmitted" too, and "F-16" as "F16". `its_words` are given where they are known.
    """
    if its_words is None and "-" not in text:
        return [form for word in folded_words(text) for form in forms(word)]
    found: list[str] = []
    previous: Word | None = None
    for word in words(text) if its_words is None else its_words:
        if previous and text[previous.end : word.start] == "-" and previous.text.isalpha() and word.text.isalnum():
            found.append(stem(previous.text + word.text))
        found += forms(word.text)
        previous = word
    return found

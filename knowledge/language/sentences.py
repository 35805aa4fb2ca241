"""Where the sentences of a text begin and end.

`sentencex` proposes where sentences begin (`cyrillic` does, where most letters are Cyrillic), and the rules here say
which proposals don't hold. `sentencex` isn't shown quotation marks and round brackets: it would keep a quotation of
several sentences whole, and what it knows of abbreviations and initials serves inside quotations too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

import sentencex

from knowledge.language import cyrillic
from knowledge.models import Span

_PARAGRAPH_BREAK = re.compile(r"\n\s*\n|\u2029\s*")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")
_CAPITAL = re.compile(r"[A-Z]")
_LETTER = re.compile(r"[^\W\d_]")
# Of the punctuation, marks within a sentence are left out, but not "…", ":" and ";": some language ends sentences so.
_MAY_END = re.compile(r"[^\w\s,'\"()\[\]“”‘’«»–—$€£%&/*#@+=<>~|-]")

_WINDOW = 3_000  # characters; on hostile input sentencex takes time in the square of the length
_MARK = re.compile("[\"'`“”„‟‘’‚‛«»‹›「」『』《》()（）]")
_CLOSING_MARKS = frozenset("\"'”’»›」』》)）")
_OPENING_MARKS = frozenset("“„«‹(")
_MAY = re.compile(r"\bMay(?=\.)")
_WIDE_SPACE = re.compile(r"[\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000](?=\.)")

_BEFORE, _AFTER = 6, 80  # how many characters on either side of a proposal the rules see
_GLUED = re.compile(r"[.!?…][^\w\s]*\Z")
_NEXT_WORD = re.compile(r"\W{0,9}(\w+)")
_LONE_CAPITAL = re.compile(r"(?<!\w)[A-Z]\.\s+\Z")
_QUOTED_QUESTION = re.compile(r"[?!]['\"”’»]+\s+\Z")
_SPEAKER = re.compile(r"(?:[A-Z][\w.’'-]*\s+){1,4}(?:said|says|asked|asks|added|told|wrote)\b")
_CJK_QUOTED_QUESTION = re.compile(r"[？！][」』”’]+\Z")
_CJK_QUOTATION = re.compile(r"[」』]\Z")
_HIRAGANA = re.compile(r"[ぁ-ん]")


def split(text: str, language: str = "en") -> list[Span]:
    """The spans of the sentences of `text`, in order and trimmed; nothing but white space lies outside them.

    A blank line ends a sentence, a single line break does not. `language` is an ISO 639 code; one that is empty or
    unknown gets the rules for English, which know the full stops of other scripts too.
    """
    if not text.isascii():
        text = _LONE_SURROGATE.sub("\ufffd", text)  # sentencex, written in Rust, refuses them
    language = language.lower() if language and language.isascii() else "en"
    if "\n" not in text and "\u2029" not in text:
        return _sentences(text, 0, len(text), language)
    breaks = [0, *(found.end() for found in _PARAGRAPH_BREAK.finditer(text)), len(text)]
    return [span for start, end in pairwise(breaks) for span in _sentences(text, start, end, language)]


def _sentences(text: str, start: int, end: int, language: str) -> list[Span]:
    """The sentences of one paragraph. A part without a letter ("...", "1.") belongs to what follows it."""
    start, end = _trim(text, start, end)
    first_end = _MAY_END.search(text, start, end)
    if first_end is None or not _LETTER.search(text, first_end.end(), end):
        return [(start, end)] if start < end else []
    spans: list[Span] = []
    begin = start
    for previous, edge in pairwise([start, *(start + i for i in _beginnings(text[start:end], language)), end]):
        if _LETTER.search(text, previous, edge):
            spans.append(_trim(text, begin, edge))
            begin = edge
    if begin < end:
        spans.append((spans.pop()[0] if spans else begin, end))
    return spans


def _trim(text: str, start: int, end: int) -> Span:
    part = text[start:end].rstrip()
    return start + len(part) - len(part.lstrip()), start + len(part)


def _beginnings(paragraph: str, language: str) -> Iterator[int]:
    """Where sentences of the paragraph begin, without the first."""
    if cyrillic.is_cyrillic(paragraph):
        yield from cyrillic.beginnings(paragraph)
        return
    cased = _CAPITAL.search(paragraph) is not None or paragraph != paragraph.lower()
    for proposal in _proposals(paragraph, language):
        before = paragraph[max(0, proposal - _BEFORE) : proposal]
        after = paragraph[proposal : proposal + _AFTER]
        if not _continues(before, after, language, cased):
            yield proposal


def _continues(before: str, after: str, language: str, cased: bool) -> bool:
    """Whether `after` goes on with the sentence that `sentencex` holds for ended. `cased`: the text uses capitals."""
    word = _NEXT_WORD.match(after)
    if not word:
        return True
    if not (before[-1].isspace() or after[0].isspace()):
        return bool(
            _GLUED.search(before)  # www.Example.Com
            or (_CJK_QUOTED_QUESTION.search(before) and word.start(1) == 0)  # “真的吗？”他问。
            or (_CJK_QUOTATION.search(before) and _HIRAGANA.match(after))  # 「はい。」と言った。
        )
    return bool(
        (cased and _is_lower(word[1]))  # "Why?" he asked.
        or (_QUOTED_QUESTION.search(before) and _SPEAKER.match(after))  # "Why?" Mr. Putin asked.
        or (not language.startswith("en") and _LONE_CAPITAL.search(before))  # M. Dupont; sentencex knows it in English
    )


def _is_lower(word: str) -> bool:
    """Whether no letter is a capital. `str.islower` alone says so of Georgian too, which has none in a sentence."""
    return word.islower() and word[0] != word[0].title()


def _proposals(paragraph: str, language: str) -> Iterable[int]:
    """Where `sentencex` takes a sentence to begin."""
    return _window_proposals(paragraph, language) if len(paragraph) <= _WINDOW else _by_windows(paragraph, language)


def _by_windows(paragraph: str, language: str) -> Iterator[int]:
    """The same of a long paragraph, in windows, each from the last sentence of the former."""
    position = 0
    while position < len(paragraph):
        window = paragraph[position : position + _WINDOW]
        is_last = position + len(window) == len(paragraph)
        if not is_last:
            window = window[: 1 + window.rfind(" ")] or window  # no word is cut
        found = _window_proposals(window, language)
        yield from (position + i for i in found)
        position += len(window) if is_last or not found else found[-1]


def _window_proposals(window: str, language: str) -> list[int]:
    marks = [mark.start() for mark in _MARK.finditer(window)]
    bare = _MARK.sub("", window) if marks else window
    # Where marks are left out: how many up to a place is how much further it is in the window.
    gaps = [place - count for count, place in enumerate(marks)]
    length = len(bare)
    if not bare.isascii():
        bare = _WIDE_SPACE.sub(" ", bare)  # sentencex panics where one is between an abbreviation and its full stop
    if "May." in bare:
        bare = _MAY.sub("Now", bare)  # sentencex takes "May" for an abbreviation: He left in May. She stayed.
    starts = [boundary["start_index"] for boundary in sentencex.get_sentence_boundaries(language, bare)]
    within = [i for i in starts if 0 < i < length]
    if not marks:
        return within
    return sorted({_with_marks(window, i + bisect_right(gaps, i - 1), i + bisect_right(gaps, i)) for i in within} - {0})


def _with_marks(window: str, start: int, first: int) -> int:
    """Where a sentence begins that has nothing but marks from `start` until its `first` other character."""
    if window[start - 1].isspace():
        is_spaced_mark = window[start - 2 : start - 1] in _OPENING_MARKS and not window[: start - 2][-1:].strip()
        return start - 2 if is_spaced_mark else start  # French: « Oui. »
    if window[first].isspace():
        return first
    while start < first and window[start] in _CLOSING_MARKS:
        start += 1
    return start

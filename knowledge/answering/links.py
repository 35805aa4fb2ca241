"""Links that open a source at a sentence, by text fragments (https://wicg.github.io/scroll-to-text-fragment/).

A fragment names the first and last words of the sentence. A page may have other quotes, dashes and brackets than the
text as it was received, so the words named are taken from runs that have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import quote, urlsplit

from knowledge.models import Article, Sentence, Span

_PLAIN_RUN = re.compile(r"(?<![\w'’-])\w+(?:(?:[-.,:;/%$€£&]|, |; | )\w+)*(?![\w'’])")
"""Whole words, since browsers match no parts of words, with nothing between that pages print in several ways."""

_PLAIN_ADDRESS = re.compile(r"https?://[a-z0-9][a-z0-9.-]*(?:/[!-~]*)?")
"""Most addresses: what they are needs no closer look."""
_WORD = re.compile(r"[^\s]+")
_LENGTHS = (4, 6, 9, 13)
"""Words named at each end: a few, and more where a few stand elsewhere on the page first."""

_LOOK_BACK = 100_000
"""Characters before a part in which it is looked for: a longer text is hardly one page, and would take too long."""

_ENCODED = {code: quote(chr(code), safe="") for code in range(128)} | {ord("-"): "%2D"}
_LONGEST_WORD = 12
"""Characters named of a text that has no spaces between words."""


def is_web_address(address: str | None) -> bool:
    """Whether a link to the address is safe to show: http or https, with a host, and no white space."""
    if not address or re.search(r"[\s\x00-\x1f\x7f]", address):
        return False
    if _PLAIN_ADDRESS.fullmatch(address):
        return True
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


@lru_cache(maxsize=1 << 10)
def link_to(article: Article, sentence: Sentence) -> str | None:
    """The address of the article with a fragment for the sentence; None where it has no web address."""
    if not article.url or not is_web_address(article.url):
        return None
    directive = next(_matching_directives(article.text, sentence), None)
    if directive is None:
        return article.url
    return f"{article.url}{'' if '#' in article.url else '#'}:~:text={directive}"


def _matching_directives(page: str, sentence: Sentence) -> Iterator[str]:
    """Directives whose first match on the page lies in the sentence, the shortest first."""
    span = (sentence.start, sentence.end)
    runs = [match.span() for match in _PLAIN_RUN.finditer(page, *span)]
    if not runs:
        return
    for count in _LENGTHS:
        start, end = _first_words(page, runs, count), _last_words(page, runs, count)
        if start[1] >= end[0]:
            whole = max(runs, key=lambda run: run[1] - run[0])
            if _first_match(page, whole) == whole:
                yield _encoded(page, whole)
        elif _found(page, start, end):
            yield f"{_encoded(page, start)},{_encoded(page, end)}"
    yield from _with_prefix(page, span, runs)


def _with_prefix(page: str, span: Span, runs: list[Span]) -> Iterator[str]:
    """A directive that also names the words before, for a sentence that stands on the page twice."""
    before = list(_WORD.finditer(page, max(0, span[0] - 200), span[0]))[-3:]
    if before and runs[0][0] == span[0]:
        prefix = (before[0].start(), before[-1].end())
        yield f"{_encoded(page, prefix)}-,{_encoded(page, _first_words(page, runs, _LENGTHS[0]))}"


def _first_words(page: str, runs: list[Span], count: int) -> Span:
    """The first run that has enough words, cut to them; else the longest."""
    start, end = _roomiest(page, runs, count)
    words = list(_WORD.finditer(page, start, end))[:count]
    if len(words) == 1:
        return start, min(end, start + _LONGEST_WORD)
    return start, start + len(page[start : words[-1].end()].rstrip(",;"))


def _last_words(page: str, runs: list[Span], count: int) -> Span:
    """The last run that has enough words, cut to them; else the longest."""
    start, end = _roomiest(page, runs[::-1], count)
    words = list(_WORD.finditer(page, start, end))[-count:]
    if len(words) == 1:
        return max(start, end - _LONGEST_WORD), end
    return words[0].start(), end


def _roomiest(page: str, runs: list[Span], count: int) -> Span:
    enough = (run for run in runs if page.count(" ", *run) + 1 >= count)
    return next(enough, max(runs, key=lambda run: run[1] - run[0]))


def _found(page: str, start: Span, end: Span) -> bool:
    """Whether a browser that looks for the two parts finds these very places."""
    return _first_match(page, start) == start and _first_match(page, end, start[1]) == end


def _first_match(page: str, part: Span, after: int | None = None) -> Span | None:
    lowered = _lowered(page)
    wanted = lowered[slice(*part)]
    at = lowered.find(wanted, max(0, part[0] - _LOOK_BACK) if after is None else after)
    # A part of a text without spaces need not end where a word does.
    while at >= 0 and " " in wanted and not _is_whole(lowered, at, at + len(wanted)):
        at = lowered.find(wanted, at + 1)
    return (at, at + len(wanted)) if at >= 0 else None


@lru_cache(maxsize=1 << 6)
def _lowered(page: str) -> str:
    """The page in small letters, as many as it has."""
    lowered = page.lower()
    return lowered if len(lowered) == len(page) else "".join(letter.lower()[0] for letter in page)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no letter, digit or underscore stands beside a part of a text."""
    beside = text[start - 1 : start] + text[end : end + 1]
    return not any(character.isalnum() or character == "_" for character in beside)


def _encoded(page: str, part: Span) -> str:
    """Percent-encoded, with the marks that have a meaning in a directive: the hyphen too."""
    words = " ".join(page[slice(*part)].split())
    return words.translate(_ENCODED) if words.isascii() else quote(words, safe="").replace("-", "%2D")

"""Chat messages: what in them isn't the writer's own words, and the phrases that only carry on the talk."""

from __future__ import annotations

import re

from knowledge.models import Span

MARKS = "*_~|`"
"""Marks of Markdown around words; what stands in inline code is the writer's own."""

_CODE = r"```(?:[^`]|`(?!``))*(?:```|\Z)"
_QUOTED = (
    r"^[ \t]*>>>[\s\S]*",  # a quotation of all that follows
    r"^[ \t]*>[^\n]*",  # of one line
)
_ADDRESS = r"https?://[^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*"
_MASKED = rf"\]\(\s?<?{_ADDRESS}>?(?:[ ]\"[^\"\n]{{0,100}}\")?\)"
_NO_WORDS = (
    r"^[ \t]*(?:[-*•]|\d{1,2}[.)])[ \t]",  # the mark of a list
    rf"\[(?=[^\[\]\n]{{1,300}}{_MASKED})",  # of a link with words: what stands before them
    _MASKED,  # and behind
    rf"\(<?{_ADDRESS}>?\)",
    r"<https?://[^\s<>]+>",
    r"\bhttps?://[^\s<>]+",
    r"\bwww\.[^\s<>]+",
    r"<(?:@[!&]?|#|a?:|/|t:|id:)[^<>\n]{0,100}>",  # mentions, emoji, times
    r"(?<![\w@])@[\w.]+",
    r"(?<![\w:]):[a-z0-9_+-]{2,40}:(?![\w:])",  # :emoji:
    r"[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]+",
    rf"[{re.escape(MARKS)}]+",
)
_NOT_OWN_WORDS = re.compile("|".join((_CODE, *_QUOTED, *_NO_WORDS)), re.MULTILINE | re.IGNORECASE)
_NO_WORDS_AT_ALL = re.compile("|".join((_CODE, r"^[ \t]*>(?:>>)?", *_NO_WORDS)), re.MULTILINE | re.IGNORECASE)
_BLOCK = re.compile(rf"{_QUOTED[0]}|(?:{_QUOTED[1]}\n?)+", re.MULTILINE)

_ASIDE_PHRASES = """
    pretty sure | fairly sure | quite sure | not sure | sure buddy | for sure | i am | i think | i thought |
    i believe | i guess | i read | i heard | i remember | i mean | i bet | i swear | i saw | i know | im pretty sure |
    im sure | im telling you | telling you | i telling you | did you know | do you know | you know | do you remember |
    dont you remember | if i remember | if i recall | if im not mistaken | if i m not mistaken | from what i |
    not gonna lie | no way | to be honest | to be fair | in fact | the thing is | quick one | fun fact | back then |
    at least thats what | by the way | as far as i know | google it | look it up | which is nuts | which is crazy |
    which is wild | said so | thats just wrong | thats wrong | that just wrong | that wrong | thats what |
    good morning | good evening | good night | hi all | hey all | hello all | hi everyone | hello everyone |
    hey everyone | hi guys | no flame | pls no flame | not surprised | honestly not surprised | is it true that |
    thought that | you saying | just asking | or was | kind of | sort of | according to the papers |
    as i said | mark my words | trust me | believe me
"""
_ASIDE_WORDS = """
    lol lmao lmfao rofl haha hahaha hehe xd omg wtf wow bruh bro dude mate folks guys yall kek oof welp
    brb afk gtg ty thx thanks pls plz please cheers np gg wp ikr smh
    btw tbh ngl imo imho iirc afaik fyi tldr istg fr fwiw
    yeah yea yep yup nope nah okay kk hmm hm uh um er ah oh hey hi hello yo anyway anyways tho like
    honestly actually basically literally apparently supposedly allegedly obviously clearly surely probably maybe
    perhaps definitely seriously reportedly
"""
_EDGE_WORDS = """
    no yes ok well so wait right sure true also and but plus then though just still that however because remember edit
    source correction sup man
    don dont
"""
_NEGATED = "didn wasn weren isn aren doesn hasn haven hadn didnt wasnt werent isnt arent doesnt hasnt havent hadnt"
_SUBJECTS = "he she it they there"
_TAGS = frozenset((verb, subject) for verb in _NEGATED.split() for subject in _SUBJECTS.split())
"""Questions for assent, asides at the end: "didn't he?"."""
_EDGES = frozenset((word,) for word in (_EDGE_WORDS + _NEGATED).split())
"""Asides only at the beginning or the end: in between, they have a meaning."""
_ASIDES = frozenset(tuple(phrase.split()) for phrase in _ASIDE_PHRASES.split("|") if phrase.strip()) | frozenset(
    (word,) for word in _ASIDE_WORDS.split()
)
LONGEST_ASIDE = max(map(len, _ASIDES))


def own_words(message: str) -> str:
    """The message with spaces for what isn't its writer's own words, so that offsets stay: quotations, blocks of code,
    links, mentions, emoji, marks of Markdown."""
    return _blanked(_NOT_OWN_WORDS, message)


def all_words(message: str) -> str:
    """The same with what the writer quotes."""
    return _blanked(_NO_WORDS_AT_ALL, message)


def quoted_blocks(message: str) -> list[Span]:
    """The spans of the quotations that are set off by Markdown."""
    return [found.span() for found in _BLOCK.finditer(message)]


def _blanked(pattern: re.Pattern[str], message: str) -> str:
    return pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), message)


def is_aside(words: tuple[str, ...], *, inside: bool = False, at_end: bool = False) -> bool:
    """Whether folded words only hedge or carry on the talk: "pretty sure", "lol"; `inside` a claim or at its edges."""
    return words in _ASIDES or (not inside and words in _EDGES) or (at_end and words in _TAGS)

"""Verbs by which a text tells that somebody speaks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain
from string import ascii_lowercase


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DOUBLED = _words("admit quip refer slam")


def _forms(verb: str) -> tuple[str, str, str]:
    """The third person, the past and the participle of a regular verb."""
    if verb in _DOUBLED:
        return verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing"
    if verb.endswith("e"):
        return verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s"), verb + "ed", verb + "ing"


PLAIN = _words("says said tells told adds added writes wrote asks asked")
"""The verbs that hardly anything but a quotation or report stands with."""

_TELLING = """
    accuse acknowledge add admit advise affirm allege announce answer argue ask assert assure boast caution charge claim
    comment complain concede conclude condemn confess confirm contend counter criticise criticize declare deem
    denounce deny disclose dismiss emphasise emphasize estimate exclaim explain hint insist joke lament maintain mention
    muse note observe pledge predict proclaim promise quip reaffirm reassure recall recount reiterate remark remind
    reply report respond retort reveal shout speculate state stress suggest testify tweet underline underscore
    urge vow warn whisper wonder
"""
_WORDING = """
    apologise apologize applaud blame brand call chide cite commend compare congratulate credit
    decry demand depict describe express hail identify label laud liken mock portray praise quote rebuke refer reject
    ridicule slam summarise summarize thank threaten voice welcome
"""
_TELLING_FORMS = [_forms(verb) for verb in _TELLING.split()]
_WORDING_FORMS = [_forms(verb) for verb in _WORDING.split()]

TELLING = PLAIN | frozenset(chain.from_iterable(forms[:2] for forms in _TELLING_FORMS))
"""Finite forms that tell of speech, in quotation marks or not."""

WORDING = frozenset(chain.from_iterable(forms[:2] for forms in _WORDING_FORMS)) | _words(
    "speaks spoke puts put thinks thought believes believed swears swore"
)
"""Finite forms with which words in quotation marks are the subject's own; without the marks they tell nothing."""

PERSONAL = _words(
    """
    nods nodded smiles smiled laughs laughed sighs sighed shrugs shrugged grins grinned frowns frowned weeps wept
    telephoned phoned resigned described spoke thought swore
    """
)
"""Finite forms, beside those of saying, of what hardly anybody but a person does."""

TELLING_PARTICIPLES = frozenset(forms[2] for forms in _TELLING_FORMS) | _words("saying telling adding writing")
"""What the subject of the clause before says: "he came to Baghdad, saying that ..."."""

WORDING_PARTICIPLES = frozenset(forms[2] for forms in _WORDING_FORMS)
"""The same, where what is said stands in quotation marks: "... , calling it a “first step”"."""

_LETTERS_ONLY = bytes(code if chr(code) in ascii_lowercase else ord(" ") for code in range(256))


def finder(words: Iterable[str]) -> Callable[[str], bool]:
    """A quick look whether one of some words, in small Latin letters, may stand in a text; no is certain."""
    wanted = frozenset(word.encode() for word in words)

    def may_stand(text: str) -> bool:
        return not wanted.isdisjoint(text.lower().encode("ascii", "replace").translate(_LETTERS_ONLY).split())

    return may_stand

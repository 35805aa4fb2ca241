"""The main clause of an English sentence, by its punctuation and the words that open other clauses.

No parser: surface rules, that rather leave something out than take a subordinate clause for the main one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from knowledge.language.speech.verbs import PLAIN, TELLING
from knowledge.models import Span

_PIECE_END = re.compile(r"[,;:()]|\s[-–—]{1,2}\s|—")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OPENING = _words("""
    who whom whose which that where when while because although though if since after before until till unless whereas
    whether than unlike despite following follows follow
""")
_WITH_PARTICIPLE = _words("after before while when since")
"""With "-ing" behind them they tell what the subject of the main clause did."""

_REDUCED = _words("beginning starting ending due scheduled slated")
"""Behind a noun they open a clause without its pronoun: "the talks due on Monday"."""

_NOW = _words("now currently")
_BEING = _words("is are was were be been being")
_EXPECTED = _words("due expected scheduled set likely has have had need needs going")
_ACCUSED = _words("""
    accused guilty charged convicted suspected blamed praised criticised criticized thanked jailed arrested fined
    sentenced
""")
_NUMBERS = _words("a an one two three four five six seven eight nine ten half dozens hundreds thousands")

_SUBJECTS = _words("he she they we it i")
_NO_NOUNS = _words("that and but or so as when if what how than then also because for to of in on yet")
_REPORT_REACH = 3
"""Words between a verb such as "said" and its date: "told reporters in Moscow on Thursday"."""

_SAYING = frozenset(verb for verb in TELLING if verb in PLAIN or not verb.endswith("s"))
"""Without forms that are nouns as well: "comments", "claims", "states"."""

_FINITE = re.compile(
    r"\b(?P<now>has|have|will|would|may|might|can|could|must|should|plans?|wants?|hopes?|seeks?)\b"
    r"|\b(?P<state>is|are|am)\b(?!\s{1,2}[^\W_]{2,20}ing\b)|\b(?P<going>is|are)\b"
    r"|\b(?P<then>was|were|had|did|[^\W_]{2,20}ed|began|came|fell|fought|gave|held|hit|killed|led|left|lost|made|met"
    r"|overran|paid|put|ran|rose|saw|sent|shot|spoke|stood|struck|took|went|won|cut)\b",
    re.IGNORECASE,
)


class Tells(Enum):
    """What a main clause tells: what somebody said, what goes on, how things are, or what happened; UNCLEAR where its
    verb is none of those known, which may be past or present."""

    SPEECH = "speech"
    NEWS = "news"
    STATE = "state"
    PAST = "past"
    UNCLEAR = "unclear"


def unquoted(sentence: str) -> str:
    """The sentence with what stands in quotation marks blanked out, of the same length.

    A mark without its partner quotes all to that end of the sentence: the quotation began or ends in another one.
    """
    parts = []
    outside = 0
    for start, end in _quoted(sentence):
        parts += [sentence[outside:start], " " * (end - max(start, outside))]
        outside = end
    return "".join([*parts, sentence[outside:]])


def _quoted(sentence: str) -> Iterator[Span]:
    open_at: int | None = None
    for match in re.finditer(r'[“”"]', sentence):
        opens = match[0] == "“" or (match[0] == '"' and open_at is None and not _closes(sentence, match.start()))
        if opens:
            open_at = match.start() if open_at is None else open_at
        else:
            yield (0 if open_at is None else open_at), match.end()
            open_at = None
    if open_at is not None:
        yield open_at, len(sentence)


def _closes(sentence: str, at: int) -> bool:
    """Whether a straight mark with none before it closes a quotation: text before it, white space or nothing after."""
    return at > 0 and not sentence[at - 1].isspace() and not sentence[at + 1 : at + 2].isalnum()


def pieces(text: str) -> list[Span]:
    """What stands between commas, brackets and dashes."""
    ends = [match.span() for match in _PIECE_END.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    return list(zip(starts, [*(start for start, _ in ends), len(text)], strict=True))


def opener(text: str, start: int, end: int) -> int | None:
    """The offset of the last word between two offsets that opens a subordinate clause, or None."""
    found = list(_WORD.finditer(text, start, end))
    folded = [match[0].lower() for match in found]
    for number in range(len(found) - 1, -1, -1):
        before = folded[number - 1] if number else ""
        after = folded[number + 1] if number + 1 < len(found) else ""
        if _opens(folded[number], before, after) or _is_contact(found[number - 1][0] if number else "", folded[number]):
            return found[number].start()
    return None


def _opens(word: str, before: str, after: str) -> bool:
    if word == "that":  # "said that" opens what is said
        return before not in _SAYING
    if word == "than":  # but not "more than 400"
        return not (before in {"more", "less", "fewer"} and (not after or after[0].isdigit() or after in _NUMBERS))
    if word in _REDUCED:
        return bool(before) and before not in _BEING
    if word == "to" and after == "be":  # "the accord to be signed on Wednesday"
        return before not in _BEING | _EXPECTED
    if before in _ACCUSED and after.endswith("ing"):  # "guilty of spying in 2012"
        return word in {"of", "for", "with", "to"}
    return word in _OPENING and not (word in _WITH_PARTICIPLE and after.endswith("ing"))


def _is_contact(before: str, word: str) -> bool:
    """Whether a relative clause begins without its pronoun: "comments he made"."""
    return word in _SUBJECTS and before.islower() and before not in _NO_NOUNS and before not in _SAYING


def is_main(text: str, at: int) -> bool:
    """Whether an offset of an unquoted sentence lies in its main clause."""
    spans = pieces(text)
    number = next(number for number, (_, end) in enumerate(spans) if at <= end)
    start = spans[number][0]
    opened = opener(text, start, at)
    said = _last_report(text, start, at)
    if opened is not None:
        relative = number > 0 and not text[start:opened].strip()  # ", whose death was reported on Monday,"
        return said is not None and not relative and _words_between(text, opened, said) > 1
    if said is not None:
        return True
    return not (number > 1 and _goes_on(text, spans[number - 1], spans[number]))


def is_end(text: str, at: int) -> bool:
    """Whether an offset of an unquoted sentence lies in words that tell till when, and not in a clause of their own:
    "until its defeat in 2019"."""
    clause = clause_before(text, at)
    return clause.startswith(("until ", "till ")) and not _FINITE.search(clause)


def clause_before(text: str, at: int) -> str:
    """The words of an unquoted sentence up to an offset, from where their clause begins."""
    start = next(start for start, end in pieces(text) if at <= end)
    opened = opener(text, start, at)
    return text[start if opened is None else opened : at]


def begins_with(text: str, at: int) -> bool:
    """Whether an unquoted sentence tells of the past, and an offset lies before its verb, which is no passive."""
    finite = _FINITE.search(text)
    return bool(finite and finite["then"] and finite["then"].lower() not in _BEING and at < finite.start())


def is_so_now(sentence: str) -> bool:
    """Whether the main clause of a sentence says that something is so by now."""
    return any(word[0].lower() in _NOW for part in main_pieces(unquoted(sentence)) for word in _WORD.finditer(part))


def _last_report(text: str, start: int, end: int) -> int | None:
    """The offset of a verb of speech that stands right before an offset."""
    found = list(_WORD.finditer(text, start, end))[-1 - _REPORT_REACH :]
    return next((match.start() for match in reversed(found) if match[0] in _SAYING), None)


def _words_between(text: str, start: int, end: int) -> int:
    return sum(1 for _ in _WORD.finditer(text, start, end))


def _goes_on(text: str, before: Span, piece: Span) -> bool:
    """Whether a list goes on in the piece after a clause that was opened: ", who went to Syria, Iran and Turkey"."""
    first = _WORD.search(text, *piece)
    opened = opener(text, *before) is not None
    return opened and first is not None and (first[0][0].isupper() or first[0] in {"and", "or", "the", "a", "an"})


def main_pieces(text: str) -> list[str]:
    """The parts of an unquoted sentence that are the main clause."""
    kept = []
    for start, end in pieces(text):
        opened = opener(text, start, end)
        part = text[start : end if opened is None else opened]
        if part.strip():
            kept.append(part)
    return kept


def told_by(sentence: str) -> Tells:
    """What the main clause of a sentence tells."""
    parts = main_pieces(unquoted(sentence))
    if any(match[0] in _SAYING for part in parts for match in _WORD.finditer(part)):
        return Tells.SPEECH
    finite = next((match for part in parts if (match := _FINITE.search(part))), None)
    if finite is None:
        return Tells.UNCLEAR
    if finite["then"]:
        return Tells.PAST
    return Tells.STATE if finite["state"] else Tells.NEWS

"""The sayings in one sentence: verbs of saying, each with its subject."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple, Protocol

from knowledge.language.people.persons import Mention, Person
from knowledge.language.people.titles import is_calling
from knowledge.language.speech.subjects import PREPOSITIONS, begins_sentence, may_be_subject, owns
from knowledge.language.speech.verbs import PLAIN, TELLING, TELLING_PARTICIPLES, WORDING, WORDING_PARTICIPLES, finder


class Saying(NamedTuple):
    """That somebody says something: where in the sentence, subject and verb, and who, None where that isn't known.

    `is_telling`: the verb tells of speech by itself, with or without quotation marks.
    """

    start: int
    end: int
    speaker: Person | None
    is_telling: bool


class Known(Protocol):
    """What the article told before the sentence."""

    def last(self, pronoun: str) -> Person | None:
        """The person last spoken of who may be called so; None too where the last was somebody without a name."""

    def replier(self, pronoun: str) -> Person | None:
        """The same of one who replies, and so isn't the one who asked in the sentence before."""

    def with_title(self, noun: str, modifiers: Sequence[str]) -> Person | None:
        """The one person who has a title of these words."""


_DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_ADVERB = (
    rf"(?:has|had|have|is|was|also|later|then|once|now|often|still|already|just|never|again|further|himself"
    rf"|herself|[a-z]{{2,20}}ly|yesterday|today|last \w{{2,9}}|(?:on )?{_DAY}|in \d{{4}}|for (?:his|her) part|who"
    r"|in an? [a-z ]{3,30})"
)
_GAP = re.compile(
    r"(?:\s(?:from|of|at)\s[^,;:~“”\"()]{1,60}?)?(?:\s\([^()]{1,60}\))?(?:,[^;:~“”\"]{1,160}?,)?"
    rf"(?:,?\s{_ADVERB}\b){{0,5}},?\s",
    re.IGNORECASE,
)
"""What may stand between a subject and its verb."""

_PRONOUN = re.compile(r"\b(s?he)\b", re.IGNORECASE)
_ROLE = re.compile(
    r"(\b(?:the|his|her|its|their)|[’']s)\s((?:[^\W\d_][\w’'-]*\s){0,4}?)([^\W\d_][\w-]*)\Z", re.IGNORECASE
)
_NOBODY = re.compile(r"\b(?:an?|another|one|some)\s(?:[\w’'-]+\s){0,5}?([\w-]+)\Z", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s(?:[a-z]{2,20}ly\s)?\Z")
_QUOTED_AS = re.compile(
    r"\s(?:is|was|has been|were)\s(?:\w+ly\s)?(?:quoted|cited|reported|heard)\s(?:by\s[^,;]{1,40}\s)?as\s\Z"
)
_TELLS_OF = re.compile(r"\b(?:quot|cit|accus)(?:e|es|ed|ing)\s(?:(?:the|former|his|her)\s){0,2}\Z")
_AND = re.compile(r"\b(?:and|but|then)\s(?:(?:also|later|then|has|had|[a-z]{2,20}ly)\s){0,2}\Z")
_CLEAR = re.compile(r"\s(?:it\s)?clear\b")
_ENDS_THERE = re.compile(
    r"\s*(?:[.,;!?“”\"’'«»–—~-]|\Z|[A-Z][a-z]+day\b"
    r"|(?:on|in|at|to|of|during|after|before|when|as|from|last|today|yesterday)\b)"
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_STARTS_WITH_PRONOUN = re.compile(
    r"\W*(?:(?:but|and|so|yet|then|also|later|however|meanwhile|still|instead),?\s|[^,~]{3,60},\s)?(s?he)\b",
    re.IGNORECASE,
)
_REPLIES = re.compile(r"\s(?:[a-z]{2,20}ly\s)?(?:repli|respond|answer|retort)(?:es|s|ed)\b")
_MAKES = frozenset({"made", "makes"})
_QUOTED_ENDS = (",", "”", '"', "’", "'", "»", "“", "~", "—", "–", "-")
_BREAK = re.compile(r"[~“”\"«»,;:]")
_SCRIPT = re.compile(r":\s?[“\"«„‘']")
_BY = re.compile(r"\b(?:by|while|and|also|when|in)\s\Z")
_IS = re.compile(r"\b(?:is|was|were|are)\s(?:\w{2,12}\s)?\Z")
_PRONOUN_AFTER = re.compile(r"\s(s?he)\b", re.IGNORECASE)
_GAP_AFTER = re.compile(r"\s(?:[^\W\d_][\w.’'-]*\s){0,6}")
_OWNED_TITLE = re.compile(r"[’']s?\s(?:[a-z-]{2,20}\s){0,3}(?:[a-z-]{2,20},\s)?")
_PRONOUN_REACH = 80
_REACH = 260
"""Characters within which a verb's subject is looked for."""

_FINITE = TELLING | WORDING
_PARTICIPLES = TELLING_PARTICIPLES | WORDING_PARTICIPLES
_VERBS = _FINITE | _MAKES | _PARTICIPLES | {"according"}
_MAY_STAND = finder(_VERBS)


class Clause:
    """One sentence: its text with what is quoted masked, and the people named outside of that.

    `subject` is the person that it begins with; `is_of_somebody` says, once the sayings were read, that it has a
    person for a subject, though perhaps one without a name; `source` is the person after "according to", if any, who
    is then the last one spoken of.
    """

    def __init__(self, text: str, mentions: Sequence[Mention], known: Known) -> None:
        self._text = text
        self._mentions = mentions
        self._known = known
        self.is_of_somebody = False
        self.source: Person | None = None
        self._subject_start = len(text)
        self.subject = self._find_subject()

    def _find_subject(self) -> Person | None:
        """The person that the sentence begins with, after words like "but" or "in April"."""
        match = _STARTS_WITH_PRONOUN.match(self._text)
        if match and not any(mention.end < match.start(1) for mention in self._mentions[:1]):
            self._subject_start = match.start(1)
            is_reply = _REPLIES.match(self._text, match.end())
            return (self._known.replier if is_reply else self._known.last)(match[1].lower())
        for mention in self._mentions[:2]:
            if begins_sentence(self._text, mention) and may_be_subject(self._text, mention):
                self._subject_start = mention.phrase
                return mention.person
        return None

    def sayings(self) -> Iterator[Saying]:
        """All sayings of the sentence."""
        last: Person | None = None
        for word in _WORD.finditer(self._text) if _MAY_STAND(self._text) else ():
            verb = word[0].lower()
            if verb not in _VERBS:
                continue
            said: Saying | None = None
            if verb in _FINITE or (verb in _MAKES and _CLEAR.match(self._text, word.end())):
                said = self._finite(verb, word.start(), word.end(), last or self.subject)
            elif verb in _PARTICIPLES:
                said = self._participle(verb, word.start(), word.end(), last or self.subject)
            elif verb == "according" and self._text.startswith(" to ", word.end()):
                said = self._after(word.start(), word.end() + 3) or Saying(word.start(), word.end(), None, False)
                if said.speaker and said.start > self._subject_start:
                    self.source = said.speaker
            if said:
                last = said.speaker or last
                yield said
        for mention in self._mentions[:1]:
            if not self._text[: mention.phrase].strip() and _SCRIPT.match(self._text, mention.end):
                yield Saying(mention.phrase, mention.end + 1, mention.person, True)

    def _finite(self, verb: str, start: int, end: int, subject: Person | None) -> Saying | None:
        left = self._text[max(0, start - _REACH) : start]
        if _PASSIVE.search(left):
            return None
        is_telling = verb in TELLING or verb in _MAKES
        if (before := self._before(start, end)) is not None:
            return Saying(before[0], end, before[1], is_telling)
        if left.rstrip().endswith(_QUOTED_ENDS) and (after := self._after(start, end)):
            return after
        if _AND.search(left):
            return Saying(start, end, subject, is_telling)
        return self._by_role(left, start, end, is_telling) or self._by_others(left, verb, start, end)

    def _by_role(self, left: str, start: int, end: int, is_telling: bool) -> Saying | None:
        role = _ROLE.search(left.rstrip())
        if not role or not is_calling(role[3].lower()):
            return None
        self.is_of_somebody = True
        modifiers = role[2].lower().replace("’", "'").rpartition("'s ")[2].split()
        person = self._known.with_title(role[3].lower(), modifiers)
        return Saying(start - len(left) + role.start(1), end, person, is_telling)

    def _by_others(self, left: str, verb: str, start: int, end: int) -> Saying | None:
        """What somebody without a name says, or a body: known, so that it isn't taken for what another says."""
        if verb not in PLAIN:
            is_verb = verb in WORDING and not verb.endswith("s")  # "calls" and "welcomes" may be nouns
            return Saying(start, end, None, False) if is_verb else None
        nobody = _NOBODY.search(left.rstrip())
        self.is_of_somebody = self.is_of_somebody or bool(nobody and is_calling(nobody[1].lower()))
        return Saying(start - len(left) + _clause_start(left), end, None, False)

    def _participle(self, verb: str, start: int, end: int, subject: Person | None) -> Saying | None:
        left = self._text[max(0, start - _REACH) : start]
        is_telling = verb in TELLING_PARTICIPLES
        if quoted := _QUOTED_AS.search(left):
            before = self._before(start - len(left) + quoted.start() + 1, end)
            return Saying(before[0] if before else start, end, before[1] if before else None, is_telling)
        if (other := self._told_of(start)) is not None:
            return Saying(other.phrase, end, other.person, is_telling)
        if left.rstrip().endswith(_QUOTED_ENDS) or _BY.search(left):
            return Saying(start, end, subject, is_telling)
        before = self._before(start, end) if _IS.search(left) else None
        return Saying(before[0], end, before[1], is_telling) if before else None

    def _told_of(self, start: int) -> Mention | None:
        """Whose words another tells of: "Lavrov quoted Maliki as saying", "accused Maliki of calling"."""
        number = bisect_right(self._mentions, start, key=attrgetter("end"))
        mention = self._mentions[number - 1] if number else None
        if mention and self._text[mention.end : start] in {" as ", " of "}:
            return mention if _TELLS_OF.search(self._text, max(0, mention.phrase - 30), mention.phrase) else None
        return None

    def _before(self, start: int, end: int) -> tuple[int, Person | None] | None:
        """Where the subject of a verb begins that stands before it, and who it is."""
        found: tuple[int, Person | None] | None = None
        number = bisect_right(self._mentions, start, key=attrgetter("end"))
        for mention in self._mentions[max(0, number - 2) : number][::-1]:
            is_near = start - mention.end < _REACH and _GAP.fullmatch(self._text, mention.end, start)
            if is_near and may_be_subject(self._text, mention):
                found = mention.phrase, mention.person
                break
        for match in _PRONOUN.finditer(self._text, max(0, start - _PRONOUN_REACH, found[0] if found else 0), start):
            if _GAP.fullmatch(self._text, match.end(), start):
                found = match.start(), self._antecedent(match[1].lower(), match.start(), end)
        return found

    def _antecedent(self, pronoun: str, start: int, end: int) -> Person | None:
        if start == self._subject_start:
            return self.subject
        is_aside = self._text[:start].rstrip().endswith(_QUOTED_ENDS) and _ENDS_THERE.match(self._text, end)
        if is_aside:
            return self._known.last(pronoun)
        if self.subject and self._subject_start < start and self.subject.pronoun in {"", pronoun}:
            return self.subject
        first = self._mentions[0] if self._mentions else None
        if first and not self._text[: first.phrase].strip():
            return first.person  # "Lavrov's statement echoed comments he made"
        return self._known.last(pronoun)

    def _after(self, start: int, end: int) -> Saying | None:
        """The subject that follows: "said Yunus Qanooni", "according to Ms Richards"."""
        if pronoun := _PRONOUN_AFTER.match(self._text, end):
            return Saying(start, pronoun.end(), self._known.last(pronoun[1].lower()), True)
        number = bisect_left(self._mentions, end, key=attrgetter("phrase"))
        mention = self._mentions[number] if number < len(self._mentions) else None
        if mention and number + 1 < len(self._mentions):
            following = self._mentions[number + 1]
            if _OWNED_TITLE.fullmatch(self._text, mention.end, following.phrase):
                return Saying(start, following.end, following.person, True)
        if mention and (gap := _GAP_AFTER.fullmatch(self._text, end, mention.phrase)):
            is_subject = PREPOSITIONS.isdisjoint(gap[0].split()) and not owns(self._text, mention)
            return Saying(start, mention.end, mention.person if is_subject else None, True)
        return None


def _clause_start(left: str) -> int:
    """Where the last clause of what stands before a verb begins."""
    return max((match.end() for match in _BREAK.finditer(left)), default=0)

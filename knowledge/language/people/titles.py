"""Words that tell people from other names: titles and callings, and what no person is called."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from knowledge.language.terms import STOP_WORDS


def _words(*texts: str) -> frozenset[str]:
    return frozenset(" ".join(texts).split())


_HONORIFICS = _words("mr mrs ms miss mx messrs mister madam sir dame")
_RANKS = _words(
    """
    dr prof professor lord lady baron baroness rev reverend father pope bishop archbishop cardinal rabbi imam sheikh
    shaikh ayatollah mullah cleric priest king queen prince princess emperor sultan emir duke duchess president
    premier chancellor minister secretary treasurer governor mayor senator sen representative rep congressman
    congresswoman mp mep councillor councilman councilwoman lawmaker ambassador envoy consul diplomat commissioner
    speaker judge justice magistrate attorney prosecutor ombudsman sheriff marshal inspector superintendent
    constable detective sergeant sgt captain capt colonel col major maj general gen lieutenant lt brigadier admiral
    adm commander cmdr corporal commodore officer chief chairman chairwoman chairperson director manager leader head
    boss spokesman spokeswoman spokesperson coach administrator president-elect
    """
)
_RELATIONS = _words(
    "wife husband widow widower mother father son daughter brother sister uncle aunt cousin nephew niece"
)
_TRADES = _words(
    """
    counterpart successor predecessor deputy aide adviser advisor negotiator candidate legislator official executive
    founder owner delegate editor author writer poet novelist actor actress singer composer musician guitarist
    drummer player striker goalkeeper midfielder defender captain skipper batsman bowler champion teammate driver
    jockey lawyer solicitor barrister analyst scientist researcher historian reporter correspondent broadcaster
    presenter doctor surgeon campaigner organiser organizer farmer teacher student resident witness survivor victim
    veteran pilot astronaut cosmonaut designer architect producer partner host warlord militant fugitive suspect
    bomber defendant treasurer colleague rival billionaire millionaire politician physician premier source businessman
    businessmen businesswoman policeman
    """
)
_TITLES = _HONORIFICS | _RANKS | _RELATIONS | _TRADES
_BY_ONE_NAME = _HONORIFICS | _RANKS | _RELATIONS
_CALLING_ENDINGS = ("man", "woman", "person", "ist")
_NOT_CALLINGS = _words("human woman german roman ottoman list exist persist consist resist assist")
_GROUPS = _words(
    """
    members fighters militants forces troops officials supporters soldiers rebels militia group party movement
    company airline firm newspaper leadership brigade brigades alliance
    """
)

OFFICES = _words("State Defence Defense Interior Justice Treasury Foreign Finance Health Education Staff Police Army")
"""What stands within a title: "Secretary of State", "Minister of Foreign Affairs"."""

_CALENDAR = _words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december
    """
)
_BEGINNERS = _words(
    """
    i he she it we you they me him us them my his her its our your their mine this that these those there here a an
    the and or but nor so yet for if then than though although while whereas because since until unless once when
    whenever where wherever who whom whose which what why how whether as at by in on of off to up out over under
    after before during about against among amid between beyond despite down from inside into near onto outside per
    through throughout toward towards upon via with within without not no yes never only just even still also too
    again however moreover meanwhile instead indeed perhaps maybe later earlier soon now today yesterday tomorrow
    tonight last next first second third one two three four five six seven eight nine ten many most much more some
    several few all both each every any another other others such like unlike following according speaking asked
    addressing given well let may might can could will would shall should must do does did is are was were be been
    being has have had having says said told adding former ex late then-president sources critics officials either
    neither nobody everyone
    """
)
NOT_NAMES = _CALENDAR | _BEGINNERS | STOP_WORDS
"""Words that have a capital for another reason than a name of a person."""

_BODIES_AND_PLACES = _words(
    """
    ministry department office agency bureau council committee commission parliament congress senate assembly house
    court party union bank fund force forces army navy corps police service services board authority association
    federation organisation organization league alliance front movement group company corporation corp inc ltd plc
    airlines airways energy industries industry university college school institute academy centre center hospital
    church cathedral mosque museum library theatre hotel street road avenue square lane highway park gardens airport
    station bridge tower river sea ocean lake bay gulf mount mountain mountains valley hills island islands
    peninsula coast heights region province state states republic kingdom emirates county city town village district
    territory zone strip border east west north south cup open championship championships games olympics festival
    awards award prize times post news press herald tribune journal gazette telegraph magazine radio television tv
    network today treaty agreement accord accords plan act bill law laws memorandum charter convention declaration
    pact summit conference week year day eve christmas easter ramadan war conflict operation mission project program
    programme team club government administration opposition coalition cabinet cross nations motors systems
    technologies media online crisis revolution spring bomb missile jet shuttle foundation trust society campaign
    initiative report affairs health airline railways shopping beach creek harbour harbor port point head detention
    communist democrats republicans conservatives greens liberals families workers people students muslims
    christians jews palestinians english french german chinese american british european african asian arab
    islamic muslim christian jewish catholic international electric mills dynamics
    """
)
_BEGINNINGS_OF_PLACES = _words(
    """
    new north south east west northern southern eastern western central upper lower great greater united san santa
    los las saudi sri hong tel islamic arab royal national federal international world supreme european democratic
    general high state liberal labour labor conservative republican
    """
)
_ADHERENTS = _words("republican democrat liberal labor labour conservative independent socialist islamist muslim")
_DEMONYM_ENDINGS = ("ian", "ish", "ese", "ean")
_SHORTEST_DEMONYM = 6
_NO_LAST_NAMES = (NOT_NAMES | _BODIES_AND_PLACES) - {"may"}
_NO_FIRST_NAMES = (_NO_LAST_NAMES | _BEGINNINGS_OF_PLACES) - _words("bill christian park post lane law day")

_HIS = _words("mr mister sir lord king prince emperor sultan father pope baron duke husband son brother uncle")
_HERS = _words(
    "mrs ms miss madam dame lady queen princess baroness duchess actress wife widow mother daughter sister aunt"
)


def is_title(word: str) -> bool:
    """Whether a word with a capital, folded, is a title before a name: "minister", "mr", "lieutenant-general"."""
    return word in _TITLES or ("-" in word and not _RANKS.isdisjoint(word.split("-")))


@lru_cache(maxsize=1 << 13)
def is_calling(word: str) -> bool:
    """Whether a word in small letters says what a person is: a title, a trade, a relation."""
    return is_title(word) or (word.endswith(_CALLING_ENDINGS) and word not in _NOT_CALLINGS)


def is_group(word: str) -> bool:
    """Whether a word that follows a name makes it that of a group: "spokesman", "fighters", "party"."""
    return word in _GROUPS or is_calling(word)


def is_known_by_one_name(word: str) -> bool:
    """Whether a person of that calling may have one name alone: "president Megawati", "her sister Anna"."""
    return word in _BY_ONE_NAME or ("-" in word and is_title(word))


def is_relation(word: str) -> bool:
    """Whether a word says whose relative a person is: "daughter"."""
    return word in _RELATIONS


def is_honorific(title: str) -> bool:
    """Whether a title, as written, tells nothing about the person: "Mr."."""
    return title.lower().rstrip(".") in _HONORIFICS


def may_be_person(words: Sequence[str]) -> bool:
    """Whether nothing in the words, folded, speaks against a person's first and last names."""
    return (
        2 <= len(words) <= 5
        and words[-1] not in _NO_LAST_NAMES
        and _NO_FIRST_NAMES.isdisjoint(words[:-1])
        and not any(map(is_title, words[:-1]))
    )


def is_before_name(word: str) -> bool:
    """Whether a word, folded, may stand right before a full name and is none: "Republican", "Airport", "Australian"."""
    return is_demonym(word) or word in _ADHERENTS or word in _BODIES_AND_PLACES


def is_demonym(word: str) -> bool:
    """Whether a word, folded, is spelt like that of a people: "Australian", "Turkish"."""
    return word.endswith(_DEMONYM_ENDINGS) and len(word) >= _SHORTEST_DEMONYM


def may_be_surname(word: str) -> bool:
    """Whether nothing speaks against a last name after a title."""
    return word not in _NO_LAST_NAMES and not is_title(word)


@lru_cache(maxsize=1 << 12)
def pronoun_of(title: str) -> str:
    """ "he" or "she", where a title as written tells it; else nothing."""
    for word in title.lower().replace(".", "").split():
        if word in _HERS or word.endswith("woman"):
            return "she"
        if word in _HIS or (word.endswith("man") and is_calling(word)):
            return "he"
    return ""

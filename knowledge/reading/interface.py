"""What belongs to a page and not to an article: its buttons, its offers, its policies.

The rules know how pages speak (of accounts and comments, to "you"), not how any one page words it.
"""

from __future__ import annotations

import re

from knowledge.reading.lines import ends_sentence

_OFFERS = (
    r"(?:sign|log)[ -]?(?:in|up|out|on)\b",
    r"(?:un)?subscribe\b",
    r"register (?:now|here|for free|to (?:read|continue|comment))",
    r"follow (?:us\b|@|.{1,50} on (?:x|twitter|facebook|instagram|telegram|youtube|whatsapp|linkedin)\b)",
    r"(?:click|tap) (?:here|on|to)\b",
    r"share (?:this|on|via|your)\b",
    r"download (?:the|our) .{0,20}app\b",
    r"(?:join|support) (?:our|independent|the) (?:journalism|newsroom|community|conversation|discussion)\b",
    r"get (?:our|the latest|notified|breaking)\b.*\b(?:inbox|e-?mail|app|alert|notif)",
    r"enter your\b",
    r"(?:add|leave|post|write) a (?:comment|reply)\b",
    r"(?:accept|enable|turn on|manage) (?:all |your )?(?:cookies|javascript|notifications|preferences)\b",
    r"skip to\b",
    r"back to top\b",
)
_POINTERS = (
    r"(?:also |must )?(?:read|see|watch|listen|related|more|recommended)\s*(?:also|more|next|now)?\s*[:|»]",
    r"(?:read|see|find out|learn|discover) more\b(?! than)",
    r"read (?:next|the full|the original)\b",
    r"(?:also|must)[ -](?:read|watch|see)\b",
)
_OF_ITSELF = (
    r"(?:we|(?:this|our) (?:web)?site) uses? cookies\b",
    r"your (?:e-?mail address|comment|browser|subscription)\b",
    r"by (?:clicking|continuing|subscribing|signing up|using this)\b.*\byou (?:agree|accept|consent)",
    r"this (?:story|article|post|piece|report|feed) (?:was|has been|is|first|originally)\b.{0,30}"
    r"\b(?:first|originally|generated|syndicated|republished|updated|corrected|translated|appeared)\b",
    r"(?:story|article) continues\b",
    r"copyright (?:©|\(c\)|\d{4}|by\b)",
    r"(?:©|\(c\)) ?\d{4}",
)
_BUTTONS = (
    r"(?:most (?:read|popular|viewed)|trending(?: now)?|top stories|latest news|recommended|editors?['’]s? picks?",
    r"related (?:stories|articles|news|topics|coverage|posts)|more (?:stories|articles|news|from .{2,40}|on .{2,40})",
    r"about (?:the author|us)|advertis(?:ement|ing)|sponsored(?: content)?|comments?|loading|print|menu|search|home",
    r"share|e-?mail|facebook|twitter|whatsapp|listen|save|live|contact(?: us)?|privacy policy|cookies?(?: policy)?",
    r"terms of (?:use|service)|\d+ (?:min(?:ute)?s?|hours?|days?) (?:read|ago))\W*\d*\W*$",
)
_OFFER = re.compile(rf"(?:please\s+)?(?:{'|'.join(_OFFERS)})", re.I | re.S)
_FIXED = re.compile("|".join((*_POINTERS, *_OF_ITSELF, *_BUTTONS)), re.I | re.S)
_RIGHTS = re.compile(r"\ball rights reserved\b", re.I)
_STEP = re.compile("[>»›]")
_TRAIL = re.compile(r"[^<>»›]{1,40}(?:\s[>»›]\s[^<>»›]{1,60}){1,8}")
_LONGEST_COMMAND = 300

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
# Its first letter comes first, before what must precede it, since the engine then skips quickly to the next one.
_TO_READER = re.compile(r"[yYpP](?<=\b.)(?i:(?<=y)ou(?:rs?)?|(?<=p)lease)\b")
_OF_PAGE = re.compile(r"\b(?:we|our|us)\b", re.I)
_OF_SITE = re.compile(
    r"\b(?:account|abusive|ad ?block|advertis|articles?|browser|click|comment|consent|content|cookie|device|donat"
    r"|e-?mail|free trial|guideline|inbox|javascript|journalism|log(?:ged|ging)?[ -]?(?:in|on)|member|moderat"
    r"|newsletter|notification|page|password|paywall|platform|post(?:s|ed|ing)?\b|preferences|privacy|profile|reader"
    r"|regist|settings|sign(?:ed|ing)?[ -]?(?:in|up)|stor(?:y|ies)|(?:un)?subscri|terms (?:of|and)|users?"
    r"|(?:web)?site)\w*",
    re.I,
)
_LONGEST_POLICY = 1200
_FEWEST_THINGS = 3
_LARGEST_STEP = 7


def is_interface(text: str) -> bool:
    """What belongs to the page and not to the article."""
    return is_command(text) or is_policy(text)


def is_command(text: str) -> bool:
    """What a page offers, points to or says of itself: "Sign in", "Read more: ...", "Home > World".

    An offer in a whole sentence must also speak to the reader or of a page, unlike "Sign up for the army fell by half."
    """
    if len(text) > _LONGEST_COMMAND:
        return False
    if _FIXED.match(text) or ("ght" in text.lower() and _RIGHTS.search(text)):
        return True
    if ends_sentence(text):
        return bool(_OFFER.match(text)) and bool(
            _TO_READER.search(text) or _OF_PAGE.search(text) or len(_OF_SITE.findall(text)) > 1
        )
    return bool(_OFFER.match(text) or (_STEP.search(text) and _TRAIL.fullmatch(text)))


def is_policy(text: str) -> bool:
    """What a page tells its reader of comments, accounts, cookies and the like.

    Outside quotation marks it speaks to "you" and names at least three things that sites have, and every seventh word
    is of this kind.
    """
    if len(text) > _LONGEST_POLICY or not _TO_READER.search(text):
        return False
    own = _QUOTED.sub(" ", text)
    to_reader = len(_TO_READER.findall(own))
    things = [match.lower()[:5] for match in _OF_SITE.findall(own)] if to_reader else []
    if len(set(things)) < _FEWEST_THINGS:
        return False
    return _LARGEST_STEP * (len(things) + to_reader + len(_OF_PAGE.findall(own))) >= len(own.split())

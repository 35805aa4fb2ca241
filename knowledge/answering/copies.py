"""Whether two articles print the same text, such as an agency's: then they are one source."""

from __future__ import annotations

import re
from functools import lru_cache

from knowledge.language.wording import shared_wording, wording
from knowledge.models import Article
from knowledge.search.index import Hit

_COPIED = 0.9
"""Share of the shorter sentence's wording that stands in the other."""
_MOSTLY = 0.5
"""Share of the shorter sentence's wording, and of the shorter article's, that stands in the other."""
_OPENING = 30_000
"""Characters of an article that are compared."""
_CREDITS = 2_000
"""Characters at the beginning and the end of an article among which the agency is named."""

_AGENCIES = {
    "AP": r"\(AP\)|\bAssociated Press\b|\bAP(?= [—–-] )",
    "Reuters": r"\b(?:Reuters|REUTERS)\b(?!/)",  # "REUTERS/Name" credits a photograph
    "AFP": r"\bAFP\b|\bAgence France-Presse\b",
    "dpa": r"\b(?:dpa|DPA)\b",
    "EFE": r"\bEFE\b",
    "ANSA": r"\bANSA\b",
    "TASS": r"\bTASS\b",
    "Interfax": r"\bInterfax\b",
    "RIA": r"\bRIA Novosti\b",
    "Xinhua": r"\bXinhua\b",
    "Kyodo": r"\bKyodo\b",
    "PTI": r"\bPTI\b|\bPress Trust of India\b",
    "IANS": r"\bIANS\b",
    "UPI": r"\bUPI\b|\bUnited Press International\b",
    "PA": r"\bPA Media\b|\bPress Association\b",
    "Anadolu": r"\bAnadolu Agency\b",
    "Bloomberg": r"\bBloomberg\b",
}
_AGENCY = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _AGENCIES.items()))


def is_copy(one: Hit, other: Hit) -> bool:
    """Whether both sentences are of one text: most of their articles is, or they are as good as equal and name one
    agency."""
    shared = shared_wording(one.text, other.text)
    if shared >= _COPIED and agencies(one.article) & agencies(other.article):
        return True
    return shared >= _MOSTLY and _share(one.article, other.article) >= _MOSTLY


@lru_cache(maxsize=1 << 8)
def agencies(article: Article) -> frozenset[str]:
    """The news agencies that an article names as a source: as publisher, in a byline or at its end."""
    parts = f"{article.publisher or ''}\n{article.text[:_CREDITS]}\n{article.text[_CREDITS:][-_CREDITS:]}"
    return frozenset(found.lastgroup for found in _AGENCY.finditer(parts) if found.lastgroup)


def _share(one: Article, other: Article) -> float:
    ours, theirs = _wording(one), _wording(other)
    return len(ours & theirs) / (min(len(ours), len(theirs)) or 1)


@lru_cache(maxsize=1 << 6)
def _wording(article: Article) -> frozenset[int]:
    return wording(article.text[:_OPENING])

"""Sentences that speak of what the sentence before them named."""

from __future__ import annotations

import re

_POINTS_BACK = re.compile(
    r"[\"'“‘«„]?(?:he|she|it|they|his|her|its|their|this|that|these|those|such)\b|[\"“«„]", re.IGNORECASE
)


def leans_back(sentence: str) -> bool:
    """Whether a sentence begins with a pronoun, or with a quotation, whose speaker was named before it."""
    return _POINTS_BACK.match(sentence) is not None

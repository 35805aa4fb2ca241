"""The formulas of the ranking and their factors. docs/retrieval.md tells what each part adds.

A factor of 1, or a credit, share or bonus of 0, takes its part out.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from knowledge.language.expectations import Holds
from knowledge.language.lexicon import relatives

TABLE = 1 << 16
"""Numbers that are told apart: sentences of more terms, and positions and counts in an article beyond, are as that."""
PIVOT_LENGTH = 16.0
"""Terms of a sentence of usual length. A constant, not the average of the coverage, so that a weight never depends on
other articles and a segment never goes stale."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What counts how much. Those down to `title_credit` bound what is in the segments: another value needs another
    index."""

    saturation: float = 0.4
    """BM25's k1: how much a term repeated in a sentence adds."""
    length_share: float = 0.45
    """BM25's b: how much a long sentence's weights are lowered."""
    neighbour_credits: Mapping[int, float] = field(default_factory=lambda: {-1: 0.45, 1: 0.2, -2: 0.3, 2: 0.15})
    """Least weight of a term in a sentence when the one so many places before (below 0) or after it holds the term."""
    leaning_credits: Mapping[int, float] = field(default_factory=lambda: {-1: 0.7, -2: 0.4})
    """The same for a sentence that begins by pointing back, as in "It was reopened in 1991"."""
    lead_credit: float = 0.4
    """Least weight of a term in a sentence when the first sentence of the article holds it."""
    title_credit: float = 0.8
    """Least weight of a term in a sentence when the article's title, or the month and year of its date, holds it."""
    article_saturation: float = 0.8
    """BM25's k1 for an article as a whole: how much a term repeated in it adds."""
    opening_bonus: float = 0.1
    """What the first sentence of an article gains; the second gains half of it, the third a third."""

    article_share: float = 0.2
    """What the score of an article adds to that of its sentences."""
    number_factor: float = 1.4
    date_factor: float = 1.4
    place_factor: float = 1.25
    person_factor: float = 1.2
    money_factor: float = 1.15
    share_factor: float = 1.15
    duration_factor: float = 1.35
    age_factor: float = 1.35
    time_factor: float = 1.8
    reason_factor: float = 1.35
    """For a sentence that holds what the question asks for."""
    counted_factor: float = 1.35
    """For a sentence with a number of the very thing that the question counts."""
    same_form_bonus: float = 0.15
    """What a sentence gains that holds all of the question's words in the form in which they were asked."""
    derived_factor: float = 0.7
    """For a word derived from the one that is asked for, or the other way round: "Russian" for "Russia"."""
    synonym_factor: float = 1.1
    """For a synonym, times the share of the word's uses in which it is one, half at the most."""
    other_name_factor: float = 0.9
    """For another name, or spelling of a name: "Daesh" for "ISIS"."""
    stand_in_factor: float = 0.5
    """For a name that stands for it at times: "Moscow" for "Russia"."""
    weak_factor: float = 0.6
    """For a word that a question has for its form, such as "kind" or "called"."""
    chat_factor: float = 0.3
    """For a word that people wrap a question in when they chat, such as "hey" or "wondering"."""

    def expectation(self, thing: Holds) -> float:
        """The factor for a sentence that holds the one thing."""
        return float(getattr(self, f"{(thing.name or '').lower()}_factor"))

    def related(self, term: str) -> Mapping[str, float]:
        """The relatives of a term, each with the factor by which it counts less than the term itself."""
        found = relatives(term)
        factors = {synonym: min(self.synonym_factor * share, 0.5) for synonym, share in found.synonyms}
        return {**factors, **dict.fromkeys(found.derived, self.derived_factor)}

    def in_sentences(self, counts: NDArray[np.float32], lengths: NDArray[np.float32]) -> NDArray[np.float32]:
        """BM25's weight of terms that stand `counts` times in sentences of `lengths` terms, both of shape (n,)."""
        return (counts * (self.saturation + 1) / (counts + self.norms(lengths))).astype(np.float32)

    def norms(self, lengths: NDArray[np.float32]) -> NDArray[np.float32]:
        """What the length of sentences takes from the weight of their terms, both of shape (n,)."""
        norms = self.saturation * (1 - self.length_share + self.length_share * lengths / PIVOT_LENGTH)
        return norms.astype(np.float32)

    def in_articles(self, counts: NDArray[np.float32]) -> NDArray[np.float32]:
        """BM25's weight, without its length, of terms that stand `counts` times in an article, of shape (n,)."""
        counts = counts.clip(max=TABLE - 1)
        return (counts * (self.article_saturation + 1) / (counts + self.article_saturation)).astype(np.float32)

    def priors(self, places: NDArray[np.integer]) -> NDArray[np.float32]:
        """What sentences are worth before anything is asked, by their places in the article, both (sentences,)."""
        places = places.clip(max=TABLE - 1)
        return (1 + self.opening_bonus / (1 + places.astype(np.float64))).astype(np.float32)

    @property
    def highest_credit(self) -> float:
        """The most that a term weighs in a sentence for another one."""
        return max(self.lead_credit, *self.neighbour_credits.values(), *self.leaning_credits.values(), 0)

    @property
    def highest(self) -> float:
        """The most that a term weighs in a sentence."""
        return max(1 + self.saturation, self.highest_credit, self.title_credit)


DEFAULT = Weights()


def inverse_document_frequency(sentences: int, holding: int) -> float:
    """ln(1 + (N - df + 0.5) / (df + 0.5)): rare terms count more (Robertson and Zaragoza, 2009, as in Lucene)."""
    return math.log(1 + (sentences - holding + 0.5) / (holding + 0.5))

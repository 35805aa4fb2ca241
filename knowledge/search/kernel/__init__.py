"""The compiled part of the search: `kernel.c`, compiled when the project is installed, and loaded by ctypes.

`scoring.py` gives the same answers where there is none, as where no C compiler was found.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from ctypes import Structure, addressof, byref, c_float, c_int64, c_void_p, sizeof
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from knowledge.models import Filters
from knowledge.search.entries import steps
from knowledge.search.query import Query, Ranked, WeightedForms
from knowledge.search.weights import TABLE, Weights

if TYPE_CHECKING:
    from knowledge.search.segment import Segment

LIBRARY = Path(__file__).with_name("kernel.so")

_FOUND = np.dtype([("score", "f8"), ("key", "u8"), ("position", "i8"), ("segment", "i8"), ("sentence", "i8")])
_NARROW = ("entry_article", "entry_count", "posting_place", "sentence_position")
"""Arrays whose numbers have as many bytes as they need."""
_ARRAYS = (
    *("terms", "term_bounds", "term_sentences", "entry_bounds", "entry_article", "entry_count", "entry_best"),
    *("entry_offset", "posting_place", "article_sentence", "article_key", "sentence_length", "sentence_leans"),
    *("sentence_position", "sentence_holds"),
)
_SIZES = ("sentence_holds", "article_key", "term_sentences", "entry_best", "posting_place")
"""Arrays of one number for each sentence, article, term, entry and posting."""


class _Segment(Structure):
    _fields_ = [
        *((f"{name}_size", c_int64) for name in _SIZES),
        *((name, c_void_p) for name in _ARRAYS),
        *((f"{name}_width", c_int64) for name in _NARROW),
    ]


class _Weights(Structure):
    _fields_ = [
        *((name, c_void_p) for name in ("steps", "norms", "wholes", "priors")),
        *((name, c_void_p) for name in ("distances", "credits", "leaning_credits")),
        ("neighbours", c_int64),
        *((name, c_float) for name in ("saturated", "lead", "title", "share", "opening", "unused")),
    ]


class _Query(Structure):
    _fields_ = [
        *((name, c_void_p) for name in ("term_bytes", "term_bounds", "form_bounds", "group_bounds", "worths")),
        ("groups", c_int64),
        *((name, c_void_p) for name in ("asked", "factors")),
        ("things", c_int64),
        ("limit", c_int64),
    ]


class Kernel:
    """Searches segments. Queries may be asked from several threads at once; the GIL is given up meanwhile."""

    def __init__(self, segments: Sequence[Segment], weights: Weights, compiled: ctypes.CDLL) -> None:
        self._library = compiled
        self._segments = segments
        self._factors = weights
        self._weights, self._tables = _weights_of(weights)
        self._structures = [_segment_of(segment) for segment in segments]
        self._pointers = (c_void_p * len(segments))(*map(addressof, self._structures))
        self._open = (c_void_p * len(segments))()
        self._may_all_be_found = all(segment.is_whole for segment in segments)

    def search(self, weighted: WeightedForms, query: Query, limit: int) -> list[Ranked]:
        """The best sentences, best first. Raises MemoryError."""
        structure, kept = self._query_of(weighted, query, limit)
        allowed = self._allowed(query.filters)
        pointers = (c_void_p * len(allowed))(*(array.ctypes.data for array in allowed)) if allowed else self._open
        found = np.empty(limit, _FOUND)
        count = self._library.search(
            self._pointers, pointers, len(self._segments), byref(self._weights), byref(structure), found.ctypes.data
        )
        del kept  # what the structure points to
        if count < 0:
            raise MemoryError
        return sorted((-score, *place) for score, *place in found[:count].tolist())

    def holding(self, term: str) -> int:
        """The number of sentences that hold a term, those that count no more included."""
        wanted = term.encode()
        return int(self._library.holding(self._pointers, len(self._segments), wanted, len(wanted)))

    def _allowed(self, filters: Filters | None) -> list[NDArray[np.bool_]]:
        """For each segment which articles may be found; nothing where all may."""
        if filters is None and self._may_all_be_found:
            return []
        return [segment.allowed_articles(filters or Filters()) for segment in self._segments]

    def _query_of(self, weighted: WeightedForms, query: Query, limit: int) -> tuple[_Query, Any]:
        """The query as the library reads it, and what must be kept as long as that is used."""
        phrases = [phrase for _, forms in weighted for phrase in forms]
        terms = [term.encode() for phrase in phrases for term in phrase]
        worths = [worth * factor for factor, forms in weighted for worth in forms.values()]
        content = b"".join(terms)
        things = list(query.asked_for)
        kept = (
            np.frombuffer(content or b" ", np.uint8),
            _bounds(map(len, terms)),
            _bounds(map(len, phrases)),
            _bounds(len(forms) for _, forms in weighted),
            np.array(worths, np.float32),
            np.array(things, np.uint16),
            np.array([self._factors.expectation(thing) for thing in things], np.float32),
        )
        *of_terms, asked, factors = (array.ctypes.data for array in kept)
        return _Query(*of_terms, len(weighted), asked, factors, len(things), limit), kept


@cache
def library() -> ctypes.CDLL | None:
    """The compiled library, or None where there is none that fits."""
    try:
        found = ctypes.CDLL(str(LIBRARY))
        for function in (found.search, found.holding, found.layout):
            function.restype = c_int64
        found.search.argtypes = [c_void_p, c_void_p, c_int64, c_void_p, c_void_p, c_void_p]
        found.holding.argtypes = [c_void_p, c_int64, ctypes.c_char_p, c_int64]
        sizes = [c_int64(sizeof(structure)) for structure in (_Segment, _Weights, _Query)]
        return found if found.layout(*sizes) else None
    except (OSError, AttributeError):
        return None


def _bounds(lengths: Iterable[int]) -> NDArray[np.int64]:
    return np.array([0, *accumulate(lengths)], np.int64)


def _segment_of(segment: Segment) -> _Segment:
    arrays = segment.arrays
    return _Segment(
        *(len(arrays[name]) for name in _SIZES),
        *(arrays[name].ctypes.data for name in _ARRAYS),
        *(arrays[name].itemsize for name in _NARROW),
    )


def _weights_of(weights: Weights) -> tuple[_Weights, Any]:
    """The weights as the library reads them, and what must be kept as long as those are used."""
    every = np.arange(TABLE)
    near = weights.neighbour_credits
    tables = (
        steps(weights),
        weights.norms(every.astype(np.float32)),
        weights.in_articles(every.astype(np.float32)),
        weights.priors(every),
        np.array(list(near), np.int64),
        np.array(list(near.values()), np.float32),
        np.array([weights.leaning_credits.get(distance, credit) for distance, credit in near.items()], np.float32),
    )
    singles = (weights.lead_credit, weights.title_credit, weights.article_share, weights.opening_bonus, 0)
    pointers = (table.ctypes.data for table in tables)
    return _Weights(*pointers, len(near), weights.saturation + 1, *singles), tables

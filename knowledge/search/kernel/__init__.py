"""The compiled part of the search: the C files here, compiled when the project is installed, and loaded by ctypes.

`exhaustive.py` gives the same answers where there is none, as where no C compiler was found.
"""

from __future__ import annotations

import ctypes
from array import array
from collections.abc import Iterable, Sequence
from ctypes import Structure, addressof, byref, c_char_p, c_float, c_int64, c_void_p, create_string_buffer, sizeof
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path
from struct import Struct
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from knowledge.models import Filters
from knowledge.search.entries import steps
from knowledge.search.query import Query, Ranked, WeightedForms
from knowledge.search.weights import TABLE, Weights

if TYPE_CHECKING:
    from knowledge.search.segment import Segment

_KEPT = 4096
"""Terms of which it is kept where they are."""
LIBRARY = Path(__file__).with_name("kernel.so")

_HIT = Struct("dQqqq")
_NARROW = ("entry_article", "entry_count", "posting_place", "sentence_position")
"""Arrays whose numbers have as many bytes as they need."""
_ARRAYS = (
    *("terms", "term_bounds", "term_sentences", "entry_bounds", "entry_article", "entry_count", "entry_best"),
    "entry_parts",
    *(
        "entry_offset",
        "posting_place",
        "article_sentence",
        "article_key",
        "article_holds",
        "sentence_length",
        "sentence_leans",
    ),
    *("sentence_position", "sentence_holds"),
)
_SIZES = ("sentence_holds", "article_key", "term_sentences", "entry_best", "posting_place", "terms")
"""Arrays of one number for each sentence, article, term, entry, posting, and byte of a term."""


class _Segment(Structure):
    _fields_ = [
        *((f"{name}_size", c_int64) for name in _SIZES),
        *((name, c_void_p) for name in _ARRAYS),
        *((f"{name}_width", c_int64) for name in _NARROW),
        ("longest", c_int64),
    ]


class _Weights(Structure):
    _fields_ = [
        *((name, c_void_p) for name in ("steps", "norms", "wholes", "priors")),
        *((name, c_void_p) for name in ("distances", "credits", "leaning_credits")),
        ("neighbours", c_int64),
        *((name, c_float) for name in ("saturated", "lead", "title", "share", "opening", "highest")),
    ]


class _Query(Structure):
    _fields_ = [
        *((name, c_char_p) for name in ("numbers", "form_bounds", "group_bounds", "worths")),
        ("groups", c_int64),
        *((name, c_char_p) for name in ("asked", "factors")),
        ("things", c_int64),
        ("limit", c_int64),
    ]


class Kernel:
    """Searches segments. Queries may be asked from several threads at once; the GIL is given up meanwhile."""

    def __init__(self, segments: Sequence[Segment], weights: Weights, compiled: ctypes.CDLL) -> None:
        self._library = compiled
        self._segments = segments
        self._places = lru_cache(maxsize=_KEPT)(self._look_up)
        self._factors = weights
        self._weights, self._tables = _weights_of(weights)
        self._structures = [_segment_of(segment) for segment in segments]
        self._pointers = (c_void_p * len(segments))(*map(addressof, self._structures))
        self._open = (c_void_p * len(segments))()
        self._may_all_be_found = all(segment.is_whole for segment in segments)

    def search(self, weighted: WeightedForms, query: Query, limit: int) -> list[Ranked]:
        """The best sentences, best first. Raises MemoryError."""
        structure = self._query_of(weighted, query, limit)
        allowed = self._allowed(query.filters)
        pointers = (c_void_p * len(allowed))(*(passing.ctypes.data for passing in allowed)) if allowed else self._open
        found = create_string_buffer(_HIT.size * limit)
        count = self._library.search(
            self._pointers, pointers, len(self._segments), byref(self._weights), byref(structure), found
        )
        if count < 0:
            raise MemoryError
        hits = _HIT.iter_unpack(memoryview(found)[: _HIT.size * count])
        return sorted((-score, *place) for score, *place in hits)

    def holding(self, term: str) -> int:
        """The number of sentences that hold a term, those that count no more included."""
        return self._places(term)[0]

    def holders(self, term: str) -> Iterable[int]:
        """The numbers of the segments in which a sentence or a title holds a term, also those that count no more."""
        return [number for number, place in enumerate(array("i", self._places(term)[1])) if place >= 0]

    def _look_up(self, term: str) -> tuple[int, bytes]:
        """How many sentences hold a term, and its number in each segment, -1 where it isn't there, 32 bits each."""
        numbers, wanted = np.empty(len(self._segments), np.int32), term.encode()
        pointer = numbers.ctypes.data
        holding = self._library.look_up(self._pointers, len(self._segments), wanted, len(wanted), pointer)
        return int(holding), numbers.tobytes()

    def _allowed(self, filters: Filters | None) -> list[NDArray[np.bool_]]:
        """For each segment which articles may be found; nothing where all may."""
        if filters is None and self._may_all_be_found:
            return []
        return [segment.allowed_articles(filters or Filters()) for segment in self._segments]

    def _query_of(self, weighted: WeightedForms, query: Query, limit: int) -> _Query:
        """The query as the library reads it."""
        phrases = [phrase for _, forms in weighted for phrase in forms]
        worths = [worth * factor for factor, forms in weighted for worth in forms.values()]
        things = list(query.asked_for)
        return _Query(
            b"".join([self._places(term)[1] for phrase in phrases for term in phrase]),
            _bounds(map(len, phrases)),
            _bounds(len(forms) for _, forms in weighted),
            array("f", worths).tobytes(),
            len(weighted),
            array("H", things).tobytes(),
            array("f", map(self._factors.expectation, things)).tobytes(),
            len(things),
            limit,
        )


@cache
def library() -> ctypes.CDLL | None:
    """The compiled library, or None where there is none that fits."""
    try:
        found = ctypes.CDLL(str(LIBRARY))
        for function in (found.search, found.look_up, found.layout):
            function.restype = c_int64
        found.search.argtypes = [c_void_p, c_void_p, c_int64, c_void_p, c_void_p, c_void_p]
        found.look_up.argtypes = [c_void_p, c_int64, c_char_p, c_int64, c_void_p]
        sizes = [c_int64(sizeof(structure)) for structure in (_Segment, _Weights, _Query)]
        return found if found.layout(*sizes) else None
    except (OSError, AttributeError):
        return None


def _bounds(lengths: Iterable[int]) -> bytes:
    return array("q", accumulate(lengths, initial=0)).tobytes()


def _longest_article(segment: Segment) -> int:
    """The number of its sentences. Raises ValueError where they aren't those of the segment."""
    lengths = np.diff(segment.first.astype(np.int64))
    if segment.first[0] or segment.first[-1] != len(segment) or lengths.min(initial=0) < 0:
        raise ValueError("sentences without an article")
    return int(lengths.max(initial=0))


def _segment_of(segment: Segment) -> _Segment:
    arrays = segment.arrays
    return _Segment(
        *(len(arrays[name]) for name in _SIZES),
        *(arrays[name].ctypes.data for name in _ARRAYS),
        *(arrays[name].itemsize for name in _NARROW),
        _longest_article(segment),
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
    singles = (weights.lead_credit, weights.title_credit, weights.article_share, weights.opening_bonus, weights.highest)
    pointers = (table.ctypes.data for table in tables)
    return _Weights(*pointers, len(near), weights.saturation + 1, *singles), tables

"""Which articles are the same: by id, then by address, then by what they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from heapq import nsmallest
from itertools import chain

from knowledge.models import Added, Record
from knowledge.storage.contents import digest, is_mostly_shared
from knowledge.storage.database import Database, Same
from knowledge.storage.rows import Stored
from knowledge.storage.spans import record

_MOST_NEAR = 8
"""Articles that are compared with one, sentence by sentence."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What is to be done with articles that were given.

    `changed` are to be stored, `replaced` the digests of those in whose place they come, `addresses` further addresses
    of articles with their ids.
    """

    changed: Sequence[Stored]
    replaced: frozenset[int]
    addresses: Mapping[str, str]
    added: Added


def settle(database: Database, given: Sequence[Stored]) -> Settled:
    """Hold articles against those that are stored, and against one another.

    An article at a known address is an update of the one there, unless it has an id of its own making. Two addresses of
    one publisher with one text are one article; the same text of another publisher, or most of it, is a copy.
    """
    return _Settling(database, given).settled()


class _Settling:
    def __init__(self, database: Database, given: Sequence[Stored]) -> None:
        self._given = given
        self._database = database
        self._sampling = database.sampling([hashed for one in given for hashed in one.sample])
        self._ids = database.at_addresses([one.key for one in given if one.key])
        self._says = database.saying([one.fingerprint for one in given])
        self._known = database.digests([*(one.article.id for one in given), *self._ids.values()])
        self._fingerprints: dict[str, int] = {}
        self._changed: dict[str, Stored] = {}
        self._addresses: dict[str, str] = {}
        self._unchanged = 0

    def settled(self) -> Settled:
        for one in self._given:
            self._take(one)
        changed = list(self._changed.values())
        updated = self._changed.keys() & self._known.keys()
        return Settled(
            changed,
            frozenset(self._known[article_id] for article_id in updated),
            self._addresses,
            Added(
                added=len(changed) - len(updated),
                updated=len(updated),
                unchanged=self._unchanged,
                sentences=sum(one.sentence_count for one in changed),
                copies=sum(bool(one.original) for one in changed if one.article.id not in updated),
            ),
        )

    def _take(self, one: Stored) -> None:
        one = self._under_known_id(one)
        article_id = one.article.id
        if self._known.get(article_id) == one.digest:
            if self._changed.pop(article_id, None):
                self._says_now(one)
            self._unchanged += 1
            return
        others = self._others_saying(one)
        is_new = article_id not in self._known and article_id not in self._changed
        same = next((other for other in others if _is_same(one, other)), None)
        if is_new and same:
            self._addresses[one.key or ""] = same.id
            self._unchanged += 1
            return
        one = one._replace(original=_original(one, others) or self._copied(one))
        if not is_new:
            self._says_now(one)
        self._changed[article_id] = one
        self._fingerprints[article_id] = one.fingerprint
        if one.key:
            self._ids[one.key] = article_id
        self._says[one.fingerprint] = [*others, Same(article_id, one.article.publisher, one.article.url, one.original)]
        for hashed in one.sample:
            self._sampling.setdefault(hashed, []).append(article_id)

    def _others_saying(self, one: Stored) -> list[Same]:
        """The other articles that say the same by now, if it says anything: those given before it may be updates."""
        said = self._says.get(one.fingerprint, ()) if one.spans else ()
        others = (other for other in said if other.id != one.article.id)
        return [other for other in others if self._fingerprints.get(other.id, one.fingerprint) == one.fingerprint]

    def _says_now(self, one: Stored) -> None:
        """Take it that an article says something else from now on: what copied it before is no copy of it."""
        self._fingerprints[one.article.id] = one.fingerprint
        for copy in [other for other in self._changed.values() if other.original == one.article.id]:
            self._changed[copy.article.id] = copy._replace(original=None)

    def _copied(self, one: Stored) -> str | None:
        """The id of the first article of another publisher with most of the sentences."""
        if not one.article.publisher:
            return None
        near = self._near(one)
        sentences = [sentence.text for sentence in record(one.article, one.spans)[1]] if near else []
        for article, listed in self._records(near):
            other = Same(article.id, article.publisher, article.url, None)
            if _original(one, [other]) and is_mostly_shared(sentences, (sentence.text for sentence in listed)):
                return article.id
        return None

    def _near(self, one: Stored) -> set[str]:
        """The ids of the articles that have the most of its sample: many may have what stands below each article."""
        shared = Counter(chain.from_iterable(self._sampling.get(hashed, ()) for hashed in one.sample))
        del shared[one.article.id]
        return set(nsmallest(_MOST_NEAR, shared, key=lambda other: (-shared[other], other)))

    def _records(self, article_ids: Set[str]) -> Iterator[Record]:
        """The articles, stored ones first."""
        given = [self._changed[article_id] for article_id in sorted(article_ids & self._changed.keys())]
        stored = sorted(article_ids - self._changed.keys())
        if stored:
            yield from self._database.records(stored)
        yield from (record(one.article, one.spans) for one in given)

    def _under_known_id(self, one: Stored) -> Stored:
        known = self._ids.get(one.key or "")
        if known in {None, one.article.id} or not _has_made_id(one):
            return one
        # Another spelling of the address alone is no update.
        there = next((same.url for same in self._says.get(one.fingerprint, ()) if same.id == known), one.article.url)
        article = replace(one.article, id=known, url=there)
        return one._replace(article=article, digest=digest(article))


def _has_made_id(one: Stored) -> bool:
    return replace(one.article, id="").id == one.article.id


def _is_same(one: Stored, same: Same) -> bool:
    """Whether two with one text are one article, found under two addresses."""
    publishers = {_publisher(one.article.publisher), _publisher(same.publisher)} - {""}
    return bool(one.key and same.url) and _has_made_id(one) and len(publishers) <= 1


def _original(one: Stored, others: Sequence[Same]) -> str | None:
    """The id of the first article of another publisher that says the same."""
    publisher = _publisher(one.article.publisher)
    copied = (other.original or other.id for other in others if _publisher(other.publisher) != publisher)
    return next(copied, None)


def _publisher(name: str | None) -> str:
    return (name or "").strip().casefold()

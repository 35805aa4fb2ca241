"""Coverage that is added to, changed and taken from for years, by several at once."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from knowledge import Article, Coverage, Filters
from knowledge.answering.answers import answer
from knowledge.answering.quotes import quotes
from knowledge.answering.timeline import timeline
from knowledge.browsing.digests import digest
from knowledge.browsing.names import names, speakers
from knowledge.browsing.overview import overview
from knowledge.browsing.titles import Titles
from knowledge.search.building import build
from knowledge.search.index import Index
from knowledge.search.segment import Segment


def ferry(number: int, text: str = "") -> Article:
    text = text or f"The ferry Aurelia{number} sank off Kithnos on Friday. It carried {number} passengers."
    return Article(id=f"ferry{number}", text=text, title=f"Ferry {number}", publisher="Post")


def pieces(data: Path) -> Sequence[dict[str, Any]]:
    content = json.loads((data / "index" / "manifest.json").read_bytes())
    return list(content["segments"])


def test_many_small_updates_do_not_write_a_large_segment_anew(tmp_path: Path) -> None:
    with Coverage.open(tmp_path, seeds=False) as coverage:
        coverage.add(map(ferry, range(100)))
        [large] = pieces(tmp_path)
        for number in range(20):
            coverage.add(replace(ferry(number), text=f"The ferry Aurelia{number} was raised."))
        [piece] = [piece for piece in pieces(tmp_path) if piece["file"] == large["file"]]
        assert len(piece["removed"]) <= 4
        assert coverage.overview().sentences == 180
        assert coverage.ask("Was the ferry Aurelia7 raised?").facts[0].article.id == "ferry7"


SENTENCES = (
    "The ferry {name} sank off {place} on Friday morning after it had hit a rock there.",
    '"We saved all {number} passengers," {name} {place} said on Saturday in {place}.',
    "It carried {number} passengers on 3 May 2014, {name} said.",
    "Minister {name} {place} denied that {number} boats had been lost.",
    "the {name} of {place} is a port.",
    "Сергей {name} прибыл в {place}. «Мы готовы», — сказал {name}.",
)
NAMES = st.sampled_from(["Aurelia", "Kithnos", "Naxxos", "Pétros", "Dimitriou", "Лавров"])
SENTENCE = st.builds(
    lambda text, **parts: text.format(**parts),
    st.sampled_from(SENTENCES),
    name=NAMES,
    place=NAMES,
    number=st.integers(1, 4),
)
TEXT = st.lists(SENTENCE, max_size=4).map(" ".join)
ARTICLE = st.builds(
    Article,
    id=st.sampled_from(["", "", "", "x", "y", "z"]),
    text=TEXT,
    title=st.just("") | SENTENCE,
    publisher=st.sampled_from([None, "Post", "post", "Times", "Ünal"]),
    published=st.none() | st.dates(date(2014, 1, 1), date(2014, 1, 9)),
    url=st.sampled_from([None, "https://a.example/1", "http://www.a.example/1/", "https://b.example/1"]),
)
QUESTIONS = ("Where did the ferry Aurelai sink?", "How many passengers did Dimitriuo save?", "Where is Petros?")
FILTERS = (None, Filters(publishers=("Post",)), Filters(since=date(2014, 1, 5)))


class Growing(RuleBasedStateMachine):
    """Two that change one data directory; at the end both give what an index gives that is built afresh."""

    @initialize()
    def begin(self) -> None:
        self.folder = TemporaryDirectory()
        self.both = [Coverage.open(self.folder.name, seeds=False) for _ in range(2)]

    @rule(who=st.integers(0, 1), articles=st.lists(ARTICLE, min_size=1, max_size=4))
    def add(self, who: int, articles: Sequence[Article]) -> None:
        self.both[who].add(articles)

    @rule(who=st.integers(0, 1), data=st.data(), text=TEXT)
    def update(self, who: int, data: st.DataObject, text: str) -> None:
        if articles := self.both[who].articles():
            self.both[who].add(replace(data.draw(st.sampled_from(articles)), text=text))

    @rule(who=st.integers(0, 1), data=st.data())
    def remove(self, who: int, data: st.DataObject) -> None:
        self.both[who].refresh()
        if known := [article.id for article in self.both[who].articles()]:
            self.both[who].remove(data.draw(st.lists(st.sampled_from(known), unique=True, min_size=1, max_size=3)))

    @rule(who=st.integers(0, 1), data=st.data())
    def lose_a_segment(self, who: int, data: st.DataObject) -> None:
        if segments := sorted(Path(self.folder.name, "index").glob("*.segment")):
            segments[data.draw(st.sampled_from(range(len(segments))))].unlink()
            self.both[who] = Coverage.open(self.folder.name, seeds=False)

    def teardown(self) -> None:
        if not hasattr(self, "folder"):
            return
        with self.folder:
            records = list(self.both[0].history.records())
            fresh = shown(Index([Segment(build(records))] if records else []))
            for coverage in self.both:
                coverage.refresh()
                assert shown(coverage._archive.index()) == fresh


def shown(index: Index) -> dict[str, object]:
    """All that a person can see of an index."""
    articles = index.articles()
    return {
        "articles": {(article, *(index.sentences_of(article.id) or ())) for article in articles},
        "digests": {article.id: digest(article.id, index, Filters(), 3) for article in articles},
        "answers": [answer(question, index, only, 5, 0.0) for question in QUESTIONS for only in FILTERS],
        "quotes": [quotes("Dimitriou", None, index, only, 10, True) for only in FILTERS],
        "timeline": [timeline("ferry Aurelia", index, only, 10) for only in FILTERS],
        "titles": {found.id for words in ("ferry", "Aurelai") for found in Titles(index).find(words, None, 25)},
        "by publisher": [
            (names(index, only), speakers(index, only), overview(index, only), index.span(only))
            for only in ((), ("Post",), ("Times", "Ünal"))
        ],
        "publishers": index.publishers,
    }


TestGrowing = pytest.mark.slow(Growing.TestCase)
TestGrowing.settings = settings(max_examples=8, stateful_step_count=12)

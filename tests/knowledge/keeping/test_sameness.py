"""Which articles are the same, as an editor meets it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge import Article, Coverage
from knowledge.models import Added
from knowledge.storage.contents import said

TEXT = (
    "The ferry Aurelia sank off Kithnos on Friday morning after it had hit a rock. "
    "All 212 passengers were saved by boats from the nearby fishing port of Loutra. "
    "The coast guard said on Saturday that the captain had been arrested in Athens. "
    "He denied on Sunday that he had been asleep when the ferry struck the rock."
)
POST = Article(text=TEXT, title="Ferry sinks", publisher="Post", url="https://post.example/ferry")
QUESTION = "Where did the ferry Aurelia sink?"


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Coverage]:
    with Coverage.open(tmp_path, seeds=False) as opened:
        yield opened


def other(article: Article = POST, **changes: str | None) -> Article:
    return replace(article, id="", **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "url",
    [
        "https://post.example/ferry?utm_source=feed",
        "http://www.post.example/ferry/",
        "https://post.example/world/ferry-sinks",
    ],
)
def test_two_addresses_with_one_text_are_one(empty: Coverage, url: str) -> None:
    empty.add(POST)
    assert empty.add(other(url=url)) == Added(unchanged=1)
    assert empty.articles() == [POST]
    assert empty.history.former(POST.id) == []


def test_the_same_address_with_another_text_is_an_update(empty: Coverage) -> None:
    empty.add(POST)
    for url in ("https://post.example/ferry", "https://post.example/ferry?utm_medium=x"):
        newer = other(url=url, text=f"The ferry Aurelia sank off Naxos, it was said later. {url}.")
        assert empty.add(newer).updated == 1
        [article] = empty.articles()
        assert (article.id, article.text) == (POST.id, newer.text)
    assert "Naxos" in empty.ask(QUESTION).facts[0].sentence.text
    former = [one.article.text for one in empty.history.former(POST.id)]
    assert len(former) == 2
    assert former[-1] == TEXT


def test_an_update_at_a_further_address_is_one(empty: Coverage) -> None:
    empty.add([POST, other(url="https://post.example/world")])
    assert empty.add(other(url="https://post.example/world", text="The ferry was raised.")).updated == 1
    assert [article.id for article in empty.articles()] == [POST.id]


@pytest.mark.parametrize("text", [TEXT, TEXT.upper(), f"(Post) {TEXT} A boat was lost, the Times has learnt from it."])
def test_a_copy_is_kept_and_counted_once(empty: Coverage, text: str) -> None:
    copy = other(publisher="Times", url="https://times.example/1", text=text)
    assert empty.add([POST, copy]) == Added(added=2, sentences=8 + (text.count("learnt")), copies=1)
    assert empty.history.copies() == {copy.id: POST.id}
    assert len(empty.articles()) == 2
    [fact, *_] = empty.ask(QUESTION).facts
    assert fact.publishers == 1


def test_a_copy_of_a_copy_is_one_of_the_first(empty: Coverage) -> None:
    for publisher in ("Times", "Herald"):
        empty.add([POST, other(publisher=publisher, url=f"https://{publisher}.example/")])
    assert set(empty.history.copies().values()) == {POST.id}
    assert len(empty.history.copies()) == 2


def test_what_was_a_copy_is_none_when_the_first_is_updated_or_gone(empty: Coverage) -> None:
    copy = other(publisher="Times", url="https://times.example/1")
    empty.add([POST, copy])
    empty.add(other(text="Another story altogether."))
    assert empty.history.copies() == {}


def test_articles_with_ids_of_their_own_are_told_apart_by_them(empty: Coverage) -> None:
    named = [replace(POST, id=name) for name in ("one", "other")]
    assert empty.add(named).added == 2
    assert empty.add(named) == Added(unchanged=2)


def test_one_sentence_in_common_makes_no_copy(empty: Coverage) -> None:
    own = "The Times has its own story of Monday, which tells something else. Its second sentence is new as well. "
    empty.add([POST, other(publisher="Times", url="https://t.example/", text=own + TEXT.partition(". ")[0] + ".")])
    assert empty.history.copies() == {}


def test_a_copy_is_found_among_many_articles_with_one_sentence_in_common(empty: Coverage) -> None:
    lines = (f"Sign up for newsletter {number} of the many that we send you." for number in range(300))
    line = min(lines, key=lambda line: said([line]).sample)  # one that is in the sample of each article
    others = [
        Article(
            text=f"The harbour of island {number} is closed until Monday morning. {line}",
            publisher=f"Paper {number}",
            url=f"https://{number}.example/",
        )
        for number in range(40)
    ]
    copy = other(publisher="Times", url="https://times.example/", text=f"{TEXT} {line}")
    empty.add([*others[:20], POST, *others[20:]])
    assert empty.add(copy).copies == 1
    assert empty.history.copies() == {copy.id: POST.id}


def test_articles_without_a_sentence_have_nothing_in_common(empty: Coverage) -> None:
    titles = {f"https://post.example/{title}": title for title in ("Ferry sinks", "Ferry raised")}
    empty.add([other(url=url, title=title, text=" ") for url, title in titles.items()])
    empty.add(other(publisher="Times", url="https://times.example/", title="Storm", text=""))
    assert len(empty.articles()) == 3
    assert empty.history.copies() == {}


def test_twice_in_one_go_is_once(empty: Coverage) -> None:
    assert empty.add([POST, POST]) == Added(added=1, sentences=4)
    assert empty.add([POST, POST, other(text="New.")]).updated == 1
    assert [article.text for article in empty.articles()] == ["New."]


def test_the_last_of_several_versions_counts_however_often_they_are_given(empty: Coverage) -> None:
    versions = [POST, replace(POST, text="The ferry Aurelia was raised on Monday.")]
    for _ in range(2):
        empty.add(versions)
        assert empty.articles() == versions[1:]


def test_what_added_what_is_kept(empty: Coverage) -> None:
    empty.add(POST, source="a.jsonl")
    empty.remove([POST.id], source="me")
    changes = [(change.source, change.added.added, change.removed) for change in empty.history.changes(9)]
    assert changes[:2] == [("me", 0, 1), ("a.jsonl", 1, 0)]


def test_a_text_that_moved_to_another_address_in_one_go_is_kept(empty: Coverage) -> None:
    moved = other(url="https://post.example/archive")
    newer = other(text="The ferry Aurelia was raised on Monday, and towed to Piraeus.")
    empty.add(POST)
    assert empty.add([newer, moved]) == Added(added=1, updated=1, sentences=5)
    assert {article.text for article in empty.articles()} == {TEXT, newer.text}


def test_what_an_update_said_that_was_taken_back_in_one_go_is_kept_at_another_address(empty: Coverage) -> None:
    newer = other(text="The ferry Aurelia was raised on Monday, and towed to Piraeus.")
    empty.add(POST)
    empty.add([newer, POST, replace(newer, id="", url="https://post.example/raised")])
    assert {article.text for article in empty.articles()} == {TEXT, newer.text}


@pytest.mark.parametrize("given", [["update", "copy"], ["copy", "update"]])
@pytest.mark.parametrize("is_known", [True, False])
def test_nothing_is_a_copy_of_what_is_updated_in_one_go(empty: Coverage, given: list[str], is_known: bool) -> None:
    copy = other(publisher="Times", url="https://times.example/1")
    articles = {"update": other(text="Another story altogether."), "copy": copy}
    empty.add([] if not is_known else POST)
    empty.add(([] if is_known else [POST]) + [articles[name] for name in given])
    assert empty.history.copies() == {}
    assert len(empty.articles()) == 2


@pytest.mark.slow
def test_of_many_in_one_go_those_that_are_no_articles_of_their_own_count_nowhere(empty: Coverage) -> None:
    articles = [
        Article(text=f"Harbour{n} opened in Genoa.", url=f"https://example.com/{n}", publisher="Post")
        for n in range(1_000)
    ]
    others = [replace(articles[n], id="", url=f"https://example.com/again/{n}") for n in (5, 6)]
    added = empty.add([*articles[:700], others[0], *articles[700:], others[1]])
    assert (added.added, added.unchanged) == (1_000, 2)
    assert [empty.ask(f"Harbour{n} opened").facts[0].publishers for n in (5, 6, 7)] == [1, 1, 1]
    asked = shown(empty, "Harbour5 Genoa opened")
    empty.rebuild()
    assert asked == shown(empty, "Harbour5 Genoa opened")


def shown(coverage: Coverage, question: str) -> list[tuple[str, float]]:
    answer = coverage.ask(question)
    return [(fact.sentence.text, answer.strength) for fact in answer.facts]

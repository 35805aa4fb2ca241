"""Polling feeds that real sites on the loopback interface serve, into a real coverage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from knowledge import Added, Article, Coverage
from knowledge.following.poller import MOST_TRIES, Polled, Poller
from knowledge.following.reader import Reader
from knowledge.following.timing import LONGEST, SHORTEST, USUAL
from knowledge.storage.feed_values import Feed
from knowledge.storage.feeds import Feeds
from tests.knowledge.fetching.sites import Answer, Site, fetcher, redirect, response, serving
from tests.knowledge.following.feeds_made import feed, item, page, story

NOON = datetime(2024, 5, 1, 12, 0, tzinfo=UTC)
NOT_MODIFIED = response(b"", status="304 Not Modified", kind=None)
GONE = response(b"", status="410 Gone")


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """Shared, since its process takes a moment to start."""
    with Reader() as reader:
        yield reader


class Desk:
    """A site, a coverage, and the feeds of the site that are followed."""

    def __init__(self, site: Site, answers: dict[str, Answer], place: Path, reader: Reader) -> None:
        self.site = site
        self.answers = answers
        self.coverage = Coverage.open(place, seeds=False)
        self.feeds = Feeds(place / "feeds.db")
        self.poller = Poller(self.feeds, fetcher(), reader, self.add)
        self.added_by: list[str] = []

    def add(self, articles: Sequence[Article], source: str) -> Added:
        self.added_by.append(source)
        return self.coverage.add(articles, source=source)

    def follow(self, path: str = "/feed") -> None:
        assert self.feeds.follow(self.site(path), "", None, NOON)

    def poll(self, now: datetime = NOON, path: str = "/feed") -> Polled:
        """Poll a feed; forget what the site was asked before."""
        self.site.requests.clear()
        return self.poller.poll(self.feed(path), now)

    def feed(self, path: str = "/feed") -> Feed:
        followed = self.feeds.feed(self.site(path))
        assert followed
        return followed

    def asked(self, path: str) -> int:
        """How often the last poll asked for a path."""
        return self.site.paths.count(path)

    @property
    def articles(self) -> dict[str, Article]:
        """The articles by the paths of their addresses; those without one by their titles."""
        port = f":{self.site.port}"
        return {
            article.url.partition(port)[2] if article.url else article.title: article
            for article in self.coverage.articles()
        }


@pytest.fixture
def desk(tmp_path: Path, reader: Reader) -> Iterator[Desk]:
    answers: dict[str, Answer] = {"/a": page("Ferry sinks"), "/b": page("Harbour closed", story("Syros", 90))}
    with serving(answers) as site:
        desk = Desk(site, answers, tmp_path, reader)
        desk.follow()
        yield desk
        desk.coverage.close()


def test_new_articles_are_read_and_the_feed_fills_in_what_their_pages_do_not_say(desk: Desk) -> None:
    dated = item("/a", "Another headline", date="Fri, 14 Jun 2019 23:30:00 -0500", more="<author>Ann Lee</author>")
    desk.answers["/feed"] = feed(dated, item("/b"), more="<link>/</link>")
    polled = desk.poll()
    assert (polled.added.added, polled.failed, polled.error) == (2, (), None)
    ferry, harbour = desk.articles["/a"], desk.articles["/b"]
    assert (ferry.title, ferry.published, ferry.author) == ("Ferry sinks", date(2019, 6, 14), "Ann Lee")
    assert harbour.published is None
    assert set(desk.added_by) == {desk.site("/feed")}
    followed = desk.feed()
    assert (followed.title, followed.site, followed.articles) == ("Island Post", desk.site("/"), 2)
    assert (followed.succeeded, followed.next_poll, followed.error) == (NOON, NOON + USUAL, None)


def test_what_was_read_is_not_asked_for_again_and_what_changed_is(desk: Desk) -> None:
    desk.answers["/feed"] = feed(item("/a", guid="1", text="Old"), item("/b", guid="2"))
    desk.poll()
    assert desk.poll().added == Added()
    assert desk.site.paths == ["/feed"]
    desk.answers["/feed"] = feed(item("/a", guid="1", text="New"), item("/b", guid="2"))
    desk.answers["/a"] = page("Ferry sinks", story(count=213))
    assert desk.poll().added.updated == 1
    assert (desk.asked("/a"), desk.asked("/b")) == (1, 0)
    assert "213 passengers" in desk.articles["/a"].text
    assert desk.feed().articles == 2


def test_an_entry_that_changes_with_each_request_is_left_to_rest(desk: Desk) -> None:
    asked = []
    for number in range(6):
        desk.answers["/feed"] = feed(item("/a", guid="1", text=f"Seen {number} times"))
        desk.poll(NOON + timedelta(minutes=number))
        asked.append(desk.asked("/a"))
    assert asked == [1, 1, 0, 0, 0, 0]
    desk.poll(NOON + timedelta(hours=2))
    assert desk.asked("/a") == 1


def test_a_feed_that_is_as_it_was_is_not_sent_again(desk: Desk) -> None:
    desk.answers["/feed"] = feed(item("/a"), headers=('ETag: "1"', "Last-Modified: Wed, 01 May 2024 10:00:00 GMT"))
    desk.poll()
    desk.answers["/feed"] = NOT_MODIFIED
    for _ in range(2):
        assert desk.poll().error is None
        [asked] = desk.site.requests
        assert asked.headers["if-none-match"] == '"1"'
        assert asked.headers["if-modified-since"] == "Wed, 01 May 2024 10:00:00 GMT"


@pytest.mark.parametrize(("host", "kept"), [("127.0.0.1", True), ("localhost", False)])
def test_a_feed_puts_no_words_into_the_mouth_of_another_site(desk: Desk, host: str, kept: bool) -> None:
    there = desk.site("/gone").replace("127.0.0.1", host)
    desk.answers["/feed"] = feed(item(there, "Mayor convicted", text=story("Truro")), title="Island Post")
    assert desk.poll().added.added == 1
    [article] = desk.coverage.articles()
    assert article.url == (there if kept else None)
    assert kept or article.publisher == "Island Post"


def test_an_article_that_cannot_be_read_is_tried_three_times_and_the_feed_is_sent_whole_so_long(desk: Desk) -> None:
    desk.answers["/feed"] = feed(item("/a"), item("/gone"), headers=('ETag: "1"',))
    for _ in range(MOST_TRIES):
        assert len(desk.poll().failed) == 1
        assert desk.asked("/gone") == 1
        assert "if-none-match" not in desk.site.requests[-2].headers
    assert not desk.poll().failed
    assert desk.site.requests[0].headers["if-none-match"] == '"1"'
    assert desk.asked("/gone") == 0
    assert desk.feed().articles == 1


def test_where_the_page_cannot_be_read_the_text_in_the_feed_is_taken(desk: Desk) -> None:
    text = "".join(f"<p>{part}.</p>" for part in story("Milos").rstrip(".").split(". "))
    desk.answers["/feed"] = feed(
        item("/gone", "Ferry off Milos", text=text), item("/none", "Teaser", text="<p>Read on.")
    )
    assert len(desk.poll().failed) == 1
    assert "sank off Milos" in desk.articles["/gone"].text
    assert desk.articles["/gone"].title == "Ferry off Milos"


def test_texts_of_one_address_are_not_taken_for_one_article(desk: Desk) -> None:
    texts = [f"<p>{story(place, count)}</p>" for place, count in (("Milos", 20), ("Paros", 3_000))]
    desk.answers["/feed"] = feed(item("/a", "Noon", text=texts[0]), item("/a", "Evening", text=texts[1]))
    assert desk.poll().added.added == 2
    assert {(article.url, article.publisher) for article in desk.coverage.articles()} == {(None, "Island Post")}
    assert set(desk.articles) == {"Noon", "Evening"}


def test_a_page_that_several_entries_share_is_asked_for_once(desk: Desk) -> None:
    desk.answers["/feed"] = feed(item("/a", "Noon"), item("/a", "Evening"), item("/a#later", "Later"))
    desk.poll()
    assert desk.asked("/a") == 1
    assert len(desk.articles) == 1


def test_robots_are_heeded(desk: Desk) -> None:
    desk.answers["/robots.txt"] = response(b"User-agent: *\nDisallow: /a\n", kind="text/plain")
    desk.answers["/feed"] = feed(item("/a"), item("/b"))
    assert len(desk.poll().failed) == 1
    assert (desk.asked("/a"), desk.asked("/b")) == (0, 1)


def test_of_many_articles_some_are_read_and_the_others_soon(desk: Desk, reader: Reader) -> None:
    desk.poller = Poller(desk.feeds, fetcher(), reader, desk.add, most=3)
    places = ["Andros", "Tinos", "Mykonos", "Paros", "Naxos"]
    desk.answers |= {f"/{place}": page(place, story(place, number)) for number, place in enumerate(places, 30)}
    desk.answers["/feed"] = feed(*(item(f"/{place}") for place in places), headers=('ETag: "1"',))
    assert desk.poll().added.articles == 3
    assert desk.feed().next_poll == NOON + SHORTEST
    assert desk.poll().added.articles == 2
    assert set(desk.articles) == {f"/{place}" for place in places}


def test_a_feed_that_fails_is_asked_ever_more_seldom_and_told_once_after_a_week(desk: Desk) -> None:
    pauses = []
    for _ in range(8):
        assert desk.poll().error is not None
        pauses.append(desk.feed().next_poll - NOON)
    assert pauses[0] <= USUAL
    assert LONGEST * 0.8 <= pauses[-1] <= LONGEST
    followed = desk.feed()
    assert (followed.failing_since, followed.failures) == (NOON, 8)
    assert followed.error is not None
    assert desk.feeds.to_report(NOON + timedelta(days=6)) == ()
    told = desk.feeds.to_report(NOON + timedelta(days=8))
    assert [one.address for one in told] == [followed.address]
    desk.feeds.mark_reported(told)
    desk.poll(NOON + timedelta(days=8))
    assert desk.feeds.to_report(NOON + timedelta(days=9)) == ()
    desk.answers["/feed"] = feed()
    desk.poll(NOON + timedelta(days=9))
    assert (desk.feed().failing_since, desk.feed().error, desk.feed().reported) == (None, None, False)


def test_a_site_that_names_a_time_is_not_asked_before(desk: Desk) -> None:
    desk.answers["/feed"] = response(b"", "Retry-After: 7200", status="429 Too Many Requests")
    desk.poll()
    assert desk.feed().next_poll == NOON + timedelta(hours=2)
    desk.answers["/feed"] = feed(item("/a"), headers=("Cache-Control: max-age=14400",))
    desk.poll()
    assert desk.feed().next_poll == NOON + timedelta(hours=4)


def test_a_busy_site_is_asked_for_no_further_article_and_for_these_later(desk: Desk) -> None:
    desk.answers["/a"] = response(b"", "Retry-After: 3600", status="503 Service Unavailable")
    desk.answers["/feed"] = feed(item("/a"), item("/b"))
    desk.poll()
    assert (desk.asked("/a"), desk.asked("/b")) == (1, 0)
    assert desk.feed().next_poll == NOON + timedelta(hours=1)
    desk.answers["/a"] = page()
    desk.poll()
    assert len(desk.articles) == 2


def test_what_the_publisher_wished_still_counts_when_the_feed_is_as_it_was(desk: Desk) -> None:
    desk.answers["/feed"] = feed(item("/a"), headers=('ETag: "1"',), more="<ttl>300</ttl>")
    desk.poll()
    desk.answers["/feed"] = NOT_MODIFIED
    desk.poll()
    assert desk.feed().next_poll == NOON + timedelta(minutes=300)


def test_a_feed_that_is_gone_is_polled_no_more_and_told_once(desk: Desk) -> None:
    desk.answers["/feed"] = GONE
    assert desk.poll().stopped
    assert desk.feeds.due(NOON + timedelta(days=99)) == ()
    told = desk.feeds.to_report(NOON)
    assert len(told) == 1
    desk.feeds.mark_reported(told)
    assert desk.feeds.to_report(NOON) == ()
    desk.answers["/feed"] = feed()
    desk.follow()
    assert desk.feeds.due(NOON)


def test_a_feed_that_moves_for_good_is_asked_for_there(desk: Desk) -> None:
    desk.answers |= {"/feed": redirect("/new", "301 Moved Permanently"), "/new": feed(item("/a"))}
    desk.poll()
    assert [followed.address for followed in desk.feeds.feeds()] == [desk.site("/new")]
    assert desk.poll(path="/new").added == Added()


def test_a_feed_that_moves_to_one_that_is_followed_is_dropped(desk: Desk) -> None:
    desk.answers |= {"/feed": redirect("/new", "308 Permanent Redirect"), "/new": feed(item("/a"))}
    desk.follow("/new")
    desk.poll(path="/new")
    desk.poll()
    assert [followed.address for followed in desk.feeds.feeds()] == [desk.site("/new")]
    assert desk.feed("/new").articles == 1


def test_a_feed_that_moves_for_now_keeps_its_address(desk: Desk) -> None:
    desk.answers |= {"/feed": redirect("/new"), "/new": feed(item("/a"))}
    desk.poll()
    assert desk.feed().articles == 1


def test_what_was_stored_when_the_process_died_is_there_once_after_the_next_poll(desk: Desk) -> None:
    desk.answers["/feed"] = feed(item("/a"), item("/b"))

    class Death(BaseException):
        """The end between storing and marking."""

    def add_and_die(articles: Sequence[Article], source: str) -> Added:
        desk.coverage.add(articles, source=source)
        raise Death

    with pytest.raises(Death), Reader() as reader:
        Poller(desk.feeds, fetcher(), reader, add_and_die).poll(desk.feed(), NOON)
    assert desk.feed().articles == 0
    again = desk.poll().added
    assert (again.added, again.unchanged) == (0, 2)
    assert (len(desk.articles), desk.feed().articles) == (2, 2)


def test_an_article_that_cannot_be_stored_keeps_no_other_back(desk: Desk, reader: Reader) -> None:
    desk.answers["/feed"] = feed(item("/a"), item("/b"))

    def add(articles: Sequence[Article], source: str) -> Added:
        kept = [replace(one, text="\ud800") if "Syros" in one.text else one for one in articles]
        return desk.coverage.add(kept, source=source)

    polled = Poller(desk.feeds, fetcher(), reader, add).poll(desk.feed(), NOON)
    assert polled.added.added == 1
    assert set(desk.articles) == {"/a"}
    assert desk.feed().articles == 1


def test_a_feed_taken_away_while_it_is_polled_stays_away(desk: Desk) -> None:
    desk.answers["/feed"] = feed(item("/a"))
    followed = desk.feed()
    desk.feeds.unfollow(followed.address)
    desk.poller.poll(followed, NOON)
    assert desk.feeds.feeds() == ()

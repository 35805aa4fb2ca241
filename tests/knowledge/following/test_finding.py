"""The feed of an address, or of a site."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from knowledge import FetchError, SourceError
from knowledge.following.finding import USUAL_PATHS, FoundFeed, find_feed, is_feed, linked_feeds, web_address_of
from knowledge.following.reader import Reader
from tests.knowledge.fetching.sites import Site, fetcher, redirect, serving
from tests.knowledge.following.feeds_made import feed, item, page

HEAD = """<base href="/news/">
<link rel="alternate" type="application/rss+xml" title="Post &raquo; Comments" href="comments/feed">
<link rel="stylesheet" href="style.css"><link rel="alternate" hreflang="de" href="/de">
<LINK REL="Alternate" TYPE="application/atom+xml; charset=utf-8" TITLE="Post" HREF="atom">
<link rel="alternate" type="application/feed+json" title="Sport" href="https://sport.example/feed.json">
<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">"""


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """Shared, since its process takes a moment to start."""
    with Reader() as reader:
        yield reader


def found(site: Site, path: str, reader: Reader) -> FoundFeed:
    return find_feed(site(path), fetcher(), reader)


def test_the_address_of_a_feed_is_taken_as_it_is(reader: Reader) -> None:
    with serving({"/feed": feed(item("/a", "One"))}) as site:
        found_feed = found(site, "/feed", reader)
        assert (found_feed.address, found_feed.document.title) == (site("/feed"), "Island Post")
        assert site.paths == ["/robots.txt", "/feed"]


def test_of_the_feeds_that_a_page_names_the_first_of_articles_is_taken(reader: Reader) -> None:
    with serving({"/": page(head=HEAD), "/news/atom": feed(item("/a", "One"))}) as site:
        found_feed = found(site, "/", reader)
        assert found_feed.address == site("/news/atom")
        assert {other.title: other.address for other in found_feed.others} == {
            "Post » Comments": site("/news/comments/feed"),
            "Sport": "https://sport.example/feed.json",
        }


def test_where_a_page_names_none_usual_places_are_tried(reader: Reader) -> None:
    with serving({"/about": page(), "/feed": page(), "/atom.xml": feed()}) as site:
        assert found(site, "/about", reader).address == site("/atom.xml")


def test_a_site_without_a_feed_is_asked_a_few_times_only(reader: Reader) -> None:
    with serving({"/": page()}) as site:
        with pytest.raises(SourceError) as caught:
            found(site, "/", reader)
        assert (caught.value.source, caught.value.problem) == (site("/"), "no-feed")
        assert site.paths == ["/robots.txt", "/", *USUAL_PATHS]


def test_a_feed_that_has_moved_for_good_is_followed_where_it_is(reader: Reader) -> None:
    answers = {"/for-now": redirect("/feed"), "/gone": redirect("/feed", "301 Moved Permanently"), "/feed": feed()}
    with serving(answers) as site:
        assert found(site, "/for-now", reader).address == site("/for-now")
        assert found(site, "/gone", reader).address == site("/feed")


def test_a_page_that_is_not_there_is_told(reader: Reader) -> None:
    with serving({}) as site, pytest.raises(FetchError) as caught:
        found(site, "/feed", reader)
    assert caught.value.problem == "not-found"


def test_a_scheme_may_be_left_out() -> None:
    assert web_address_of(" post.example/feed ") == "https://post.example/feed"
    assert web_address_of("http://post.example/feed") == "http://post.example/feed"


@pytest.mark.parametrize(
    ("data", "feed"),
    [
        (b'<?xml version="1.0"?>\n<!-- hello --><?xml-stylesheet href="a"?><rss version="2.0">', True),
        (b'\xef\xbb\xbf<feed xmlns="http://www.w3.org/2005/Atom">', True),
        (b'<rdf:RDF xmlns="http://purl.org/rss/1.0/">', True),
        ("<?xml version='1.0'?><rss version='2.0'>".encode("utf-16"), True),
        (b'{"version": "https://jsonfeed.org/version/1"}', True),
        (b"<!DOCTYPE html><html><body><rss>", False),
        (b"<html><feed>", False),
        (b"plain text", False),
        (b"", False),
    ],
)
def test_a_feed_is_told_from_a_page_by_its_start(data: bytes, feed: bool) -> None:
    assert is_feed(data) is feed


@pytest.mark.parametrize("data", [b"", b"\0", b"<", b"plain", b"<!--", b"<html>" * 10_000, b"\xff\xfe<link>"])
def test_any_page_may_name_no_feed(data: bytes) -> None:
    assert linked_feeds(data, "https://post.example/") == []

"""Lists of feeds, in and out."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge import SourceError
from knowledge.following.opml import MOST_FEEDS, read_opml, write_opml
from knowledge.storage.feeds import Feeds

NESTED = b"""<?xml version="1.0"?><opml version="1.0"><head/><body><outline text="News"><outline text="Islands">
<outline type="rss" text="Post &amp; Co" xmlUrl="https://post.example/feed" htmlUrl="https://post.example/"/></outline>
<outline text="again" xmlUrl="https://post.example/feed"/><outline xmlUrl="file:///etc/passwd"/></outline></body></opml>"""

BOMB = b"""<!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
<opml version="2.0"><body><outline text="&c;" xmlUrl="https://post.example/feed"/></body></opml>"""
FILE = b"""<!DOCTYPE opml [<!ENTITY a SYSTEM "file:///etc/passwd">]><opml version="2.0"><body>&a;</body></opml>"""


def test_feeds_are_found_in_all_folders_each_once() -> None:
    [outline] = read_opml(NESTED, "list.opml")
    assert (outline.address, outline.title, outline.site) == (
        "https://post.example/feed",
        "Post & Co",
        "https://post.example/",
    )


def test_what_is_written_can_be_read(tmp_path: Path) -> None:
    feeds = Feeds(tmp_path / "feeds.db")
    feeds.follow("https://post.example/feed?a=1&b=2", 'A <"title"> & more', "https://post.example/", datetime.now(UTC))
    feeds.follow("https://other.example/feed", "", None, datetime.now(UTC))
    outlines = read_opml(write_opml(feeds.feeds()), "list.opml")
    assert {(outline.address, outline.title) for outline in outlines} == {
        ("https://post.example/feed?a=1&b=2", 'A <"title"> & more'),
        ("https://other.example/feed", "https://other.example/feed"),
    }


@pytest.mark.parametrize("data", [b"", b"hello", b"<opml>", b"<rss/>", BOMB, FILE, b"<opml>" * 10_000])
def test_what_is_no_list_or_declares_entities_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        read_opml(data, "list.opml")
    assert (caught.value.source, caught.value.problem) == ("list.opml", "not-opml")


def test_no_more_feeds_are_taken_than_are_allowed() -> None:
    many = "".join(f'<outline xmlUrl="https://post.example/{number}"/>' for number in range(MOST_FEEDS + 5))
    assert len(read_opml(f"<opml><body>{many}</body></opml>".encode(), "list.opml")) == MOST_FEEDS


@given(st.binary(max_size=100), st.integers(0, len(NESTED)))
def test_any_bytes_give_feeds_or_a_clear_error(junk: bytes, place: int) -> None:
    try:
        outlines = read_opml(NESTED[:place] + junk + NESTED[place:], "list.opml")
    except SourceError:
        return
    assert all(outline.address.startswith(("http://", "https://")) for outline in outlines)

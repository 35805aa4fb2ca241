"""What is read of feeds, in all formats, sound and damaged."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge import SourceError
from knowledge.following.entries import MOST_ENTRIES, Entry
from knowledge.following.parsing import parse_feed
from knowledge.following.reader import Reader
from tests.knowledge.following.feeds_made import item, rss

HERE = "https://post.example/news/feed"

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de-AT"><title>Inselpost</title>
<link rel="alternate" href="/"/><link rel="self" href="/atom"/><author><name>Redaktion</name></author>
<entry xml:base="https://post.example/2019/"><id>tag:post.example,2019:1</id>
<title type="html">F&amp;auml;hre &lt;b&gt;sinkt&lt;/b&gt;</title>
<link href="fähre"/><published>2019-06-14T23:30:00-05:00</published><updated>2019-06-20T08:00:00Z</updated>
<content type="html">&lt;p&gt;Die Fähre sank.&lt;/p&gt;</content></entry></feed>""".encode()

JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Island Post",
    "home_page_url": "/",
    "language": "en-GB",
    "authors": [{"name": "The desk"}],
    "items": [
        {
            "id": 7,
            "url": "../ferry",
            "title": "Ferry sinks",
            "content_text": "One.\n\nTwo & three.",
            "date_published": "2019-06-14T23:30:00-05:00",
            "date_modified": "2019-06-20T08:00:00Z",
            "authors": [{"name": "Ann Lee"}, {"name": "Bo Wu"}],
        },
        {"id": "8", "external_url": "https://other.example/a", "summary": "Short."},
        "nothing",
        {"id": "9"},
    ],
}


def entries(data: bytes) -> tuple[Entry, ...]:
    return parse_feed(data, HERE).entries


def test_rss_gives_its_entries_with_whole_addresses() -> None:
    read = parse_feed(
        rss(
            item("/ferry", "Ferry &amp; rock", guid="1", date="Fri, 14 Jun 2019 23:30:00 -0500"), more="<link>/</link>"
        ),
        HERE,
    )
    assert (read.title, read.site) == ("Island Post", "https://post.example/")
    [entry] = read.entries
    assert (entry.address, entry.title, entry.published) == (
        "https://post.example/ferry",
        "Ferry & rock",
        date(2019, 6, 14),
    )


def test_atom_gives_its_entries_and_published_counts_before_updated() -> None:
    read = parse_feed(ATOM, HERE)
    assert (read.title, read.site) == ("Inselpost", "https://post.example/")
    [entry] = read.entries
    assert entry.title == "Fähre sinkt"
    assert entry.address == "https://post.example/2019/fähre"
    assert entry.published == date(2019, 6, 14)
    assert (entry.language, entry.content) == ("de", "<p>Die Fähre sank.</p>")


def test_json_feed_gives_its_entries() -> None:
    read = parse_feed(json.dumps(JSON_FEED).encode(), HERE)
    assert (read.title, read.site) == ("Island Post", "https://post.example/")
    first, second = read.entries
    assert (first.address, first.title, first.author) == ("https://post.example/ferry", "Ferry sinks", "Ann Lee, Bo Wu")
    assert (first.published, first.language) == (date(2019, 6, 14), "en")
    assert first.content == "<p>One.</p><p>Two &amp; three.</p>"
    assert (second.address, second.author, second.published) == ("https://other.example/a", "The desk", None)


@pytest.mark.parametrize(
    ("author", "name"),
    [
        ("Ann Lee", "Ann Lee"),
        ("ann@post.example (Ann Lee)", "Ann Lee"),
        ("ann@post.example", None),
        ("", None),
        ("Ann Lee (PA)", "Ann Lee (PA)"),
    ],
)
def test_an_author_is_a_name_and_no_address(author: str, name: str | None) -> None:
    [entry] = entries(rss(item("/a", "One", more=f"<author>{author}</author>")))
    assert entry.author == name


def test_a_feed_that_is_damaged_gives_what_can_be_read() -> None:
    data = rss(item("/a", "One"), item("/b", "Two & <three"))[:-20]
    assert [entry.address for entry in entries(data)] == ["https://post.example/a", "https://post.example/b"]


def test_items_without_a_date_stay_and_are_undated() -> None:
    assert [entry.published for entry in entries(rss(item("/a", "One"), item("/b", "Two", date="soon")))] == [
        None,
        None,
    ]


def test_dates_in_the_future_are_not_taken() -> None:
    later = datetime.now(UTC) + timedelta(days=40)
    [entry] = entries(rss(item("/a", "One", date=f"{later:%Y-%m-%d}")))
    assert entry.published is None


def test_items_of_one_address_with_other_texts_are_several_and_say_so() -> None:
    same = rss(item("/live", "Noon", text="It rains."), item("/live", "Evening", text="It pours."), item("/b", "Two"))
    noon, evening, other = entries(same)
    assert len({noon.key, evening.key, other.key}) == 3
    assert [entry.shared for entry in (noon, evening, other)] == [True, True, False]


def test_an_item_that_is_listed_twice_is_one() -> None:
    assert len(entries(rss(*[item("/a", "One", guid="1")] * 2))) == 1


def test_an_item_keeps_its_key_when_its_text_changes() -> None:
    [before] = entries(rss(item("/a", "One", guid="1", text="It rains.")))
    [after] = entries(rss(item("/a", "One", guid="1", text="It pours.")))
    assert before.key == after.key
    assert before.version != after.version


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "ftp://a.example/", "http://", "data:,x"]
)
def test_only_addresses_of_the_web_are_taken(address: str) -> None:
    assert [entry.title for entry in entries(rss(item(address, "Bad"), item("/b", "Good")))] == ["Good"]


def test_no_more_entries_are_taken_than_are_allowed() -> None:
    many = [item(f"/{number}", str(number)) for number in range(MOST_ENTRIES + 20)]
    assert len(entries(rss(*many))) == MOST_ENTRIES
    items = [{"id": number, "url": f"/{number}"} for number in range(MOST_ENTRIES + 20)]
    assert len(entries(json.dumps({**JSON_FEED, "items": items}).encode())) == MOST_ENTRIES


def test_what_the_publisher_wishes_is_read() -> None:
    more = "<ttl>90</ttl><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>12</sy:updateFrequency>"
    more += "<skipHours><hour>0</hour><hour> 13 </hour><hour>x</hour></skipHours><skipDays><day>Sunday</day></skipDays>"
    wishes = parse_feed(rss(more=more), HERE).wishes
    assert wishes.pause == timedelta(hours=2)
    assert (sorted(wishes.hours), sorted(wishes.weekdays)) == ([0, 13], [6])
    assert (
        parse_feed(rss(more="<ttl>-5</ttl><sy:updateFrequency>0</sy:updateFrequency>"), HERE).wishes.pause
        == timedelta()
    )


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html><body><p>Hello",
        b"{}",
        b'{"version": "https://jsonfeed.org/version/1"}',
        b"[" * 100_000,
        b"\x00\xff",
    ],
)
def test_what_is_no_feed_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError) as caught:
        parse_feed(data, HERE)
    assert caught.value.problem == "no-feed"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["id", "url", "name", "content_html", "x"]), inner),
    max_leaves=10,
)


@settings(max_examples=40)
@given(st.binary(max_size=200), st.text(max_size=100), st.sampled_from([0, 30, 90, 200]))
def test_any_bytes_give_entries_or_a_clear_error(junk: bytes, text: str, place: int) -> None:
    whole = rss(item("/a", text, guid=text, date=text, text=text), more=f"<ttl>{text}</ttl>")
    for data in (junk, whole[:place] + junk + whole[place:], ATOM[:place] + junk):
        try:
            read = parse_feed(data, HERE)
        except SourceError:
            continue
        for entry in read.entries:
            assert entry.address is None or entry.address.startswith(("http://", "https://"))
            f"{entry.title}{entry.content}{entry.author}".encode()


@settings(max_examples=40)
@given(st.lists(JSON), JSON, JSON)
def test_any_json_gives_entries_or_a_clear_error(items: list[object], title: object, authors: object) -> None:
    told = {"version": "https://jsonfeed.org/version/1", "items": items, "title": title, "authors": authors}
    for entry in entries(
        json.dumps({**told, "items": [*items, {"url": "/a", "authors": authors, "title": title}]}).encode()
    ):
        assert entry.key


def test_a_feed_made_to_take_minutes_is_left_and_the_next_one_is_read() -> None:
    slow = rss(f"<item><author>{'a.' * 60_000}</author></item>")
    with Reader(seconds=0.7) as reader:
        with pytest.raises(SourceError) as caught:
            reader.read(slow, HERE)
        assert caught.value.problem == "too-slow"
    with Reader() as reader:
        assert [entry.title for entry in reader.read(rss(item("/a", "One")), HERE).entries] == ["One"]
        with pytest.raises(SourceError):
            reader.read(b"<html>", HERE)

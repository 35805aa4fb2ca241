"""One form for the addresses of one page."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.reading.web.addresses import address_key, canonical_address, host_of, same_site
from knowledge.reading.web.pages import read_page
from tests.knowledge.reading.web.pages_made import page

PIECES = st.sampled_from(
    [
        *("a", "B", "id=7", "utm_source=x", "fbclid=1", "ref=x", "index.html", "é", "%41", "%2F"),
        *("&", "?", "/", "//", "#", "#!x", "=", ":", " ", ";", "..", "@", "\\", "[", "]"),
    ]
)
PATHS = st.lists(PIECES, max_size=8).map("".join)
HOSTS = st.sampled_from(["a.example", "WWW.A.example", "bücher.example", "xn--bcher-kva.example", "[::1]", "10.0.0.1"])
ADDRESSES = st.builds(
    "{}://{}{}/{}".format, st.sampled_from(["http", "HTTPS"]), HOSTS, st.sampled_from(["", ":80", ":8080"]), PATHS
)


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        (
            "HTTPS://WWW.Post.Example:443/A/b/?utm_source=x&id=7&fbclid=y&page=2#top",
            "https://www.post.example/A/b/?id=7&page=2",
        ),
        ("http://post.example", "http://post.example/"),
        ("http://post.example:80/index.html", "http://post.example/index.html"),
        ("https://post.example:8443/a", "https://post.example:8443/a"),
        ("https://bücher.example/ä?ö=ü", "https://xn--bcher-kva.example/ä?ö=ü"),
        ("https://post.example/a#!/b", "https://post.example/a"),
        ("https://post.example/?ref=7&from=a&source=b&b=&a", "https://post.example/?ref=7&from=a&source=b&b=&a"),
        ("https://jane:secret@post.example/a", "https://post.example/a"),
        ("https://post.example/a?UTM_Campaign=x", "https://post.example/a"),
        ("ftp://post.example/a", "ftp://post.example/a"),
        ("https://[broken/a", "https://[broken/a"),
        ("https://post.example:x/a", "https://post.example:x/a"),
    ],
)
def test_canonical_address(address: str, canonical: str) -> None:
    assert canonical_address(address) == canonical


def test_the_key_of_addresses_of_one_page() -> None:
    one = {"http://www.post.example/a/", "https://post.example/a", "https://POST.example/a?utm_medium=x#b"}
    assert {address_key(address) for address in one} == {"post.example/a"}
    others = ["m.post.example/a", "post.example/A", "post.example/a?id=1", "post.example/a/index.html", "post.example"]
    assert len({address_key(f"https://{other}") for other in others} | {"post.example/a"}) == 6


@given(ADDRESSES)
def test_a_canonical_address_is_its_own_and_leads_to_the_same_place(address: str) -> None:
    canonical = canonical_address(address)
    assert canonical_address(canonical) == canonical
    assert address_key(canonical) == address_key(address)
    assert host_of(canonical) == host_of(address)
    assert (urlsplit(address).path.rstrip() or "/") == urlsplit(canonical).path.rstrip()
    kept = urlsplit(canonical).query.split("&")
    asked = iter(urlsplit(address.strip()).query.split("&"))
    assert kept == [""] or all(one in asked for one in kept)  # in their order


@given(st.text(max_size=80))
def test_any_text_has_an_address_and_a_key(text: str) -> None:
    assert canonical_address(canonical_address(text)) == canonical_address(text)
    assert isinstance(address_key(text), str)


def test_same_site() -> None:
    assert same_site("https://m.post.example/a", "https://www.post.example/b")
    assert same_site("https://edition.post.example/a", "http://post.example")
    assert not same_site("https://post.example", "https://evilpost.example")
    assert not same_site("mailto:a@post.example", "https://post.example")


@pytest.mark.parametrize(
    ("head", "address", "url"),
    [
        ('<link rel="canonical" href="/a">', "https://post.example/b?x=1", "https://post.example/a"),
        (
            '<link rel="amphtml canonical" href="//post.example/a">',
            "https://amp.post.example/a",
            "https://post.example/a",
        ),
        ('<link rel="canonical" href="https://other.example/a">', "https://post.example/b", "https://post.example/b"),
        ('<link rel="canonical" href="https://post.example/">', "https://post.example/b", "https://post.example/b"),
        ('<link rel="canonical" href="javascript:alert(1)">', "https://post.example/b", "https://post.example/b"),
        ('<link rel="canonical" href="https://[/">', "https://post.example/b", "https://post.example/b"),
        (
            '<meta property="og:url" content="https://post.example/a?utm_id=1">',
            "https://post.example/b",
            "https://post.example/a",
        ),
        (
            '<meta property="og:url" content="https://other.example/a">',
            "https://post.example/b",
            "https://post.example/b",
        ),
        ('<link rel="canonical" href="https://post.example/a">', None, "https://post.example/a"),
        ('<link rel="canonical" href="/a">', None, None),
        ("", None, None),
        ("", "file:///home/x", None),
    ],
)
def test_the_address_of_a_page(head: str, address: str | None, url: str | None) -> None:
    assert read_page(page(head=head), address).url == url

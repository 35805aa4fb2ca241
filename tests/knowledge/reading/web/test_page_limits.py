"""Hostile and damaged pages: an article, or a SourceError, and nothing else."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.errors import SourceError
from knowledge.models import Article
from knowledge.reading.plain import sentences_of
from knowledge.reading.web.markup import MAX_ELEMENTS, MAX_PAGE, page_text
from knowledge.reading.web.pages import read_page
from tests.knowledge.reading.web.pages_made import PROSE, json_ld, page

HEADING = "<h1>Harbour reopens</h1>"


def outcome(data: bytes, charset: str | None = None) -> str:
    """The problem of a page, or "read"."""
    try:
        article = read_page(data, "https://post.example/a", charset)
    except SourceError as error:
        return error.problem
    return "read" if "Some forty ships had waited outside" in article.text else "else"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"<p>" + b"x" * MAX_PAGE, "too-large"),
        (page("<i></i>" * MAX_ELEMENTS), "too-costly"),
        (page("<div>" * 100_000 + PROSE), "too-costly"),
        (page("<p " + " ".join(f"a{number}" for number in range(100_000)) + ">"), "too-costly"),
        (page(f"<div title='{'a' * 1_000_000}'>{HEADING}{PROSE}</div>"), "read"),
        (page("<div>" * 200 + HEADING + PROSE), "read"),
        (page(f"{HEADING}{PROSE}".replace(" ", "\0 ", 3)), "read"),
        (page() + b"\0" * 90, "binary"),
        (page("<!--" * 50_000), "page-short"),
        (page(f"{HEADING}{PROSE}&#0;&#xD800;&#99999999999;&nosuch;"), "read"),
        (page(f"{HEADING}{PROSE}", json_ld("[" * 100_000)), "read"),
        (page(f"{HEADING}{PROSE}", json_ld('{"@graph":' * 20_000)), "read"),
        (page(f"{HEADING}{PROSE}", json_ld('{"@type": "Article", "author": ' * 10_000)), "read"),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{len(value)} bytes",
)
def test_a_page_at_the_limits(data: bytes, problem: str) -> None:
    assert outcome(data) == problem


def test_no_entity_is_expanded() -> None:
    declared = (
        b'<!DOCTYPE html [<!ENTITY a "ha ha ha "><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    )
    article = read_page(
        declared + page(f"{HEADING}{PROSE}<p>It is said that &b; and &c; were all that he said to them.</p>")
    )
    assert "It is said that &b; and &c; were all" in article.text


FIELDS = ["@type", "@graph", "author", "publisher", "headline", "name", "datePublished"]
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8) | st.just("NewsArticle"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(JSON)
def test_json_ld_of_any_form_is_taken_or_left(value: object) -> None:
    text = json.dumps({"@type": "Article", "author": value, "publisher": value, "@graph": value, "headline": value})
    article = read_page(page(f"{HEADING}{PROSE}", json_ld(text.replace("</", "<\\/"))), "https://post.example/a")
    assert isinstance(article.title, str)
    assert isinstance(article.author, str | None)
    assert article.publisher


PIECES = [
    *(
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<br>",
        "<br><br>",
        "<table><tr><td>",
        "<font>",
        "<script>",
        "</script>",
        "<!--",
    ),
    *("-->", "<li>", "<h1>", "</h1>", "<a href=x>", "</a>", "<title>", "<meta charset=utf-16>", "&#0;"),
    *(
        "\0",
        "\ufeff",
        "<svg>",
        "]]>",
        "\x01",
        "&#1;",
        "&#x1F",
        "&#65534;",
        "x<br><br>y",
        "<time datetime=2020>",
        "<body",
        ">",
        '"',
        "<q>",
        "\u2028",
        "\ud800",
    ),
    "The harbour of Lome reopened on Tuesday.",
]
MARKUP = st.lists(st.sampled_from(PIECES), max_size=30).map(
    lambda found: "".join(found).encode("utf-8", "surrogatepass")
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    MARKUP | st.binary(max_size=200),
    st.sampled_from([None, "", "utf-8", "punycode", "base64", "nosuch", "utf-16", "cp1251"]),
)
def test_any_bytes_are_read_or_refused(data: bytes, charset: str | None) -> None:
    for one in (data, page() + data, b"<p>" + data):
        try:
            article = read_page(one, None, charset)
        except SourceError:
            continue
        assert isinstance(article, Article)
        article.text.encode()
        assert sentences_of(article)


CYRILLIC = "<html><head>{}</head><body><p>Во Владивостоке открыли новый мост через бухту.</p></body></html>"


@pytest.mark.parametrize(
    ("encoding", "charset", "head"),
    [
        ("cp1251", "windows-1251", ""),
        ("cp1251", "utf-8", "<meta charset=windows-1251>"),
        ("cp1251", "nosuch", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'),
        ("cp1251", None, ""),
        ("koi8-r", "KOI8-R", "<meta charset=windows-1251>"),
        ("utf-8", "iso-8859-1", "<meta charset=windows-1251>"),
        ("utf-16", "iso-8859-1", ""),
        ("utf-8-sig", "windows-1251", ""),
        ("utf-16-le", None, ""),
        ("iso2022_jp", "iso-2022-jp", ""),
    ],
)
def test_the_encoding_is_that_of_the_bytes(encoding: str, charset: str | None, head: str) -> None:
    text = CYRILLIC.format(head)
    assert page_text(text.encode(encoding), charset) == text


@pytest.mark.parametrize("charset", ["iso-8859-1", "latin1", "us-ascii", "windows-1252"])
def test_what_is_called_latin_is_windows_1252(charset: str) -> None:
    text = "<p>“The price is 5 €,” said Zoë.</p>"
    assert page_text(text.encode("cp1252"), charset) == text


@given(
    st.binary(max_size=300),
    st.sampled_from(["punycode", "zlib", "rot13", "unicode_escape", "idna", "mbcs", "x" * 40, "\0"]),
)
def test_a_charset_from_outside_does_no_harm(data: bytes, charset: str) -> None:
    assert outcome(page() + data, charset) in {"read", "else", "binary", "not-a-page"}

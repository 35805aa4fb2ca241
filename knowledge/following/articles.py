"""An entry of a feed to its article: the page that it links to, or the text that the feed itself holds."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from urllib.parse import urldefrag, urlsplit

from knowledge.errors import FetchError, SourceError
from knowledge.fetching.fetcher import Fetcher
from knowledge.following.entries import Entry
from knowledge.following.markup import prose_length
from knowledge.models import Article
from knowledge.reading.web.pages import read_page
from knowledge.storage.feed_values import Feed

LONG_ENOUGH = 600
"""Characters from which a text in a feed is taken for the whole article."""

_SERVICE = re.compile(r"^(?:www|feeds?|rss)\.")
"""What a site sets before its name where it serves pages, or feeds."""


def read_entry(entry: Entry, fetcher: Fetcher, feed: Feed) -> Article:
    """The article of an entry, with what its page doesn't say filled in from the feed.

    Raises FetchError, SourceError where neither the page nor the feed holds it.
    """
    page = page_of(entry)
    if page is None:
        return _filled(_article_of_content(entry, feed), entry, feed)
    try:
        fetched = fetcher.fetch(page, obey_robots=True)
        article = read_page(fetched.body, fetched.address, fetched.charset)
    except (FetchError, SourceError):
        if not _is_whole(entry):
            raise
        article = _article_of_content(entry, feed)
    return _filled(article, entry, feed)


def page_of(entry: Entry) -> str | None:
    """The address of the page that is read for an entry; None where the text in the feed is read instead."""
    if entry.address is None or (entry.shared and _is_whole(entry)):
        return None
    return urldefrag(entry.address).url


def _is_whole(entry: Entry) -> bool:
    return prose_length(entry.content) >= LONG_ENOUGH


def _article_of_content(entry: Entry, feed: Feed) -> Article:
    """The article as the feed holds it.

    It has no address where that leads to other texts, too, or to another site, which perhaps never said such a thing.
    """
    address = None if entry.shared or _site(entry.address) != _site(feed.address) else entry.address
    title = html.escape(entry.title)
    page = f'<html lang="{html.escape(entry.language)}"><head><meta charset="utf-8"><title>{title}</title></head>'
    page += f"<body><article><h1>{title}</h1>{entry.content}</article></body></html>"
    return read_page(page.encode(), address, "utf-8")


def _site(address: str | None) -> str:
    """The host, without what says only that it serves pages or feeds."""
    return _SERVICE.sub("", urlsplit(address or "").hostname or "", count=1)


def _filled(article: Article, entry: Entry, feed: Feed) -> Article:
    return replace(
        article,
        title=article.title or entry.title,
        publisher=article.publisher or feed.title or None,
        published=article.published or entry.published,
        author=article.author or entry.author,
        language=article.language or entry.language,
    )

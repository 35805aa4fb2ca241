"""The article at an address that an editor gives."""

from __future__ import annotations

from bot.settings import Settings
from bot.wording import RefusalError
from knowledge import Article, SourceError


def read_address(settings: Settings, address: str) -> list[Article]:
    """The article of the page at an address, or those of a text.

    Raises FetchError; SourceError where there is none; RefusalError for a feed.
    """
    from bot.fetching import fetcher_of
    from knowledge.following.finding import is_feed
    from knowledge.reading.web.pages import read_page

    with fetcher_of(settings) as fetcher:
        fetched = fetcher.fetch(address.strip())
    if is_feed(fetched.body):
        raise RefusalError("error-address-feed", source=address)
    if fetched.content_type == "text/plain":
        return _read_plain(fetched.body, fetched.address)
    return [read_page(fetched.body, fetched.address, fetched.charset)]


def _read_plain(data: bytes, address: str) -> list[Article]:
    from knowledge.reading.decoding import NotText, decode
    from knowledge.reading.plain import read_text

    try:
        articles = read_text(decode(data))
    except NotText:
        raise SourceError(address, "binary") from None
    if not articles:
        raise SourceError(address, "no-article")
    return articles

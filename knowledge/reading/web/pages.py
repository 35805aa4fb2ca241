"""The bytes of a web page to its article. Nothing here touches a network: who fetched the page gives its bytes."""

from __future__ import annotations

from datetime import date
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from knowledge.errors import SourceError
from knowledge.models import Article
from knowledge.reading.fields import MAX_NAME
from knowledge.reading.language import guess_language
from knowledge.reading.metadata import is_address
from knowledge.reading.web.addresses import canonical_address, host_of, same_site
from knowledge.reading.web.body_text import main_text
from knowledge.reading.web.declared import Declared, line_of, names, read_declared
from knowledge.reading.web.furniture import byline_of, split_head
from knowledge.reading.web.markup import read_markup
from knowledge.reading.web.page_dates import page_date
from knowledge.reading.web.refusals import refusal
from knowledge.reading.web.titles import author_in, author_of, title_of

_UNNAMED = "page"


def read_page(
    data: bytes, address: str | None = None, charset: str | None = None, *, today: date | None = None
) -> Article:
    """The article of a web page: its main text in paragraphs with blank lines between them, and what it says of itself.

    `address` is where the page came from in the end, `charset` what the server said of its encoding; `today` is the
    last day that may be one of publication, by default the day in the zone furthest ahead. The largest page takes some
    seconds. Raises SourceError, with `address` or "page" as its source, for a page that has no article.
    """
    source = address or _UNNAMED
    tree = read_markup(data, charset, source)
    declared = read_declared(tree)
    url = _url(tree, declared, address)
    publisher = _publisher(declared, url or address)
    published = page_date(tree, declared, url or address, today)
    title, author = title_of(tree, declared, publisher), author_of(tree, declared)
    head, paragraphs = split_head(main_text(tree))
    text = "\n\n".join(paragraphs)
    article = Article(
        text=text,
        title=title,
        publisher=publisher,
        published=published,
        url=url,
        language=_language(tree, text),
        author=author or author_in(byline_of(head)),
    )
    problem = refusal(tree, declared, article)
    if problem:
        raise SourceError(source, problem)
    return article


def _url(tree: HtmlElement, declared: Declared, address: str | None) -> str | None:
    """The canonical address: what the page says, if it is of the same site; else where the page came from.

    A page can't take the place of another site's article; nor can all pages of a site that names its front page.
    """
    links = (link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split())
    for said in (*links, declared.meta.get("og:url")):
        found = _joined(address, said)
        if found and (address is None or (same_site(found, address) and (_has_path(found) or not _has_path(address)))):
            return canonical_address(found)
    return canonical_address(address) if address and is_address(address) else None


def _joined(address: str | None, said: str | None) -> str | None:
    try:
        found = urljoin(address or "", (said or "").strip())
    except ValueError:
        return None
    return found if said and is_address(found) else None


def _has_path(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.path.strip("/") or parts.query)


def _publisher(declared: Declared, address: str | None) -> str | None:
    said = line_of(declared.first("og:site_name"), MAX_NAME)
    return said or names(declared.article.get("publisher"), MAX_NAME) or host_of(address or "") or None


def _language(tree: HtmlElement, text: str) -> str:
    """The language that the page declares, unless its text is plainly in another: templates say "en" on any page."""
    said = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").replace("_", "-").lower()
    declared = said.split("-")[0].strip()
    if not (declared.isascii() and declared.isalpha() and len(declared) in (2, 3)):
        declared = ""
    guessed = guess_language(text)
    return guessed if guessed and declared in ("", "en") else declared

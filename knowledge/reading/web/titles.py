"""The title and the author of a page's article."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from knowledge.reading.fields import MAX_NAME
from knowledge.reading.layout import MAX_TITLE
from knowledge.reading.web.declared import Declared, line_of, names

_SEPARATOR = re.compile(r"\s+[|·•–—:-]\s+|\s*\|\s*")
_BY = re.compile(r"^(?:(?:written |words |text |story )?by|von|por|par|автор|текст)\s*:?\s+", re.IGNORECASE)


def title_of(tree: HtmlElement, declared: Declared, publisher: str | None) -> str:
    """The headline as the page shows it, without the name of the site; an empty string where it has none."""
    said = [declared.article.get("headline"), declared.first("og:title", "twitter:title", "headline", "dc.title")]
    said += [tree.findtext(".//title")]
    named = [title for title in (line_of(one, MAX_TITLE) for one in said) if title]
    shown = [text for one in tree.findall(".//h1")[:5] if (text := line_of(one.text_content(), MAX_TITLE))]
    for heading in shown:
        if any(_folded(heading) in _folded(one) or _folded(one) in _folded(heading) for one in named):
            return heading
    if named and not (len(shown) == 1 and named == said[2:]):
        return _without_site(named[0], publisher)
    return (shown or [""])[0]


def author_of(tree: HtmlElement, declared: Declared) -> str | None:
    """Who wrote it, several names with commas between them; None where the page does not say."""
    said = names(declared.article.get("author") or declared.article.get("creator"), MAX_NAME)
    said = said or names(declared.first("author", "article:author", "dc.creator", "byl", "parsely-author"), MAX_NAME)
    if not said:
        from trafilatura.metadata import extract_author

        said = line_of((extract_author(tree) or "").replace("; ", ", "), MAX_NAME)
    return author_in(said)


def author_in(byline: str | None) -> str | None:
    """The name in a byline."""
    return _BY.sub("", byline, count=1)[:MAX_NAME] if byline else None


def _folded(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _without_site(title: str, publisher: str | None) -> str:
    """`title` less its last part, where that is the publisher's name or part of it."""
    *parts, last = _SEPARATOR.split(title)
    if parts and publisher and (_folded(last) in _folded(publisher) or _folded(publisher) in _folded(last)):
        return title[: title.rindex(last)].rstrip(" |·•–—:-")
    return title

"""The day on which a page's article was published, where the page says so; never a guess, never the day of reading.

htmldate, which trafilatura would ask, also takes the year of a copyright line, the latest of all dates on the page, or
one in an address of an image, and no setting forbids all of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain, islice

from lxml.html import HtmlElement

from knowledge.reading.dates import is_future, leading_date
from knowledge.reading.metadata import read_metadata
from knowledge.reading.web.declared import Declared

_PUBLISHED = (
    *("article:published_time", "og:article:published_time", "article:published", "og:published_time"),
    *("datepublished", "date.issued", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created"),
    *("parsely-pub-date", "sailthru.date", "citation_publication_date", "cxenseparse:recs:publishtime"),
    *("publication_date", "publish_date", "publish-date", "published_time", "pubdate", "date_published", "datecreated"),
    *("dc.date", "dcterms.date", "date"),
)
_UPDATED = (
    *("article:modified_time", "og:updated_time", "og:modified_time", "datemodified", "dcterms.modified"),
    *("dc.date.modified", "last-modified", "lastmod"),
)
_IN_PATH = re.compile(
    r"/((?:19|20)\d\d)/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])(?=/)|/((?:19|20)\d\d-[01]\d-[0-3]\d)(?=[/-])"
)
_COMPACT = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)(?=T|$)")
_LABEL = re.compile(
    r"(?:(?P<published>veröffentlicht(?: am)?|erschienen(?: am)?|erstellt(?: am)?|publié(?:e)?(?: le)?|mis en ligne le"
    r"|publicado(?: el)?|pubblicato(?: il)?|опубликовано|опубліковано|дата публикации|дата публікації)"
    r"|(?P<updated>aktualisiert(?: am)?|mise? à jour(?: le)?|actualizado(?: el)?|aggiornato(?: il)?|обновлено|оновлено)"
    r")\s*:?\s*",
    re.IGNORECASE,
)
_TEXTS = "(.//text() | following::text())[normalize-space()][position() <= 300]"
_UNSET = date(1970, 1, 1)
_LONGEST_LINE = 120
_MOST_LINES = 60
_PROSE = 120  # characters from which a paragraph is the article's own

Said = tuple[date | None, date | None, date | None]
"""The day of publication, a day without a label, and the day of the last change."""


def page_date(tree: HtmlElement, declared: Declared, address: str | None, today: date | None) -> date | None:
    """The day of publication; where none is said, that of the last change; None where neither is, or all lie ahead.

    A date with a zone is the day that stands there, in the publisher's own offset. None may be after `today`, which is
    by default the day in the zone furthest ahead.
    """
    said = [_said(line) for line in islice(_head_lines(tree), _MOST_LINES)]
    everything = chain(_published(tree, declared, said, address), _updated(tree, declared, said))
    return next((found for found in everything if found and found != _UNSET and not _is_ahead(found, today)), None)


def _is_ahead(day: date, today: date | None) -> bool:
    return day > today if today else is_future(day)


def _published(tree: HtmlElement, declared: Declared, said: list[Said], address: str | None) -> Iterator[date | None]:
    yield _read(declared.article.get("datePublished"))
    yield from (_read(declared.meta[name]) for name in _PUBLISHED if name in declared.meta)
    yield from _marked(tree, "datepublished")
    yield from (_read(element.get("datetime")) for element in tree.iter("time") if element.get("pubdate") is not None)
    yield from (published for published, _, _ in said)
    yield _in_path(address)
    yield from (dated for _, dated, _ in said)
    yield _read(declared.article.get("dateCreated"))


def _updated(tree: HtmlElement, declared: Declared, said: list[Said]) -> Iterator[date | None]:
    yield _read(declared.article.get("dateModified"))
    yield from (_read(declared.meta[name]) for name in _UPDATED if name in declared.meta)
    yield from _marked(tree, "datemodified")
    yield from (updated for _, _, updated in said)


def _read(value: object) -> date | None:
    if not isinstance(value, str):
        return None
    value = value.strip()[:_LONGEST_LINE]
    if compact := _COMPACT.match(value):
        value = "-".join(compact.groups())
    found = leading_date(value)
    return found[0] if found else None


def _marked(tree: HtmlElement, name: str) -> Iterator[date | None]:
    """The dates of elements with an `itemprop` of that name, but for those in teasers of other articles."""
    for element in tree.iterfind(".//*[@itemprop]"):
        if (element.get("itemprop") or "").lower() == name and _is_of_article(element):
            yield _read(element.get("datetime") or element.get("content") or element.text_content())


def _is_of_article(element: HtmlElement) -> bool:
    return next(element.iterancestors("footer", "aside", "nav", "li"), None) is None


def _in_path(address: str | None) -> date | None:
    match = _IN_PATH.search(address or "")
    if not match:
        return None
    return _read(match[4] or f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}")


def _said(line: str) -> Said:
    if label := _LABEL.match(line):
        found = leading_date(line[label.end() :])
        day = found[0] if found else None
        return (day, None, None) if label["published"] else (None, None, day)
    said = read_metadata(line)
    return (said.published, said.dated, said.updated) if said else (None, None, None)


def _head_lines(tree: HtmlElement) -> Iterator[str]:
    """The short lines around the title, up to the first prose: where a page shows its days.

    A label and its date that stand in two elements are one line too; a `time` is the date in its attribute.
    """
    title = tree.find(".//h1")
    if title is None:
        return
    start = next(title.iterancestors("article", "header"), title)
    before = ""
    for text in start.xpath(_TEXTS):
        parent = text.getparent() if text.is_text else text.getparent().getparent()
        if parent is None or not _is_of_article(parent) or parent.tag in ("script", "style", "noscript"):
            continue
        if _is_prose(parent, text):
            return
        line = " ".join(text.split())
        if len(line) > _LONGEST_LINE:
            continue
        if parent.tag == "time" and _read(parent.get("datetime")):
            line = str(_read(parent.get("datetime")))
        yield line
        if before and not any(map(str.isdigit, before)):
            yield f"{before} {line}"
        before = line


def _is_prose(parent: HtmlElement, text: str) -> bool:
    paragraph = parent if parent.tag == "p" else next(parent.iterancestors("p"), None)
    return len(text) >= _PROSE or (paragraph is not None and len(paragraph.text_content()) >= _PROSE)

"""Feeds and pages, as sites serve them."""

from __future__ import annotations

from html import escape

from tests.knowledge.fetching.sites import response

STORY = (
    "The ferry Aurelia sank off {place} on Friday morning after it had hit a rock near the harbour. "
    "All {count} passengers were saved by boats of the coast guard, the ministry of shipping said in a statement. "
    "The captain told reporters that the engines had failed in the storm shortly before the ship ran aground. "
    "Prosecutors in Piraeus have opened an inquiry into the company, which runs nine other ships in those waters. "
    "It is the third accident of a ferry in the region within two years, according to the union of seamen. "
    "Divers will look at the wreck as soon as the wind calms down, which forecasters expect for Sunday evening."
)
"""Prose as long as that of a short article."""


def story(place: str = "Kithnos", count: int = 212) -> str:
    """A short article."""
    return STORY.format(place=place, count=count)


def item(link: str = "", title: str = "", *, guid: str = "", date: str = "", text: str = "", more: str = "") -> str:
    """An item of RSS; what is empty isn't there."""
    values = {"link": link, "title": title, "guid": guid, "pubDate": date, "description": text}
    return (
        f"<item>{''.join(f'<{name}>{escape(value)}</{name}>' for name, value in values.items() if value)}{more}</item>"
    )


def rss(*items: str, title: str = "Island Post", more: str = "") -> bytes:
    """A feed in RSS 2.0."""
    head = '<?xml version="1.0"?><rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">'
    return f"{head}<channel><title>{title}</title>{more}{''.join(items)}</channel></rss>".encode()


def feed(*items: str, headers: tuple[str, ...] = (), title: str = "Island Post", more: str = "") -> bytes:
    """The response that holds such a feed."""
    return response(rss(*items, title=title, more=more), *headers, kind="application/rss+xml")


def page(title: str = "Ferry sinks", text: str = "", head: str = "") -> bytes:
    """The response that holds an article's page."""
    paragraphs = "".join(f"<p>{escape(part)}.</p>" for part in (text or story()).rstrip(".").split(". "))
    body = f"<article><h1>{escape(title)}</h1>{paragraphs}</article>"
    html = f'<!doctype html><html lang="en"><head><title>{escape(title)}</title>{head}</head><body>{body}</body></html>'
    return response(html.encode(), kind="text/html; charset=utf-8")

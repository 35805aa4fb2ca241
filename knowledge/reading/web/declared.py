"""What a page says of itself to machines: its `meta` elements and its JSON-LD (schema.org)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml.html import HtmlElement

from knowledge.reading.fields import one_line

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting)$")
_MAX_JSON = 500_000  # characters of one script; real ones have a few thousand
_MAX_NODES = 2_000
_LEADS_ON = ("@graph", "mainEntity", "mainEntityOfPage")
_TAG = re.compile(r"<[^<>]{0,200}>")

Node = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Declared:
    """`meta` are the contents by name in lower case, the first of each; `article` is the JSON-LD of the article.

    `types` are all types that the JSON-LD names.
    """

    meta: dict[str, str] = field(default_factory=dict)
    article: Node = field(default_factory=dict)
    types: frozenset[str] = frozenset()

    @property
    def is_article(self) -> bool:
        """Whether the page says that it is an article, and no front page or list."""
        kind = self.meta.get("og:type", "").lower()
        return bool(self.article) or kind in ("article", "news", "newsarticle") or "article:published_time" in self.meta

    @property
    def is_walled(self) -> bool:
        """Whether it says that not all of it may be read by everyone."""
        tier = self.meta.get("article:content_tier", "").lower()
        return str(self.article.get("isAccessibleForFree", "")).lower() == "false" or tier in ("locked", "metered")

    def first(self, *names: str) -> str | None:
        """The content of the first of the named `meta` that is there."""
        return next((self.meta[name] for name in names if name in self.meta), None)


def read_declared(tree: HtmlElement) -> Declared:
    """What the page says; what is of a wrong type or damaged is as if it were not there."""
    nodes = list(_nodes(tree))
    articles = [node for node in nodes if any(map(_ARTICLE.search, _types(node)))]
    article = next((node for node in articles if "datePublished" in node), articles[0] if articles else {})
    return Declared(_meta(tree), article, frozenset(name for node in nodes for name in _types(node)))


def line_of(value: object, limit: int) -> str | None:
    """A string on one line of at most `limit` characters; None for what is none, or blank."""
    return one_line(value[: 10 * limit], limit) or None if isinstance(value, str) else None


def names(value: object, limit: int) -> str | None:
    """The name, or names with commas between them, of people or organizations in JSON-LD."""
    found: list[str] = []
    for one in value if isinstance(value, list) else [value]:
        name = line_of(one.get("name") if isinstance(one, dict) else one, limit)
        if name and not name.startswith(("http:", "https:", "@", "#")) and name not in found:
            found.append(_TAG.sub("", name))
    return ", ".join(found[:10])[:limit] or None


def _meta(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), content.strip())
    return found


def _nodes(tree: HtmlElement) -> Iterator[Node]:
    """The objects of all JSON-LD in a page that describe the page, not what it points to."""
    waiting: list[object] = []
    for script in tree.iter("script"):
        kind = (script.get("type") or "").strip().lower()
        if kind.startswith("application/ld+json") and script.text and len(script.text) <= _MAX_JSON:
            waiting.append(_parsed(script.text))
    for _ in range(_MAX_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting[:0] = node[:_MAX_NODES]
        elif isinstance(node, dict):
            yield node
            waiting.extend(node[key] for key in _LEADS_ON if key in node)


def _parsed(text: str) -> object:
    text = text.strip().removeprefix("<!--").removesuffix("-->").removeprefix("//<![CDATA[").removesuffix("//]]>")
    try:
        return json.loads(text, strict=False, parse_int=float)  # a number of a million digits is no error then
    except (ValueError, RecursionError):
        return None


def _types(node: Node) -> list[str]:
    named = node.get("@type")
    return [name for name in (named if isinstance(named, list) else [named])[:20] if isinstance(name, str)]

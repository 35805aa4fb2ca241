"""What is found -> Discord messages of components: a module for each kind of lookup.

`make_reply` finds and words a lookup; it belongs in a thread. All layout is pure, and within Discord's limits for any
article and any question.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.memory.lookups import Kind, Lookup
from bot.publishers import publisher_meant
from bot.replies.answer import answer_reply
from bot.replies.article import article_reply
from bot.replies.context import context_reply
from bot.replies.overview import coverage_reply
from bot.replies.quotes import quotes_reply
from bot.replies.reply import Reply
from bot.replies.timeline import timeline_reply
from bot.texts import Texts
from knowledge import Coverage, Filters

__all__ = ["Reply", "make_reply"]

Maker = Callable[[Lookup, Coverage, Texts], Reply]

_MAKERS: Mapping[Kind, Maker] = {
    "ask": answer_reply,
    "article": article_reply,
    "context": context_reply,
    "coverage": coverage_reply,
    "quotes": quotes_reply,
    "timeline": timeline_reply,
}


def make_reply(lookup: Lookup, coverage: Coverage, say: Texts) -> Reply:
    """The reply to a lookup. Raises FactboxError; doesn't belong on an event loop."""
    meant = replace(lookup, filters=_with_publisher(lookup.filters, coverage))
    return _MAKERS[lookup.kind](meant, coverage, say)


def _with_publisher(filters: Filters, coverage: Coverage) -> Filters:
    """The filters with the publisher as the coverage spells it. Raises RefusalError for one that isn't shown."""
    names = [name for name, _ in coverage.overview(filters.publishers).publishers] if filters.publisher else []
    if not filters.publisher or not names:  # of nothing, there is nothing to choose from
        return filters
    return replace(filters, publisher=publisher_meant(filters.publisher, names))

"""`factbox changes` and `factbox history`."""

from __future__ import annotations

from bot.answer_json import article_object
from bot.cli.output import complain, write, write_json
from bot.plain import harmless, source
from bot.texts import english
from knowledge import Article, Coverage
from knowledge.keeping.history import Update
from knowledge.models import Change

COUNTS = ("added", "updated", "unchanged", "copies")


def list_changes(coverage: Coverage, limit: int, *, as_json: bool) -> None:
    """List what was added and removed, the newest first."""
    found = coverage.history.changes(limit)
    if as_json:
        write_json([_change_object(change) for change in found])
        return
    for change in found:
        write(f"{_time(change)}  {harmless(change.source) or english()('past-source-unknown')}: {_counts(change)}")
    if not found:
        complain(english()("past-none"))


def show_history(coverage: Coverage, article_id: str, *, as_json: bool) -> None:
    """Show what an article said before, the newest first. Raises UnknownArticle."""
    article = coverage.article(article_id)
    updates = coverage.history.updates(article)
    if as_json:
        write_json({"article": article_object(article), "updates": [_update_object(update) for update in updates]})
        return
    write(source(article, article.url, english()))
    if not updates:
        write(english()("past-never-updated"))
    later = article
    for update in updates:
        write("")
        _tell(update, later)
        later = update.former.article


def _tell(update: Update, later: Article) -> None:
    write(english()("past-until", time=f"{update.former.until:%Y-%m-%d %H:%M}"))
    before, after = article_object(update.former.article), article_object(later)
    for name, value in before.items():
        if value != after[name]:
            write(f"  {name}: {harmless(str(value or ''))} -> {harmless(str(after[name] or ''))}")
    for sentence in update.dropped:
        write(f"- {harmless(sentence)}")
    for sentence in update.added:
        write(f"+ {harmless(sentence)}")


def _counts(change: Change) -> str:
    """What was done, without that of which there was nothing."""
    counts = {name: getattr(change.added, name) for name in COUNTS} | {"removed": change.removed}
    told = [english()(f"past-{name}", count=count) for name, count in counts.items() if count]
    return ", ".join(told) or english()("past-nothing")


def _time(change: Change) -> str:
    return f"{change.at:%Y-%m-%d %H:%M}" if change.at else ""


def _change_object(change: Change) -> dict[str, object]:
    """A change in the form that scripts rely on; its time is in UTC."""
    counts = {name: getattr(change.added, name) for name in COUNTS}
    at = change.at.isoformat() if change.at else None
    return {"at": at, "source": change.source or None, **counts, "removed": change.removed}


def _update_object(update: Update) -> dict[str, object]:
    return {
        "until": update.former.until.isoformat(),
        "before": article_object(update.former.article),
        "dropped": update.dropped,
        "added": update.added,
    }

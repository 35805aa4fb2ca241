"""What the commands of `factbox feeds` do."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

from bot.cli.files import written
from bot.cli.output import complain, write, write_json
from bot.editing import Followed
from bot.following import AlreadyPolling, feeds_of, follow, poll_due
from bot.plain import harmless
from bot.settings import Settings
from bot.texts import english
from bot.wording import RefusalError, describe
from knowledge import FetchError, SourceError
from knowledge.following.finding import web_address_of
from knowledge.following.opml import LARGEST, read_opml, write_opml
from knowledge.following.poller import Polled
from knowledge.storage.feed_values import Feed
from knowledge.storage.feeds import FAILING


def add_feeds(settings: Settings, addresses: Sequence[str]) -> int:
    """Follow feeds, and tell of each; return the exit status."""
    failed = False
    for address in addresses:
        try:
            _tell_followed(follow(settings, address))
        except (FetchError, SourceError) as error:
            complain(describe(error))
            failed = True
    return int(failed)


def remove_feeds(settings: Settings, addresses: Sequence[str]) -> int:
    """Follow feeds no more, and name those that weren't followed; return the exit status."""
    feeds, say = feeds_of(settings.data), english()
    unknown = [address for address in addresses if not feeds.unfollow(web_address_of(address))]
    for address in unknown:
        complain(say("error-feed-unknown", address=address))
    for address in dict.fromkeys(addresses):
        if address not in unknown:
            write(say("feeds-removed", address=harmless(address)))
    return 1 if unknown else 0


def list_feeds(settings: Settings, *, as_json: bool) -> None:
    """List the feeds with their health."""
    feeds = feeds_of(settings.data).feeds()
    if as_json:
        write_json([_object(feed) for feed in feeds])
        return
    if not feeds:
        complain(english()("error-no-feeds"))
    for feed in feeds:
        write(harmless(feed.address))
        write(f"  {_title(feed.title)}")
        write(f"  {_health(feed)}")


def poll_feeds(settings: Settings, *, everything: bool) -> int:
    """Poll what is due, a line a feed; return the exit status. Raises RefusalError where another process polls."""
    say = english()
    try:
        report = poll_due(settings, everything=everything, tell=_tell_polled)
    except AlreadyPolling:
        raise RefusalError("error-feeds-polled") from None
    except KeyboardInterrupt:
        _leave_at_once()
    if not report.polled:
        write(say("feeds-none-due"))
        return 0
    added = report.added
    write(say("feeds-polled", feeds=len(report.polled), added=added.added, updated=added.updated))
    return 1 if report.failed else 0


def import_feeds(settings: Settings, file: Path) -> None:
    """Follow the feeds of an OPML file; they are asked for when they are polled. Raises SourceError."""
    try:
        with file.open("rb") as opened:
            outlines = read_opml(opened.read(LARGEST + 1), str(file))
    except FileNotFoundError:
        raise SourceError(str(file), "missing") from None
    except IsADirectoryError:
        raise SourceError(str(file), "not-a-file") from None
    except PermissionError:
        raise SourceError(str(file), "no-permission") from None
    feeds, now = feeds_of(settings.data), datetime.now(UTC)
    added = sum(feeds.follow(outline.address, outline.title, outline.site, now) for outline in outlines)
    write(english()("feeds-imported", added=added, known=len(outlines) - added))


def export_feeds(settings: Settings, file: Path | None) -> None:
    """Write the feeds as OPML to a file, or to standard output."""
    opml = write_opml(feeds_of(settings.data).feeds()).decode()
    if file is None:
        sys.stdout.write(opml)
        return
    with written(file) as opened:
        opened.write(opml)


def _tell_followed(followed: Followed) -> None:
    say, title, address = english(), _title(followed.title), harmless(followed.address)
    if followed.known:
        write(say("feeds-known", title=title, address=address))
        return
    write(say("feeds-added", title=title, address=address, articles=followed.articles))
    for other in followed.others:
        write(say("feeds-other", title=_title(other.title), address=harmless(other.address)))


def _tell_polled(polled: Polled) -> None:
    say, added = english(), polled.added
    title = harmless(polled.feed.title) or harmless(polled.feed.address)
    if polled.error:
        complain(f"{title}: {describe(polled.error)}{_for_long(polled.feed)}{_stopped(polled.stopped)}")
        return
    for error in polled.failed:
        complain(f"{title}: {describe(error)}")
    failed = f" {say('feeds-poll-failed', count=len(polled.failed))}" if polled.failed else ""
    write(f"{title}: {say('feeds-poll', added=added.added, updated=added.updated)}{failed}")
    sys.stdout.flush()


def _health(feed: Feed) -> str:
    say = english()
    if feed.error:
        since = f"{feed.failing_since or feed.added:%Y-%m-%d %H:%M}"
        return say("feeds-failing", since=since, reason=harmless(describe(feed.error))) + _stopped(feed.stopped)
    if feed.succeeded is None:
        return say("feeds-new")
    times = {"polled": f"{feed.succeeded:%Y-%m-%d %H:%M}", "next": f"{feed.next_poll:%Y-%m-%d %H:%M}"}
    return say("feeds-well", articles=feed.articles, **times)


def _for_long(feed: Feed) -> str:
    """Since when a feed fails of which editors are told."""
    since = feed.failing_since
    if since is None or datetime.now(UTC) - since < FAILING:
        return ""
    return f" {english()('feeds-failing-long', since=f'{since:%Y-%m-%d %H:%M}')}"


def _stopped(stopped: bool) -> str:
    return f" {english()('feeds-stopped')}" if stopped else ""


def _title(title: str) -> str:
    return harmless(title) or english()("feeds-untitled")


def _object(feed: Feed) -> dict[str, object]:
    """A feed in the form that scripts rely on; times in UTC."""
    times = ("added", "polled", "succeeded", "next_poll", "failing_since")
    return {
        "address": feed.address,
        "title": feed.title,
        "site": feed.site,
        **{name: time.isoformat() if (time := getattr(feed, name)) else None for name in times},
        "problem": describe(feed.error) if feed.error else None,
        "articles": feed.articles,
        "stopped": feed.stopped,
    }


def _leave_at_once() -> NoReturn:
    """End without waiting for sites that are slow: what isn't stored is read by the next poll."""
    sys.stdout.flush()
    os._exit(130)

"""What editors are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import blake2b
from typing import Any

from discord import SelectOption, ui

from bot import limits
from bot.editing import Addition, Followed
from bot.markdown import cut, day, show
from bot.replies.parts import imprint, title
from bot.replies.reply import Block
from bot.texts import Texts
from bot.wording import describe
from knowledge import Article, Coverage, UnknownArticle, WrongSource
from knowledge.browsing.likeness import LikeQuestions, grouped
from knowledge.storage.feedback import MOST_ROWS

PREFIX = "factbox-editor"

_ROWS = 15
"""Rows of a list: more would not fit into a message."""
_NAMED = 5
"""Articles named where one of several may be meant."""
_QUESTION = 120
_NOTE = 80
"""UTF-16 units of a question or a sentence there, and of a note."""
_DAYS = 30


def added_blocks(addition: Addition, filename: str, say: Texts) -> list[Block]:
    """What adding a file did."""
    added = addition.added
    lines = [say("editors-added", articles=added.added, sentences=added.sentences)]
    if added.updated:
        lines.append(say("editors-updated", count=added.updated))
    if added.unchanged:
        lines.append(say("editors-unchanged", count=added.unchanged))
    lines += [f"- {show(headline, limits.TITLE) or say('answer-untitled')}" for headline in addition.titles]
    if addition.failed:
        lines.append(say("editors-failed", count=addition.failed))
    lines += [f"- {show(describe(error, say), limits.QUOTATION)}" for error in addition.errors]
    return [ui.TextDisplay(f"**{show(filename, limits.TITLE)}**"), ui.TextDisplay("\n".join(lines))]


def followed_blocks(followed: Followed, say: Texts) -> list[Block]:
    """Which feed is followed, and which other ones its page names."""
    title = show(followed.title, limits.TITLE) or show(followed.address, limits.TITLE)
    if followed.known:
        return [ui.TextDisplay(say("editors-followed", title=title))]
    lines = [say("editors-following", title=title, articles=followed.articles)]
    if followed.others:
        lines.append(say("editors-other-feeds"))
    others = followed.others[:_NAMED]
    lines += [f"- {show(other.title, limits.TITLE)} {show(other.address, limits.QUOTATION)}" for other in others]
    return [ui.TextDisplay("\n".join(lines))]


def removed_blocks(article: Article, say: Texts) -> list[Block]:
    """Which article was taken away."""
    return [ui.TextDisplay(say("editors-removed", title=show(article.title, limits.TITLE) or article.id))]


def which_blocks(articles: Sequence[Article], say: Texts) -> list[Block]:
    """The articles of which one may be meant, to be chosen as the headline is typed."""
    lines = [f"- **{title(article, say)}** · {imprint(article, say)}" for article in articles[:_NAMED]]
    return [ui.TextDisplay(say("editors-which")), ui.TextDisplay("\n".join(lines))]


def unanswered_blocks(coverage: Coverage, say: Texts) -> list[Block]:
    """The questions to which the coverage has no answer, alike ones as one, with a select to take them off."""
    groups = grouped(coverage.feedback.list_unanswered(MOST_ROWS))[:_ROWS]
    lines = [_asked(group, say) for group in groups]
    options = [SelectOption(label=cut(one.question, limits.OPTION_LABEL), value=key_of(one.question)) for one in groups]
    return list_blocks(say("editors-unanswered"), lines, _settling("unanswered", options, say), say)


def reports_blocks(coverage: Coverage, say: Texts) -> list[Block]:
    """The sentences that people find wrong, newest first, with a select to take them off."""
    rows = coverage.feedback.list_reports(_ROWS)
    sentences = [_sentence(coverage, row, say) for row in rows]
    lines = [
        say("editors-report", sentence=show(sentence, _QUESTION), day=day(row.day), note=show(row.note, _NOTE))
        for row, sentence in zip(rows, sentences, strict=True)
    ]
    options = [
        SelectOption(label=cut(sentence, limits.OPTION_LABEL), value=str(row.number))
        for row, sentence in zip(rows, sentences, strict=True)
    ]
    return list_blocks(say("editors-wrong"), lines, _settling("wrong", options, say), say)


def stats_blocks(coverage: Coverage, servers: int, say: Texts) -> list[Block]:
    """How much was looked up in the last days, and how much of it was found."""
    rows = coverage.feedback.counts(date.today() - timedelta(days=_DAYS))  # noqa: DTZ011 - whole days
    total, found = Counter[str](), Counter[str]()
    for row in rows:
        total[row.kind] += row.times
        found[row.kind] += row.times if row.answered else 0
    lines = [
        say("editors-count", kind=say(f"editors-kind-{kind}"), count=count, found=found[kind])
        for kind, count in total.most_common()
    ]
    heading = f"{say('editors-stats', days=_DAYS)}\n{say('editors-servers', count=servers)}"
    return list_blocks(heading, lines, [], say)


def key_of(question: str) -> str:
    """What stands for a question in a select, whose values have no room for it."""
    return blake2b(question.encode(), digest_size=8).hexdigest()


def _asked(group: LikeQuestions, say: Texts) -> str:
    asked = say("editors-asked", question=show(group.question, _QUESTION), count=group.times, day=day(group.day))
    others = len(group.wordings) > 1
    return f"{asked} · {say('editors-wordings', count=len(group.wordings))}" if others else asked


def _sentence(coverage: Coverage, report: WrongSource, say: Texts) -> str:
    try:
        sentences = coverage.sentences(report.article_id)
    except UnknownArticle:
        return say("editors-gone")
    return next((one.text for one in sentences if one.position == report.position), say("editors-gone"))


def _settling(name: str, options: list[SelectOption], say: Texts) -> list[Block]:
    """The select that takes rows off a list; none for an empty one."""
    if not options:
        return []
    select: ui.Select[Any] = ui.Select(
        custom_id=f"{PREFIX}:{name}", placeholder=say("editors-settle"), max_values=len(options), options=options
    )
    return [ui.ActionRow(select)]


def list_blocks(heading: str, lines: Sequence[str], below: Sequence[Block], say: Texts) -> list[Block]:
    """A list under a heading, with what stands below it."""
    listed = "\n".join(f"- {line}" for line in lines) or say("editors-none")
    return [ui.TextDisplay(f"### {heading}"), ui.TextDisplay(listed), *below]

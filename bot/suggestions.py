"""What can be written into the options of commands, as it is typed: from memory, and within a second or not at all."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from discord import Interaction, app_commands
from rapidfuzz.fuzz import partial_ratio
from rapidfuzz.process import extract

from bot import limits
from bot.audience import audience_of
from bot.logs import in_one_line
from bot.markdown import cut
from bot.services import Services, services_of
from knowledge import Filters
from knowledge.language.terms import folded

TIMEOUT = 1.0
"""Seconds after which nobody waits for suggestions any more."""
_TYPED = 100
"""Characters of what is typed that are looked at."""
_NEAR = 80
"""Likeness, of 100, from which a misspelt name is meant."""

Choice = app_commands.Choice[str]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Typing:
    """What somebody has typed so far, in which server and channel, and which articles are shown there."""

    words: str
    services: Services
    server: int | None
    channel: int | None
    shown: Filters


Find = Callable[[Typing], Iterable[Choice]]
"""Finds suggestions; called in a thread."""


def suggest(command: app_commands.Command[Any, ..., None], **finders: Find) -> None:
    """Let the options of `command` be completed, each by its own finder. What fails, or is slow, suggests nothing."""
    for option, find in finders.items():
        command.autocomplete(option)(_guarded(find))


def questions(typing: Typing) -> Iterable[Choice]:
    """Questions that got answers in this server, names that go on with the last word, and headlines."""
    asked = typing.services.lookups.questions(typing.server) if typing.server else []
    before, _, last = typing.words.rpartition(" ")
    names = _matching(last, _names(typing), near=False) if len(last) > 1 else []
    yield from map(_choice, _matching(typing.words, asked, near=False))
    yield from (_choice(f"{before} {name}".strip()) for name in names[:5])
    yield from (_choice(article.title) for article in _articles(typing, 10) if article.title)


def topics(typing: Typing) -> Iterable[Choice]:
    """Names, and headlines."""
    yield from map(_choice, _matching(typing.words, _names(typing))[:15])
    yield from (_choice(article.title) for article in _articles(typing, 10) if article.title)


def speakers(typing: Typing) -> Iterable[Choice]:
    """People who are quoted."""
    return map(_choice, _matching(typing.words, typing.services.coverage.speakers(typing.shown.publishers)))


def publishers(typing: Typing) -> Iterable[Choice]:
    """Publishers that are shown here."""
    overview = typing.services.coverage.overview(typing.shown.publishers)
    return map(_choice, _matching(typing.words, [name for name, _ in overview.publishers]))


def articles(typing: Typing) -> Iterable[Choice]:
    """Articles by their headlines, each standing for its id."""
    for article in _articles(typing, limits.CHOICES):
        day = f" ({article.published})" if article.published else ""
        name = cut(article.title or article.id, limits.OPTION_LABEL - len(day)) + day
        yield app_commands.Choice(name=name, value=article.id[: limits.OPTION_LABEL])


def watched(typing: Typing) -> Iterable[Choice]:
    """Topics that this channel watches, each standing for the number of its watch."""
    watches = typing.services.watches.of_channel(typing.channel) if typing.channel else []
    fitting = {*_matching(typing.words, [watch.topic for watch in watches])}
    for watch in watches:
        if watch.topic in fitting:
            yield app_commands.Choice(name=cut(watch.topic, limits.OPTION_LABEL), value=str(watch.number))


def _guarded(find: Find) -> Callable[[Interaction[Any], str], Any]:
    async def complete(interaction: Interaction[Any], typed: str) -> list[Choice]:
        try:
            async with asyncio.timeout(TIMEOUT):
                return await asyncio.to_thread(_found, find, _typing(interaction, typed))
        except Exception as error:  # noqa: BLE001 - a person would see no more than nothing anyway
            log.warning("There were no suggestions (%s)", in_one_line(error))
            return []

    return complete


def _typing(interaction: Interaction[Any], typed: str) -> Typing:
    shown = audience_of(interaction).filters(Filters())
    here = interaction.guild_id, interaction.channel_id
    return Typing(typed[:_TYPED].lstrip(), services_of(interaction), *here, shown)


def _found(find: Find, typing: Typing) -> list[Choice]:
    """As many as Discord takes, none twice and none empty."""
    found = {choice.value: choice for choice in find(typing) if choice.name and choice.value}
    return list(found.values())[: limits.CHOICES]


def _choice(text: str) -> Choice:
    shown = cut(text, limits.OPTION_LABEL)
    return app_commands.Choice(name=shown, value=shown.removesuffix("…"))


def _names(typing: Typing) -> Sequence[str]:
    return typing.services.coverage.names(typing.shown.publishers)


def _articles(typing: Typing, limit: int) -> Sequence[Any]:
    return typing.services.coverage.find_articles(typing.words, typing.shown, limit=limit)


def _matching(typed: str, texts: Sequence[str], *, near: bool = True) -> list[str]:
    """The texts with a word that begins as typed, in their order, or else the nearest; all where nothing is typed."""
    wanted = folded(typed)
    if not wanted.strip():
        return list(texts[: limits.CHOICES])
    spelt = _folded(tuple(texts))
    found = [text for text, letters in zip(texts, spelt, strict=True) if f" {wanted}" in f" {letters}"]
    if found or not near:
        return found[: limits.CHOICES]
    nearest = extract(wanted, spelt, scorer=partial_ratio, score_cutoff=_NEAR, limit=limits.CHOICES)
    return [texts[place] for _, _, place in nearest]


@lru_cache(maxsize=16)
def _folded(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The texts as they are compared; the same ones come at each key that somebody presses."""
    return tuple(map(folded, texts))

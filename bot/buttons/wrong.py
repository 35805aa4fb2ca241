"""**Wrong source**: tell the editors that a sentence, or what stands around it, is not right."""

from __future__ import annotations

import asyncio
from typing import Any

import discord
from discord import Interaction, ui

from bot import limits
from bot.audience import audience_of
from bot.buttons.recalling import recalled
from bot.failures import tell_failure
from bot.markdown import cut
from bot.memory.lookups import Place
from bot.services import services_of
from bot.texts import Texts
from bot.wording import RefusalError
from knowledge import Coverage, UnknownArticle

_OPEN = 900.0
"""Seconds that somebody has to fill in the form."""

Sentences = list[tuple[Place, str]]


async def wrong(interaction: Interaction[Any], number: str) -> None:
    """Open a form in which one of the sentences shown is chosen. Raises RefusalError where none is there any more."""
    services = services_of(interaction)
    lookup = await recalled(interaction, number)
    sentences = await asyncio.to_thread(_sentences, services.coverage, lookup.shown)
    if not sentences:
        raise RefusalError("refused-too-old")
    await interaction.response.send_modal(WrongSource(sentences, audience_of(interaction, private=True).say))


class WrongSource(ui.Modal):
    """Which sentence is wrong, and what is wrong with it."""

    def __init__(self, sentences: Sentences, say: Texts) -> None:
        super().__init__(title=say("wrong-title"), timeout=_OPEN)
        self._say = say
        self._places = [place for place, _ in sentences]
        self._chosen: ui.Select[Any] = ui.Select(
            options=[
                discord.SelectOption(label=cut(text, limits.OPTION_LABEL), value=str(at), default=at == 0)
                for at, (_, text) in enumerate(sentences)
            ]
        )
        self._note: ui.TextInput[Any] = ui.TextInput(
            style=discord.TextStyle.paragraph, required=False, max_length=limits.NOTE
        )
        self.add_item(ui.Label(text=say("wrong-sentence"), component=self._chosen))
        self.add_item(ui.Label(text=say("wrong-note"), description=say("wrong-kept"), component=self._note))

    async def on_submit(self, interaction: Interaction[Any]) -> None:
        """Keep what was told."""
        article_id, position = self._places[int(self._chosen.values[0])]
        feedback = services_of(interaction).coverage.feedback
        await asyncio.to_thread(feedback.report, article_id, position, self._note.value, interaction.user.id)
        await interaction.response.send_message(self._say("wrong-thanks"), ephemeral=True)

    async def on_error(self, interaction: Interaction[Any], error: Exception, /) -> None:  # type: ignore[override]
        """Tell whoever sent the form that it failed."""
        await tell_failure(interaction, error, "a report of a wrong source")


def _sentences(coverage: Coverage, places: tuple[Place, ...]) -> Sentences:
    """The sentences at those places, as far as they are still there."""
    found: Sentences = []
    for article_id, position in places:
        try:
            sentences = coverage.sentences(article_id)
        except UnknownArticle:
            continue
        found += [((article_id, position), one.text) for one in sentences if one.position == position]
    return found

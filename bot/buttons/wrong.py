"""**Wrong source**: tell the editors that a sentence, or what stands around it, is not right."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

import discord
from discord import Interaction, InteractionType, ui

from bot import limits
from bot.audience import audience_of
from bot.buttons.guarding import guarded
from bot.buttons.recalling import recalled
from bot.markdown import cut
from bot.memory.lookups import Place
from bot.services import services_of
from bot.texts import Texts
from bot.wording import RefusalError
from knowledge import Coverage, UnknownArticle

_FORM = "factbox-wrong"
"""How the id of a form begins; the number of its lookup follows."""
_SENTENCE, _NOTE = "sentence", "note"

Sentences = Mapping[int, str]
"""The sentences that a reply shows, by their numbers there."""


async def wrong(interaction: Interaction[Any], number: str) -> None:
    """Open a form in which one of the sentences shown is chosen. Raises RefusalError where none is there any more."""
    services = services_of(interaction)
    services.cooldowns.check(interaction.user.id, interaction.guild_id)
    lookup = await recalled(interaction, number)
    sentences = await asyncio.to_thread(_sentences, services.coverage, lookup.shown)
    if not sentences:
        raise RefusalError("refused-too-old")
    await interaction.response.send_modal(_form(number, sentences, audience_of(interaction, private=True).say))


async def take_form(interaction: Interaction[Any]) -> None:
    """Keep what a form tells, where the interaction is one that was sent. It is known by its id alone, as buttons are,
    so that it may be sent after a restart."""
    data: Any = interaction.data
    if interaction.type is not InteractionType.modal_submit or not data["custom_id"].startswith(f"{_FORM}:"):
        return
    number = data["custom_id"].removeprefix(f"{_FORM}:")
    await guarded(interaction, "a report of a wrong source", lambda: _keep(interaction, number, _filled_in(data)))


def _form(number: str, sentences: Sentences, say: Texts) -> ui.Modal:
    """Which sentence is wrong, and what is wrong with it."""
    first = min(sentences)
    options = [
        discord.SelectOption(label=cut(text, limits.OPTION_LABEL), value=str(at), default=at == first)
        for at, text in sentences.items()
    ]
    note: ui.TextInput[Any] = ui.TextInput(
        style=discord.TextStyle.paragraph, custom_id=_NOTE, required=False, max_length=limits.NOTE
    )
    form = ui.Modal(title=say("wrong-title"), custom_id=f"{_FORM}:{number}")
    form.add_item(ui.Label(text=say("wrong-sentence"), component=ui.Select(custom_id=_SENTENCE, options=options)))
    form.add_item(ui.Label(text=say("wrong-note"), description=say("wrong-kept"), component=note))
    form.stop()  # `take_form` takes it, so it need not be kept
    return form


async def _keep(interaction: Interaction[Any], number: str, told: Mapping[str, str]) -> None:
    lookup = await recalled(interaction, number)
    article_id, position = lookup.shown[int(told[_SENTENCE])]
    feedback = services_of(interaction).coverage.feedback
    await asyncio.to_thread(feedback.report, article_id, position, told[_NOTE], interaction.user.id)
    say = audience_of(interaction, private=True).say
    await interaction.response.send_message(say("wrong-thanks"), ephemeral=True)


def _filled_in(data: Any) -> dict[str, str]:  # noqa: ANN401 - as Discord sends it
    """What stands in each field of a form, by the field's id."""
    fields = [label["component"] for label in data["components"]]
    return {field["custom_id"]: field.get("value") or "".join(field.get("values", ())) for field in fields}


def _sentences(coverage: Coverage, places: tuple[Place, ...]) -> Sentences:
    """The sentences at those places, as far as they are still there."""
    found = ((number, _sentence(coverage, *place)) for number, place in enumerate(places))
    return {number: text for number, text in found if text is not None}


def _sentence(coverage: Coverage, article_id: str, position: int) -> str | None:
    try:
        sentences = coverage.sentences(article_id)
    except UnknownArticle:
        return None
    return next((one.text for one in sentences if one.position == position), None)

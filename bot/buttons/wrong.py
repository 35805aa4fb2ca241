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
from bot.memory.places import Place, found_at
from bot.services import services_of
from bot.texts import Texts
from bot.wording import RefusalError

_FORM = "factbox-wrong"
"""How the id of a form begins; the number of its lookup follows."""
_SENTENCE, _NOTE = "sentence", "note"

Sentences = Mapping[int, str]
"""The sentences that a reply shows, by their numbers there."""


async def wrong(interaction: Interaction[Any], number: str) -> None:
    """Open a form in which one of the sentences shown is chosen. Raises RefusalError where none is there any more."""
    services_of(interaction).cooldowns.check(interaction.user.id, interaction.guild_id)
    lookup = await recalled(interaction, number)
    sentences = await asyncio.to_thread(_sentences, interaction, lookup.shown)
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
    chosen = int(told[_SENTENCE])
    if chosen not in await asyncio.to_thread(_sentences, interaction, lookup.shown):
        raise RefusalError("refused-too-old")
    place, feedback = lookup.shown[chosen], services_of(interaction).coverage.feedback
    await asyncio.to_thread(feedback.report, place.article_id, place.position, told[_NOTE], interaction.user.id)
    say = audience_of(interaction, private=True).say
    await interaction.response.send_message(say("wrong-thanks"), ephemeral=True)


def _filled_in(data: Any) -> dict[str, str]:  # noqa: ANN401 - as Discord sends it
    """What stands in each field of a form, by the field's id."""
    fields = [label["component"] for label in data["components"]]
    return {field["custom_id"]: field.get("value") or "".join(field.get("values", ())) for field in fields}


def _sentences(interaction: Interaction[Any], places: tuple[Place, ...]) -> Sentences:
    """The sentences at those places, as far as they are still there and may be shown."""
    coverage, publishers = services_of(interaction).coverage, audience_of(interaction).settings.publishers
    found = ((number, found_at(place, coverage, publishers)) for number, place in enumerate(places))
    return {number: at[1].text for number, at in found if at}

"""Answers that are promised, where they take longer than Discord waits, and how such a promise is taken back."""

from __future__ import annotations

from typing import Any

from discord import Interaction, ui

_PRIVATE = "promised in private"


async def promise(interaction: Interaction[Any], private: bool) -> None:
    """Tell Discord that an answer will follow, which settles for whose eyes it is."""
    await interaction.response.defer(ephemeral=private, thinking=True)
    interaction.extras[_PRIVATE] = private


async def show_privately(interaction: Interaction[Any], view: ui.LayoutView) -> None:
    """Show the person what nobody else sees, at once or as it was promised."""
    if interaction.response.is_done():
        await interaction.edit_original_response(view=view)
    else:
        await interaction.response.send_message(view=view, ephemeral=True)


async def say_privately(interaction: Interaction[Any], line: str) -> None:
    """Tell the person a line that nobody else sees, whatever was promised or answered before."""
    if not interaction.response.is_done():
        await interaction.response.send_message(line, ephemeral=True)
        return
    match interaction.extras.get(_PRIVATE):
        case True:
            await interaction.edit_original_response(content=line)
        case False:  # only what is no longer "thinking" can be taken away
            await interaction.edit_original_response(content="…")
            await interaction.followup.send(line, ephemeral=True)
            await interaction.delete_original_response()
        case _:
            await interaction.followup.send(line, ephemeral=True)

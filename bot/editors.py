"""Who may change the coverage."""

from __future__ import annotations

from typing import Any

import discord
from discord import Interaction

from bot.services import services_of
from bot.wording import RefusalError


def check_editor(interaction: Interaction[Any]) -> None:
    """Raises RefusalError for who is neither an editor by the settings nor of those who own the application."""
    named = services_of(interaction).settings.editors
    if interaction.user.id not in named | owners_of(interaction.client.application):
        raise RefusalError("refused-editors")


def owners_of(application: discord.AppInfo | None) -> frozenset[int]:
    """The application's owner, or those of its team who may do more than look."""
    if application is None:
        return frozenset()
    if application.team is None:
        return frozenset([application.owner.id])
    return frozenset(
        member.id
        for member in application.team.members
        if member.membership_state is discord.TeamMembershipState.accepted
        and member.role is not discord.TeamMemberRole.read_only
    )

"""`/help`: what can be done here, with buttons to try."""

from __future__ import annotations

from typing import Any

from discord import Interaction, app_commands, ui

from bot.audience import Audience, audience_of
from bot.buttons.row import buttons_to_try
from bot.commands.building import slash
from bot.memory.lookups import Lookup
from bot.promises import show_privately
from bot.replies.reply import Try, view_of
from bot.responding import in_time
from bot.services import Services, services_of
from bot.texts import Texts
from knowledge import Coverage, Filters

_COMMANDS = ("ask", "quotes", "timeline", "article", "coverage")
_MENUS = ("check", "sources")


def help_command() -> app_commands.Command[Any, ..., None]:
    """The command."""

    @slash("help")
    async def help(interaction: Interaction) -> None:  # noqa: A001 - what people call it
        services, audience = services_of(interaction), audience_of(interaction, private=True)
        services.cooldowns.check(interaction.user.id, interaction.guild_id)
        lookups = await in_time(interaction, True, lambda: _examples(services.coverage, audience))
        await show_privately(interaction, _view(lookups, services, audience.say))

    return help


def _examples(coverage: Coverage, audience: Audience) -> list[Lookup]:
    """Something to try of each kind, taken from the newest article and from those most quoted and named."""
    shown = audience.filters(Filters())
    newest = coverage.find_articles("", shown, limit=1)
    speakers, names = coverage.speakers(shown.publishers), coverage.names(shown.publishers)
    examples = [Lookup("ask", article.title) for article in newest if article.title]
    examples += [Lookup("quotes", name) for name in speakers[:1]]
    examples += [Lookup("timeline", name) for name in names[:1]]
    return [*examples, Lookup("coverage")]


def _view(examples: list[Lookup], services: Services, say: Texts) -> ui.LayoutView:
    lines = [f"**/{say(f'command-{name}-name')}** {say(f'command-{name}')}" for name in _COMMANDS]
    lines += [say(f"help-{name}") for name in _MENUS]
    blocks = (
        ui.TextDisplay[Any](f"### {say('help-title')}\n{say('help-what')}"),
        ui.Separator[Any](),
        ui.TextDisplay[Any]("\n".join(lines)),
        ui.Separator[Any](),
        ui.TextDisplay[Any](f"-# {say('help-privacy')}"),
    )
    return view_of(blocks, buttons_to_try((_try(lookup, say) for lookup in examples), services.lookups.keep))


def _try(lookup: Lookup, say: Texts) -> Try:
    return Try(f"/{say(f'command-{lookup.kind}-name')} {lookup.words}".strip(), lookup)

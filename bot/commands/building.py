"""How commands are made: their names, descriptions and options come from the texts, in every language."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from discord import Permissions, app_commands
from discord.app_commands import AppCommandContext, AppInstallationType, TranslationContextTypes, locale_str
from discord.enums import Locale

from bot.texts import command_texts, english, language_of

Callback = Callable[..., Any]

EVERYWHERE = AppCommandContext(guild=True, dm_channel=True, private_channel=True)
SERVERS = AppCommandContext(guild=True, dm_channel=False, private_channel=False)
# What is left unset would be the library's to choose, so each is said.
_BY_ALL = AppInstallationType(guild=True, user=True)
_BY_SERVERS = AppInstallationType(guild=True, user=False)


def slash(
    name: str, where: AppCommandContext = EVERYWHERE, permissions: Permissions | None = None
) -> Callable[[Callback], app_commands.Command[Any, ..., None]]:
    """Make a slash command of a function.

    Its name is the text `command-NAME-name` and its description `command-NAME`; those of its options are
    `option-PARAMETER-name` and `option-PARAMETER`. Who has none of `permissions` doesn't see it.
    """

    def made(callback: Callback) -> app_commands.Command[Any, ..., None]:
        command = app_commands.Command[Any, ..., None](
            name=localized(f"command-{name}-name"),
            description=localized(f"command-{name}"),
            callback=with_options(callback),
            allowed_contexts=where,
            allowed_installs=_BY_SERVERS if where is SERVERS else _BY_ALL,
        )
        command.default_permissions = permissions
        return command

    return made


def group(
    name: str, where: AppCommandContext | None = EVERYWHERE, permissions: Permissions | None = None
) -> app_commands.Group:
    """Make a group of slash commands, called and described as a command is; `subcommand` fills it.

    `where` is None for those of one server, of which Discord takes no context.
    """
    return app_commands.Group(
        name=localized(f"command-{name}-name"),
        description=localized(f"command-{name}"),
        allowed_contexts=where,
        allowed_installs=None if where is None else _BY_SERVERS if where is SERVERS else _BY_ALL,
        default_permissions=permissions,
    )


def subcommand(within: app_commands.Group, name: str) -> Callable[[Callback], app_commands.Command[Any, ..., None]]:
    """Make a command of `within` of a function; its texts are those of a command called GROUP-NAME."""

    def made(callback: Callback) -> app_commands.Command[Any, ..., None]:
        command = app_commands.Command[Any, ..., None](
            name=localized(f"command-{within.name}-{name}-name"),
            description=localized(f"command-{within.name}-{name}"),
            callback=with_options(callback),
        )
        within.add_command(command)
        return command

    return made


def menu(name: str) -> Callable[[Callback], app_commands.ContextMenu]:
    """Make an entry of a message's menu, called by the text `menu-NAME`, of a function."""

    def made(callback: Callback) -> app_commands.ContextMenu:
        return app_commands.ContextMenu(
            name=localized(f"menu-{name}"),
            callback=callback,
            allowed_contexts=EVERYWHERE,
            allowed_installs=_BY_ALL,
        )

    return made


def with_options(callback: Callback) -> Callback:
    """The function itself, its parameters after the first named and described by the texts."""
    names = list(inspect.signature(callback).parameters)[1:]
    app_commands.rename(**{name: localized(f"option-{name}-name") for name in names})(callback)
    app_commands.describe(**{name: localized(f"option-{name}") for name in names})(callback)
    return callback


def localized(name: str) -> locale_str:
    """The English text called `name`, for `Translations` to find in other languages."""
    return locale_str(english()(name), text=name)


class Translations(app_commands.Translator):
    """Names and descriptions of commands in the languages of `bot.texts`."""

    async def translate(self, string: locale_str, locale: Locale, context: TranslationContextTypes) -> str | None:  # noqa: ARG002
        """The text in the language of `locale`; None where English does."""
        language, name = language_of(locale.value), string.extras.get("text")
        return command_texts(language)[name] if name and language and language != "en" else None

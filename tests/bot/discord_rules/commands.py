"""The rules for commands as they are synced, https://discord.com/developers/docs/interactions/application-commands,
and for the choices that autocomplete offers."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

import discord

from tests.bot.discord_rules.problems import Payload, Problems, distinct, length, one_of, sized, within

SLASH, USER_MENU, MESSAGE_MENU = 1, 2, 3
SUBCOMMAND, GROUP, STRING = 1, 2, 3
LOCALES = {str(locale) for locale in discord.Locale}
MOST = {SLASH: 100, USER_MENU: 5, MESSAGE_MENU: 5}
"""Commands of a kind. The OpenAPI description has room for 15 menus of each kind; the reference says 5."""


def sync_problems(commands: Sequence[Payload], *, everywhere: bool) -> Problems:
    """What is wrong with the commands sent together, `everywhere` or to one server."""
    for kind, most in MOST.items():
        alike = [command for command in commands if command.get("type", SLASH) == kind]
        yield from _told_apart(f"commands of type {kind}", alike)
        yield from within(f"commands of type {kind}", len(alike), 0, most, "commands")
    for number, command in enumerate(commands):
        yield from _command(f"[{number}]", command, everywhere)


def choices_problems(choices: Sequence[Payload], place: str = "choices") -> Problems:
    """What is wrong with the choices of an option or of an autocomplete."""
    yield from within(place, len(choices), 0, 25, "choices")
    for number, choice in enumerate(choices):
        for field, name in _localized(f"{place}[{number}]", choice, "name"):
            yield from sized(field, name, 1, 100)
        if isinstance(choice["value"], str):
            yield from sized(f"{place}[{number}].value", choice["value"], 1, 100)


def _command(place: str, command: Payload, everywhere: bool) -> Problems:
    kind = command.get("type", SLASH)
    yield from one_of(f"{place}.type", kind, MOST)
    yield from _locales(place, command)
    if kind == SLASH:
        yield from _named(place, command)
        yield from _options(place, command.get("options") or (), depth=0)
        yield from within(place, _size(command), 1, 8_000, "characters over all names, descriptions and values")
    else:
        yield from _menu(place, command)
    if everywhere:
        yield from _told(f"{place}.contexts", command.get("contexts"), (0, 1, 2))
        yield from _told(f"{place}.integration_types", command.get("integration_types"), (0, 1))


def _menu(place: str, menu: Payload) -> Problems:
    for field, name in _localized(place, menu, "name"):
        yield from sized(field, name, 1, 32)
    if menu.get("description") or menu.get("options"):
        yield f"{place}: a menu has no description and no options"


def _told(place: str, values: Sequence[int] | None, allowed: Sequence[int]) -> Problems:
    if not values:
        yield f"{place}: not said, so that Discord chooses"
    for value in values or ():
        yield from one_of(place, value, allowed)
    yield from distinct(place, values or ())


def _named(place: str, command: Payload) -> Problems:
    for field, name in _localized(place, command, "name"):
        yield from sized(field, name, 1, 32)
        if not all(map(_fits_name, name)):
            yield f"{field}: {name!r} has a character that is no letter, digit, '-' or '_'"
        if name != name.lower():
            yield f"{field}: {name!r} is not in lower case"
    for field, description in _localized(place, command, "description"):
        yield from sized(field, description, 1, 100)


def _fits_name(character: str) -> bool:
    r"""Discord's `[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]`."""
    return (
        character in "-_'ʼ"
        or unicodedata.category(character)[0] in "LN"
        or "\u0900" <= character <= "\u097f"
        or "\u0e00" <= character <= "\u0e7f"
    )


def _options(place: str, options: Sequence[Payload], depth: int) -> Problems:
    yield from within(f"{place}.options", len(options), 0, 25, "options")
    yield from _told_apart(f"{place}.options", options)
    needed = [bool(option.get("required")) for option in options]
    if needed != sorted(needed, reverse=True):
        yield f"{place}.options: one that is required stands behind one that is not"
    if any(map(_holds_commands, options)) and not all(map(_holds_commands, options)):
        yield f"{place}.options: subcommands beside other options"
    for number, option in enumerate(options):
        yield from _option(f"{place}.options[{number}]", option, depth)


def _holds_commands(option: Payload) -> bool:
    return option["type"] in (SUBCOMMAND, GROUP)


def _option(place: str, option: Payload, depth: int) -> Problems:
    yield from one_of(f"{place}.type", option["type"], range(1, 12))
    yield from _named(place, option)
    yield from _locales(place, option)
    if _holds_commands(option):
        if depth > (option["type"] == SUBCOMMAND):
            yield f"{place}: too deep for a subcommand or group"
        yield from _options(place, option.get("options") or (), depth + (2 if option["type"] == SUBCOMMAND else 1))
        return
    choices = option.get("choices") or ()
    yield from choices_problems(choices, f"{place}.choices")
    yield from _told_apart(f"{place}.choices", choices)
    if choices and option.get("autocomplete"):
        yield f"{place}: choices and autocomplete exclude each other"
    yield from _bounds(place, option)


def _bounds(place: str, option: Payload) -> Problems:
    least, most = option.get("min_length"), option.get("max_length")
    if option["type"] != STRING and (least is not None or most is not None):
        yield f"{place}: only a text has a length"
    yield from within(f"{place}.min_length", least or 0, 0, 6_000, "characters")
    if most is not None:
        yield from within(f"{place}.max_length", most, max(1, least or 0), 6_000, "characters")
    lowest, highest = option.get("min_value"), option.get("max_value")
    if lowest is not None and highest is not None and lowest > highest:
        yield f"{place}: min_value {lowest} is above max_value {highest}"


def _localized(place: str, command: Payload, name: str) -> Iterator[tuple[str, str]]:
    """Where a text stands and what it is, in the default language and in each other."""
    yield f"{place}.{name}", command.get(name) or ""
    for locale, text in (command.get(f"{name}_localizations") or {}).items():
        yield f"{place}.{name}_localizations.{locale}", text


def _told_apart(place: str, siblings: Sequence[Payload]) -> Problems:
    """A problem where two have one name, in the default language or in any other."""
    yield from distinct(f"{place}.name", (one["name"] for one in siblings))
    translations = [one.get("name_localizations") or {} for one in siblings]
    for locale in sorted({locale for names in translations for locale in names}):
        names = [theirs.get(locale, one["name"]) for one, theirs in zip(siblings, translations, strict=True)]
        yield from distinct(f"{place}.name_localizations.{locale}", names)


def _locales(place: str, command: Payload) -> Problems:
    for name in ("name", "description"):
        for locale in command.get(f"{name}_localizations") or ():
            if locale not in LOCALES:
                yield f"{place}.{name}_localizations: Discord has no locale {locale!r}"


def _size(command: Payload) -> int:
    """Characters of names, descriptions and values, of each text its longest translation, as Discord counts them."""
    own = sum(max(length(text) for _, text in _localized("", command, name)) for name in ("name", "description"))
    value = command.get("value")
    inner = [*(command.get("options") or ()), *(command.get("choices") or ())]
    return own + (length(value) if isinstance(value, str) else 0) + sum(map(_size, inner))

"""The rules for components, each by itself: https://discord.com/developers/docs/components/reference."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from tests.bot.discord_rules.components import SELECTS, Kind, Part
from tests.bot.discord_rules.problems import Payload, Problems, distinct, one_of, sized, within

LINK, PREMIUM = 5, 6


def component_problems(found: Sequence[Part], holds: Mapping[Kind | None, set[Kind]]) -> Problems:
    """What is wrong with the components of one message or modal, each by itself and all together."""
    for part in found:
        if part.kind not in holds.get(part.holder, ()):
            yield f"{part.place}: no {part.kind.name} may stand there"
        yield from RULES.get(part.kind, _nothing)(part)
        if "custom_id" in part.data:
            yield from sized(f"{part.place}.custom_id", part.data["custom_id"], 1, 100)
    yield from distinct("custom_id", (part.data["custom_id"] for part in found if "custom_id" in part.data))
    yield from distinct("id of a component", (part.data["id"] for part in found if part.data.get("id")))


def opens(address: str, *schemes: str) -> bool:
    """Whether `address` is of one of these schemes and leads somewhere."""
    try:
        split = urlsplit(address)
    except ValueError:
        return False
    return split.scheme in schemes and bool(split.netloc) and not any(map(str.isspace, address))


def _nothing(_: Part) -> Problems:
    return iter(())


def _row(part: Part) -> Problems:
    inside = part.data["components"]
    buttons = sum(child["type"] == Kind.BUTTON for child in inside)
    if buttons < len(inside) and len(inside) > 1:
        yield f"{part.place}: a row holds buttons, or one other component"
    yield from within(part.place, len(inside), 1, 5, "components in a row")


def _button(part: Part) -> Problems:
    button, style = part.data, part.data.get("style")
    yield from one_of(f"{part.place}.style", style, range(1, 7))
    needed = {LINK: "url", PREMIUM: "sku_id"}.get(style or 0, "custom_id")
    for name in ("url", "sku_id", "custom_id"):
        if (button.get(name) is not None) != (name == needed):
            yield f"{part.place}.{name}: a button of style {style} has {needed} and no other"
    if needed == "url":
        yield from sized(f"{part.place}.url", button.get("url"), 1, 512)
        if not opens(button.get("url") or "", "http", "https", "discord"):
            yield f"{part.place}.url: {button.get('url')!r} is no http, https or discord address"
    yield from sized(f"{part.place}.label", button.get("label"), 0 if button.get("emoji") else 1, 80)


def _select(part: Part) -> Problems:
    select = part.data
    least, most = _counts(select, 1)
    yield from sized(f"{part.place}.placeholder", select.get("placeholder"), 0, 150)
    yield from within(f"{part.place}.min_values", least, 0, 25, "values")
    yield from within(f"{part.place}.max_values", most, max(1, least), 25, "values")
    if part.kind is Kind.SELECT:
        yield from _options(part, 25)
        yield from within(f"{part.place}.max_values", most, 1, max(1, len(select["options"])), "values of its options")
        chosen = sum(bool(option.get("default")) for option in select["options"])
        yield from within(f"{part.place}.options", chosen, 0, most, "chosen beforehand")


def _group(part: Part) -> Problems:
    yield from _options(part, 10)


def _options(part: Part, most: int) -> Problems:
    place, options = f"{part.place}.options", part.data["options"]
    yield from within(place, len(options), 1, most, "options")
    yield from distinct(f"{place}.value", (option["value"] for option in options))
    for number, option in enumerate(options):
        yield from sized(f"{place}[{number}].label", option["label"], 1, 100)
        yield from sized(f"{place}[{number}].value", option["value"], 1, 100)
        yield from sized(f"{place}[{number}].description", option.get("description"), 0, 100)


def _section(part: Part) -> Problems:
    yield from within(part.place, len(part.data["components"]), 1, 3, "texts in a section")
    for child in part.data["components"]:
        if child["type"] != Kind.TEXT:
            yield f"{part.place}: a section holds texts, and the rest in its accessory"
    accessory = part.data.get("accessory") or {"type": None}
    if accessory["type"] not in (Kind.BUTTON, Kind.THUMBNAIL):
        yield f"{part.place}.accessory: a section has a button or a thumbnail beside it"


def _text(part: Part) -> Problems:
    yield from sized(f"{part.place}.content", part.data["content"], 1, 4_000)


def _thumbnail(part: Part) -> Problems:
    yield from _medium(part.place, part.data)


def _gallery(part: Part) -> Problems:
    items = part.data["items"]
    yield from within(f"{part.place}.items", len(items), 1, 10, "items in a gallery")
    for number, item in enumerate(items):
        yield from _medium(f"{part.place}.items[{number}]", item)


def _medium(place: str, item: Payload) -> Problems:
    if item.get("description") is not None:
        yield from sized(f"{place}.description", item["description"], 1, 1_024)
    address = item["media"]["url"]
    yield from sized(f"{place}.media.url", address, 1, 2_048)
    if not opens(address, "http", "https", "attachment"):
        yield f"{place}.media.url: {address!r} is no http or https address and no attachment"


def _file(part: Part) -> Problems:
    if not opens(part.data["file"]["url"], "attachment"):
        yield f"{part.place}.file.url: {part.data['file']['url']!r} is no attachment"


def _separator(part: Part) -> Problems:
    yield from one_of(f"{part.place}.spacing", part.data.get("spacing") or 1, (1, 2))


def _container(part: Part) -> Problems:
    if not part.data["components"]:
        yield f"{part.place}: an empty container"
    yield from within(f"{part.place}.accent_color", part.data.get("accent_color") or 0, 0, 0xFFFFFF, "as a colour")


def _label(part: Part) -> Problems:
    yield from sized(f"{part.place}.label", part.data["label"], 1, 45)
    yield from sized(f"{part.place}.description", part.data.get("description"), 0, 100)


def _text_input(part: Part) -> Problems:
    field = part.data
    yield from one_of(f"{part.place}.style", field["style"], (1, 2))
    yield from sized(f"{part.place}.placeholder", field.get("placeholder"), 0, 100)
    yield from sized(f"{part.place}.value", field.get("value"), 0, 4_000)
    if part.holder is not Kind.LABEL:
        yield from sized(f"{part.place}.label", field.get("label"), 1, 45)
    least = field.get("min_length") or 0
    yield from within(f"{part.place}.min_length", least, 0, 4_000, "characters asked for")
    if field.get("max_length") is not None:
        yield from within(f"{part.place}.max_length", field["max_length"], max(1, least), 4_000, "characters asked for")


def _file_upload(part: Part) -> Problems:
    least, most = _counts(part.data, 1)
    yield from within(f"{part.place}.min_values", least, 0, 10, "files")
    yield from within(f"{part.place}.max_values", most, max(1, least), 10, "files")


def _counts(part: Payload, unless_told: int) -> tuple[int, int]:
    def count(name: str) -> Any:  # noqa: ANN401
        return unless_told if part.get(name) is None else part[name]

    return count("min_values"), count("max_values")


RULES: Mapping[Kind, Callable[[Part], Problems]] = {
    **dict.fromkeys(SELECTS, _select),
    Kind.ROW: _row,
    Kind.BUTTON: _button,
    Kind.SECTION: _section,
    Kind.TEXT: _text,
    Kind.THUMBNAIL: _thumbnail,
    Kind.GALLERY: _gallery,
    Kind.FILE: _file,
    Kind.SEPARATOR: _separator,
    Kind.CONTAINER: _container,
    Kind.LABEL: _label,
    Kind.TEXT_INPUT: _text_input,
    Kind.FILE_UPLOAD: _file_upload,
    Kind.RADIO_GROUP: _group,
    Kind.CHECKBOX_GROUP: _group,
}

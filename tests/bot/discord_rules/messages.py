"""The rules for messages, embeds, attachments and modals, and for what the bot itself promises: nobody is pinged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tests.bot.discord_rules.component_rules import component_problems
from tests.bot.discord_rules.components import IN_MESSAGES, IN_MODALS, SECOND_VERSION, Kind, Part, parts
from tests.bot.discord_rules.problems import Payload, Problems, distinct, length, sized, within

EPHEMERAL, COMPONENTS_V2 = 1 << 6, 1 << 15
ALLOWED_FLAGS = 1 << 2 | EPHEMERAL | 1 << 12 | 1 << 13 | COMPONENTS_V2
"""No previews of links, for one person alone, silent, a voice message, laid out in components."""

FILENAME = re.compile(r"[A-Za-z0-9_.-]+")
"""A name that Discord keeps as it is, so that a component may refer to it."""


def message_problems(message: Payload, *, edit: bool = False) -> Problems:
    """What is wrong with a message; of one that is edited, what is not sent stays as it was."""
    flags = message.get("flags") or 0
    found = list(parts(message.get("components") or ()))
    if flags & ~ALLOWED_FLAGS:
        yield f"flags: {flags & ~ALLOWED_FLAGS:#x} is not the bot's to set"
    yield from sized("content", message.get("content"), 0, 2_000)
    yield from _embeds(message.get("embeds") or ())
    yield from component_problems(found, IN_MESSAGES)
    yield from (_laid_out if flags & COMPONENTS_V2 else _plain)(message, found)
    yield from _attachments(message.get("attachments") or (), found, message.get("embeds") or ())
    yield from _mentions(message)
    if not edit and not any(message.get(part) for part in ("content", "embeds", "components", "attachments", "poll")):
        yield "the message: empty"


def modal_problems(modal: Payload) -> Problems:
    """What is wrong with a modal."""
    yield from sized("custom_id", modal["custom_id"], 1, 100)
    yield from sized("title", modal["title"], 1, 45)
    yield from within("components", len(modal["components"]), 1, 5, "components in a modal")
    yield from component_problems(list(parts(modal["components"])), IN_MODALS)


def _laid_out(message: Payload, found: Sequence[Part]) -> Problems:
    yield from within("components", len(found), 0, 40, "components in a message, nested ones too")
    texts = sum(length(part.data["content"]) for part in found if part.kind is Kind.TEXT)
    yield from within("components", texts, 0, 4_000, "characters over all texts of a message")
    if message.get("content") or message.get("embeds"):
        yield "flags: a message of components has no content and no embeds"
    if "components" in message and not found:
        yield "flags: a message of components without a component"


def _plain(message: Payload, found: Sequence[Part]) -> Problems:
    yield from within("components", len(message.get("components") or ()), 0, 5, "rows in a message")
    if newer := sorted({part.kind.name for part in found if part.kind in SECOND_VERSION}):
        yield f"flags: {', '.join(newer)} without the flag for it ({COMPONENTS_V2})"


def _embeds(embeds: Sequence[Payload]) -> Problems:
    yield from within("embeds", len(embeds), 0, 10, "embeds")
    total = 0
    for number, embed in enumerate(embeds):
        yield from within(f"embeds[{number}].fields", len(embed.get("fields") or ()), 0, 25, "fields")
        for place, text, least, most in _embed_texts(embed):
            yield from sized(f"embeds[{number}].{place}", text, least, most)
            total += length(text)
    yield from within("embeds", total, 0, 6_000, "characters over all embeds")


def _embed_texts(embed: Payload) -> Iterator[tuple[str, str, int, int]]:
    """Where the texts of an embed stand, what they are, and how short and how long they may be."""
    yield "title", embed.get("title") or "", 0, 256
    yield "description", embed.get("description") or "", 0, 4_096
    yield "author.name", (embed.get("author") or {}).get("name") or "", 0, 256
    yield "footer.text", (embed.get("footer") or {}).get("text") or "", 0, 2_048
    for number, field in enumerate(embed.get("fields") or ()):
        yield f"fields[{number}].name", field["name"], 1, 256
        yield f"fields[{number}].value", field["value"], 1, 1_024


def _attachments(attachments: Sequence[Payload], found: Sequence[Part], embeds: Sequence[Payload]) -> Problems:
    yield from within("attachments", len(attachments), 0, 10, "attachments")
    yield from distinct("attachments.id", (str(attachment["id"]) for attachment in attachments))
    for number, attachment in enumerate(attachments):
        yield from sized(f"attachments[{number}].description", attachment.get("description"), 0, 1_024)
    uploaded = {attachment.get("filename") for attachment in attachments}
    for place, address in _media(found, embeds):
        name = address.removeprefix("attachment://")
        if name != address and name not in uploaded:
            yield f"{place}: {name!r} is not among the attachments"
        if name != address and not FILENAME.fullmatch(name):
            yield f"{place}: Discord changes the name {name!r} of a file, so that nothing may refer to it"


def _media(found: Sequence[Part], embeds: Sequence[Payload]) -> Iterator[tuple[str, str]]:
    """Where a message shows a file or a picture, and the address that it gives for it."""
    for part in found:
        items = [(f".items[{number}]", item) for number, item in enumerate(part.data.get("items", ()))]
        for place, shown in (("", part.data), *items):
            yield from (
                (f"{part.place}{place}.{name}", shown[name]["url"]) for name in ("media", "file") if name in shown
            )
    for number, embed in enumerate(embeds):
        yield from (
            (f"embeds[{number}].{name}", embed[name]["url"]) for name in ("image", "thumbnail") if embed.get(name)
        )


def _mentions(message: Payload) -> Problems:
    if not any(message.get(part) for part in ("content", "embeds", "components")):
        return
    allowed = message.get("allowed_mentions")
    if allowed is None:
        yield "allowed_mentions: not there, so that the text may ping"
    elif allowed.get("parse") != [] or any(allowed.get(kind) for kind in ("users", "roles", "replied_user")):
        yield f"allowed_mentions: {allowed}, where nobody is to be pinged"

"""Components of messages and modals, and which may stand in which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from tests.bot.discord_rules.problems import Payload


class Kind(IntEnum):
    """A component's `type`."""

    ROW = 1
    BUTTON = 2
    SELECT = 3
    TEXT_INPUT = 4
    USER_SELECT = 5
    ROLE_SELECT = 6
    MENTIONABLE_SELECT = 7
    CHANNEL_SELECT = 8
    SECTION = 9
    TEXT = 10
    THUMBNAIL = 11
    GALLERY = 12
    FILE = 13
    SEPARATOR = 14
    CONTAINER = 17
    LABEL = 18
    FILE_UPLOAD = 19
    RADIO_GROUP = 21
    CHECKBOX_GROUP = 22
    CHECKBOX = 23


@dataclass(frozen=True)
class Part:
    """A component, with its place in the payload and the kind of what holds it, None for the message itself."""

    place: str
    data: Payload
    holder: Kind | None

    @property
    def kind(self) -> Kind:
        return Kind(self.data["type"])


SELECTS = {Kind.SELECT, Kind.USER_SELECT, Kind.ROLE_SELECT, Kind.MENTIONABLE_SELECT, Kind.CHANNEL_SELECT}
FIELDS = {*SELECTS, Kind.TEXT_INPUT, Kind.FILE_UPLOAD, Kind.RADIO_GROUP, Kind.CHECKBOX_GROUP, Kind.CHECKBOX}
LAID_OUT = {Kind.ROW, Kind.SECTION, Kind.TEXT, Kind.GALLERY, Kind.FILE, Kind.SEPARATOR}
SECOND_VERSION = {*LAID_OUT, Kind.CONTAINER, Kind.THUMBNAIL} - {Kind.ROW}
IN_MESSAGES: Mapping[Kind | None, set[Kind]] = {
    None: {*LAID_OUT, Kind.CONTAINER},
    Kind.CONTAINER: LAID_OUT,
    Kind.ROW: {Kind.BUTTON, *SELECTS},
    Kind.SECTION: {Kind.TEXT, Kind.BUTTON, Kind.THUMBNAIL},
}
IN_MODALS: Mapping[Kind | None, set[Kind]] = {
    None: {Kind.LABEL, Kind.TEXT, Kind.ROW},
    Kind.LABEL: FIELDS,
    Kind.ROW: {Kind.TEXT_INPUT},
}


def parts(components: Sequence[Payload], place: str = "components", holder: Kind | None = None) -> Iterator[Part]:
    """All components in the order in which they are seen, the nested ones too."""
    for number, data in enumerate(components):
        yield from _nested(Part(f"{place}[{number}]", data, holder))


def _nested(part: Part) -> Iterator[Part]:
    yield part
    yield from parts(part.data.get("components", ()), f"{part.place}.components", part.kind)
    for name in ("accessory", "component"):
        if inner := part.data.get(name):
            yield from _nested(Part(f"{part.place}.{name}", inner, part.kind))

"""What is said of a payload that Discord would refuse: the place in it and the rule, in a line."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator
from typing import Any

Payload = dict[str, Any]
Problems = Iterator[str]


def length(text: str) -> int:
    """The length of `text` in UTF-16 units: never fewer than Discord counts, in whatever it counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def within(place: str, number: int, least: int, most: int, of: str) -> Problems:
    """A problem where `number` is not in `least..most`."""
    if not least <= number <= most:
        yield f"{place}: {number} {of}, where Discord takes {least} to {most}"


def sized(place: str, text: str | None, least: int, most: int) -> Problems:
    """A problem where `text` is longer or shorter than that, or nothing but white space where it is needed."""
    text = text or ""
    yield from within(place, length(text), least, most, "characters")
    if least and text and not text.strip():
        yield f"{place}: nothing but white space"


def distinct(place: str, values: Iterable[Hashable]) -> Problems:
    """A problem for each value that is there more than once."""
    seen = list(values)
    for value in dict.fromkeys(seen):
        if seen.count(value) > 1:
            yield f"{place}: {value!r} is there {seen.count(value)} times"


def one_of(place: str, value: object, allowed: Collection[object]) -> Problems:
    """A problem where `value` is none of `allowed`."""
    if value not in allowed:
        yield f"{place}: {value!r}, where Discord takes {', '.join(map(str, allowed))}"

"""Discord's OpenAPI description of its interface, where this machine has it: the shape of all that is sent.

https://github.com/discord/discord-api-spec. It is looked for at FACTBOX_DISCORD_OPENAPI, or beside the repository.
"""

from __future__ import annotations

import json
import operator
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

import bot

Schema = dict[str, Any]
Errors = Iterator[ValidationError]

BESIDE = Path(bot.__file__).parents[2] / "shared" / "discord" / "openapi.json"
PART = "#/components/schemas/"


@dataclass(frozen=True)
class Gap:
    """A place of the description that is stricter than Discord, and what Discord takes there."""

    place: tuple[str, ...]
    takes: Any
    why: str


INTEGER, BOOLEAN = {"type": "integer"}, {"type": "boolean"}
GAPS = (
    Gap(("SnowflakeType", "type"), ["string", "integer"], "ids are taken as numbers too; discord.py sends such"),
    Gap(("ApplicationCommandUpdateRequest", "properties", "nsfw"), BOOLEAN, "in the reference, not here"),
    Gap(("RichEmbed", "properties", "flags"), INTEGER, "read-only; discord.py sends it, Discord passes over it"),
    Gap(("IncomingWebhookUpdateRequestPartial", "properties", "tts"), BOOLEAN, "discord.py sends it with each edit"),
    Gap(
        ("IncomingWebhookUpdateForInteractionCallbackRequestPartial", "properties", "tts"),
        BOOLEAN,
        "discord.py sends it with each edit",
    ),
    Gap(
        ("MessageAttachmentRequest", "additionalProperties"),
        True,
        "discord.py sends all that it knows of an attachment that stays; Discord passes over it",
    ),
)


class Description:
    """The description, mended at `gaps`, in which an object has no other properties than those described."""

    def __init__(self, text: str, gaps: Sequence[Gap]) -> None:
        document = json.loads(text, object_hook=_closed)
        self.schemas: dict[str, Schema] = document["components"]["schemas"]
        for gap in gaps:
            self.at(gap.place[:-1])[gap.place[-1]] = gap.takes
        validator = extend(Draft202012Validator, {"oneOf": self._choose, "anyOf": self._choose})
        whole = {"components": document["components"]}
        self._routes = [
            (re.compile(_pattern(method, path)), validator({**_body(operation), **whole}))
            for path, operations in sorted(document["paths"].items(), key=lambda item: str(item[0]).count("{"))
            for method, operation in operations.items()
            if "requestBody" in operation
        ]

    def problems(self, method: str, path: str, body: object) -> Iterator[str]:
        """Where `body` is not what is described for that route, and what is described."""
        validator = next((one for route, one in self._routes if route.fullmatch(f"{method} {path}")), None)
        if validator is None:
            yield "is a request that Discord's OpenAPI description doesn't know"
            return
        for error in validator.iter_errors(body):
            place = error.json_path.removeprefix("$").removeprefix(".") or "the body"
            yield f"{place}: {_short(error.message)} (Discord's OpenAPI description)"

    def at(self, place: Sequence[str]) -> Schema:
        """The part of the schemas at that place."""
        return reduce(operator.getitem, place, self.schemas)

    def _choose(self, validator: Any, branches: list[Schema], instance: object, _: Schema) -> Errors:  # noqa: ANN401
        """The errors by that schema of several which fits best, so that they say what is wrong and not just that."""
        fitting = [branch for branch in branches if self._may_be(branch, instance)]
        yield from min((list(validator.descend(instance, branch)) for branch in fitting or branches), key=len)

    def _may_be(self, branch: Schema, instance: object) -> bool:
        schema = self.schemas[branch["$ref"].removeprefix(PART)] if "$ref" in branch else branch
        if schema.get("type") != "object":
            return (schema.get("type") == "null") == (instance is None)
        kinds = schema.get("properties", {}).get("type", {}).get("enum")
        return isinstance(instance, dict) and (kinds is None or instance.get("type") in kinds)


@cache
def description(*, mended: bool = True) -> Description | None:
    """The description that this machine has, its gaps `mended` or as it is; None where it has none."""
    told = os.environ.get("FACTBOX_DISCORD_OPENAPI")
    path = Path(told) if told else BESIDE
    if not told and not path.exists():
        return None
    return Description(path.read_text(encoding="utf-8"), GAPS if mended else ())


def _closed(schema: Schema) -> Schema:
    """An object's schema that takes no property unless it is described."""
    if schema.get("type") == "object" and "properties" in schema:
        schema.setdefault("additionalProperties", False)
    return schema


def _pattern(method: str, path: str) -> str:
    return f"{method.upper()} {re.sub(r'{[^}]+}', '[^/]+', path)}"


def _body(operation: Schema) -> Schema:
    content: dict[str, dict[str, Schema]] = operation["requestBody"]["content"]
    return (content.get("application/json") or next(iter(content.values())))["schema"]


def _short(message: str) -> str:
    """An error's message, which begins with all of what is wrong, without its middle."""
    return message if len(message) <= 300 else f"{message[:120]} … {message[-160:]}"

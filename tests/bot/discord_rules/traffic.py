"""What a bot sends to Discord, held against all that is known of what Discord takes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol

import pytest
import simcord

from tests.bot.discord_rules.commands import choices_problems, sync_problems
from tests.bot.discord_rules.messages import EPHEMERAL, message_problems, modal_problems
from tests.bot.discord_rules.openapi import description
from tests.bot.discord_rules.problems import Payload, Problems


class Request(Protocol):
    """One of simcord's `env.http_requests`, or a `Sent`."""

    @property
    def method(self) -> str: ...
    @property
    def path(self) -> str: ...
    @property
    def json(self) -> Any: ...  # noqa: ANN401


@dataclass(frozen=True)
class Sent:
    """A request as a look-alike of Discord receives it; `json` is its body, or its `payload_json` beside files."""

    method: str
    path: str
    json: Any = None


Traffic = list[list[simcord.HttpLogEntry]]
"""The requests to each simulated Discord, in order."""


@contextmanager
def watched() -> Iterator[Traffic]:
    """Note all that bots send to simcord meanwhile, and hold it against the rules at the end."""
    sent: Traffic = []
    start = simcord.Env.start

    async def noted(env: simcord.Env) -> None:
        sent.append(env.http_requests)
        await start(env)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(simcord.Env, "start", noted)
        yield sent
    assert_allowed(request for requests in sent for request in requests)


def assert_allowed(requests: Iterable[Request]) -> None:
    """Fail with a line for each rule that one of the requests breaks."""
    broken = [f"{_route(request)} {problem}" for request in requests for problem in problems(request)]
    assert not broken, "\n".join(["Discord would not take this:", *dict.fromkeys(broken)])


def problems(request: Request) -> Problems:
    """What Discord would not take of a request, or the bot doesn't allow itself: the place and the rule."""
    if request.json is None:
        return
    path = API.sub("", request.path)
    if request.method == "PUT":
        yield from _commands_problems(path, json.dumps(request.json))
    else:
        yield from _problems(request.method, path, request.json)


@lru_cache(maxsize=32)
def _commands_problems(path: str, body: str) -> tuple[str, ...]:
    """Those of commands: many, and the same from each bot that starts."""
    return tuple(_problems("PUT", path, json.loads(body)))


def _problems(method: str, path: str, body: Any) -> Problems:  # noqa: ANN401
    yield from _limits(method, path, body)
    if described := description():
        yield from described.problems(method, path, body)


def _route(request: Request) -> str:
    """A request's method and path, without the ids and tokens in it."""
    return f"{request.method} {ID.sub('/…', API.sub('', request.path))}"


def _limits(method: str, path: str, body: Any) -> Problems:  # noqa: ANN401
    for routes, check in ROUTES.items():
        if re.fullmatch(routes, f"{method} {path}"):
            yield from check(body)
            return
    yield "is a request whose rules nobody has written down: do it in tests/bot/discord_rules/traffic.py"


def _edit(message: Payload) -> Problems:
    return message_problems(message, edit=True)


def _sync(commands: Sequence[Payload]) -> Problems:
    return sync_problems(commands, everywhere=True)


def _sync_to_server(commands: Sequence[Payload]) -> Problems:
    return sync_problems(commands, everywhere=False)


def _defer(data: Payload) -> Problems:
    if data.keys() - {"flags"} or (data.get("flags") or 0) & ~EPHEMERAL:
        yield f"{data}: a promise of an answer says no more than for whom it is"


def _callback(callback: Payload) -> Problems:
    kind, data = callback["type"], callback.get("data")
    if kind not in CALLBACKS:
        yield f"type: {kind}, which the bot never sends"
    elif data is None and kind not in (DEFER, DEFER_EDIT):
        yield f"data: not there, in a callback of type {kind}"
    elif data is not None:
        yield from (f"data.{problem}" for problem in CALLBACKS[kind](data))


def _direct(body: Payload) -> Problems:
    if body.keys() != {"recipient_id"}:
        yield f"{body}: a direct message needs to know for whom it is, and nothing else"


def _choices(data: Payload) -> Problems:
    return choices_problems(data["choices"])


API = re.compile(r"^/api/v\d+")
ID = re.compile(r"/[^/]*\d{4,}[^/]*")
DEFER, DEFER_EDIT = 5, 6
CALLBACKS: dict[int, Callable[[Payload], Problems]] = {
    4: message_problems,
    DEFER: _defer,
    DEFER_EDIT: _defer,
    7: _edit,
    8: _choices,
    9: modal_problems,
}
ROUTES: dict[str, Callable[[Any], Problems]] = {
    r"PUT /applications/\d+/commands": _sync,
    r"PUT /applications/\d+/guilds/\d+/commands": _sync_to_server,
    r"POST /interactions/\d+/[^/]+/callback": _callback,
    r"POST /users/@me/channels": _direct,
    r"POST /(webhooks/\d+/[^/]+|channels/\d+/messages)": message_problems,
    r"PATCH /(webhooks/\d+/[^/]+|channels/\d+)/messages/(@original|\d+)": _edit,
}

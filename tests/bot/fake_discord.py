"""A look-alike of Discord on loopback: as much of its HTTP interface and of its gateway as a slash-only bot meets."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Self

from aiohttp import web

from tests.bot.fake_gateway import FakeGateway

SECRET = "interaction-secret"  # noqa: S105
"""How the token of every interaction begins."""
BOT = {"id": "1000", "username": "factbox", "discriminator": "0000", "avatar": None, "global_name": None, "bot": True}
PERSON = {"id": "2000", "username": "ann", "discriminator": "0", "avatar": None, "global_name": "Ann"}
APPLICATION = {
    "id": "1000",
    "name": "Factbox",
    "description": "",
    "icon": None,
    "summary": "",
    "bot_public": True,
    "bot_require_code_grant": False,
    "verify_key": "",
    "owner": PERSON,
    "team": None,
    "flags": 0,
}
MESSAGE = {
    "id": "7000",
    "channel_id": "4000",
    "author": BOT,
    "content": "",
    "type": 20,
    "pinned": False,
    "tts": False,
    "timestamp": "2026-01-01T00:00:00+00:00",
    "edited_timestamp": None,
    "attachments": [],
    "embeds": [],
    "mention_everyone": False,
    "mentions": [],
    "mention_roles": [],
    "flags": 1 << 15,
}


@dataclass(frozen=True)
class Trouble:
    """What one request whose path ends with `end` gets; `done` says that what was asked is done all the same."""

    end: str
    status: int
    payload: Mapping[str, object] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    done: bool = False


def too_many(end: str, seconds: float) -> Trouble:
    """Discord's own "too many requests"; that of a server before it has no `Via`."""
    return Trouble(end, 429, {"message": "slow", "retry_after": seconds, "global": False}, {"Via": "1.1 google"})


class FakeDiscord:
    """An `async with` of its own, on a free port.

    `refuse` maps the end of a path to the status with which it is refused, `stall` is the end of a path that gets no
    answer until `go_on` is set, `troubles` each meet one request, and `servers` are those that the bot is in.
    """

    def __init__(
        self,
        refuse: Mapping[str, int] | None = None,
        stall: str = "-",
        end_with: int | None = None,
        shards: int = 1,
        troubles: Iterable[Trouble] = (),
        servers: Iterable[int] = (),
    ) -> None:
        self.refuse = dict(refuse or {})
        self.stall = stall
        self.stalled = asyncio.Event()
        self.go_on = asyncio.Event()
        self.refused = asyncio.Event()
        self.troubles = list(troubles)
        self.servers = {str(server) for server in servers}
        self.requests: list[str] = []
        self.tokens: set[str] = set()
        self.syncs: list[tuple[str, list[dict[str, Any]]]] = []
        self.responses: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.gateway = FakeGateway(BOT, shards, end_with)
        self._numbers = count(3000)
        self._answered: set[str] = set()

    async def __aenter__(self) -> Self:
        application = web.Application(middlewares=[self._note])
        router = application.router
        router.add_get("/api/v10/users/@me", _give(BOT))
        router.add_get("/api/v10/oauth2/applications/@me", _give(APPLICATION))
        router.add_get("/api/v10/gateway/bot", self._where)
        router.add_put("/api/v10/applications/{id}/commands", self._sync)
        router.add_put("/api/v10/applications/{id}/guilds/{server}/commands", self._sync)
        router.add_post("/api/v10/interactions/{id}/{token}/callback", self._callback)
        router.add_post("/api/v10/webhooks/{id}/{token}", self._message)
        router.add_patch("/api/v10/webhooks/{id}/{token}/messages/@original", self._message)
        router.add_get("/gateway/", self.gateway.talk)
        self._runner = web.AppRunner(application, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.port = int(self._runner.addresses[0][1])
        self.gateway.address = f"ws://127.0.0.1:{self.port}/gateway/"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    @asynccontextmanager
    async def away(self) -> AsyncIterator[None]:
        """Nothing listens any more, and all connections are lost."""
        [site] = self._runner.sites
        await site.stop()
        self.gateway.lose()
        yield
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()

    async def ask(self, question: str, shard: int = 0) -> None:
        """Have somebody write `/ask question`, each time somebody else."""
        asked = {"name": "question", "type": 3, "value": question}
        await self._interact(2, {"id": "5000", "name": "ask", "type": 1, "options": [asked]}, shard)

    async def run(self, command: str) -> None:
        """Have somebody give a command without options."""
        await self._interact(2, {"id": "5000", "name": command, "type": 1})

    async def begin_to_ask(self, typed: str) -> None:
        """Have somebody begin to write the question of `/ask`."""
        typing = {"name": "question", "type": 3, "value": typed, "focused": True}
        await self._interact(4, {"id": "5000", "name": "ask", "type": 1, "options": [typing]})

    async def press(self, custom_id: str) -> None:
        """Have somebody press a button with that id."""
        button = {"type": 2, "style": 2, "label": "button", "custom_id": custom_id}
        message = {**MESSAGE, "components": [{"type": 1, "components": [button]}]}
        await self._interact(3, {"component_type": 2, "custom_id": custom_id}, message=message)

    async def _interact(self, kind: int, data: dict[str, Any], shard: int = 0, **more: object) -> None:
        number = next(self._numbers)
        person = {**PERSON, "id": str(number)}
        interaction = {
            "id": str(number),
            "application_id": "1000",
            "type": kind,
            "token": f"{SECRET}-{number}",
            "version": 1,
            "channel_id": "4000",
            "channel": {"id": "4000", "type": 1, "recipients": [person]},
            "user": person,
            "locale": "en-GB",
            "entitlements": [],
            "authorizing_integration_owners": {},
            "context": 1,
            "attachment_size_limit": 0,
            "data": data,
        }
        await self.gateway.dispatch("INTERACTION_CREATE", interaction | more, shard)

    @web.middleware
    async def _note(self, request: web.Request, handler: Any) -> web.StreamResponse:  # noqa: ANN401
        self.requests.append(f"{request.method} {request.path}")
        self.tokens.update(request.headers.getall("Authorization", []))
        if request.path.endswith(self.stall) and not self.go_on.is_set():
            self.stalled.set()
            await self.go_on.wait()
        for end, status in self.refuse.items():
            if request.path.endswith(end):
                self.refused.set()
                return _json({"message": "refused", "code": 0}, status=status)
        trouble = next((trouble for trouble in self.troubles if request.path.endswith(trouble.end)), None)
        if trouble:
            self.troubles.remove(trouble)
        if trouble is None or trouble.done:
            response: web.StreamResponse = await handler(request)
        return _json(trouble.payload, trouble.status, trouble.headers) if trouble else response

    async def _where(self, _: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        return _json({"url": self.gateway.address, "shards": self.gateway.shards, "session_start_limit": limit})

    async def _sync(self, request: web.Request) -> web.Response:
        server = request.match_info.get("server", "")
        if server and server not in self.servers:
            return _json({"message": "Missing Access", "code": 50001}, status=403)
        commands = await request.json()
        self.syncs.append((server, commands))
        own = {"application_id": "1000", "version": "1", "default_member_permissions": None, "description": ""}
        return _json([{"id": str(6000 + n), **own, **command} for n, command in enumerate(commands)])

    async def _callback(self, request: web.Request) -> web.Response:
        number = request.match_info["id"]
        if number in self._answered:
            return _json({"message": "Interaction has already been acknowledged.", "code": 40060}, status=400)
        self._answered.add(number)
        await self.responses.put(await request.json())
        return _json({"interaction": {"id": number, "type": 2}})

    async def _message(self, request: web.Request) -> web.Response:
        message = await request.json()
        await self.responses.put(message)
        return _json({**MESSAGE, "components": message.get("components", [])})


def _give(payload: dict[str, Any]) -> Any:  # noqa: ANN401
    async def give(_: web.Request) -> web.Response:
        return _json(payload)

    return give


def _json(payload: object, status: int = 200, headers: Mapping[str, str] | None = None) -> web.Response:
    """A response whose type is told as Discord does it, without a character set: discord.py looks for just that."""
    body = json.dumps(payload).encode()
    return web.Response(body=body, status=status, headers=headers, content_type="application/json")

"""A look-alike of Discord on loopback: as much of its HTTP interface and of its gateway as a slash-only bot meets."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import Any, Self

from aiohttp import WSMsgType, web

BOT = {"id": "1000", "username": "factbox", "discriminator": "0000", "avatar": None, "global_name": None, "bot": True}
ASKER = {"id": "2000", "username": "ann", "discriminator": "0", "avatar": None, "global_name": "Ann"}
APPLICATION = {
    "id": "1000",
    "name": "Factbox",
    "description": "",
    "icon": None,
    "summary": "",
    "bot_public": True,
    "bot_require_code_grant": False,
    "verify_key": "",
    "owner": ASKER,
    "team": None,
    "flags": 0,
}


class FakeDiscord:
    """An `async with` of its own, on a free port.

    `refuse` maps the end of a path to the status with which it is refused, `stall` is the end of a path that gets no
    answer, and `end_with` closes the gateway with that code once a bot has identified itself.
    """

    def __init__(self, refuse: Mapping[str, int] | None = None, stall: str = "-", end_with: int | None = None) -> None:
        self.refuse = dict(refuse or {})
        self.end_with = end_with
        self.stall = stall
        self.stalled = asyncio.Event()
        self.refused = asyncio.Event()
        self.requests: list[str] = []
        self.tokens: set[str] = set()
        self.syncs: list[list[dict[str, Any]]] = []
        self.responses: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.identified = asyncio.Event()
        self.closed: asyncio.Queue[int | None] = asyncio.Queue()
        self._gateway: web.WebSocketResponse | None = None
        self._sequence = 0

    async def __aenter__(self) -> Self:
        application = web.Application(middlewares=[self._note])
        application.router.add_get("/api/v10/users/@me", self._give(BOT))
        application.router.add_get("/api/v10/oauth2/applications/@me", self._give(APPLICATION))
        application.router.add_get("/api/v10/gateway/bot", self._where)
        application.router.add_put("/api/v10/applications/{id}/commands", self._sync)
        application.router.add_post("/api/v10/interactions/{id}/{token}/callback", self._callback)
        application.router.add_patch("/api/v10/webhooks/{id}/{token}/messages/@original", self._edit)
        application.router.add_get("/gateway/", self._talk)
        self._runner = web.AppRunner(application, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.port = int(self._runner.addresses[0][1])
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    async def ask(self, question: str) -> None:
        """Have somebody write `/ask question`."""
        await self._dispatch(
            "INTERACTION_CREATE",
            {
                "id": "3000",
                "application_id": "1000",
                "type": 2,
                "token": "interaction-secret",
                "version": 1,
                "channel_id": "4000",
                "channel": {"id": "4000", "type": 1, "recipients": [ASKER]},
                "user": ASKER,
                "locale": "en-GB",
                "entitlements": [],
                "authorizing_integration_owners": {},
                "context": 1,
                "attachment_size_limit": 0,
                "data": {
                    "id": "5000",
                    "name": "ask",
                    "type": 1,
                    "options": [{"name": "question", "type": 3, "value": question}],
                },
            },
        )

    async def demand_new_session(self) -> None:
        """Tell the bot that its session is no more."""
        assert self._gateway is not None
        await self._gateway.send_json({"op": 9, "d": False})

    @web.middleware
    async def _note(self, request: web.Request, handler: Any) -> web.StreamResponse:  # noqa: ANN401
        self.requests.append(f"{request.method} {request.path}")
        self.tokens.update(request.headers.getall("Authorization", []))
        if request.path.endswith(self.stall):
            self.stalled.set()
            await asyncio.sleep(60)
        for end, status in self.refuse.items():
            if request.path.endswith(end):
                self.refused.set()
                return _json({"message": "refused", "code": 0}, status=status)
        response: web.StreamResponse = await handler(request)
        return response

    def _give(self, payload: dict[str, Any]) -> Any:  # noqa: ANN401
        async def give(_: web.Request) -> web.Response:
            return _json(payload)

        return give

    async def _where(self, _: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        return _json({"url": f"ws://127.0.0.1:{self.port}/gateway/", "shards": 1, "session_start_limit": limit})

    async def _sync(self, request: web.Request) -> web.Response:
        commands = await request.json()
        self.syncs.append(commands)
        own = {"application_id": "1000", "version": "1", "default_member_permissions": None}
        return _json([{"id": str(6000 + n), **own, **command} for n, command in enumerate(commands)])

    async def _callback(self, request: web.Request) -> web.Response:
        response = await request.json()
        await self.responses.put(response)
        return _json({"interaction": {"id": request.match_info["id"], "type": 2}})

    async def _edit(self, request: web.Request) -> web.Response:
        message = await request.json()
        await self.responses.put(message)
        given = {
            "id": "7000",
            "channel_id": "4000",
            "author": BOT,
            "content": "",
            "type": 20,
            "pinned": False,
            "tts": False,
        }
        empty: dict[str, object] = {
            "timestamp": "2026-01-01T00:00:00+00:00",
            "edited_timestamp": None,
            "attachments": [],
            "embeds": [],
        }
        mentions = {"mention_everyone": False, "mentions": [], "mention_roles": [], "flags": 1 << 15}
        return _json({**given, **empty, **mentions, "components": message["components"]})

    async def _talk(self, request: web.Request) -> web.WebSocketResponse:
        self._gateway = gateway = web.WebSocketResponse()
        await gateway.prepare(request)
        await gateway.send_json({"op": 10, "d": {"heartbeat_interval": 41_250}})
        async for message in gateway:
            if message.type is WSMsgType.TEXT:
                await self._hear(gateway, json.loads(message.data))
        await self.closed.put(gateway.close_code)
        return gateway

    async def _hear(self, gateway: web.WebSocketResponse, said: dict[str, Any]) -> None:
        if said["op"] == 1:
            await gateway.send_json({"op": 11})
        if said["op"] != 2:
            return
        if self.end_with:
            await gateway.close(code=self.end_with)
            return
        self.intents = said["d"]["intents"]
        session = {"session_id": "s", "resume_gateway_url": f"ws://127.0.0.1:{self.port}/gateway/"}
        application = {"id": "1000", "flags": 0}
        await self._dispatch(
            "READY", {"v": 10, "user": BOT, "guilds": [], "application": application, "shard": [0, 1], **session}
        )
        self.identified.set()

    async def _dispatch(self, event: str, data: dict[str, Any]) -> None:
        assert self._gateway is not None
        self._sequence += 1
        await self._gateway.send_json({"op": 0, "t": event, "s": self._sequence, "d": data})


def _json(payload: object, status: int = 200) -> web.Response:
    """A response whose type is told as Discord does it, without a character set: discord.py looks for just that."""
    return web.Response(body=json.dumps(payload).encode(), status=status, content_type="application/json")

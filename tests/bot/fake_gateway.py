"""The gateway of the look-alike of Discord: sessions that can be resumed, and all the ways in which they are lost."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from aiohttp import WSMsgType, web


@dataclass
class Session:
    """What a shard began by identifying itself; `sent` are its events, kept for a resume."""

    name: str
    shard: list[int]
    sent: list[dict[str, Any]] = field(default_factory=list)
    connection: web.WebSocketResponse | None = None

    async def tell(self, event: str, data: dict[str, Any]) -> None:
        """Send an event, now or when the session is resumed."""
        self.sent.append({"op": 0, "t": event, "s": len(self.sent) + 1, "d": data})
        if self.connection and not self.connection.closed:
            await self.connection.send_json(self.sent[-1])


class FakeGateway:
    """For a bot of so many `shards`. `end_with` closes the connection with that code once a bot identified itself."""

    def __init__(self, bot: dict[str, Any], shards: int, end_with: int | None) -> None:
        self.shards = shards
        self.address = ""
        self.intents = -1
        self.greetings: asyncio.Queue[str] = asyncio.Queue()
        """"identify", "resume" or "resume refused", as they come."""
        self.closed: asyncio.Queue[int | None] = asyncio.Queue()
        """The codes with which connections ended."""
        self._bot = bot
        self._end_with = end_with
        self._numbers = count()
        self._sessions: dict[str, Session] = {}
        self._connections: dict[web.WebSocketResponse, asyncio.Transport] = {}

    async def talk(self, request: web.Request) -> web.WebSocketResponse:
        """Serve a connection until it ends."""
        connection = web.WebSocketResponse()
        await connection.prepare(request)
        assert isinstance(request.transport, asyncio.Transport)
        self._connections[connection] = request.transport
        await connection.send_json({"op": 10, "d": {"heartbeat_interval": 41_250}})
        async for message in connection:
            if message.type is WSMsgType.TEXT:
                await self._hear(connection, json.loads(message.data))
        del self._connections[connection]
        await self.closed.put(connection.close_code)
        return connection

    async def dispatch(self, event: str, data: dict[str, Any], shard: int = 0) -> None:
        """Send an event to the last session of a shard."""
        await self._session(shard).tell(event, data)

    async def demand_reconnect(self) -> None:
        """Tell the bot to connect anew and resume."""
        await self._send(7, None)

    async def invalidate(self, *, resumable: bool) -> None:
        """Tell the bot that its session is no more, or that it should resume it."""
        session = self._session(0)
        await self._send(9, resumable)
        if not resumable:
            self._sessions.pop(session.name)

    async def close(self, code: int) -> None:
        """End the connection with a code."""
        connection = self._session(0).connection
        assert connection is not None
        await connection.close(code=code)

    def lose(self) -> None:
        """Break all connections, without a word."""
        for transport in self._connections.values():
            transport.abort()

    def forget(self) -> None:
        """Let no session be resumed any more."""
        self._sessions.clear()

    def _session(self, shard: int) -> Session:
        return [session for session in self._sessions.values() if session.shard[0] == shard][-1]

    async def _send(self, operation: int, data: bool | None) -> None:
        connection = self._session(0).connection
        assert connection is not None
        await connection.send_json({"op": operation, "d": data})

    async def _hear(self, connection: web.WebSocketResponse, said: dict[str, Any]) -> None:
        match said["op"]:
            case 1:
                await connection.send_json({"op": 11})
            case 2 if self._end_with:
                await connection.close(code=self._end_with)
            case 2:
                await self._begin(connection, said["d"])
            case 6:
                await self._resume(connection, said["d"])

    async def _begin(self, connection: web.WebSocketResponse, said: dict[str, Any]) -> None:
        self.intents = said["intents"]
        session = Session(f"session-{next(self._numbers)}", said["shard"], [], connection)
        self._sessions[session.name] = session
        ready = {"v": 10, "user": self._bot, "guilds": [], "application": {"id": self._bot["id"], "flags": 0}}
        own = {"shard": session.shard, "session_id": session.name, "resume_gateway_url": self.address}
        await session.tell("READY", ready | own)
        await self.greetings.put("identify")

    async def _resume(self, connection: web.WebSocketResponse, said: dict[str, Any]) -> None:
        session = self._sessions.get(said["session_id"])
        if session is None:
            await connection.send_json({"op": 9, "d": False})
            await self.greetings.put("resume refused")
            return
        session.connection = connection
        for event in session.sent[said["seq"] :]:
            await connection.send_json(event)
        await session.tell("RESUMED", {})
        await self.greetings.put("resume")

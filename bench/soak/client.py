"""A small HTTP client over one connection: what takes processor time here is missing on the server's side."""

import asyncio
import contextlib
import json
import random
import time
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

WAIT_S = 60.0


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to one request, and how long it took from the first byte sent to the last received."""

    status: int
    body: bytes
    seconds: float

    @property
    def data(self) -> Any:
        """Give the decoded body."""
        return json.loads(self.body)

    @property
    def is_answer(self) -> bool:
        """Whether it is an answer without errors."""
        return self.status == 200 and not self.body.startswith(b'{"errors"')


class Client:
    """One connection to a server, opened again where the server closed it."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._host, self._port = parts.hostname or "", parts.port or 80
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, query: str, variables: Mapping[str, Any] | None = None, token: str = "") -> Reply:
        """Send an operation and wait for its answer."""
        began = time.perf_counter()
        async with asyncio.timeout(WAIT_S):
            reader, writer = await self._connected()
            writer.write(self._request(query, variables, token))
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
            status = int(head.split(" ", 2)[1])
            length = int(head.partition("content-length:")[2].split("\r\n", 1)[0])
            body = await reader.readexactly(length)
        if "connection: close" in head:
            self.close()
        return Reply(status, body, time.perf_counter() - began)

    async def leave(self, query: str, after_s: float) -> None:
        """Send an operation and go without an answer."""
        _, writer = await self._connected()
        writer.write(self._request(query, None, ""))
        await writer.drain()
        await asyncio.sleep(random.uniform(0, 2 * after_s))
        self.close()

    def close(self) -> None:
        """Close the connection."""
        if self._streams:
            self._streams[1].close()
            self._streams = None

    async def _connected(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._streams and self._streams[0].at_eof():
            self.close()  # the server has closed it: it was idle for long
        if self._streams is None:
            self._streams = await asyncio.open_connection(self._host, self._port, limit=1 << 22)
        return self._streams

    def _request(self, query: str, variables: Mapping[str, Any] | None, token: str) -> bytes:
        body = json.dumps({"query": query, "variables": variables or {}}).encode()
        bearer = f"authorization: Bearer {token}\r\n" if token else ""
        head = (
            f"POST /graphql HTTP/1.1\r\nhost: {self._host}:{self._port}\r\ncontent-type: application/json\r\n"
            f"accept: application/json\r\n{bearer}content-length: {len(body)}\r\n\r\n"
        )
        return head.encode() + body


@contextlib.asynccontextmanager
async def connected(url: str) -> AsyncIterator[Client]:
    """Give a client that is closed at the end."""
    client = Client(url)
    try:
        yield client
    finally:
        client.close()

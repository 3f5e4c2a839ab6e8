"""The load generator where ``wrk`` is not installed: keep-alive connections over asyncio, nothing but sockets.

``python -m bench.serving.client URL BODIES CONNECTIONS SECONDS PAUSE_MS`` posts the lines of the file in turn, each after a
pause of that length on average, and tells the figures in one line, as ``hammer.lua`` does.
"""

import asyncio
import itertools
import json
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httptools
import uvloop

WAIT_S = 30.0


class Connection(asyncio.Protocol):
    """One connection: sends a request, waits for the whole answer, sends the next."""

    def __init__(self, requests: Iterator[bytes], until: float, pause_s: float) -> None:
        self._requests = requests
        self._until = until
        self._pause_s = pause_s
        self._sent = 0.0
        self._is_waiting = False
        self._parser = httptools.HttpResponseParser(self)
        self.times: list[float] = []
        self.failed = 0
        self.over = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # uvloop's is no subclass
        self._transport = transport
        self._send()

    def _send(self) -> None:
        if self._transport.is_closing():
            return
        self._parser = httptools.HttpResponseParser(self)
        self._sent, self._is_waiting = time.perf_counter(), True
        self._transport.write(next(self._requests))

    def data_received(self, data: bytes) -> None:
        self._parser.feed_data(data)

    def on_message_complete(self) -> None:
        now, self._is_waiting = time.perf_counter(), False
        self.times.append(now - self._sent)
        self.failed += self._parser.get_status_code() != 200
        if now < self._until:
            asyncio.get_running_loop().call_later(random.uniform(0, 2 * self._pause_s), self._send)
        else:
            self._transport.close()

    def connection_lost(self, _: Exception | None) -> None:
        """End; a request without its answer has failed."""
        self.failed += self._is_waiting
        if not self.over.done():
            self.over.set_result(None)


async def run(url: str, bodies: list[bytes], connections: int, seconds: float, pause_s: float) -> list[Connection]:
    """Keep the connections busy for some seconds."""
    parts = urlsplit(url)
    requests = itertools.cycle([_request(parts.path, parts.netloc, each) for each in bodies])
    until = time.perf_counter() + seconds
    loop = asyncio.get_running_loop()
    made = [
        await loop.create_connection(lambda: Connection(requests, until, pause_s), parts.hostname, parts.port)
        for _ in range(connections)
    ]
    protocols = [protocol for _, protocol in made]
    async with asyncio.timeout(seconds + WAIT_S):
        await asyncio.gather(*(each.over for each in protocols))
    return protocols


def _request(path: str, host: str, body: bytes) -> bytes:
    head = f"POST {path} HTTP/1.1\r\nhost: {host}\r\ncontent-type: application/json\r\naccept: application/json\r\n"
    return f"{head}content-length: {len(body)}\r\n\r\n".encode() + body


def main() -> None:
    """Run and tell."""
    url, bodies, *numbers = sys.argv[1:]
    connections, seconds, pause_ms = (float(each) for each in numbers)
    lines = Path(bodies).read_bytes().splitlines()
    began = time.perf_counter()
    found = uvloop.run(run(url, lines, int(connections), seconds, pause_ms / 1e3))
    taken = time.perf_counter() - began
    times = sorted(each for connection in found for each in connection.times)
    failed = sum(each.failed for each in found)
    if not times:
        sys.exit(f"no request was answered; {failed} failed")
    figures = {f"p{share}_ms": times[len(times) * share // 100] * 1e3 for share in (50, 95, 99)}
    print("BENCH", json.dumps({"requests": len(times), "seconds": taken, "failed": failed, **figures}))


if __name__ == "__main__":
    main()

"""One caller that sends without pause over 200 connections, and another one, who is refused nothing."""

import asyncio
import contextlib
import itertools
import json
from collections import Counter

import httpx
import pytest

from tests.served.conftest import Served, on_one_engine

pytestmark = on_one_engine

CONNECTIONS = 200
LOOK_UPS = 15
# No document of it was seen before, so that each takes some time.
NEW = '{{ {}{}: major(code: "510203") {{ name }} }}'
KNOWN = '{ major(code: "510203") { name } }'


class Flood:
    """Connections of one caller, each of which asks again as soon as it is answered; ``statuses`` counts the answers."""

    def __init__(self, url: str, local: str, forwarded: str) -> None:
        self._host, port = url.removeprefix("http://").split(":")
        self._port, self._local, self._forwarded = int(port), local, forwarded
        self._numbers = itertools.count()
        self.statuses: Counter[int] = Counter()

    async def run(self) -> None:
        async with asyncio.TaskGroup() as group:
            for _ in range(CONNECTIONS):
                group.create_task(self._ask_on())

    async def _ask_on(self) -> None:
        reader, writer = await asyncio.open_connection(self._host, self._port, local_addr=(self._local, 0))
        with contextlib.closing(writer):
            while True:
                writer.write(self._request())
                head = await reader.readuntil(b"\r\n\r\n")
                lines = dict(each.split(b": ", 1) for each in head.lower().split(b"\r\n") if b": " in each)
                await reader.readexactly(int(lines[b"content-length"]))
                self.statuses[int(head.split()[1])] += 1

    def _request(self) -> bytes:
        body = json.dumps({"query": NEW.format("flood", next(self._numbers))}).encode()
        head = (
            f"POST /graphql HTTP/1.1\r\nhost: here\r\ncontent-length: {len(body)}\r\nx-forwarded-for: {self._forwarded}"
        )
        return head.encode() + b"\r\ncontent-type: application/json\r\n\r\n" + body


# Where they connect from and whom a proxy names: only one on this machine is believed.
CALLERS = {
    "by address": (("127.0.0.1", "127.0.0.1"), ("127.0.0.2", "127.0.0.1")),
    "behind a proxy": (("127.0.0.1", "198.51.100.1"), ("127.0.0.1", "198.51.100.2")),
}


@pytest.mark.parametrize(("stranger", "other"), CALLERS.values(), ids=CALLERS)
async def test_next_to_a_flood_of_one_caller_no_look_up_of_another_is_refused(served: Served, stranger, other):
    local, forwarded = other
    flood = Flood(served.url, *stranger)
    flooding = asyncio.create_task(flood.run())
    transport = httpx.AsyncHTTPTransport(local_address=local)
    headers = {"x-forwarded-for": forwarded}
    queries = [query for number in range(LOOK_UPS) for query in (KNOWN, NEW.format("other", number))]
    async with httpx.AsyncClient(transport=transport, base_url=served.url, headers=headers, timeout=60) as client:
        # The flood is whole once each of its connections was answered, of which only the count tells.
        while flood.statuses.total() < CONNECTIONS:  # noqa: ASYNC110  # an event would need a second count
            await asyncio.sleep(0.01)
        statuses = [(await client.post("/graphql", json={"query": each})).status_code for each in queries]
    is_flooding = not flooding.done()
    flooding.cancel()
    await asyncio.wait([flooding])

    assert statuses == [200] * len(queries)
    assert is_flooding
    assert flood.statuses[503] > CONNECTIONS

"""No answer is older than its request, with writers at work and several API processes, on each engine.

With a staleness allowed, the same readers find older answers, but none that is older than allowed: so the first finding
is one that could fail.
"""

import asyncio
import random
import time
from collections import Counter

import httpx
import pytest

from graph.connection.database import Database, Statement
from tests.conftest import settings_of
from tests.served.conftest import Served, start_server, stop_server

COURSE = "Course:2025:1:1"
# What is read in the graph, and what the process keeps in its directory: as many courses as the counter says, and one.
QUERY = '{ node(id: "Course:2025:1:1") { ... on Course { sequence } } courses(first: 1) { totalCount } }'
CREATE = (
    "CREATE (c:Course {id: $id, basis: 'ILLUSTRATIVE', sourceIds: [], standardYear: 2025, majorCode: '1', sequence: 0, name: 'x'}) "
    "CREATE (:Release {id: 'Release:x', name: 'x', isCurrent: true})"
)
RAISE = Statement(
    "MATCH (c:Course {id: $id}) SET c.sequence = c.sequence + 1 WITH c "
    "CREATE (:Course {id: 'Course:2025:1:x' + toString(c.sequence), basis: c.basis, sourceIds: [], standardYear: 2025, "
    "majorCode: '1', sequence: c.sequence, name: 'x'}) RETURN c.sequence",
    {"id": COURSE},
)
WRITERS, WRITES = 2, 15
READERS = 6


class Committed:
    """A counter in the graph: the greatest value of which a writer knows that it is committed."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.value = 0
        self.history: list[tuple[float, int]] = [(time.monotonic(), 0)]
        self.writers = WRITERS
        self.answered = asyncio.Condition()
        self.answers = 0

    async def write(self, chance: random.Random) -> None:
        """Raise the counter again and again; between, let the readers have some answers, or none."""
        for _ in range(WRITES):
            ((value,),) = await self.database.write(lambda writer: writer.run(RAISE))
            self.value = max(self.value, value)
            self.history.append((time.monotonic(), self.value))
            enough = self.answers + chance.choice([0, 0, 5, 60])
            async with self.answered:
                await self.answered.wait_for(lambda enough=enough: self.answers >= enough)  # type: ignore[misc]  # a lambda or a class of untyped code
        self.writers -= 1

    def known(self, at: float) -> int:
        """Give the greatest value known to be committed at that time."""
        return max((value for when, value in self.history if when <= at), default=0)

    async def count(self) -> None:
        """Count an answer."""
        self.answers += 1
        async with self.answered:
            self.answered.notify_all()


class Reader:
    """A client that keeps what it got and asks whether that is still right.

    ``older``: answers, and what was committed when they were asked for. ``too_old``: those older than allowed. An
    answer is as old as its oldest part: a write that no one knows of yet may be seen in one part and not in another.
    """

    def __init__(self, server: Served, counter: Committed, staleness_s: float = 0.0) -> None:
        self._server = server
        self._counter = counter
        self._known: tuple[str, int] | None = None
        self._staleness_s = staleness_s
        self.seen: Counter[str] = Counter()
        self.older: list[tuple[int, int]] = []
        self.too_old: list[tuple[int, int]] = []

    async def read(self) -> None:
        async with httpx.AsyncClient(timeout=30) as client:
            while self._counter.writers:
                began = time.monotonic()
                newest, least = self._counter.value, self._counter.known(began - self._staleness_s)
                value = await self._value(client)
                if value < newest:
                    self.older.append((value, newest))
                if value < least:
                    self.too_old.append((value, least))
                await self._counter.count()

    async def _value(self, client: httpx.AsyncClient) -> int:
        condition = {"if-none-match": self._known[0]} if self._known else {}
        answer = await client.get(f"{self._server.url}/graphql", params={"query": QUERY}, headers=condition)
        if answer.status_code == 304 and self._known:
            self.seen["304"] += 1
            return self._known[1]
        body = answer.json()
        self.seen[body.get("extensions", {}).get("oneplusx", {}).get("cache", "200")] += 1
        value = min(body["data"]["node"]["sequence"], body["data"]["courses"]["totalCount"] - 1)
        if "etag" in answer.headers:
            self._known = answer.headers["etag"], value
        return value


@pytest.fixture
def staleness_s() -> float:
    return 0.0


@pytest.fixture
def two_processes(database, engine_address, tmp_path, staleness_s):
    """Two API processes on the graph of the test; one tells of each answer where it came from."""
    graph = {
        "ONEPLUSX_CACHE_STALENESS_S": str(staleness_s),
        **settings_of(engine_address),
        "ONEPLUSX_LOAD_SEEDS": "false",
    }
    servers: list[Served] = []
    try:
        for name in ("false", "true"):
            folder = tmp_path / name
            folder.mkdir()
            servers.append(start_server(folder, **graph, ONEPLUSX_DEVELOPMENT=name))
        yield servers
    finally:
        for each in servers:
            stop_server(each)


@pytest.fixture
async def counter(database):
    await database.write(lambda writer: writer.run(Statement(CREATE, {"id": COURSE})))
    return Committed(database)


async def readers_beside_writers(servers: list[Served], counter: Committed, staleness_s: float = 0.0) -> list[Reader]:
    """Let readers of every server read while writers write."""
    readers = [Reader(server, counter, staleness_s) for server in servers for _ in range(READERS)]
    await asyncio.gather(
        *(counter.write(random.Random(seed)) for seed in range(WRITERS)), *(each.read() for each in readers)
    )
    assert counter.value == WRITERS * WRITES
    return readers


async def test_no_answer_is_older_than_its_request(counter, two_processes):
    readers = await readers_beside_writers(two_processes, counter)

    seen = sum((each.seen for each in readers), Counter())
    assert [each.older for each in readers] == [[]] * len(readers)
    # All ways of answering were taken, or nothing was shown.
    assert min(seen[each] for each in ("200", "304", "HIT", "MISS")) > 0, seen


@pytest.mark.parametrize("staleness_s", [0.5])
async def test_with_a_staleness_answers_may_be_older_but_not_older_than_allowed(counter, two_processes, staleness_s):
    readers = await readers_beside_writers(two_processes, counter, staleness_s)

    assert any(each.older for each in readers)
    assert [each.too_old for each in readers] == [[]] * len(readers)

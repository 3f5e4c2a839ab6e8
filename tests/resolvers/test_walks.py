"""While graphql-core walks a large answer other requests are answered, and the one that waits for it may give up."""

import asyncio
import threading
from types import SimpleNamespace

import pytest

from graph.query.directory import Directory
from resolvers import operation as of_operations
from resolvers.identify import Request
from resolvers.operation import Operations
from resolvers.trace import Tier
from schema.build import executable_schema
from tests.golden.make import PLANNERS
from tests.server.http.test_client_gone import TIMEOUT_S, Client, endpoint_on
from tests.waiting import WITHIN_S, later, turns, until

LARGE = "{ majors(first: 100) { nodes { id name certificates { nodes { id name basis } } } } }"
SMALL = 'query Small { major(code: "1") { name } }'
WITH_SCHEMA = LARGE.replace("{", "{ __schema { queryType { name } } ", 1)
CERTIFICATES = [[f"Certificate:{each}", f"c{each}", "REPORTED"] for each in range(20)]
MAJORS = [[f"Major:{each}", f"m{each}", CERTIFICATES] for each in range(100)]
HOLE = [*MAJORS[:-1], ["Major:99", None, CERTIFICATES]]


class Graph:
    """Gives one record for the large question, and one for the small one."""

    current = Directory(0, {})
    limits = SimpleNamespace(pool_size=1)

    def __init__(self, majors: list, name: str | None = "x") -> None:
        self.majors = majors
        self.name = name

    async def read(self, statement, metadata=None, **options):
        if "Editor" in statement.text:
            return [["王老师", "reviewer", None]]
        if metadata is None:
            return [[1]]  # the revision, for the cache
        return [[[[self.name]]]] if metadata["operation"] == "Small" else [[self.majors, None]]


class Walks:
    """Stands before graphql-core: tells where each walk is made, and holds it back until the gate opens."""

    def __init__(self, monkeypatch) -> None:
        self.threads: list[str] = []
        self.gate = threading.Event()
        self._execute = of_operations.execute  # type: ignore[attr-defined]  # patched, or given by the test itself
        monkeypatch.setattr(of_operations, "execute", self)

    def __call__(self, *given, **options):
        self.threads.append(threading.current_thread().name)
        # Opened too late, the walk had kept the loop from doing it.
        assert self.gate.wait(WITHIN_S)
        return self._execute(*given, **options)


@pytest.fixture
def walks(monkeypatch) -> Walks:
    return Walks(monkeypatch)


def operations_on(graph: Graph) -> Operations:
    return Operations(executable_schema(), PLANNERS, graph, graph)


@pytest.mark.parametrize(
    ("query", "majors", "tier"), [(WITH_SCHEMA, MAJORS, Tier.ORDINARY), (LARGE, HOLE, Tier.REPLAY)]
)
async def test_a_small_request_is_answered_while_a_large_answer_is_walked(query, majors, tier, walks):
    operations = operations_on(Graph(majors))
    large = asyncio.create_task(operations.run(Request(query)))
    await until(lambda: walks.threads)

    small = await operations.run(Request(SMALL))
    assert not large.done()
    walks.gate.set()
    answer = await large

    assert (small.data, small.trace.tier) == ({"major": {"name": "x"}}, Tier.FAST)
    assert answer.trace.tier is tier


async def test_the_loop_goes_on_while_graphql_core_works(walks):
    walking = asyncio.create_task(operations_on(Graph(MAJORS)).run(Request(WITH_SCHEMA)))
    await until(lambda: walks.threads)

    # On the loop alone there would be no turn between the beginning of the walk and its end.
    await turns()
    assert not walking.done()
    walks.gate.set()

    answer = await walking
    assert len(answer.data["majors"]["nodes"]) == 100


async def test_what_is_small_is_walked_at_once(walks):
    walks.gate.set()
    for graph, query in (
        (Graph(HOLE), LARGE),
        (Graph(MAJORS, None), SMALL),
        (Graph(MAJORS), "{ __schema { __typename } }"),
    ):
        await operations_on(graph).run(Request(query))

    assert [each.partition("_")[0] for each in walks.threads] == ["expensive", "MainThread", "expensive"]


async def test_a_large_answer_is_the_same_wherever_it_is_walked(monkeypatch):
    found = []
    for largest in (500, 1_000_000):
        monkeypatch.setattr(of_operations, "WALKED_AT_ONCE", largest)
        answer = await operations_on(Graph(HOLE)).run(Request(LARGE))
        found.append((answer.data, [each.formatted for each in answer.errors]))

    assert found[0] == found[1]
    assert found[0][1][0]["path"] == ["majors", "nodes", 99, "name"]


async def test_who_waits_for_a_walk_is_told_at_the_time_limit_and_the_next_is_walked(walks):
    endpoint = endpoint_on(Graph(HOLE))
    client = Client(endpoint, LARGE)
    await until(lambda: walks.threads)
    with later(TIMEOUT_S):
        await asyncio.wait_for(client.done, WITHIN_S)
    walks.gate.set()
    again = Client(endpoint, LARGE)
    await asyncio.wait_for(again.done, WITHIN_S)

    assert (client.status, again.status) == (504, 200)
    assert len(walks.threads) == 2


async def test_a_walk_whose_client_has_gone_before_its_turn_is_not_begun(walks):
    operations = operations_on(Graph(HOLE))
    first = asyncio.create_task(operations.run(Request(LARGE)))
    await until(lambda: walks.threads)
    second = asyncio.create_task(operations.run(Request(LARGE)))
    await until(operations._expensive.thread._work_queue.qsize)
    second.cancel()
    await asyncio.wait((second,))
    walks.gate.set()
    await first
    await operations.run(Request(LARGE))

    assert len(walks.threads) == 2

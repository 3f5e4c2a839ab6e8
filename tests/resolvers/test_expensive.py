"""Expensive operations take turns, with a shorter time for their statement; others never wait for them."""

import asyncio

import pytest

from graph.collector import large_answers
from graph.connection.admission import FIRST_RUN, Admission
from graph.connection.batching import Batcher
from graph.connection.database import Limits
from graph.database_errors import StatementTimeoutError
from graph.query.directory import EMPTY_DIRECTORY, Directory, TypeDirectory
from resolvers.identify import Request
from resolvers.operation import Operations
from schema.build import executable_schema
from tests.golden.make import PLANNERS
from tests.waiting import until

EXPENSIVE = 'query Expensive { courses(where: {name: {contains: "a"}}) { nodes { id } } }'
CHEAP = 'query Cheap { major(code: "1") { name } }'
LIMITS = Limits(pool_size=8, expensive_s=3.0)


class Graph:
    """Holds expensive statements back until it is opened; tells the times they were given."""

    current = Directory(1, {"Course": TypeDirectory("Course", [(f"Course:{each}", (), "") for each in range(30_000)])})

    def __init__(self) -> None:
        self.gate = asyncio.Event()
        self.timeouts: list[float | None] = []
        self.stops_next = False

    async def read(self, statement, *, timeout_s=None, metadata=None, **_):
        if metadata is None:
            return [[1]]
        if metadata["operation"] == "Cheap":
            return [[[["x"]]]]
        self.timeouts.append(timeout_s)
        await self.gate.wait()
        if self.stops_next:
            self.stops_next = False
            raise StatementTimeoutError
        return [[[]]]


@pytest.mark.parametrize("batched", [False, True], ids=["alone", "with batches"])
async def test_expensive_operations_take_turns_and_others_pass(batched):
    graph = Graph()
    batches = Batcher(graph) if batched else None
    operations = Operations(executable_schema(), PLANNERS, graph, graph, batches, expensive=Admission(LIMITS))
    waiting = [asyncio.create_task(operations.run(Request(EXPENSIVE))) for _ in range(4)]
    await until(lambda: len(graph.timeouts) == 2)

    answer = await operations.run(Request(CHEAP))

    assert answer.data == {"major": {"name": "x"}}
    # None has run yet: the server also plans the text.
    first_s = FIRST_RUN * LIMITS.statement_s
    assert graph.timeouts == [first_s] * 2
    graph.gate.set()
    await asyncio.gather(*waiting)
    assert graph.timeouts == [first_s] * 2 + [3.0] * 2


async def test_until_one_was_answered_requests_may_take_longer_as_the_server_may_have_just_started():
    graph = Graph()
    graph.gate.set()
    operations = Operations(executable_schema(), PLANNERS, graph, graph, expensive=Admission(LIMITS))
    patience = [operations.patience]
    for each in (CHEAP, EXPENSIVE, CHEAP):
        await operations.run(Request(each))
        patience.append(operations.patience)

    assert patience == [FIRST_RUN, FIRST_RUN, 1, 1]


class Starting(Graph):
    """A process that has not read its directory yet."""

    def __init__(self) -> None:
        super().__init__()
        self.current = EMPTY_DIRECTORY

    async def at_least(self, revision):
        self.current = Graph.current
        return self.current


async def test_what_is_expensive_is_so_before_the_directory_was_read():
    graph = Starting()
    graph.gate.set()
    await Operations(executable_schema(), PLANNERS, graph, graph, expensive=Admission(LIMITS)).run(Request(EXPENSIVE))

    assert graph.timeouts == [FIRST_RUN * LIMITS.statement_s]


async def test_a_run_that_was_stopped_is_a_first_run_again():
    """A server that started anew has to plan the text once more: with the shorter limit it would fail each time."""
    graph = Graph()
    graph.gate.set()
    operations = Operations(executable_schema(), PLANNERS, graph, graph, expensive=Admission(LIMITS))
    await operations.run(Request(EXPENSIVE))
    graph.stops_next = True
    with pytest.raises(StatementTimeoutError):
        await operations.run(Request(EXPENSIVE))

    await operations.run(Request(EXPENSIVE))

    first_s = FIRST_RUN * LIMITS.statement_s
    assert graph.timeouts == [first_s, 3.0, first_s]


async def test_the_rows_of_what_is_expensive_are_known_to_be_alive_until_its_answer_is_made(monkeypatch):
    """The collector looks through nothing meanwhile; while the statement runs there are no rows."""
    graph, seen = Graph(), []
    operations = Operations(executable_schema(), PLANNERS, graph, graph, expensive=Admission(LIMITS))
    shaped = operations._shaped

    async def noting(*given):
        seen.append(large_answers())
        return await shaped(*given)

    monkeypatch.setattr(operations, "_shaped", noting)
    running = asyncio.create_task(operations.run(Request(EXPENSIVE)))
    await until(lambda: graph.timeouts)
    assert large_answers() == 0
    graph.gate.set()
    await running
    await operations.run(Request(CHEAP))

    assert (seen, large_answers()) == ([1, 0], 0)

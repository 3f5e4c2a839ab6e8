"""Expensive statements take turns, and a limited number of them waits."""

import asyncio
import contextlib

import pytest

from graph.connection.admission import Admission
from graph.connection.database import Limits
from graph.connection.shared_turn import SharedTurn
from graph.database_errors import GraphBusyError
from tests.waiting import until


class Statements:
    """Statements that run until they are asked to end; ``running`` holds their numbers in the order of their start."""

    def __init__(self, admission: Admission) -> None:
        self.admission = admission
        self.running: list[int] = []
        self.ends: dict[int, asyncio.Event] = {}

    def start(self, number: int, caller: str = "") -> asyncio.Task[None]:
        self.ends[number] = asyncio.Event()
        return asyncio.create_task(self._run(number, caller))

    async def _run(self, number: int, caller: str) -> None:
        async with self.admission.place(caller):
            self.running.append(number)
            try:
                await self.ends[number].wait()
            finally:
                self.running.remove(number)


async def turns() -> None:
    """Let everything run that can."""
    for _ in range(20):
        await asyncio.sleep(0)


@pytest.mark.parametrize(("pool", "places"), [(32, 8), (4, 1), (1, 1), (100, 25)])
def test_a_quarter_of_the_connections_are_places(pool, places):
    assert Admission(Limits(pool_size=pool)).places == places


@pytest.mark.parametrize(("at_once", "places"), [(1, 1), (3, 3), (9, 8), (None, 8)])
async def test_there_are_fewer_places_where_that_is_said_and_no_fewer_wait(at_once, places):
    statements = Statements(Admission(Limits(pool_size=32), at_once))
    tasks = [statements.start(number) for number in range(places + 16)]
    await turns()

    assert len(statements.running) == places
    with pytest.raises(GraphBusyError):
        await statements.start(99)
    for each in tasks:
        each.cancel()
    await asyncio.wait(tasks)


async def test_more_wait_and_follow_in_the_order_of_their_coming():
    statements = Statements(Admission(Limits(pool_size=8)))
    tasks = [statements.start(number) for number in range(5)]
    await turns()
    assert statements.running == [0, 1]

    statements.ends[0].set()
    await turns()
    assert statements.running == [1, 2]

    for each in statements.ends.values():
        each.set()
    await asyncio.gather(*tasks)


async def test_one_that_gives_up_leaves_its_turn_to_the_next():
    statements = Statements(Admission(Limits(pool_size=4)))
    first, second, third = (statements.start(number) for number in range(3))
    await turns()

    second.cancel()
    statements.ends[0].set()
    await turns()

    assert statements.running == [2]
    statements.ends[2].set()
    await asyncio.gather(first, third)
    with contextlib.suppress(asyncio.CancelledError):
        await second


async def test_beyond_those_that_wait_one_is_refused_at_once():
    statements = Statements(Admission(Limits(pool_size=4)))
    tasks = [statements.start(number) for number in range(3)]
    await turns()

    with pytest.raises(GraphBusyError):
        await statements.start(3)

    for each in statements.ends.values():
        each.set()
    await asyncio.gather(*tasks)
    await asyncio.wait_for(_held(statements.admission), 10)


async def test_one_that_waits_as_long_as_for_a_connection_is_refused():
    statements = Statements(Admission(Limits(pool_size=4, acquisition_s=0.01)))
    first = statements.start(0)
    await turns()

    with pytest.raises(GraphBusyError):
        await statements.start(1)

    statements.ends[0].set()
    await first
    await asyncio.wait_for(_held(statements.admission), 10)


async def _held(admission: Admission) -> None:
    async with admission.place():
        pass


async def test_next_to_one_caller_who_fills_the_line_another_waits_for_one_turn_only():
    statements = Statements(Admission(Limits(pool_size=4)))
    flood = [statements.start(number, "A") for number in range(10)]
    await turns()
    other = statements.start(10, "B")
    await turns()

    assert [each.done() for each in flood].count(True) == 7  # one runs, two wait
    for number in (0, 1):
        statements.ends[number].set()
        await turns()
    assert statements.running == [10]
    for each in (*flood, other):
        each.cancel()
    await asyncio.wait([*flood, other])
    assert all(
        isinstance(each.exception(), GraphBusyError) for each in flood if not each.cancelled() and each.exception()
    )


def _processes(tmp_path, count, **limits) -> list[Statements]:
    """Give the statements of processes that share one turn, each with one place of its own."""
    return [
        Statements(Admission(Limits(pool_size=4, **limits), 1, SharedTurn(tmp_path / "lock", wait_s=None)))
        for _ in range(count)
    ]


async def test_processes_that_share_a_turn_run_one_statement_at_a_time_and_alternate(tmp_path):
    one, other = _processes(tmp_path, 2)
    first, second = one.start(0), one.start(1)
    await until(lambda: one.running == [0])
    third = other.start(2)
    await turns()
    assert other.running == []

    one.ends[0].set()
    await until(lambda: other.running == [2])
    assert one.running == []
    other.ends[2].set()
    await until(lambda: one.running == [1])
    one.ends[1].set()
    await asyncio.gather(first, second, third)


async def test_one_to_whom_the_shared_turn_does_not_come_is_refused_and_leaves_its_place(tmp_path):
    one, other = _processes(tmp_path, 2, acquisition_s=0.05)
    first = one.start(0)
    await until(lambda: one.running == [0])
    with pytest.raises(GraphBusyError):
        await other.start(1)

    one.ends[0].set()
    await first
    await asyncio.wait_for(_held(other.admission), 10)

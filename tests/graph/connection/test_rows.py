"""Many rows are unpacked in pieces: the loop has turns in between, in which it answers others."""

import asyncio
import gc
import weakref
from collections.abc import AsyncIterator
from types import SimpleNamespace

import neo4j

from graph.connection.driver_reads import ROWS_AT_ONCE, rows_of
from graph.query.statement import Statement


class Arrived:
    """The result of a statement whose records are here already: nothing is waited for."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.parameters = {"most": number}

    async def __aiter__(self) -> AsyncIterator[neo4j.Record]:
        for each in range(self.number):
            yield neo4j.Record({"n": each})

    async def consume(self) -> SimpleNamespace:
        return SimpleNamespace(parameters=self.parameters)


class Texts(list[str]):
    """A list that can be watched."""


async def test_the_loop_has_a_turn_after_each_piece_of_rows():
    turns = 0

    async def count_turns() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0)
            turns += 1

    counting = asyncio.create_task(count_turns())
    await asyncio.sleep(0)
    rows = await rows_of(Arrived(10 * ROWS_AT_ONCE + 1))
    counting.cancel()
    assert rows == [[each] for each in range(10 * ROWS_AT_ONCE + 1)]
    assert turns == 10


async def test_all_rows_come_in_their_order(database):
    text = "UNWIND range(1, $most) AS n RETURN n, -n"
    rows = await database.read(Statement(text, {"most": 2 * ROWS_AT_ONCE + 1}))
    assert rows == [[each, -each] for each in range(1, 2 * ROWS_AT_ONCE + 2)]


async def test_what_was_asked_with_is_freed_without_the_collector(database):
    asked = Texts(["a", "b"])
    watched = weakref.ref(asked)
    gc.disable()
    try:
        assert await database.read(Statement("RETURN size($texts)", {"texts": asked})) == [[2]]
        del asked
        assert watched() is None
    finally:
        gc.enable()


async def test_a_read_leaves_nothing_for_the_collector(database):
    """The driver's result, its hooks and the session that made it refer to each other: 46 objects for each read."""
    statement = Statement("UNWIND range(1, 9) AS n RETURN collect([n, 'x'])")
    reads = 20
    await database.read(statement)
    gc.disable()
    try:
        gc.collect()
        for _ in range(reads):
            await database.read(statement)
        assert gc.collect() < reads
    finally:
        gc.enable()

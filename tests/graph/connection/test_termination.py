"""A statement that no one waits for any more ends on the server, on both engines."""

import asyncio

import pytest

from graph.connection.database import Database, Limits
from graph.connection.termination import LOOKS_AFTER_S, Orphan, Terminator, note_kills
from graph.database_errors import GraphBusyError, GraphUnavailableError, StatementTimeoutError
from graph.query.statement import Statement
from tests.waiting import WITHIN_S

# Hours of work on either engine.
ENDLESS = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a = -b RETURN count(*)"
_RUNNING = Statement(
    "SHOW TRANSACTIONS YIELD currentQuery AS text WHERE text STARTS WITH 'UNWIND range' RETURN count(*)"
)


async def running(database: Database) -> int:
    ((count,),) = await database.read(_RUNNING)
    return count


_OWN_CONNECTION = Statement(
    "SHOW TRANSACTIONS YIELD clientAddress AS address, currentQuery AS text "
    "WHERE text STARTS WITH 'SHOW TRANSACTIONS YIELD clientAddress' RETURN address"
)


async def until(database: Database, wanted: int) -> None:
    """Wait until this many of our statements run; the test's own time limit ends a wait in vain."""
    async with asyncio.timeout(WITHIN_S):
        while await running(database) != wanted:
            pass


def test_the_pinned_driver_tells_which_connection_it_killed():
    assert note_kills()


async def test_a_cancelled_statement_ends_on_the_server(engine_address):
    async with Database.open(engine_address, Limits(statement_s=600)) as database:
        reads = [asyncio.create_task(database.read(Statement(ENDLESS))) for _ in range(3)]
        await until(database, 3)

        for each in reads[:2]:
            each.cancel()
        await until(database, 1)

        assert [each.done() for each in reads] == [True, True, False]
        reads[2].cancel()
        await until(database, 0)
        await asyncio.wait(reads)


async def test_a_statement_over_its_time_ends_on_the_server(engine_address):
    async with Database.open(engine_address, Limits(statement_s=600)) as database:
        reads = [asyncio.create_task(database.read(Statement(ENDLESS), timeout_s=each)) for each in (0.01, 600)]
        with pytest.raises(StatementTimeoutError):
            await reads[0]
        await until(database, 1)

        assert not reads[1].done()
        reads[1].cancel()
        await until(database, 0)
        await asyncio.wait(reads)


async def test_an_expensive_statement_that_is_cancelled_leaves_others_their_connection(engine_address):
    async with Database.open(engine_address, Limits(pool_size=1, statement_s=600)) as database:
        before = await database.read(_OWN_CONNECTION)
        reading = asyncio.create_task(database.read(Statement(ENDLESS), is_expensive=True))
        await until(database, 1)

        reading.cancel()
        await asyncio.wait([reading])
        await until(database, 0)

        assert await database.read(_OWN_CONNECTION) == before


class Server:
    """Takes what it is asked to end."""

    def __init__(self, error: Exception | None = None) -> None:
        self.statements: list[Statement] = []
        self.error = error

    async def run(self, statement: Statement) -> list[list[object]]:
        self.statements.append(statement)
        if self.error:
            raise self.error
        return []


async def test_many_are_ended_with_one_statement():
    server = Server()
    terminator = Terminator(server.run)

    for port in (1, 2, 3):
        terminator.end(Orphan(port, "RETURN 1"))
    await asyncio.wait_for(terminator.ended(), WITHIN_S)

    assert [each.params for each in server.statements] == [
        {"addresses": ["/127.0.0.1:1", "/127.0.0.1:2", "/127.0.0.1:3"], "texts": ["RETURN 1"]}
    ] * len(LOOKS_AFTER_S)


async def test_a_server_that_is_gone_is_left_alone():
    server = Server(GraphUnavailableError())
    terminator = Terminator(server.run)

    terminator.end(Orphan(1, "RETURN 1"))
    await asyncio.wait_for(terminator.ended(), WITHIN_S)

    assert len(server.statements) == 1


async def test_a_server_without_a_free_connection_is_asked_again():
    server = Server(GraphBusyError())
    terminator = Terminator(server.run)

    terminator.end(Orphan(1, "RETURN 1"))
    await asyncio.wait_for(terminator.ended(), WITHIN_S)

    assert len(server.statements) == len(LOOKS_AFTER_S)


async def test_what_is_cancelled_just_before_the_driver_closes_ends_too(engine_address):
    async with Database.open(engine_address) as other:
        async with Database.open(engine_address, Limits(pool_size=1, statement_s=600)) as database:
            reading = asyncio.create_task(database.read(Statement(ENDLESS)))
            await until(other, 1)
            reading.cancel()
            await asyncio.wait([reading])

        await until(other, 0)


async def test_a_quick_statement_does_not_wait_for_slow_ones(engine_address):
    """The embedded engine has a gate of its own: left as it is, four slow statements keep everybody waiting."""
    async with Database.open(engine_address, Limits(statement_s=600)) as database:
        reads = [asyncio.create_task(database.read(Statement(ENDLESS))) for _ in range(8)]
        await until(database, 8)

        assert await database.read(Statement("RETURN 1")) == [[1]]

        assert not any(each.done() for each in reads)
        for each in reads:
            each.cancel()
        await asyncio.wait(reads)
        await until(database, 0)

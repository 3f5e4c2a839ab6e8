"""Faults of the server and of the way to it, on both engines: nothing acknowledged is lost, and we recover alone."""

import asyncio
import contextlib
import itertools
import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph.connection.address import GraphAddress
from graph.connection.database import Database, Limits
from graph.database_errors import GraphBusyError, GraphUnavailableError, StatementTimeoutError
from graph.engine.bolt_probe import answers
from graph.engine.embedded.child import wait_until
from graph.engine.embedded.engine import EmbeddedEngine, EngineOptions
from graph.engine.neo4j.instance import Neo4jOptions
from graph.engine.neo4j.process import Neo4jServer
from graph.errors import OneplusxError
from graph.query.statement import Statement
from graph.upkeep import constraints
from tests.conftest import ENGINES, ROOT, is_embedded
from tests.graph.engine.proxy import proxied
from tests.graph.engine.under_way import LONG, until_under_way
from tests.waiting import until

# Seconds on a quiet machine; on one that has ten other things to do a fresh Java needs longer for its first statement.
BACK_WITHIN_S = 120


@dataclass
class Killable:
    """A server that the test may kill, and what to do for its return and for a check of its data."""

    address: GraphAddress
    kill: object
    bring_back: object
    check: object


@contextlib.contextmanager
def embedded(folder: Path):
    with EmbeddedEngine.open(EngineOptions(folder, statement_timeout_s=30)) as engine:
        killed = 0

        def kill() -> None:
            nonlocal killed
            killed = engine.pid  # type: ignore[assignment]  # one name for two kinds
            os.kill(killed, signal.SIGKILL)

        def is_back() -> bool:
            return engine.pid not in (0, killed) and engine.alive() and answers(engine.address)

        def wait_for_return() -> None:
            """The keeper brings it back. Without the wait, an answer sent just before the kill passes for its return."""
            assert wait_until(is_back, within_s=BACK_WITHIN_S)

        # The store checks its log of changes when it opens.
        yield Killable(engine.address, kill, wait_for_return, lambda: None)


@contextlib.contextmanager
def neo4j_server(folder: Path):
    options = Neo4jOptions(root=ROOT / "var" / "neo4j", data=folder, statement_timeout_s=30)
    with Neo4jServer.start(options) as server:

        def check() -> None:
            server.stop()
            assert "Consistency check" in server.check()
            server.restart()

        yield Killable(server.address, server.kill, server.restart, check)


@pytest.fixture(scope="module", params=ENGINES)
def killable(request, tmp_path_factory):
    starter = {"embedded": embedded, "neo4j": neo4j_server}[request.param]
    with starter(tmp_path_factory.mktemp(f"killable-{request.param}")) as server:
        yield server


async def write_on(database: Database, acknowledged: list[int]) -> None:
    """Write number after number, whatever happens; keep those that were acknowledged."""
    for number in itertools.count():
        create = Statement("MERGE (k:JobRole {id: $id}) RETURN 1", {"id": f"JobRole:{number}"})
        with contextlib.suppress(OneplusxError):
            await database.write(lambda writer, each=create: writer.run(each))  # type: ignore[misc]  # a lambda or a class of untyped code
            acknowledged.append(number)


async def back(database: Database) -> float:
    began = time.monotonic()
    async with asyncio.timeout(60):
        while True:
            with contextlib.suppress(OneplusxError):
                await database.read(Statement("RETURN 1"))
                return time.monotonic() - began
            await asyncio.sleep(0.05)


async def grown(acknowledged: list[int], by: int) -> None:
    wanted = len(acknowledged) + by
    await until(lambda: len(acknowledged) >= wanted, BACK_WITHIN_S)


async def test_a_kill_in_a_write_loop_loses_nothing_that_was_acknowledged(killable):
    """One Database object all along, as an API process has it: it sees the server go and come back."""
    acknowledged: list[int] = []
    async with Database.open(killable.address, Limits(statement_s=10, connect_s=2, acquisition_s=2)) as database:
        await constraints.apply(database)
        writing = asyncio.create_task(write_on(database, acknowledged))
        try:
            for _ in range(2):
                await grown(acknowledged, 50)
                killable.kill()
                await asyncio.to_thread(killable.bring_back)
                await grown(acknowledged, 1)
        finally:
            writing.cancel()
            await asyncio.wait([writing])

        rows = await database.read(Statement("MATCH (k:JobRole) RETURN k.id"))
        assert {f"JobRole:{number}" for number in acknowledged} <= {row[0] for row in rows}
        assert len(rows) == len({row[0] for row in rows})
    await asyncio.to_thread(killable.check)


async def test_the_first_read_after_a_restart_succeeds(killable):
    """Connections kept in the pool are dead then; the caller must not notice."""
    async with Database.open(killable.address, Limits(statement_s=5, connect_s=2)) as database:
        await asyncio.gather(*(database.read(Statement("RETURN 1")) for _ in range(4)))
        killable.kill()
        await asyncio.to_thread(killable.bring_back)
        async with Database.open(killable.address, Limits(statement_s=2, connect_s=2)) as other:
            await back(other)

        assert await database.read(Statement("RETURN 1")) == [[1]]


async def test_a_server_that_never_answers_costs_a_timeout_and_no_connection(engine_address):
    size = 3
    limits = Limits(pool_size=size, acquisition_s=0.5, connect_s=1, statement_s=0.5)
    async with proxied(engine_address) as (proxy, address), Database.open(address, limits) as database:
        await asyncio.gather(*(database.read(Statement("RETURN 1")) for _ in range(size)))
        proxy.flowing.clear()
        began = time.monotonic()

        answers = await asyncio.gather(
            *(database.read(Statement("RETURN 1")) for _ in range(2 * size)), return_exceptions=True
        )

        assert time.monotonic() - began < 10
        assert {type(each) for each in answers} <= {StatementTimeoutError, GraphBusyError, GraphUnavailableError}
        assert StatementTimeoutError in {type(each) for each in answers}
        proxy.flowing.set()
        await asyncio.gather(*(database.read(Statement("RETURN 1")) for _ in range(size)))
        again = await asyncio.gather(*(database.read(LONG_ENOUGH) for _ in range(size)))
        assert again == [[[1000]]] * size


LONG_ENOUGH = Statement("UNWIND range(1, 1000) AS x RETURN count(x)")


async def test_a_full_pool_is_told_at_once_and_empties_again(engine_address):
    limits = Limits(pool_size=1, acquisition_s=0.2, statement_s=20)
    async with Database.open(engine_address, limits) as database:
        holding = asyncio.create_task(database.read(LONG))
        await until_under_way(engine_address)

        # Within its own time for a connection, long before the statement ends.
        with pytest.raises(GraphBusyError):
            await asyncio.wait_for(database.read(Statement("RETURN 1")), 10)

        # A client that leaves frees the connection; the statement ends at its limit on the server, or before.
        holding.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await holding
        assert await database.read(Statement("RETURN 1")) == [[1]]


async def test_a_read_carries_its_name_and_plan_to_the_server(engine_address):
    if is_embedded(engine_address):
        pytest.skip("SHOW TRANSACTIONS is Neo4j's")
    async with Database.open(engine_address, Limits(statement_s=5)) as database:
        reading = asyncio.create_task(database.read(LONG, metadata={"operation": "HowTheyFit", "plan": "abc"}))
        shown: list = []
        while not shown and not reading.done():
            rows = await database.read(Statement("SHOW TRANSACTIONS YIELD metaData, currentQuery"))
            shown = [row[0] for row in rows if row[0].get("operation")]
        with pytest.raises(StatementTimeoutError):
            await reading

    assert shown == [{"operation": "HowTheyFit", "plan": "abc"}]


UNDER_WAY = Statement("SHOW TRANSACTIONS YIELD transactionId, currentQuery RETURN transactionId, currentQuery")


async def end_others(address: GraphAddress) -> None:
    """End the long statement, as who runs the server may."""
    async with Database.open(address) as operator:
        ids = [each for each, text in await operator.read(UNDER_WAY) if text == LONG.text]
        await operator.read(Statement("TERMINATE TRANSACTIONS $ids", {"ids": ids}))


async def test_a_read_that_the_server_ends_may_be_asked_again(engine_address):
    async with Database.open(engine_address) as database:
        reading = asyncio.create_task(database.read(LONG))
        await until_under_way(engine_address)
        await end_others(engine_address)

        with pytest.raises(GraphUnavailableError) as told:
            await reading

    assert (told.value.code, told.value.retryable) == ("GRAPH_UNAVAILABLE", True)

"""The small graph on a running engine, and what must be answered on it."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from graph.connection.address import GraphAddress
from graph.connection.database import Database, Limits, Statement
from graph.upkeep import constraints
from tests.conftest import ENGINES
from tests.equivalence.oracle import Oracle
from tests.equivalence.small import make_graph, write

# For what no engine answers differently.
once = pytest.mark.parametrize("engine_address", [each for each in ("embedded",) if each in ENGINES], indirect=True)


@pytest.fixture(scope="session")
def oracle() -> Oracle:
    return Oracle(make_graph())


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> str:
    """Name the engine that a test runs on."""
    return request.node.callspec.params["engine_address"]


@pytest.fixture(scope="package")
def small_address(engine_address: GraphAddress, oracle: Oracle) -> GraphAddress:
    """The address of an engine that holds the small graph and nothing else."""
    asyncio.run(_fill(engine_address, oracle))
    return engine_address


async def _fill(address: GraphAddress, oracle: Oracle) -> None:
    async with Database.open(address, Limits(statement_s=60)) as database:
        await constraints.apply(database)
        await database.write(
            lambda writer: writer.run(Statement("MATCH (n) WHERE NOT n:GraphRevision DETACH DELETE n"))
        )
        await write(database, oracle.graph)


@pytest.fixture
async def small(small_address: GraphAddress) -> AsyncIterator[Database]:
    async with Database.open(small_address, Limits(statement_s=60)) as opened:
        yield opened

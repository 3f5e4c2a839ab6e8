"""The small graph on a running engine, and what must be answered on it."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest

from graph.connection.address import GraphAddress
from graph.connection.database import Database, Limits, Statement
from graph.upkeep import constraints
from tests.conftest import ENGINES
from tests.equivalence.oracle import Expected, Oracle
from tests.equivalence.small import make_graph, write

# For what no engine answers differently.
once = pytest.mark.parametrize("engine_address", [each for each in ("embedded",) if each in ENGINES], indirect=True)


# More than any test asks twice.
KEPT = 2_000


class OnceOracle(Oracle):
    """An oracle that works an answer out once: a server is asked the same in each coding, and by each mutant."""

    def __init__(self) -> None:
        super().__init__(make_graph())
        self._kept: dict[tuple[str, str], Expected] = {}

    def answer(self, query: str, variables: Mapping[str, Any]) -> Expected:
        """Give the answer that was worked out before, or work it out."""
        key = query, repr(variables)
        if key not in self._kept:
            self._kept[key] = super().answer(query, variables)
            if len(self._kept) > KEPT:
                del self._kept[next(iter(self._kept))]
        return self._kept[key]


@pytest.fixture(scope="session")
def oracle() -> Oracle:
    return OnceOracle()


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

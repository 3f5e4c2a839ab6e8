"""A graph for tests that hypothesis calls again and again."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator

import pytest

from graph.connection.address import GraphAddress
from graph.connection.database import Database, Limits
from graph.upkeep import constraints

Work = Callable[[Database], Coroutine[None, None, None]]


@pytest.fixture
def opened(engine_address: GraphAddress) -> Iterator[Callable[[Work], None]]:
    """Run work on an open database; the work replaces the graph."""
    with asyncio.Runner() as runner:
        database = Database.open(engine_address, Limits(statement_s=30))
        found = runner.run(database.__aenter__())
        runner.run(constraints.apply(found))
        try:
            yield lambda work: runner.run(work(found))
        finally:
            runner.run(database.__aexit__(None, None, None))

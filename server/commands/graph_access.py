"""What every command does: open the graph of the settings, work on it, print what came of it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from rich.console import Console

from graph.connection.database import Database, Limits
from server.graph_source import Graph, open_graph
from server.settings import read_settings

T = TypeVar("T")
out = Console(highlight=False)
err = Console(stderr=True, highlight=False)
# A load is many statements in one transaction.
LOAD_LIMITS = Limits(statement_s=120.0)


def with_database(work: Callable[[Database], Awaitable[T]], *, may_begin: bool = False, may_replace: bool = False) -> T:
    """Run ``work`` against the graph of the settings, started for it if need be; ``open_graph`` says what may be.

    Raises: EngineError where a full disk kept out of the files what was written.
    """

    async def run(graph: Graph) -> T:
        async with Database.open(graph.address, LOAD_LIMITS) as database:
            await database.verify()
            result = await work(database)
            await graph.note_work(database)
            return result

    with open_graph(read_settings(), may_begin=may_begin, may_replace=may_replace) as graph:
        result = asyncio.run(run(graph))
    if graph.engine and graph.engine.left_over:
        raise graph.engine.left_over
    return result

"""What every command does: open the graph of the settings, work on it, print what came of it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from rich.console import Console

from graph.connection.address import GraphAddress
from graph.connection.database import Database, Limits
from server.graph_source import open_graph
from server.settings import read_settings

T = TypeVar("T")
out = Console(highlight=False)
err = Console(stderr=True, highlight=False)
# A load is many statements in one transaction.
LOAD_LIMITS = Limits(statement_s=120.0)


def with_database(work: Callable[[Database], Awaitable[T]], *, may_begin: bool = False) -> T:
    """Run ``work`` against the graph of the settings, started for it if need be; ``may_begin``: also a new one."""

    async def run(address: GraphAddress) -> T:
        async with Database.open(address, LOAD_LIMITS) as database:
            await database.verify()
            return await work(database)

    with open_graph(read_settings(), may_begin=may_begin) as graph:
        return asyncio.run(run(graph.address))

"""A statement that runs for as long as it is let, and how to see that the server runs it."""

import asyncio

from graph.connection.address import GraphAddress
from graph.connection.database import Database
from graph.query.statement import Statement

LONG = Statement("UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a = -b RETURN count(*)")
RUNNING = Statement("SHOW TRANSACTIONS YIELD currentQuery")


async def until_under_way(address: GraphAddress, statement: Statement = LONG) -> None:
    """Wait until the server runs this statement, as it says itself."""
    async with Database.open(address) as other, asyncio.timeout(30):
        while [statement.text] not in await other.read(RUNNING):
            pass

"""The statements of one writing transaction, and which of them share a way to the server."""

from collections import deque

import neo4j

from graph.connection.driver_reads import queue, spare_waits, values_of
from graph.query.statement import Look, Row, Statement

_LAST = Statement("RETURN 1")


class TransactionWriter:
    """The ``Writer`` of one transaction of the driver: see there."""

    def __init__(self, transaction: neo4j.AsyncTransaction) -> None:
        self._transaction = transaction
        self._sent: deque[tuple[neo4j.AsyncResult, Look | None]] = deque()

    async def run(self, statement: Statement) -> list[Row]:
        """Run one statement and give its rows as lists."""
        result = await self._transaction.run(statement.text, dict(statement.params))
        await self._look()
        return await result.values()

    async def send(self, statement: Statement, then: Look | None = None) -> None:
        """Have a statement run before the next one, on the same way to the server."""
        if spare_waits():
            result = await queue(self._transaction, statement.text, dict(statement.params))
            self._sent.append((result, then))
        else:
            rows = await self.run(statement)
            if then:
                await then(rows)

    async def _look(self) -> None:
        """Let those who sent statements look at their rows."""
        while self._sent:
            result, then = self._sent.popleft()
            rows = await values_of(result)
            if then:
                await then(rows)

    async def end(self) -> None:
        """Send what was not sent yet, and let those look who wait for it: the commit follows."""
        if self._sent:
            await self.run(_LAST)

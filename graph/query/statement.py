"""What goes through the door to the database: statements in, rows out, and the writer of one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import neo4j

Row = list[Any]
Parameters = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Statement:
    """One Cypher statement, ready to run.

    ``text`` holds names from the model only; a caller's value is always in ``params``.
    """

    text: str
    params: Parameters = field(default_factory=dict)


class Writer:
    """One writing transaction; every statement of it commits or none does."""

    def __init__(self, transaction: neo4j.AsyncTransaction) -> None:
        self._transaction = transaction

    async def run(self, statement: Statement) -> list[Row]:
        """Run one statement and give its rows as lists."""
        result = await self._transaction.run(statement.text, dict(statement.params))
        return await result.values()

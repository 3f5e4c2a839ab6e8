"""What goes to the database and comes back: statements and rows, and the protocols of what runs them."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

Row = list[Any]
Parameters = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Statement:
    """One Cypher statement, ready to run.

    ``text`` holds names from the model only; a caller's value is always in ``params``.
    """

    text: str
    params: Parameters = field(default_factory=dict)


# Runs a statement: ``Database.read``, or a writer's ``run``.
Run = Callable[[Statement], Awaitable[list[Row]]]
# Looks at the rows of a statement that was sent. Raises: what ends the transaction.
Look = Callable[[list[Row]], Awaitable[None]]


class Reader(Protocol):
    """What can run a reading statement: a ``Database``."""

    async def read(
        self,
        statement: Statement,
        *,
        timeout_s: float | None = None,
        metadata: Mapping[str, str] | None = None,
        is_expensive: bool = False,
    ) -> list[Row]:
        """Run one statement and give its rows."""


class Writer(Protocol):
    """One writing transaction; every statement of it commits or none does."""

    async def run(self, statement: Statement) -> list[Row]:
        """Run one statement and give its rows."""

    async def send(self, statement: Statement, then: Look | None = None) -> None:
        """Have a statement run before the next one, on the same way to the engine; ``then`` gets its rows.

        For what nothing has to be known of before the next statement is written. ``then`` looks before the rows of that
        one are given, or else before the commit. It may run statements.
        """

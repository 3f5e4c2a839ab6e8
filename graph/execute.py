"""The only door to the database: statements out, records back, driver errors turned into ours.

One driver per process, made in the running loop. Reads are routed to readers, the database is always named (else the
driver asks for the home database first), and every statement carries a server-side time limit.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, LiteralString, Self, TypeVar, cast

import neo4j
from neo4j import exceptions as driver_errors

from graph.address import GraphAddress
from graph.errors import GraphBusyError, GraphConfigurationError, GraphUnavailableError, OneplusxError, StatementTimeoutError

T = TypeVar("T")
Row = Sequence[Any]
Parameters = Mapping[str, Any]

# A request waits this much longer than the server's own limit before it gives up on a server that does not answer.
GRACE_S = 2.0


@dataclass(frozen=True, slots=True)
class Statement:
    """One Cypher statement, ready to run.

    ``text`` holds names from the model only; a caller's value is always in ``params``.
    """

    text: str
    params: Parameters = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of the server one process may use: connections, waits and time, in seconds."""

    pool_size: int = 32
    acquisition_s: float = 5.0
    connect_s: float = 5.0
    statement_s: float = 10.0


class Writer:
    """One writing transaction; every statement of it commits or none does."""

    def __init__(self, transaction: neo4j.AsyncTransaction) -> None:
        self._transaction = transaction

    async def run(self, statement: Statement) -> list[Row]:
        """Run one statement and give its rows as lists."""
        result = await self._transaction.run(cast(LiteralString, statement.text), dict(statement.params))
        return await result.values()


class Database:
    """A graph database behind one driver."""

    def __init__(self, driver: neo4j.AsyncDriver, address: GraphAddress, limits: Limits) -> None:
        self._driver = driver
        self.address = address
        self.limits = limits

    @classmethod
    @contextlib.asynccontextmanager
    async def open(cls, address: GraphAddress, limits: Limits | None = None) -> AsyncIterator[Self]:
        """Make the driver in the running loop and close it at the end. Does not connect yet; see ``verify``."""
        limits = limits or Limits()
        try:
            driver = neo4j.AsyncGraphDatabase.driver(
                address.uri,
                auth=(address.user, address.password),
                max_connection_pool_size=limits.pool_size,
                connection_acquisition_timeout=limits.acquisition_s,
                connection_timeout=limits.connect_s,
                max_transaction_retry_time=limits.statement_s,
                notifications_min_severity="OFF",
                telemetry_disabled=True,
            )
        except (ValueError, driver_errors.ConfigurationError) as error:
            raise GraphConfigurationError(f"The graph address {address.uri!r} is not usable: {error}", f"图数据库地址 {address.uri!r} 不可用：{error}") from error
        async with driver:
            yield cls(driver, address, limits)

    async def verify(self) -> None:
        """Raise a telling error unless the server answers, knows us and has the database."""
        await self.read(Statement("RETURN 1"))

    async def read(self, statement: Statement, *, timeout_s: float | None = None, metadata: Mapping[str, str] | None = None) -> list[Row]:
        """Run one reading statement and give all rows as lists.

        Raises: GraphUnavailableError, GraphBusyError, StatementTimeoutError, GraphConfigurationError.
        """
        limit = timeout_s or self.limits.statement_s
        query = neo4j.Query(cast(LiteralString, statement.text), timeout=limit, metadata=dict(metadata) if metadata else None)
        try:
            async with asyncio.timeout(limit + GRACE_S):
                async with self._driver.session(
                    database=self.address.database, default_access_mode=neo4j.READ_ACCESS, fetch_size=-1
                ) as session:
                    result = await session.run(query, dict(statement.params))
                    return await result.values()
        except TimeoutError as error:
            raise StatementTimeoutError from error
        except (driver_errors.DriverError, driver_errors.Neo4jError, OSError) as error:
            raise translate(error) from error

    async def write(self, work: Callable[[Writer], Awaitable[T]], *, timeout_s: float | None = None) -> T:
        """Run ``work`` in one writing transaction, again from the start when the server says that a retry may help.

        ``work`` may therefore run more than once and must not change anything outside the transaction.
        """
        limit = timeout_s or self.limits.statement_s

        @neo4j.unit_of_work(timeout=limit)
        async def unit(transaction: neo4j.AsyncManagedTransaction) -> T:
            return await work(Writer(cast(neo4j.AsyncTransaction, transaction)))

        try:
            async with self._driver.session(database=self.address.database, fetch_size=-1) as session:
                return await session.execute_write(unit)
        except (driver_errors.DriverError, driver_errors.Neo4jError, OSError) as error:
            raise translate(error) from error

    async def run_alone(self, statement: Statement) -> list[Row]:
        """Run one statement in a transaction of its own, as constraints and indexes want it."""
        try:
            async with self._driver.session(database=self.address.database) as session:
                result = await session.run(cast(LiteralString, statement.text), dict(statement.params))
                return await result.values()
        except (driver_errors.DriverError, driver_errors.Neo4jError, OSError) as error:
            raise translate(error) from error


_TIMEOUT_CODES = frozenset({
    "Neo.ClientError.Transaction.TransactionTimedOut",
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
})


def translate(error: Exception) -> Exception:
    """Turn a driver's error into ours; one that only a mistake of ours can cause stays as it is and is masked above."""
    match error:
        case OneplusxError():
            return error
        case driver_errors.AuthError():
            return GraphConfigurationError("The graph refuses this user and password.", "图数据库拒绝了该用户名或密码。")
        case driver_errors.Neo4jError() if error.code in _TIMEOUT_CODES:
            return StatementTimeoutError()
        case driver_errors.Neo4jError() if error.code == "Neo.ClientError.Database.DatabaseNotFound":
            return GraphConfigurationError("The graph has no database of this name.", "图数据库中没有该名称的数据库。")
        case driver_errors.Neo4jError() if error.is_retryable():
            return GraphUnavailableError()
        case driver_errors.ClientError() if "acquire" in str(error):
            return GraphBusyError()
        case driver_errors.ServiceUnavailable() | driver_errors.SessionExpired() | OSError():
            return GraphUnavailableError()
        case driver_errors.DriverError() if "acquisition" in str(error) or "acquire" in str(error):
            return GraphBusyError()
        case _:
            return error

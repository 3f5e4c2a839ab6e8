"""The only door to the database: statements out, records back, driver errors turned into ours.

One driver per process, made in the running loop. Reads are routed to readers, the database is always named (else the
driver asks for the home database first), and every statement carries a server-side time limit.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Self, TypeVar

import neo4j
from neo4j import exceptions as driver_errors

from graph.address import GraphAddress
from graph.errors import (
    BadBookmarkError,
    GraphBusyError,
    GraphConfigurationError,
    GraphUnavailableError,
    OneplusxError,
    StatementTimeoutError,
    WriteConflictError,
)
from graph.retry import Patience
from graph.revision import raise_revision
from graph.statement import Row, Statement, Writer

# Known by these names to those who use the door.
__all__ = ["Database", "Limits", "Row", "ServerError", "Statement", "Writer", "translate"]

# What the server refuses for a reason that only a mistake of ours can cause.
ServerError = driver_errors.Neo4jError

T = TypeVar("T")

# A request waits this much longer than the server's own limit before it gives up on a server that does not answer.
GRACE_S = 2.0


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of the server one process may use: connections, waits and time, in seconds."""

    pool_size: int = 32
    acquisition_s: float = 5.0
    connect_s: float = 5.0
    statement_s: float = 10.0


@dataclass(frozen=True, slots=True)
class Written(Generic[T]):
    """What the work of a committed transaction gave, and the bookmarks with which others see it."""

    answer: T
    bookmarks: tuple[str, ...]


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
                notifications_min_severity="OFF",
                telemetry_disabled=True,
            )
        except (ValueError, driver_errors.ConfigurationError) as error:
            raise GraphConfigurationError(
                f"The graph address {address.uri!r} is not usable: {error}",
                f"图数据库地址 {address.uri!r} 不可用：{error}",
            ) from error
        async with driver:
            yield cls(driver, address, limits)

    async def verify(self) -> None:
        """Raise a telling error unless the server answers, knows us and has the database."""
        await self.read(Statement("RETURN 1"))

    async def read(
        self,
        statement: Statement,
        *,
        timeout_s: float | None = None,
        metadata: Mapping[str, str] | None = None,
        bookmarks: Sequence[str] = (),
    ) -> list[Row]:
        """Run one reading statement and give all rows as lists; after the writes of these bookmarks.

        Raises: GraphUnavailableError, GraphBusyError, StatementTimeoutError, GraphConfigurationError, BadBookmarkError.
        """
        limit = timeout_s or self.limits.statement_s
        query = neo4j.Query(statement.text, timeout=limit, metadata=dict(metadata) if metadata else None)
        try:
            async with asyncio.timeout(limit + GRACE_S):
                async with self._driver.session(
                    database=self.address.database,
                    default_access_mode=neo4j.READ_ACCESS,
                    fetch_size=-1,
                    bookmarks=neo4j.Bookmarks.from_raw_values(bookmarks) if bookmarks else None,
                ) as session:
                    result = await session.run(query, dict(statement.params))
                    return await result.values()
        except TimeoutError as error:
            raise StatementTimeoutError from error
        except (driver_errors.DriverError, driver_errors.Neo4jError, OSError) as error:
            raise translate(error) from error

    async def write(self, work: Callable[[Writer], Awaitable[T]], *, timeout_s: float | None = None) -> T:
        """Run ``work`` as ``write_marked`` does, and give its answer alone."""
        return (await self.write_marked(work, timeout_s=timeout_s)).answer

    async def write_marked(
        self,
        work: Callable[[Writer], Awaitable[T]],
        *,
        timeout_s: float | None = None,
        metadata: Mapping[str, str] | None = None,
    ) -> Written[T]:
        """Run ``work`` in one writing transaction and raise the graph's revision in it.

        A try that loses against another writer is made again from the start, for at most ``timeout_s``: ``work`` may
        run more than once and must not change anything outside the transaction. An error that ``work`` raises undoes
        the transaction, revision and all; with WriteConflictError it asks for another try.

        Raises: WriteConflictError, GraphUnavailableError, GraphBusyError, StatementTimeoutError,
        GraphConfigurationError, ServerError.
        """
        limit = timeout_s or self.limits.statement_s

        async def once() -> Written[T]:
            async with self._driver.session(database=self.address.database, fetch_size=-1) as session:
                async with await session.begin_transaction(metadata=dict(metadata or {}), timeout=limit) as transaction:
                    writer = Writer(transaction)
                    answer = await work(writer)
                    await raise_revision(writer)
                return Written(answer, tuple((await session.last_bookmarks()).raw_values))

        return await _with_patience(once, limit)

    async def run_alone(self, statement: Statement, *, timeout_s: float | None = None) -> list[Row]:
        """Run one statement in a transaction of its own, as constraints and indexes want it.

        For changes of the schema only: it does not raise the revision.
        """
        limit = timeout_s or self.limits.statement_s

        async def once() -> list[Row]:
            async with self._driver.session(database=self.address.database) as session:
                result = await session.run(neo4j.Query(statement.text, timeout=limit), dict(statement.params))
                return await result.values()

        return await _with_patience(once, limit)


async def _with_patience(once: Callable[[], Awaitable[T]], limit_s: float) -> T:
    """Try ``once`` until it succeeds, its error is final, or the time is up."""
    patience = Patience(limit_s)
    while True:
        try:
            async with asyncio.timeout(limit_s + GRACE_S):
                return await once()
        except TimeoutError as error:
            raise StatementTimeoutError from error
        except (WriteConflictError, driver_errors.DriverError, driver_errors.Neo4jError, OSError) as error:
            wait_s = patience.wait_after(error)
            if wait_s is None:
                raise translate(error) from error
        await asyncio.sleep(wait_s)


_TIMEOUT_CODES = frozenset(
    {
        "Neo.ClientError.Transaction.TransactionTimedOut",
        "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
    }
)


def translate(error: Exception) -> Exception:
    """Turn a driver's error into ours; one that only a mistake of ours can cause stays as it is and is masked above."""
    match error:
        case OneplusxError():
            return error
        case driver_errors.AuthError():
            return GraphConfigurationError(
                "The graph refuses this user and password.", "图数据库拒绝了该用户名或密码。"
            )
        case driver_errors.Neo4jError() if error.code in _TIMEOUT_CODES:
            return StatementTimeoutError()
        case driver_errors.Neo4jError() if error.code == "Neo.ClientError.Database.DatabaseNotFound":
            return GraphConfigurationError("The graph has no database of this name.", "图数据库中没有该名称的数据库。")
        case driver_errors.Neo4jError() if "Bookmark" in (error.code or ""):
            return BadBookmarkError()
        case driver_errors.Neo4jError() if error.code == "Neo.TransientError.Transaction.DeadlockDetected":
            return WriteConflictError()
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

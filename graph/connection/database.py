"""The only door to the database: statements out, records back, driver errors turned into ours.

One driver per process, made in the running loop. Reads are routed to readers, the database is always named (else the
driver asks for the home database first), and every statement carries a server-side time limit.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Generic, Self, TypeVar

import neo4j
from neo4j import exceptions as driver_errors

from graph.connection.address import GraphAddress
from graph.connection.bookmarks import BookmarkWait
from graph.connection.driver_reads import (
    ReadingSessions,
    all_rows_of,
    beginning_with_a_statement,
    commit_followed_by,
    rows_of,
    spare_waits,
)
from graph.connection.lost_reads import LostReads
from graph.connection.retry import Patience, is_logged_off, is_out_of_memory
from graph.connection.shared_turn import SharedTurn
from graph.connection.termination import Terminator, note_kills, orphan_of
from graph.connection.tls_diagnosis import tls_mismatch
from graph.connection.transaction_writer import TransactionWriter
from graph.connection.write_queue import Made, WriteQueue
from graph.database_errors import (
    BookmarkNotReachedError,
    GraphBusyError,
    GraphMemoryError,
    GraphUnavailableError,
    GraphUnreachableError,
    OutcomeUnknownError,
    StatementTimeoutError,
    WriteConflictError,
)
from graph.errors import BadBookmarkError, OneplusxError
from graph.query.change_log import Changes, add_record
from graph.query.revision import RAISE
from graph.query.statement import Row, Statement, Writer
from graph.setting_errors import (
    GraphAddressError,
    GraphCredentialsError,
    GraphDatabaseError,
    GraphLoginsBarredError,
    GraphPasswordExpiredError,
    GraphSystemDatabaseError,
    GraphVersionError,
)

# Known by these names to those who use the door.
__all__ = ["DRIVER_ERRORS", "Database", "Limits", "Row", "ServerError", "Statement", "Writer", "translate"]

# What the server refuses for a reason that only a mistake of ours can cause.
ServerError = driver_errors.Neo4jError

# All that the driver raises for itself or for the server.
DRIVER_ERRORS = (driver_errors.Neo4jError, driver_errors.DriverError)

T = TypeVar("T")

# `CALL () { }` came with 5.23; nothing older is tried, and 5.26 is what the tests run on.
OLDEST = (5, 23)
# Neo4j's own database: it takes commands of administration only, and refuses all else with a syntax error.
SYSTEM = "system"

# A request waits this much longer than the server's own limit before it gives up on a server that does not answer.
GRACE_S = 2.0

# A database that is just being opened, or closed; Neo4j's code and that of the embedded engine.
AWAY = frozenset(f"Neo.TransientError.{each}.DatabaseUnavailable" for each in ("General", "Database"))

# After a commit: it waits for no one but a long writer, such as a load, that began in between.
SETTLE_WITHIN_S = 2.0

# To the connections of one process come this part of them for expensive statements.
EXPENSIVE_SHARE = 4


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of the server one process may use: connections, waits and time, in seconds.

    ``expensive_s`` is for a statement that is known to be expensive: see ``graph.connection.admission``. Those have
    connections of their own besides: one that is cancelled loses its connection, and others wait for a new one.
    """

    pool_size: int = 32
    acquisition_s: float = 5.0
    connect_s: float = 5.0
    statement_s: float = 10.0
    expensive_s: float = 5.0

    @property
    def expensive_at_once(self) -> int:
        """Give how many expensive statements may be under way: a quarter of the connections, at least one."""
        return max(1, self.pool_size // EXPENSIVE_SHARE)

    @property
    def of_expensive(self) -> Self:
        """Give the limits of the connections of expensive statements."""
        return replace(self, pool_size=self.expensive_at_once)


@dataclass(frozen=True, slots=True)
class Commit(Generic[T]):
    """What the work of a committed transaction gave, and the bookmarks with which others see it."""

    answer: T
    bookmarks: tuple[str, ...]


# Makes a driver in the running loop.
Connect = Callable[[GraphAddress, Limits], neo4j.AsyncDriver]


class Database:
    """A graph database behind one driver, and one more for expensive statements."""

    def __init__(
        self, address: GraphAddress, limits: Limits, write_lock: Path | None = None, *, connect: Connect | None = None
    ) -> None:
        self.limits = limits
        self._connect = connect or _driver_to
        # Servers of a cluster lag behind each other. With the bookmarks of what was read and written before, no read
        # of this process sees less than one that ended before it began: the response cache rests on that.
        is_routed = address.uri.startswith("neo4j")
        self.chain = neo4j.AsyncGraphDatabase.bookmark_manager() if is_routed else None
        self._move_drivers_to(address)
        self._terminator = Terminator(self.read)
        self._lost = LostReads()
        self.write_lock = write_lock
        self._writes = WriteQueue(self._settle, limits.acquisition_s, SharedTurn(write_lock) if write_lock else None)

    @classmethod
    @contextlib.asynccontextmanager
    async def open(
        cls, address: GraphAddress, limits: Limits | None = None, *, write_lock: Path | None = None
    ) -> AsyncIterator[Self]:
        """Make the driver in the running loop and close it at the end. Does not connect yet; see ``verify``.

        ``write_lock``: the file by which processes that write to this graph wait for each other.
        """
        limits = limits or Limits()
        spare_waits()
        note_kills()
        database = cls(address, limits, write_lock)
        try:
            yield database
        finally:
            await database.stop()
            await database.close()

    async def move_to(self, address: GraphAddress) -> None:
        """Ask at another address from now on, where the same graph is; what is under way fails, and is asked again."""
        before = (self._driver, self._of_expensive)
        self._move_drivers_to(address)
        await _close(before)

    def _move_drivers_to(self, address: GraphAddress) -> None:
        self._driver = self._connect(address, self.limits)
        self._of_expensive = self._connect(address, self.limits.of_expensive)
        self.address = address
        self._reads = ReadingSessions(self._driver, address.database, self.chain)
        self._expensive_reads = ReadingSessions(self._of_expensive, address.database, self.chain)

    async def close(self) -> None:
        """Close all connections."""
        await _close((self._driver, self._of_expensive))

    async def stop(self) -> None:
        """Make no more writes, and end on the server what was cancelled here: the driver is about to close."""
        self._writes.close()
        await self._terminator.close()

    async def verify(self) -> str:
        """Give name and version of the server, such as ``Neo4j/5.26.30``.

        Raises: a telling error unless the server answers, knows us, has the database, and is new enough.
        """
        if self.address.database.lower() == SYSTEM:
            raise GraphSystemDatabaseError(self.address.uri)
        try:
            found = await self._agent()
        except ValueError as error:
            raise GraphAddressError(self.address.uri, str(error), "驱动程序不接受此地址。") from error
        except (driver_errors.DriverError, driver_errors.Neo4jError, OSError) as error:
            raise await self._told_at_start(error) from error
        if (_version_of(found) or OLDEST) < OLDEST:
            raise GraphVersionError.by_name(self.address.uri, found, _NEEDED)
        return found

    async def _told_at_start(self, error: Exception) -> Exception:
        told = translate(error, self.address)
        if type(told) is not GraphUnavailableError:
            return told
        mismatch = await tls_mismatch(self.address.uri, self.limits.connect_s)
        return mismatch or GraphUnreachableError(self.address.uri)

    async def _agent(self) -> str:
        async with (
            asyncio.timeout(self.limits.statement_s + GRACE_S),
            self._driver.session(database=self.address.database, default_access_mode=neo4j.READ_ACCESS) as session,
        ):
            result = await session.run(neo4j.Query("RETURN 1", timeout=self.limits.statement_s))
            return str((await result.consume()).server.agent)

    async def read(
        self,
        statement: Statement,
        *,
        timeout_s: float | None = None,
        metadata: Mapping[str, str] | None = None,
        bookmarks: Sequence[str] = (),
        is_expensive: bool = False,
    ) -> list[Row]:
        """Run one reading statement and give all rows as lists; after the writes of these bookmarks.

        One that is known to be expensive goes over a connection that no other waits for.

        Raises: GraphUnavailableError, GraphBusyError, StatementTimeoutError, GraphConfigurationError, BadBookmarkError,
        BookmarkNotReachedError.
        """
        limit = timeout_s or self.limits.statement_s
        query = neo4j.Query(statement.text, timeout=limit, metadata=dict(metadata) if metadata else None)
        try:
            async with asyncio.timeout(limit + GRACE_S):
                return await self._read_twice(query, statement, bookmarks, is_expensive=is_expensive)
        except TimeoutError as error:
            raise StatementTimeoutError from error
        except (driver_errors.DriverError, driver_errors.Neo4jError, OSError) as error:
            raise self._unread(error) from error

    def _unread(self, error: Exception) -> Exception:
        """Tell why a read has no answer."""
        told = translate(error, self.address)
        if isinstance(told, WriteConflictError):
            # What reads is in no one's way: the embedded engine says so where its gate or its heap is full.
            return GraphBusyError()
        if type(told) is GraphUnavailableError:
            self._lost.note(error)
        return told

    async def _read_twice(
        self, query: neo4j.Query, statement: Statement, bookmarks: Sequence[str], *, is_expensive: bool
    ) -> list[Row]:
        """Ask once more where a connection was lost, as all are by a restart, or the database was away."""
        once = partial(self._read_once, query, statement, bookmarks, is_expensive=is_expensive)
        try:
            return await once()
        except (driver_errors.ServiceUnavailable, driver_errors.SessionExpired, driver_errors.TransientError) as error:
            if isinstance(error, driver_errors.TransientError) and error.code not in AWAY:
                raise
        return await once()

    async def _read_once(
        self, query: neo4j.Query, statement: Statement, bookmarks: Sequence[str], *, is_expensive: bool
    ) -> list[Row]:
        wait = BookmarkWait(self.chain) if bookmarks else None
        sessions = self._expensive_reads if is_expensive else self._reads
        async with sessions.make(bookmarks, wait) as session:
            try:
                if wait:
                    async with await wait.begin(session, query) as transaction:
                        return await rows_of(await transaction.run(query.text, dict(statement.params)))
                return await all_rows_of(await session.run(query, dict(statement.params)))
            except asyncio.CancelledError:
                if orphan := orphan_of(session, statement.text):
                    self._terminator.end(orphan)
                raise

    async def write(
        self,
        work: Callable[[Writer], Awaitable[T]],
        *,
        changes: Callable[[T], Changes] | None = None,
        timeout_s: float | None = None,
    ) -> T:
        """Run ``work`` as ``write_marked`` does, and give its answer alone."""
        return (await self.write_marked(work, changes=changes, timeout_s=timeout_s)).answer

    async def write_marked(
        self,
        work: Callable[[Writer], Awaitable[T]],
        *,
        changes: Callable[[T], Changes | None] | None = None,
        timeout_s: float | None = None,
        metadata: Mapping[str, str] | None = None,
    ) -> Commit[T]:
        """Run ``work`` in one writing transaction, and raise the graph's revision in it and after it.

        ``changes`` gives from the answer of the work what it changed of what the directory holds. Without it, or where
        it gives None, no one can say, and every process reads its directory anew.

        The writes of one process are made one after another. A try that loses against another process is made again
        from the start, for at most ``timeout_s``: ``work`` may run more than once and must not change anything outside
        the transaction. An error that ``work`` raises undoes the transaction, revision and all; with
        WriteConflictError it asks for another try.

        Raises: WriteConflictError, GraphUnavailableError, GraphBusyError, StatementTimeoutError, OutcomeUnknownError,
        GraphConfigurationError, ServerError.
        """
        limit = timeout_s or self.limits.statement_s

        async def raising(writer: Writer) -> tuple[T, bool]:
            answer = await work(writer)
            return answer, (await add_record(writer, changes(answer) if changes else None)).is_unknown

        async def once() -> Made[Commit[tuple[T, bool]]]:
            # What no one can say is logged once more afterwards, and that settles it.
            return await self._transact(raising, limit, metadata, may_settle=changes is not None)

        async def write() -> Made[Commit[T]]:
            # The server stops a statement before our time is up; what is silent until then may be the commit.
            written, is_settled = await _with_patience(once, limit, self.address, late=OutcomeUnknownError)
            answer, is_unknown = written.answer
            if is_unknown:
                await self._log_again(limit)
            return Made(Commit(answer, written.bookmarks), is_settled or is_unknown)

        return await self._writes.run(write)

    async def _transact(
        self,
        work: Callable[[Writer], Awaitable[T]],
        limit_s: float,
        metadata: Mapping[str, str] | None = None,
        *,
        may_settle: bool = False,
    ) -> Made[Commit[T]]:
        async with self._driver.session(
            database=self.address.database, fetch_size=-1, bookmark_manager=self.chain
        ) as session:
            with beginning_with_a_statement(session):
                transaction = await session.begin_transaction(metadata=dict(metadata or {}), timeout=limit_s)
            async with transaction:
                writer = TransactionWriter(transaction)
                answer = await work(writer)
                await writer.end()
                is_settled = await self._commit(transaction, may_settle=may_settle)
            return Made(Commit(answer, tuple((await session.last_bookmarks()).raw_values)), is_settled)

    async def _commit(self, transaction: neo4j.AsyncTransaction, *, may_settle: bool) -> bool:
        """Commit. Gives whether that settled the write, too: the statement went along, where no other write follows.

        Servers of a cluster are asked for themselves, for the bookmark of that statement.
        """
        if may_settle and self.chain is None and spare_waits() and not self._writes.is_followed():
            return await commit_followed_by(transaction, RAISE.text, SETTLE_WITHIN_S)
        await transaction.commit()
        return False

    async def _settle(self) -> None:
        """Raise the revision again now that a commit is whole: see ``graph.query.revision``.

        Where that fails the write stands all the same. A writer of another process that won did it for us; where the
        server is lost, what was computed in the moment of the commit may be shown until the next write.
        """
        with contextlib.suppress(TimeoutError, OneplusxError, *DRIVER_ERRORS, OSError):
            async with asyncio.timeout(SETTLE_WITHIN_S):
                await self._run_alone(RAISE, SETTLE_WITHIN_S)

    async def _log_again(self, limit_s: float) -> None:
        """Let all read once more what an unknown write changed, even if others write meanwhile."""

        async def unknown(writer: Writer) -> None:
            await add_record(writer, None)

        with contextlib.suppress(OneplusxError, *DRIVER_ERRORS, OSError):
            settle = partial(self._transact, unknown, SETTLE_WITHIN_S)
            await _with_patience(settle, limit_s, self.address, late=OutcomeUnknownError)

    async def run_alone(self, statement: Statement, *, timeout_s: float | None = None) -> list[Row]:
        """Run one statement in a transaction of its own, as constraints and indexes want it.

        For what changes no data: it does not raise the revision.
        """
        limit = timeout_s or self.limits.statement_s
        once = partial(self._run_alone, statement, limit)
        return await _with_patience(once, limit, self.address, late=StatementTimeoutError)

    async def _run_alone(self, statement: Statement, limit_s: float) -> list[Row]:
        async with self._driver.session(database=self.address.database, bookmark_manager=self.chain) as session:
            result = await session.run(neo4j.Query(statement.text, timeout=limit_s), dict(statement.params))
            return await result.values()


def _driver_to(address: GraphAddress, limits: Limits) -> neo4j.AsyncDriver:
    """Make a driver in the running loop. Raises: GraphAddressError."""
    address.check()
    try:
        return neo4j.AsyncGraphDatabase.driver(
            address.uri,
            auth=(address.user, address.password),
            max_connection_pool_size=limits.pool_size,
            connection_acquisition_timeout=limits.acquisition_s,
            connection_timeout=limits.connect_s,
            notifications_min_severity="OFF",
            telemetry_disabled=True,
        )
    except (ValueError, driver_errors.ConfigurationError) as error:
        raise GraphAddressError(address.uri, str(error), "驱动程序不接受此地址。") from error


async def _close(drivers: Sequence[neo4j.AsyncDriver]) -> None:
    """Close each, also where one before it fails; then raise what failed."""
    async with contextlib.AsyncExitStack() as stack:
        for each in drivers:
            stack.push_async_callback(each.close)


async def _with_patience(
    once: Callable[[], Awaitable[T]], limit_s: float, address: GraphAddress, *, late: Callable[[], OneplusxError]
) -> T:
    """Try ``once`` until it succeeds, its error is final, or the time is up; ``late`` tells that a try did not end."""
    patience = Patience(limit_s)
    while True:
        try:
            async with asyncio.timeout(limit_s + GRACE_S):
                return await once()
        except TimeoutError as error:
            raise late() from error
        except (WriteConflictError, driver_errors.DriverError, driver_errors.Neo4jError, OSError) as error:
            wait_s = patience.wait_after(error)
            if wait_s is None:
                raise translate(error, address) from error
        await asyncio.sleep(wait_s)


def _version_of(agent: str) -> tuple[int, ...] | None:
    """Read `Neo4j/5.26.30`; what is not Neo4j has no version that we know."""
    name, _, version = agent.partition("/")
    parts = version.split("-")[0].split(".")[:2]
    return tuple(map(int, parts)) if name == "Neo4j" and all(each.isdecimal() for each in parts) else None


_NEEDED = ".".join(map(str, OLDEST))

# What the server says in a code that has one meaning.
_BY_CODE: Mapping[str, Callable[[GraphAddress], OneplusxError]] = {
    "Neo.ClientError.Security.CredentialsExpired": lambda at: GraphPasswordExpiredError(at.uri, at.user),
    "Neo.ClientError.Security.AuthenticationRateLimit": lambda at: GraphLoginsBarredError(at.uri, at.user),
    "Neo.ClientError.Database.DatabaseNotFound": lambda at: GraphDatabaseError(at.uri, at.database),
    # Somebody else ended it, or the server as it stops: the same may be asked again.
    "Neo.ClientError.Transaction.Terminated": lambda _: GraphUnavailableError(),
    "Neo.ClientError.Transaction.TransactionTimedOut": lambda _: StatementTimeoutError(),
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration": lambda _: StatementTimeoutError(),
    "Neo.TransientError.Transaction.DeadlockDetected": lambda _: WriteConflictError(),
    "Neo.TransientError.Transaction.BookmarkTimeout": lambda _: BookmarkNotReachedError(),
    "Neo.ClientError.Transaction.InvalidBookmark": lambda _: BadBookmarkError(),
    "Neo.ClientError.Transaction.InvalidBookmarkMixture": lambda _: BadBookmarkError(),
}


def translate(error: Exception, address: GraphAddress) -> Exception:
    """Turn a driver's error into ours; one that only a mistake of ours can cause stays as it is and is masked above."""
    match error:
        case OneplusxError():
            return error
        case driver_errors.ConnectionAcquisitionTimeoutError():
            return GraphBusyError()
        case driver_errors.Neo4jError() if told := _BY_CODE.get(error.code or ""):
            return told(address)
        case driver_errors.IncompleteCommit():
            return OutcomeUnknownError()
        case driver_errors.Neo4jError() if address.is_proven and is_logged_off(error):
            return GraphUnavailableError()
        case driver_errors.AuthError():
            return GraphCredentialsError(address.uri, address.user)
        case driver_errors.ConfigurationError() if _is_of_old_bolt(error):
            return GraphVersionError.by_protocol(address.uri, _NEEDED)
        case driver_errors.Neo4jError() if is_out_of_memory(error):
            return GraphMemoryError()
        case driver_errors.Neo4jError() if trouble := address.trouble():
            return trouble
        case driver_errors.Neo4jError() if error.is_retryable():
            return GraphUnavailableError()
        case driver_errors.ServiceUnavailable() | driver_errors.SessionExpired() | OSError():
            return GraphUnavailableError()
        case _:
            return error


def _is_of_old_bolt(error: driver_errors.ConfigurationError) -> bool:
    """Whether no version of Bolt is common, or one so old that it lacks what our options ask of it (text of 6.4)."""
    return isinstance(error, driver_errors.UnsupportedServerProduct) or "Notification filtering" in str(error)

"""Reads and writes of the driver without waiting for what need not be waited for.

The driver reads a message in some six small steps, and where the server hints a time limit for receiving (Neo4j does)
it makes a task and a timer for each, also when the bytes are here already; the same for writes that the system took at
once. That is a good part of what a call costs (docs/adr/0010-reads-of-the-driver.md). The methods below wait only
where something is to be waited for, with the driver's own limits. And a writing transaction asks the server to begin,
and waits for its yes, before it sends a statement; here both are sent at once, as the driver does in its own retries.
It also waits for the answer to each statement; one of which nothing has to be known yet is sent with the next. And
what follows a commit in any case is sent along with it. A record is unpacked at once, however large it is; here the
lists of a large one are unpacked in pieces.
All this leans on the inside of the driver, so it is put in place for the version it was tried with and no other: with
another one everything works as it does without.
"""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import cache, partial
from importlib.metadata import version
from typing import Any, cast

import neo4j
from neo4j.api import AsyncBookmarkManager

from graph.query.statement import Row

TRIED = frozenset({"6.4.1"})
# Rows that the loop unpacks in one turn, in some 5 ms.
ROWS_AT_ONCE = 200
# Bytes of a record that the loop unpacks in one turn, in some 2 ms; four cubes are 1 MB.
BYTES_AT_ONCE = 100_000
# A longer list is of rows, which are small; what stands in a shorter one may be a list of rows itself.
FEW_ITEMS = 32
# A record is a list of columns, a column may be one of aliases, and an alias one of rows.
DEEPEST = 4
# The marks of a list in the driver's format: with the count in the mark itself, or in that number of bytes after it.
TINY_LIST, COUNT_BYTES = 0x90, {0xD4: 1, 0xD5: 2, 0xD6: 4}


@cache
def spare_waits() -> bool:
    """Put the methods in place, once for a process; False: the driver's version is not one they were tried with."""
    if version("neo4j") not in TRIED:
        return False
    from neo4j._async.io._bolt._bolt_socket import AsyncBoltSocket  # noqa: PLC0415  # elsewhere in other versions
    from neo4j._async.io._bolt._common import AsyncInbox  # noqa: PLC0415  # elsewhere in other versions

    _WAITING["recv_into"] = AsyncBoltSocket.recv_into
    AsyncBoltSocket.recv_into = _recv_into  # type: ignore[method-assign]  # in place of its own, on purpose
    AsyncBoltSocket.sendall = _sendall  # type: ignore[method-assign]  # in place of its own, on purpose
    AsyncInbox.pop = _pop  # type: ignore[method-assign]  # in place of its own, on purpose
    return True


class ReadingSessions:
    """Makes sessions that read over one driver.

    The driver puts the kind of a session together anew for each. That takes it 10 us, and leaves a ring.
    """

    def __init__(self, driver: neo4j.AsyncDriver, database: str, chain: AsyncBookmarkManager | None) -> None:
        config: dict[str, Any] = {"database": database, "default_access_mode": neo4j.READ_ACCESS, "fetch_size": -1}
        self._driver, self._config = driver, config
        self._make: Callable[[], neo4j.AsyncSession] = partial(driver.session, bookmark_manager=chain, **config)
        if spare_waits() and isinstance(driver, neo4j.AsyncDriver):
            self._make = _kind_of(driver, bookmark_manager=chain, **config)

    def make(self, bookmarks: Sequence[str], wait: AsyncBookmarkManager | None) -> neo4j.AsyncSession:
        """Make a session; with ``wait`` one that reads after the writes of these bookmarks."""
        if wait is None:
            return self._make()
        raw = neo4j.Bookmarks.from_raw_values(bookmarks)
        return self._driver.session(bookmarks=raw, bookmark_manager=wait, **self._config)


def _kind_of(driver: neo4j.AsyncDriver, **config: Any) -> Callable[[], neo4j.AsyncSession]:
    inner: Any = driver
    kind = inner._read_session_config(config)  # noqa: SLF001  # the driver has no way to keep it

    def make() -> neo4j.AsyncSession:
        # A driver that is closed refuses by itself; one that is open makes a session of a kind in no other way.
        found = driver.session() if inner._closed else inner._session(kind)  # noqa: SLF001  # see above
        return cast("neo4j.AsyncSession", found)

    return make


def beginning_with_a_statement(session: neo4j.AsyncSession) -> AbstractContextManager[None]:
    """Let a transaction that is begun within go to the server together with its first statement."""
    if not spare_waits():
        return nullcontext()
    found: AbstractContextManager[None] = session._pipelined_begin  # noqa: SLF001  # its own retries begin so; no public way
    return found


async def queue(transaction: neo4j.AsyncTransaction, text: str, params: dict[str, Any]) -> neo4j.AsyncResult:
    """Begin a statement of a transaction without sending it: it goes to the server with the next that is run.

    It does what ``AsyncTransaction.run`` does, but for the wait. Only after ``spare_waits`` has said yes.
    """
    tx: Any = transaction
    result: Any = neo4j.AsyncResult(
        tx._connection,  # noqa: SLF001  # AsyncTransaction.run makes its result of these five
        tx._fetch_size,  # noqa: SLF001  # likewise
        tx._warn_notification_severity,  # noqa: SLF001  # likewise
        tx._result_on_closed_handler,  # noqa: SLF001  # likewise
        tx._error_handler,  # noqa: SLF001  # likewise
        None,
    )
    tx._results.append(result)  # noqa: SLF001  # so that the transaction reads or drops it at its end
    connection = result._connection  # noqa: SLF001  # put back below
    result._connection = _Unsent(connection)  # noqa: SLF001  # its run would send at once
    result._attach = _no_wait  # noqa: SLF001  # and wait for an answer, which this instance leaves for later
    await result._tx_ready_run(text, params)  # noqa: SLF001  # what AsyncTransaction.run calls
    result._connection = connection  # noqa: SLF001  # from here on it is as any other result
    del result._attach  # noqa: SLF001  # the class has its own
    found: neo4j.AsyncResult = result
    return found


async def values_of(queued: neo4j.AsyncResult) -> list[list[Any]]:
    """Give the rows of a queued statement, after one that was run later."""
    result: Any = queued
    if result._streaming and not result._attached:  # noqa: SLF001  # nothing of its answer was read yet
        await result._attach()  # noqa: SLF001  # AsyncTransaction.run would have waited so
    rows: list[list[Any]] = await result.values()
    return rows


async def rows_of(result: neo4j.AsyncResult) -> list[Row]:
    """Give all rows. Those that are here already are unpacked in pieces, between which the loop answers others."""
    rows: list[Row] = []
    async for record in result:
        rows.append(record.values())
        if len(rows) % ROWS_AT_ONCE == 0:
            await asyncio.sleep(0)
    summary = await result.consume()
    # The objects of the driver refer to each other and wait for the collector: not so what was asked with, which may
    # be a thousand hits of a search.
    (summary.parameters or {}).clear()
    return rows


async def all_rows_of(result: neo4j.AsyncResult) -> list[Row]:
    """Give all rows of a result outside of a transaction, and take it apart: its parts refer to each other.

    They were 46 objects for each read. Those that had become old were found only when the collector looked through
    everything.
    """
    rows = await rows_of(result)
    if spare_waits() and isinstance(result, neo4j.AsyncResult):
        # Both hold hooks that are methods of their own: rings that only taking them apart breaks.
        scope: Any = result._hydration_scope  # noqa: SLF001  # no public name
        vars(scope._graph_hydrator).clear()  # noqa: SLF001  # no public name
        vars(scope).clear()
        vars(result).clear()
    return rows


async def commit_followed_by(transaction: neo4j.AsyncTransaction, text: str, limit_s: float) -> bool:
    """Commit, and send a statement along, which the server runs for itself once the commit is whole.

    Gives whether that statement went well; the commit stands all the same. Only after ``spare_waits`` has said yes.
    Raises: what the commit raises.
    """
    tx: Any = transaction
    tx._connection = followed = _Followed(tx._connection, text, tx._database, limit_s)  # noqa: SLF001  # it commits by it
    await transaction.commit()
    return followed.went_well


class _Followed:
    """A connection whose commit is followed by a statement in a transaction of its own."""

    def __init__(self, connection: Any, text: str, database: str | None, limit_s: float) -> None:
        self._connection = connection
        self._text, self._database, self._limit_s = text, database, limit_s
        self._is_committed = self.went_well = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def commit(self, on_success: Callable[[Any], Any]) -> None:
        """Have the statement sent with the commit."""

        def committed(metadata: Any) -> None:
            self._is_committed = True
            on_success(metadata)

        self._connection.commit(on_success=committed)
        self._connection.run(self._text, {}, db=self._database, timeout=self._limit_s)
        self._connection.pull()

    async def fetch_all(self) -> None:
        """Read the answers to both. Raises: what the commit raises."""
        try:
            await self._connection.fetch_all()
            self.went_well = self._is_committed
        except (neo4j.exceptions.Neo4jError, neo4j.exceptions.DriverError, OSError):
            # A commit that is reported as failed is made again, and this one stands: also where the connection is lost.
            if not self._is_committed:
                raise


class _Unsent:
    """A connection that keeps its messages until others are sent."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    async def send_all(self) -> None:
        """Send nothing yet."""


async def _no_wait() -> None:
    """Take the place of the wait for an answer."""


_WAITING: dict[str, Any] = {}


async def _recv_into(socket: Any, buffer: memoryview, nbytes: int) -> int:
    """Take bytes that have arrived; wait for them, with the driver's limits, only where none have."""
    reader = socket._reader  # noqa: SLF001  # the driver's, see above
    if not reader._buffer:  # noqa: SLF001  # asyncio tells in no other way whether bytes are here
        count: int = await _WAITING["recv_into"](socket, buffer, nbytes)
        return count
    # Never waits, since there is something to read.
    found = await reader.read(nbytes)
    buffer[: len(found)] = found
    return len(found)


async def _sendall(socket: Any, data: bytes) -> None:
    """Hand bytes to the system; wait, with the driver's limits, only where it is behind."""
    writer = socket._writer  # noqa: SLF001  # the driver's, see above
    writer.write(data)
    transport = writer.transport
    _, most = transport.get_write_buffer_limits()
    if transport.is_closing() or transport.get_write_buffer_size() > most:
        await socket._wait_for_write(writer.drain)  # noqa: SLF001  # its own wait, with its own limits


async def _pop(inbox: Any, hydration_hooks: Any) -> tuple[bytes, list[Any]]:
    """Give the next message, as the driver does; between pieces of a large one the loop answers others."""
    await inbox._buffer_one_chunk()  # noqa: SLF001  # its own reading, with its own limits
    unpacker = inbox._unpacker  # noqa: SLF001  # the driver's, and its pop unpacks by it
    try:
        size, tag = unpacker.unpack_structure_header()
        if unpacker.unpackable.used <= BYTES_AT_ONCE:
            return tag, [unpacker.unpack(hydration_hooks) for _ in range(size)]
        pieces = _Pieces(unpacker, hydration_hooks)
        return tag, [await pieces.value() for _ in range(size)]
    except (Exception, asyncio.CancelledError) as error:
        # What is left of the message is lost, and with it the connection.
        inbox._broken = True  # noqa: SLF001  # so its pop marks an inbox that cannot go on
        await inbox.on_error(error)
        raise
    finally:
        unpacker.reset()


class _Pieces:
    """Unpacks the values of a message, and lets the loop answer others from time to time."""

    def __init__(self, unpacker: Any, hydration_hooks: Any) -> None:
        self._buffer = unpacker.unpackable
        self._unpack: Callable[[], Any] = partial(unpacker.unpack, hydration_hooks)
        self._due = self._buffer.p + BYTES_AT_ONCE

    async def value(self, depth: int = 0) -> Any:
        """Give the next value; if it is a list, item by item."""
        count = self._take_count() if depth < DEEPEST else None
        if count is None:
            await self._pause_if_due()
            return self._unpack()
        if count <= FEW_ITEMS:
            return [await self.value(depth + 1) for _ in range(count)]
        items = []
        for _ in range(count):
            items.append(self._unpack())
            await self._pause_if_due()
        return items

    async def _pause_if_due(self) -> None:
        if self._buffer.p > self._due:
            await asyncio.sleep(0)
            self._due = self._buffer.p + BYTES_AT_ONCE

    def _take_count(self) -> int | None:
        """Take the head of a list and give how many items follow; None, and nothing is taken: it is no list."""
        marker, start = self._buffer.data[self._buffer.p], self._buffer.p + 1
        if marker & 0xF0 == TINY_LIST:
            self._buffer.p = start
            return int(marker & 0x0F)
        if width := COUNT_BYTES.get(marker):
            self._buffer.p = start + width
            return int.from_bytes(self._buffer.data[start : start + width])
        return None

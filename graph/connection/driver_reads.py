"""Reads and writes of the driver without waiting for what need not be waited for.

The driver reads a message in some six small steps, and where the server hints a time limit for receiving (Neo4j does)
it makes a task and a timer for each, also when the bytes are here already; the same for writes that the system took at
once. That is a good part of what a call costs (docs/adr/0010-reads-of-the-driver.md). The two methods below wait only
where something is to be waited for, with the driver's own limits. And a writing transaction asks the server to begin,
and waits for its yes, before it sends a statement; here both are sent at once, as the driver does in its own retries.
All this leans on the inside of the driver, so it is put in place for the version it was tried with and no other: with
another one everything works as it does without.
"""

from contextlib import AbstractContextManager, nullcontext
from functools import cache
from importlib.metadata import version
from typing import Any

import neo4j

TRIED = frozenset({"6.4.1"})


@cache
def spare_waits() -> bool:
    """Put the two methods in place, once for a process; False: the driver's version is not one they were tried with."""
    if version("neo4j") not in TRIED:
        return False
    from neo4j._async.io._bolt._bolt_socket import AsyncBoltSocket  # noqa: PLC0415  # elsewhere in other versions

    _WAITING["recv_into"] = AsyncBoltSocket.recv_into
    AsyncBoltSocket.recv_into = _recv_into  # type: ignore[method-assign]  # in place of its own, on purpose
    AsyncBoltSocket.sendall = _sendall  # type: ignore[method-assign]  # likewise
    return True


def beginning_with_a_statement(session: neo4j.AsyncSession) -> AbstractContextManager[None]:
    """Let a transaction that is begun within go to the server together with its first statement."""
    if not spare_waits():
        return nullcontext()
    found: AbstractContextManager[None] = session._pipelined_begin  # noqa: SLF001  # the driver's, see above
    return found


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

"""Spreads connections over the processes of one server, which take them from one queue.

The system wakes every process for a new connection, and the first one awake would take all that wait: of twelve users
who come together one process served ten, slowly, while the other had time. So a process takes one connection in a turn
of its loop. Where another holds fewer it leaves the connection to that one, though not for long: the other may be busy,
or just starting again. Each time that this was in vain it waits half as long for the next.

A client that opens connections and leaves them fills the queue faster than one in a turn empties it: a new user then
waited five seconds. So what was left is thrown out on the way to the first whose client is still there.
"""

import asyncio
import mmap
import select
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

import uvloop

from graph.engine.embedded.file_lock import FileLock

# More processes than the settings allow.
SLOTS = 128
SLOT_BYTES = 8
NUMBERS = "numbers"
# No process has held this slot yet.
UNUSED = -1
# How long a connection is left to another process, at first; less than a turn of a loop is not worth a timer.
LEFT_S, LEFT_LEAST_S = 0.05, 0.001
# Connections whose clients have gone, thrown out in a turn: some 5 ms.
GONE_LARGEST = 256
# Of the system: the client has closed its side. Where it does not say so, nothing is thrown out.
_CLOSED = getattr(select, "POLLRDHUP", 0)
# After this time another process is worth a wait again.
TRUSTED_AFTER_S = 1.0


class ConnectionCounts:
    """How many connections each process holds, in memory that all of them share: a file of one number for each.

    A process holds the lock of its slot until it ends. One that takes its place takes its slot.
    """

    def __init__(self, folder: Path) -> None:
        with (folder / NUMBERS).open("r+b") as file:
            self._counts = memoryview(mmap.mmap(file.fileno(), SLOTS * SLOT_BYTES)).cast("q")
        self._own, self._lock = self._claim(folder)
        self._counts[self._own] = 0

    @staticmethod
    def create(folder: Path) -> Path:
        """Make the numbers in a folder, before the processes start."""
        (folder / NUMBERS).write_bytes(UNUSED.to_bytes(SLOT_BYTES, sys.byteorder, signed=True) * SLOTS)
        return folder

    @staticmethod
    def _claim(folder: Path) -> tuple[int, FileLock]:
        for slot in range(SLOTS):
            lock = FileLock(folder / f"{slot}.lock")
            if lock.take():
                return slot, lock
        raise RuntimeError(f"{SLOTS} processes hold all slots")

    def let_go(self) -> None:
        """Leave the slot to another process, as the end of this one does."""
        self._lock.let_go()

    @property
    def own(self) -> int:
        """How many connections this process holds."""
        return self._counts[self._own]

    @property
    def is_least(self) -> bool:
        """Whether no other process holds fewer."""
        own = self._counts[self._own]
        return not any(0 <= each < own for each in self._counts)

    def entered(self) -> None:
        """Count one that this process took."""
        self._counts[self._own] += 1

    def left(self) -> None:
        """Count one out that was closed."""
        self._counts[self._own] -= 1


class Counted(Protocol):
    """The protocol of a connection, which says when it ends."""

    on_lost: Callable[[], None] | None


class Listener:
    """Takes the connections of a socket that other processes listen on, too."""

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        listening: socket.socket,
        make: Callable[[], Any],
        counts: ConnectionCounts,
    ) -> None:
        self._loop = loop
        self._listening = listening
        self._make = make
        self._counts = counts
        self._pause: asyncio.TimerHandle | None = None
        # How long the next is left to another process, and when that was in vain, by the clock of the loop.
        self._patience_s, self._in_vain_at = LEFT_S, 0.0
        self._tasks: set[asyncio.Task[None]] = set()
        loop.add_reader(listening, self._look)

    def close(self) -> None:
        """Take no more."""
        if self._pause:
            self._pause.cancel()
        self._loop.remove_reader(self._listening)

    async def wait_closed(self) -> None:
        """Wait until what was taken is with its protocol, as a server of asyncio lets one wait."""
        if self._tasks:
            await asyncio.wait(self._tasks)

    def _look(self) -> None:
        """Take one connection, or leave it to a process that holds fewer."""
        if self._loop.time() - self._in_vain_at > TRUSTED_AFTER_S:
            self._patience_s = LEFT_S
        if self._counts.is_least or self._patience_s < LEFT_LEAST_S:
            self._take()
        else:
            self._leave(self._patience_s)

    def _leave(self, seconds: float) -> None:
        self._loop.remove_reader(self._listening)
        self._pause = self._loop.call_later(seconds, self._look_again)

    def _look_again(self) -> None:
        self._loop.add_reader(self._listening, self._look)
        if self._take():
            self._patience_s, self._in_vain_at = self._patience_s / 2, self._loop.time()

    def _take(self) -> bool:
        """Take a connection whose client is there; False: there is none, or it cannot be taken now."""
        for _ in range(GONE_LARGEST):
            connection = self._accepted()
            if connection is None:
                return False
            if not _has_gone(connection):
                self._begin(connection)
                return True
            connection.close()
        return False

    def _accepted(self) -> socket.socket | None:
        try:
            connection, _ = self._listening.accept()
        except (BlockingIOError, ConnectionAbortedError):
            return None  # another process was faster, or the client has gone
        except OSError:
            self._leave(LEFT_S)  # no descriptor is left, for now
            return None
        return connection

    def _begin(self, connection: socket.socket) -> None:
        self._counts.entered()
        task = self._loop.create_task(self._serve(connection))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, connection: socket.socket) -> None:
        connection.settimeout(0)
        try:
            await self._loop.connect_accepted_socket(self._counted, connection)
        except OSError:
            connection.close()
            self._counts.left()

    def _counted(self) -> Any:
        made = self._make()
        made.on_lost = self._counts.left
        return made


def _has_gone(connection: socket.socket) -> bool:
    """Whether the client has closed the connection already; it may have sent a request before."""
    look = select.poll()
    look.register(connection, _CLOSED)
    return bool(look.poll(0))


class SpreadingLoop(uvloop.Loop):
    """The loop of one of several processes of a server."""

    counts: ConnectionCounts

    async def create_server(  # type: ignore[override]  # uvicorn calls it so, and in no other way of the many
        self, protocol_factory: Callable[[], Counted], *, sock: socket.socket, backlog: int, **_: object
    ) -> Listener:
        """Listen on a socket that other processes listen on, too."""
        sock.settimeout(0)
        sock.listen(backlog)
        return Listener(self, sock, protocol_factory, self.counts)


def spreading_loop(counts: Path) -> SpreadingLoop:
    """Make the loop of a process that shares a socket with those that count in the same file."""
    loop = SpreadingLoop()
    loop.counts = ConnectionCounts(counts)
    return loop

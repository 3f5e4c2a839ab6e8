"""One turn among the processes of one data folder, as far as they wait for each other.

On the embedded engine two writes at once cost one of them its work: it begins again, and may lose again. Two processes
with three designers made a write up to nine times. So a process takes a lock on a file before it begins. A process that
waits keeps the place behind the writer, so none overtakes it. That the graph stays right does not rest on this: a
process that waits for long goes on without, as one on another machine does, and the engine decides.

Expensive reads take a turn of their own where the machine has fewer places for them than there are processes.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

from graph.engine.embedded.file_lock import FileLock

# Less than a statement takes.
LOOK_EVERY_S = 0.001
# An import may write for as long. What goes on without the turn then may make it begin again.
WAIT_S = 5.0


class SharedTurn:
    """The turn of one process, by two locks: to work, and to be the next.

    After ``wait_s`` it goes on without the turn; None: it waits for as long as it is let.
    """

    def __init__(self, path: Path, wait_s: float | None = WAIT_S) -> None:
        self._wait_s = wait_s
        # Where no file can be made there, no one waits.
        with contextlib.suppress(OSError):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._works = FileLock(path)
        self._next = FileLock(path.with_suffix(".next"))

    @contextlib.asynccontextmanager
    async def taken(self) -> AsyncIterator[None]:
        """Hold the turn as long as the block lasts, or go on without it where it does not come."""
        with contextlib.suppress(TimeoutError, OSError):
            async with asyncio.timeout(self._wait_s):
                await self._take()
        try:
            yield
        finally:
            self._works.let_go()

    def is_wanted(self) -> bool:
        """Whether to let the turn go after a write: another process waits for it, or has it, as ours did not come."""
        if not self._works.is_held:
            return True
        try:
            is_free = self._next.take()
        except OSError:
            return True
        self._next.let_go()
        return not is_free

    async def _take(self) -> None:
        try:
            await _take(self._next)
            await _take(self._works)
        finally:
            self._next.let_go()


async def _take(lock: FileLock) -> None:
    while not lock.take():  # noqa: ASYNC110  # the system tells no loop that a lock is free
        await asyncio.sleep(LOOK_EVERY_S)

"""Reads the directory before the first request needs it; a graph that is not there yet is asked again."""

import asyncio
import gc
import logging

from graph.connection.directory_keeper import DirectoryKeeper
from graph.errors import OneplusxError

ASK_AGAIN_S = 1.0
# A connection that is just being made is left to end by itself: the driver does not close one that is cancelled.
STOP_WITHIN_S = 0.5
log = logging.getLogger("oneplusx")


class ReadAhead:
    """The first reading of the directory, next to serving."""

    def __init__(self, directory: DirectoryKeeper) -> None:
        self._directory = directory
        self._stopping = asyncio.Event()
        self._task = asyncio.create_task(self._read(), name="read ahead")

    async def stop(self) -> None:
        """Read no further."""
        self._stopping.set()
        await asyncio.wait((self._task,), timeout=STOP_WITHIN_S)
        self._task.cancel()

    async def _read(self) -> None:
        while self._directory.current.revision < 0 and not self._stopping.is_set():
            try:
                await self._directory.at_least(0)
            except OneplusxError as error:
                log.warning("the directory is not read yet: %s", error)
                await self._wait()
        # Schema, model and directory stay: the collector need not look through them while answers are made.
        gc.collect()
        gc.freeze()

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(ASK_AGAIN_S):
                await self._stopping.wait()
        except TimeoutError:
            return

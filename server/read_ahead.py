"""Reads the directory and the data before the first request needs them; a graph that is not there is asked again."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from graph.connection.directory_keeper import DirectoryKeeper
from graph.errors import OneplusxError
from server.data_watch import DataWatch

ASK_AGAIN_S = 1.0
# Damaged data are read again and again, until somebody has brought back what is lost.
LOOK_AGAIN_S = 10.0
# A connection that is just being made is left to end by itself: the driver does not close one that is cancelled.
STOP_WITHIN_S = 0.5
log = logging.getLogger("oneplusx")


class ReadAhead:
    """The first reading of the directory and of the data, next to serving."""

    def __init__(self, directory: DirectoryKeeper, data: DataWatch) -> None:
        self._directory = directory
        self._data = data
        self._stopping = asyncio.Event()
        self._task = asyncio.create_task(self._read(), name="read ahead")

    async def stop(self) -> None:
        """Read no further."""
        self._stopping.set()
        self._data.let_operations_go_on()
        await asyncio.wait((self._task,), timeout=STOP_WITHIN_S)
        self._task.cancel()

    async def _read(self) -> None:
        await self._until_done(self._read_directory, ASK_AGAIN_S)
        await self._until_done(self._look_at_data, LOOK_AGAIN_S)

    async def _read_directory(self) -> bool:
        await self._directory.at_least(0)
        return True

    async def _look_at_data(self) -> bool:
        await self._data.look()
        return self._data.is_sound

    async def _until_done(self, work: Callable[[], Awaitable[bool]], pause_s: float) -> None:
        while not self._stopping.is_set():
            try:
                if await work():
                    break
            except OneplusxError as error:
                log.warning("the graph is not read yet: %s", error)
                self._data.let_operations_go_on()
            await self._wait(pause_s)

    async def _wait(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._stopping.wait()
        except TimeoutError:
            return

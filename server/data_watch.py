"""Whether this process may answer from the graph: its data are looked at when it starts, until they are sound."""

import asyncio
import logging

from graph.connection.database import Database
from graph.database_errors import DataDamagedError, GraphUnavailableError
from graph.upkeep.soundness import damage_of, shortfalls

# How long an operation waits for the first look. One that takes longer may yet find damage, so nothing is answered.
WAIT_S = 30.0
log = logging.getLogger("oneplusx")


class DataWatch:
    """Looks at the data of a graph. Operations wait for the end of the first look, whatever it finds."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._has_looked = asyncio.Event()
        self.damage: DataDamagedError | None = None
        self.is_sound = False

    async def look(self) -> None:
        """Look once, and let operations go on. Raises: OneplusxError where the graph does not answer."""
        if not self.is_sound and not self.damage:
            # What went on while the graph did not answer waits, too.
            self._has_looked.clear()
        found = await shortfalls(self._database)
        self.damage, self.is_sound = damage_of(found), not found
        if self.damage:
            log.error("%s", self.damage)
        self.let_operations_go_on()

    def let_operations_go_on(self) -> None:
        """End the first look."""
        self._has_looked.set()

    async def require_sound(self) -> None:
        """Wait for the end of the first look, for a while. Raises: DataDamagedError, GraphUnavailableError."""
        try:
            async with asyncio.timeout(WAIT_S):
                await self._has_looked.wait()
        except TimeoutError:
            raise GraphUnavailableError(
                "The data of the graph are being compared with its releases. Try again in a few seconds.",
                "正在将图数据与发布核对，请数秒后重试。",
            ) from None
        if self.damage:
            raise self.damage

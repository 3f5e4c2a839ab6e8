"""Whether this process may answer from the graph: its data are looked at when it starts, until they are sound."""

import asyncio
import contextlib
import logging

from graph.connection.database import Database
from graph.database_errors import DataDamagedError
from graph.upkeep.soundness import damage_of, shortfalls

# How long an operation waits for the first look; in a graph that takes longer to read it goes on without.
WAIT_S = 5.0
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
        found = await shortfalls(self._database)
        self.damage, self.is_sound = damage_of(found), not found
        if self.damage:
            log.error("%s", self.damage)
        self.let_operations_go_on()

    def let_operations_go_on(self) -> None:
        """End the first look."""
        self._has_looked.set()

    async def require_sound(self) -> None:
        """Wait for the end of the first look, for a while. Raises: DataDamagedError."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(WAIT_S):
                await self._has_looked.wait()
        if self.damage:
            raise self.damage

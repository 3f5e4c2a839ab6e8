"""Expensive statements take turns, so that they leave connections and processors to everybody else.

Those that wait hold no connection, and only so many wait: more are refused at once, since they would take the places
that a process has for requests.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from graph.connection.database import Limits
from graph.errors import GraphBusyError

# The part of the connections of one process that expensive statements may take.
SHARE = 4
# For each place that many wait: with the default settings 8 work and 16 wait, of 64 requests in flight.
WAITING_PER_PLACE = 2


class Admission:
    """The places for expensive statements of one process."""

    def __init__(self, limits: Limits) -> None:
        self.places = max(1, limits.pool_size // SHARE)
        self._free = asyncio.Semaphore(self.places)
        # How long a statement may run that has a place.
        self.timeout_s = limits.expensive_s
        # The first time a server also plans it: Neo4j takes seconds for the longest.
        self.first_timeout_s = max(limits.expensive_s, limits.statement_s)
        self._within_s = limits.acquisition_s
        self._waiting = 0

    @contextlib.asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """Hold a place, after those that came before.

        Raises: GraphBusyError when too many wait, or this one too long.
        """
        if self._free.locked() and self._waiting >= self.places * WAITING_PER_PLACE:
            raise GraphBusyError
        self._waiting += 1
        try:
            async with asyncio.timeout(self._within_s):
                await self._free.acquire()
        except TimeoutError as error:
            raise GraphBusyError from error
        finally:
            self._waiting -= 1
        try:
            yield
        finally:
            self._free.release()

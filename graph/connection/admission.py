"""Expensive statements take turns, so that they leave connections and processors to everybody else.

Those that wait hold no connection, and a few wait: more are refused at once, since they would take the places
that a process has for requests.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator

from graph.connection.database import Limits
from graph.connection.shared_turn import SharedTurn
from graph.database_errors import GraphBusyError
from graph.fair_shares import SharedPlaces, Turns

# For each of these connections that many wait: with the default settings 16, of 64 requests in flight.
WAITING_PER_PLACE = 2
# Times the ordinary limit, for the first run: a Neo4j that just started took 11.8 s to plan the README's gap question.
FIRST_RUN = 3


class Admission:
    """The places for expensive statements of one process; ``at_once`` says that there are fewer.

    ``shared``: a turn that several processes share, since there are more of them than places in all.
    """

    def __init__(self, limits: Limits, at_once: int | None = None, shared: SharedTurn | None = None) -> None:
        most = limits.expensive_at_once
        self.places = min(most, at_once or most)
        self._turns, self._line = Turns(self.places), SharedPlaces(most * WAITING_PER_PLACE)
        self._shared = shared
        self._timeout_s = limits.expensive_s
        self._first_timeout_s = max(limits.expensive_s, FIRST_RUN * limits.statement_s)
        self._within_s = limits.acquisition_s
        # Whether an expensive statement was answered since the start.
        self.has_answered = False

    @property
    def patience(self) -> int:
        """How many times its ordinary limit a request may take: more until an expensive statement was answered.

        Until then the graph server may have just started: it plans and reads slowly, and a first answer must come.
        """
        return 1 if self.has_answered else FIRST_RUN

    def limit_s(self, *, has_run: bool) -> float:
        """Give how long a statement may run, which is longer where a server has to plan it first."""
        return self._timeout_s if has_run else self._first_timeout_s

    @contextlib.asynccontextmanager
    async def place(self, caller: str = "") -> AsyncIterator[None]:
        """Hold a place, in turn with other callers, and after what this one asked before.

        Raises: GraphBusyError when too many wait, or this one too long.
        """
        if not self._line.take(caller):
            raise GraphBusyError
        async with contextlib.AsyncExitStack() as held:
            try:
                async with asyncio.timeout(self._within_s * self.patience):
                    await held.enter_async_context(self._turns.turn(caller))
                    if self._shared:
                        await held.enter_async_context(self._shared.taken())
            except TimeoutError as error:
                raise GraphBusyError from error
            finally:
                self._line.leave(caller)
            yield

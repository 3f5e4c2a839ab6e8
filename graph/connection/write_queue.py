"""The writes of one process, one after another.

Each writes the node of the revision. Two at once conflict: on Neo4j one waits for the other, and on the embedded engine
one is made again from the start. So here they wait before they begin.

A write is acknowledged when its commit is whole and the revision was raised once more (``graph.query.revision``). The
commit of the next write raises it too. Only after the last of several is it raised for itself; and before the turn goes
to another process, which may keep it for long. As a rule that is sent along with the commit (``is_followed``).
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import nullcontext
from typing import Any, Generic, NamedTuple, TypeVar, cast

from graph.connection.shared_turn import SharedTurn
from graph.database_errors import GraphBusyError

T = TypeVar("T")


class Made(NamedTuple, Generic[T]):
    """What a write gave, and whether the revision was raised after its commit already."""

    answer: T
    is_settled: bool


class _Turn(NamedTuple):
    """One write: what makes it, and the futures of its begin and its answer."""

    make: Callable[[], Awaitable[Made[Any]]]
    begun: asyncio.Future[None]
    answer: asyncio.Future[Any]


class WriteQueue:
    """Makes writes in the order in which they come; ``settle`` raises the revision after a commit, and never fails.

    ``within_s``: how long one waits for its turn. ``shared``: the turn among several processes.
    """

    def __init__(
        self, settle: Callable[[], Awaitable[None]], within_s: float, shared: SharedTurn | None = None
    ) -> None:
        self._settle = settle
        self._within_s = within_s
        self._shared = shared
        self._waiting: deque[_Turn] = deque()
        # The one that is made, or is the next to be.
        self._turn: _Turn | None = None
        self._running: asyncio.Task[None] | None = None

    async def run(self, make: Callable[[], Awaitable[Made[T]]]) -> T:
        """Make a write when its turn comes, and give its answer when others may see it.

        A write that has begun is made even if no one waits for it any longer.
        Raises: GraphBusyError when its turn did not come in time, and nothing was written; what ``make`` raises.
        """
        loop = asyncio.get_running_loop()
        turn = _Turn(make, loop.create_future(), loop.create_future())
        self._waiting.append(turn)
        if self._running is None:
            self._running = loop.create_task(self._make_all(), name="writes")
        try:
            async with asyncio.timeout(self._within_s):
                await turn.begun
        except TimeoutError as error:
            if turn.begun.cancelled():
                raise GraphBusyError from error
        return cast("T", await turn.answer)

    def is_followed(self) -> bool:
        """Whether another write follows the one under way in this turn: its commit raises the revision."""
        is_awaited = any(not each.begun.done() for each in self._waiting)
        return is_awaited and not (self._shared and self._shared.is_wanted())

    def close(self) -> None:
        """Begin no more writes, and stop the one under way: the driver is about to close."""
        if self._running:
            self._running.cancel()

    async def _make_all(self) -> None:
        whole: list[tuple[_Turn, Any]] = []
        self._turn = self._next()
        try:
            while self._turn:
                async with self._shared.taken() if self._shared else nullcontext():
                    await self._make_some(whole)
                self._turn = self._turn or self._next()
        finally:
            self._running = None
            _acknowledge(whole)
            for each in (*filter(None, [self._turn]), *self._waiting):
                each.begun.cancel()
                each.answer.cancel()
            self._waiting.clear()

    async def _make_some(self, whole: list[tuple[_Turn, Any]]) -> None:
        """Make writes until none waits, or another process does; by then all of them are acknowledged."""
        while self._turn:
            turn, made = self._turn, await _made(self._turn)
            if made:
                _acknowledge(whole)
                whole.append((turn, made.answer))
                if made.is_settled:
                    _acknowledge(whole)
            self._turn = self._next()
            goes_on = self._turn is not None and not (self._shared and self._shared.is_wanted())
            if whole and not (made and goes_on):
                # No commit follows that raises the revision for this one.
                await self._settle()
                _acknowledge(whole)
            if not goes_on:
                return

    def _next(self) -> _Turn | None:
        """Give the next that is still waited for."""
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.begun.done():
                turn.begun.set_result(None)
                return turn
        return None


async def _made(turn: _Turn) -> Made[Any] | None:
    """Make a write; None: it failed, and its error was passed to the caller that waits."""
    try:
        return await turn.make()
    except Exception as error:  # noqa: BLE001  # whatever it is, it is raised where the write was asked for
        if not turn.answer.done():
            turn.answer.set_exception(error)
        return None


def _acknowledge(whole: list[tuple[_Turn, Any]]) -> None:
    """Tell those whose commits are whole."""
    for turn, answer in whole:
        if not turn.answer.done():
            turn.answer.set_result(answer)
    whole.clear()

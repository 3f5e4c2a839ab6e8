"""What many callers share, so that none of them, however much it asks, leaves the others nothing.

A caller is a text, such as an address. Who holds nothing and waits for nothing is not remembered.
"""

import asyncio
import contextlib
from collections import Counter, deque
from collections.abc import AsyncIterator

# To the places come this part of them for callers that hold less than their share.
KEPT_SHARE = 4


class SharedPlaces:
    """``most`` places for all, and a quarter as many besides for callers that hold less than their share.

    A caller alone may hold all ``most``. Where others hold some, its share is the part of ``most`` that each
    would have.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self.besides = max(1, most // KEPT_SHARE)
        self.taken = 0
        self._held: Counter[str] = Counter()

    def take(self, caller: str) -> bool:
        """Take a place for a caller; False: there is none for it now."""
        if self.taken >= self.most and self.taken >= self.most + self._besides_for(caller):
            return False
        self.taken += 1
        self._held[caller] += 1
        return True

    def leave(self, caller: str) -> None:
        """Give back a place that was taken."""
        self.taken -= 1
        self._held[caller] -= 1
        if not self._held[caller]:
            del self._held[caller]

    def _besides_for(self, caller: str) -> float:
        """Give how many of the places besides a caller may see taken: the less of its share it holds, the more."""
        callers = len(self._held) + (caller not in self._held)
        part_of_share = self._held[caller] * callers / self.most
        return self.besides * (1 - part_of_share)


class Turns:
    """A number of callers work at once; of those that wait, each caller's first comes in turn, however many it has."""

    def __init__(self, at_once: int) -> None:
        self._free = at_once
        # The callers in the order of their turns.
        self._waiting: dict[str, deque[asyncio.Future[None]]] = {}

    @contextlib.asynccontextmanager
    async def turn(self, caller: str) -> AsyncIterator[None]:
        """Wait for a turn, and hold it."""
        await self.take(caller)
        try:
            yield
        finally:
            self.pass_on()

    async def take(self, caller: str) -> None:
        """Wait for a turn, which ends with ``pass_on``."""
        if self._free:
            self._free -= 1
            return
        mine = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(caller, deque()).append(mine)
        try:
            await mine
        except asyncio.CancelledError:
            if mine.cancelled():
                self._forget(caller, mine)
            else:
                self.pass_on()  # it came while this one gave up
            raise

    def _forget(self, caller: str, mine: asyncio.Future[None]) -> None:
        """Take one that gave up out of its line, where a turn has not passed it over yet."""
        line = self._waiting.get(caller, deque())
        if mine in line:
            line.remove(mine)
        if not line:
            self._waiting.pop(caller, None)

    def pass_on(self) -> None:
        """End a turn, and let the next one work; who gave up meanwhile is passed over."""
        while self._waiting:
            caller = next(iter(self._waiting))
            line = self._waiting.pop(caller)
            following = line.popleft()
            if line:
                self._waiting[caller] = line
            if not following.done():
                following.set_result(None)
                return
        self._free += 1

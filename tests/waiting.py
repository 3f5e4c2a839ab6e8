"""Time that a test moves itself, and waits that end when what is waited for has come."""

import asyncio
import contextlib
import itertools
from collections.abc import Callable, Coroutine, Iterator
from heapq import heappop, heappush

TURNS = 30


async def turns() -> None:
    """Let the loop do all that is ready and waits for nothing from outside."""
    for _ in range(TURNS):
        await asyncio.sleep(0)


# For what comes in a moment where the machine has nothing else to do.
WITHIN_S = 60.0


async def until(condition: Callable[[], object], within_s: float = WITHIN_S) -> None:
    """Wait for what a thread, a process or a server brings about, and only it knows when."""
    async with asyncio.timeout(within_s):
        while not condition():  # noqa: ASYNC110  # no event says so
            await asyncio.sleep(0.005)


async def without_time(condition: Callable[[], object]) -> None:
    """Wait for what the system brings, such as a connection, while for the loop no time passes: nothing put off is done."""
    loop = asyncio.get_running_loop()
    before, now = loop.time, loop.time()
    loop.time = lambda: now  # type: ignore[method-assign]  # the loop of this test alone
    try:
        while not condition():  # noqa: ASYNC110  # the test's own limit ends a wait in vain
            await asyncio.sleep(0)
    finally:
        loop.time = before  # type: ignore[method-assign]  # the loop of this test alone


@contextlib.contextmanager
def later(seconds: float) -> Iterator[None]:
    """Let the loop see a later time: what has been put off until then is due."""
    loop = asyncio.get_running_loop()
    before = loop.time
    loop.time = lambda: before() + seconds  # type: ignore[method-assign]  # the loop of this test alone
    try:
        yield
    finally:
        loop.time = before  # type: ignore[method-assign]


class Clock:
    """Stands for the module ``time``: nothing passes but what the test lets pass."""

    def __init__(self) -> None:
        self.now = 1_000.0
        self._sleepers: list[tuple[float, int, asyncio.Event]] = []
        self._numbers = itertools.count()

    def monotonic(self) -> float:
        """Give the time of this clock."""
        return self.now

    perf_counter = monotonic

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self.now += seconds

    async def sleep(self, seconds: float) -> None:
        """Sleep until this clock has come so far; ``run`` moves it."""
        wake = asyncio.Event()
        heappush(self._sleepers, (self.now + seconds, next(self._numbers), wake))
        await wake.wait()

    async def run(self, *work: Coroutine[object, object, object]) -> None:
        """Run work to its end; when all of it sleeps, it is the time at which the first wakes."""
        running = asyncio.gather(*work)
        await turns()
        while not running.done():
            self.now, _, wake = heappop(self._sleepers)
            wake.set()
            await turns()
        await running

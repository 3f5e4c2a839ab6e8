"""Watches how long the event loop is held: for that long no one else is answered.

A timer of the loop is late by as long as others held it. On a busy machine it is late by no fault of theirs. So a hold
is what the thread of the loop worked meanwhile, if that is less: processor time, the same on every machine.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

from server.api.hold_stacks import HoldStacks

# A hold shorter than this may be missed, and each costs a wake-up of the loop.
EVERY_S = 0.01

Observe = Callable[["Hold"], None]


@dataclass(frozen=True, slots=True)
class Hold:
    """How long the timer was late, and how much of that the loop's thread worked; in seconds."""

    late_s: float
    held_s: float


class LoopWatch:
    """Observes the loop it is started in, every ten milliseconds. ``stacks`` learn of each look."""

    def __init__(self, observe: Observe, stacks: HoldStacks | None = None) -> None:
        self._observe = observe
        self._stacks = stacks
        self._timer: asyncio.TimerHandle | None = None
        self._due = self._worked = 0.0

    def start(self) -> None:
        """Watch from now on."""
        self._worked = time.thread_time()
        # Of its own clock: that of the loop stands still while a callback runs.
        self._due = time.monotonic() + EVERY_S
        self._timer = asyncio.get_running_loop().call_later(EVERY_S, self._beat)

    def stop(self) -> None:
        """Watch no longer."""
        if self._timer:
            self._timer.cancel()
        if self._stacks:
            self._stacks.stop()

    def _beat(self) -> None:
        late = max(0.0, time.monotonic() - self._due)
        self._observe(Hold(late, min(late, time.thread_time() - self._worked)))
        if self._stacks:
            self._stacks.beat()
        self.start()

"""Logs what an event loop was doing when it was held for long, at debug level: a histogram does not say where.

A thread looks at the thread of the loop while it works. A collection of garbage lets no other thread look, so its stack
is taken just after; collections that long are logged for themselves.
"""

import gc
import logging
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Mapping

log = logging.getLogger("oneplusx")

LONG_S = 0.05
LOOK_EVERY_S = 0.01
# Of the innermost calls; and of collections between two looks.
FRAMES = 12


class HoldStacks:
    """Looks at the thread that makes it, whose loop tells its beats; a hold is processor time between two of them."""

    def __init__(self) -> None:
        self._loop_thread = threading.get_ident()
        self._clock = time.pthread_getcpuclockid(self._loop_thread)
        self._end = threading.Event()
        self._collecting_since = 0.0
        # Generation and milliseconds. Logged by our thread: a collection may begin while this one writes to the log.
        self._collections: deque[tuple[int, float]] = deque(maxlen=FRAMES)
        self.beat()
        self._thread = threading.Thread(target=self._look, name="hold stacks", daemon=True)
        self._thread.start()
        gc.callbacks.append(self._note_collection)

    def beat(self) -> None:
        """Say that the loop has its turn."""
        self._worked, self._is_logged = time.clock_gettime(self._clock), False

    def stop(self) -> None:
        """Look no longer."""
        gc.callbacks.remove(self._note_collection)
        self._end.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._end.wait(LOOK_EVERY_S):
            held_s = time.clock_gettime(self._clock) - self._worked
            if held_s >= LONG_S and not self._is_logged:
                self._is_logged = True
                log.debug("the event loop is held for %.0f ms so far:\n%s", held_s * 1e3, _shown(self._loop_thread))
            while self._collections:
                found = self._collections.popleft()
                log.debug("the collection of generation %d stopped all threads for %.0f ms", *found)

    def _note_collection(self, phase: str, found: Mapping[str, int]) -> None:
        # Of the thread that collects: on a busy machine a short one takes long.
        now = time.thread_time()
        if phase == "start":
            self._collecting_since = now
        elif now - self._collecting_since >= LONG_S:
            self._collections.append((found["generation"], (now - self._collecting_since) * 1e3))


def hold_stacks() -> HoldStacks | None:
    """Look at this thread from now on, at debug level and where the system tells what a thread has worked."""
    is_possible = hasattr(time, "pthread_getcpuclockid")
    return HoldStacks() if is_possible and log.isEnabledFor(logging.DEBUG) else None


def _shown(thread: int) -> str:
    # The frame is kept no longer: it would keep what was worked on, such as the rows of a cube.
    frame = sys._current_frames().get(thread)  # noqa: SLF001  # what Python offers for this
    return "".join(traceback.format_stack(frame)[-FRAMES:]) if frame else ""

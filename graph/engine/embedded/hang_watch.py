"""Ends an engine that hangs: one that runs and answers nothing. Its keeper starts it again."""

import asyncio
import logging
import threading
import time

from graph.connection.address import GraphAddress
from graph.engine.bolt_probe import answers_within
from graph.engine.embedded.child import Child

LOOK_EVERY_S = 10.0
# How long a look waits for an answer; an engine that works at its limit gives one.
ANSWER_WITHIN_S = 10.0
log = logging.getLogger("oneplusx.engine")


class HangWatch:
    """Looks at a running engine every few seconds, until ``stop``."""

    def __init__(self, child: Child, address: GraphAddress, hangs_after_s: float, starts_within_s: float) -> None:
        self._child = child
        self._address = address
        self._hangs_after_s = hangs_after_s
        self._starts_within_s = starts_within_s
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="engine hang watch", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Look no more; does not wait for a look that is under way."""
        self._stopping.set()

    def _watch(self) -> None:
        pid, seen, patience_s = self._child.pid, time.monotonic(), self._hangs_after_s
        while not self._stopping.wait(min(LOOK_EVERY_S, self._hangs_after_s / 4)):
            if self._child.pid != pid:
                # A new one: to read its data takes longer than to answer.
                pid, seen, patience_s = self._child.pid, time.monotonic(), self._starts_within_s
            if asyncio.run(answers_within(self._address, min(ANSWER_WITHIN_S, self._hangs_after_s / 2))):
                seen, patience_s = time.monotonic(), self._hangs_after_s
            elif time.monotonic() - seen >= patience_s and not self._stopping.is_set():
                log.error(
                    "the engine (process %d) answers nothing for %.0f s; it is ended", pid, time.monotonic() - seen
                )
                self._child.kill()
                seen = time.monotonic()

"""How many connections a process holds open, and which of them makes room for a new one."""

import logging
import resource
import time
from typing import Protocol

log = logging.getLogger("oneplusx")

# For the graph, the log, files of the page, and what the system's libraries open.
DESCRIPTORS_KEPT = 256
DESCRIPTORS_WANTED = 65_536
# The log has one line in this time, however many connections come.
LOG_EVERY_S = 10.0


class Evictable(Protocol):
    """A connection that can be closed at once."""

    def evict(self) -> None:
        """Close it."""


class OpenConnections:
    """The connections of one process.

    Where there are as many as there may be, a new one takes the place of the one that has waited longest without a
    whole request: silent ones, however many, keep no one out. Where all are worked for, the new one is refused.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self._open = 0
        # In the order in which they began to wait.
        self._waiting: dict[Evictable, None] = {}
        self._evicted = self._refused = 0
        self._logged = -LOG_EVERY_S

    def make_room(self) -> bool:
        """Whether one more may be open; one that waits may have been closed for it."""
        if self._open < self.most:
            return True
        longest = next(iter(self._waiting), None)
        self._evicted += longest is not None
        self._refused += longest is None
        self._report()
        if longest is None:
            return False
        self.left(longest)
        longest.evict()
        return True

    def entered(self, connection: Evictable) -> None:
        """Count one that was opened; it has sent nothing yet."""
        self._open += 1
        self._waiting[connection] = None

    def waits(self, connection: Evictable) -> None:
        """Note that nothing is being done for a connection."""
        self._waiting.setdefault(connection, None)

    def asked(self, connection: Evictable) -> None:
        """Note that a connection has sent a whole request."""
        self._waiting.pop(connection, None)

    def left(self, connection: Evictable) -> None:
        """Count one out that was closed."""
        self._open -= 1
        self._waiting.pop(connection, None)

    def _report(self) -> None:
        now = time.monotonic()
        if now - self._logged < LOG_EVERY_S:
            return
        self._logged = now
        log.warning(
            "%d connections are open, all that ONEPLUSX_CONNECTIONS allows: since the last such line %d that waited "
            "without a request were closed for new ones, and %d new ones were refused",
            self.most,
            self._evicted,
            self._refused,
        )
        self._evicted = self._refused = 0


def allow_descriptors(connections: int) -> int:
    """Raise this process's limit of open files, and give how many connections it leaves room for."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = DESCRIPTORS_WANTED if hard == resource.RLIM_INFINITY else min(hard, DESCRIPTORS_WANTED)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        soft = wanted
    room = connections if soft == resource.RLIM_INFINITY else max(min(connections, soft - DESCRIPTORS_KEPT), 1)
    if room < connections:
        log.warning(
            "this process may open %d files, so it holds %d connections instead of %d (ONEPLUSX_CONNECTIONS); raise "
            "`ulimit -n`",
            soft,
            room,
            connections,
        )
    return room

"""How long to wait before a write is tried again, and when to stop trying.

The embedded engine checks at commit: of several concurrent writers of one node one wins and the others are asked to try
again at once (``DeadlockDetected``), or that a constraint failed when they made the same node, or that a node is gone
which another removed while they read (``EntityNotFound``). The driver's own retry starts with a second and does not
know the others, so we count and wait ourselves.
"""

import random
import time
from dataclasses import dataclass, field

from neo4j import exceptions as driver_errors

from graph.database_errors import WriteConflictError

FIRST_WAIT_S = 0.005
LONGEST_WAIT_S = 0.5
# After a lost race: who waits for longer than a write takes loses every time to a process that writes without a pause.
LOST_WAIT_S = 0.01

# What a constraint still refuses after this many seconds is wrong in the data. A count of tries would not do: a writer
# that writes without a pause wins many times in a row against one who waits between tries.
CONSTRAINT_WITHIN_S = 2.0

# A load that met the half-visible commit of another on the embedded engine: some seconds, and it is whole.
CONFLICT_TRIES = 20

_LOST_RACE = "Neo.TransientError.Transaction.DeadlockDetected"
_CONSTRAINT_FAILED = "Neo.ClientError.Schema.ConstraintValidationFailed"
_GONE = "Neo.ClientError.Statement.EntityNotFound"
_OUT_OF_ORDER = "Neo.ClientError.Request.Invalid"


@dataclass(slots=True)
class Patience:
    """The tries of one write: no new one starts after ``limit_s``."""

    limit_s: float
    tries: int = 0
    _conflicts: int = 0
    _refused_since: float | None = None
    _start: float = field(default_factory=time.monotonic)

    def wait_after(self, error: Exception) -> float | None:
        """Give the seconds to wait before the next try, or None if this error is final."""
        self.tries += 1
        if not self._may_pass(error):
            return None
        longest = LOST_WAIT_S if is_lost_race(error) else min(LONGEST_WAIT_S, FIRST_WAIT_S * 2**self.tries)
        wait = random.uniform(0, longest)  # noqa: S311  # spreads writers, guards nothing
        return wait if time.monotonic() + wait < self._start + self.limit_s else None

    def _may_pass(self, error: Exception) -> bool:
        if isinstance(error, WriteConflictError):
            self._conflicts += 1
            return self._conflicts < CONFLICT_TRIES
        if is_constraint_failure(error) or is_gone(error):
            now = time.monotonic()
            self._refused_since = now if self._refused_since is None else self._refused_since
            return now < self._refused_since + CONSTRAINT_WITHIN_S
        if is_out_of_memory(error):
            return False
        return isinstance(error, driver_errors.Neo4jError | driver_errors.DriverError) and error.is_retryable()


def is_out_of_memory(error: Exception) -> bool:
    """Whether Neo4j has too little memory for a transaction. It calls that passing, but the next try fails too."""
    return isinstance(error, driver_errors.Neo4jError) and (error.code or "").endswith("OutOfMemoryError")


def is_logged_off(error: Exception) -> bool:
    """Whether the server does not know who we are; the embedded engine forgets its users first as it stops."""
    if isinstance(error, driver_errors.Neo4jError) and error.code == _OUT_OF_ORDER:
        return "state: AUTHENTICATION" in str(error.message)
    return isinstance(error, driver_errors.AuthError)


def is_constraint_failure(error: Exception) -> bool:
    """Whether a uniqueness constraint refused the write."""
    return isinstance(error, driver_errors.Neo4jError) and error.code == _CONSTRAINT_FAILED


def is_gone(error: Exception) -> bool:
    """Whether a concurrent writer removed a node between the search for it and the look at it."""
    return isinstance(error, driver_errors.Neo4jError) and error.code == _GONE


def is_lost_race(error: Exception) -> bool:
    """Whether a concurrent writer was faster."""
    return isinstance(error, driver_errors.Neo4jError) and error.code == _LOST_RACE

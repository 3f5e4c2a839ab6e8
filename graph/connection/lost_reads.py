"""What kept a read from its answer, for the operator; the caller is only asked to come again."""

import logging
import time

log = logging.getLogger("oneplusx")

# While an engine is gone every request is such a read.
LOG_EVERY_S = 10.0


class LostReads:
    """Logs the driver's own words for a read without an answer, once in ten seconds."""

    def __init__(self) -> None:
        self._logged = -LOG_EVERY_S
        self._more = 0

    def note(self, error: Exception) -> None:
        """Log an error, or count it until the next line."""
        now = time.monotonic()
        if now - self._logged < LOG_EVERY_S:
            self._more += 1
            return
        cause = f", after {error.__cause__!r}" if error.__cause__ else ""
        log.warning(
            "the graph gave no answer to a read: %r%s (%d more since the last such line)", error, cause, self._more
        )
        self._logged, self._more = now, 0

"""Tokens of editors on requests that only read: nothing is read by them, but a wrong one is reported.

Otherwise an editor with a token that was mistyped or revoked learns it only when a change is refused.
"""

import time

from graph.connection.database import Database
from graph.upkeep import editors
from graph.upkeep.editors import Role
from resolvers.request.recent_values import RecentValues

KNOWN_LARGEST = 1_024
# A token that was revoked opens nothing here, so it may count as known a little longer.
KNOWN_FOR_S = 60.0
_ANY = frozenset(Role)


class KnownTokens:
    """Looks tokens up, and remembers those of editors for a minute."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._seen = RecentValues[str, float](KNOWN_LARGEST, KNOWN_LARGEST)

    async def require(self, token: str) -> None:
        """Raise UnauthenticatedError unless an editor has this token, or what reading raises."""
        key = editors.digest(token)
        seen = self._seen.get(key)
        if seen is None or time.monotonic() - seen > KNOWN_FOR_S:
            await editors.require(self._database.read, token, _ANY)
            self._seen.put(key, time.monotonic(), 1)

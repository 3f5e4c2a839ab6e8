"""Tokens of editors on requests that only read: they say whose drafts are read, and a wrong one is reported.

Otherwise an editor with a token that was mistyped or revoked learns it only when a change is refused.
"""

import time

from graph.connection.database import Database
from graph.upkeep import editors
from graph.upkeep.editors import Editor, Role
from resolvers.request.recent_values import RecentValues

KNOWN_LARGEST = 1_024
# A token that opens nothing here may count as known a little longer than it is.
KNOWN_FOR_S = 60.0
_ANY = frozenset(Role)


class KnownTokens:
    """Looks tokens up, and remembers for a minute those of editors that read what everybody reads.

    Who reads drafts is looked up each time: a token that was revoked opens them no longer.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._seen = RecentValues[str, tuple[float, Editor]](KNOWN_LARGEST, KNOWN_LARGEST)

    async def require(self, token: str) -> Editor:
        """Give the editor of a token. Raises: UnauthenticatedError where there is none; what reading raises."""
        key = editors.digest(token)
        seen = self._seen.get(key)
        if seen is not None and time.monotonic() - seen[0] <= KNOWN_FOR_S:
            return seen[1]
        editor = await editors.require(self._database.read, token, _ANY)
        if editor.college is None:
            self._seen.put(key, (time.monotonic(), editor), 1)
        return editor

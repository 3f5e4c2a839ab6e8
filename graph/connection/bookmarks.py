"""Bookmarks: how a client reads its own write, whichever server of a cluster and whichever API process answers.

A write gives a bookmark; a read that carries it waits until its server has that write. To a client it is one opaque
text.
"""

import asyncio
import base64
import binascii
from collections.abc import Collection, Iterable

import neo4j
import orjson
from neo4j.api import AsyncBookmarkManager

from graph.database_errors import BookmarkNotReachedError
from graph.errors import BadBookmarkError

LONGEST = 4_096
MOST = 16

# The servers of a cluster are behind each other by less. Neo4j itself would wait half a minute, also for a bookmark
# that somebody made up, and would hold the connection meanwhile.
WITHIN_S = 2.0


def to_token(values: Iterable[str]) -> str:
    """Write the driver's bookmarks as one text."""
    return base64.urlsafe_b64encode(orjson.dumps(sorted(values))).decode()


def from_token(token: str) -> tuple[str, ...]:
    """Read the driver's bookmarks out of a text. Raises: BadBookmarkError."""
    if len(token) > LONGEST:
        raise BadBookmarkError
    try:
        values = orjson.loads(base64.urlsafe_b64decode(token))
    except (binascii.Error, ValueError) as error:
        raise BadBookmarkError from error
    if not isinstance(values, list) or len(values) > MOST or not all(isinstance(each, str) for each in values):
        raise BadBookmarkError
    return tuple(values)


class BookmarkWait(AsyncBookmarkManager):
    """The wait of one reading session for the bookmarks it was given, besides those of its process (``chain``).

    It is bounded from when the session has a connection: how long it may wait for one is the pool's to say, and a full
    pool says nothing of a bookmark. The driver asks for bookmarks before it takes a connection, to choose the server,
    and again when it sends them over it.
    """

    def __init__(self, chain: AsyncBookmarkManager | None) -> None:
        self._chain = chain
        self._limit = asyncio.timeout(None)
        self._asked = False

    async def begin(self, session: neo4j.AsyncSession, query: neo4j.Query) -> neo4j.AsyncTransaction:
        """Begin a transaction, which is what waits. Raises: BookmarkNotReachedError."""
        try:
            async with self._limit:
                return await session.begin_transaction(metadata=query.metadata, timeout=query.timeout)
        except TimeoutError as error:
            raise BookmarkNotReachedError from error

    async def get_bookmarks(self) -> Collection[str]:
        """Give the bookmarks of the process; called by the driver."""
        if self._asked:
            self._limit.reschedule(asyncio.get_running_loop().time() + WITHIN_S)
        self._asked = True
        return await self._chain.get_bookmarks() if self._chain else ()

    async def update_bookmarks(self, previous_bookmarks: Collection[str], new_bookmarks: Collection[str]) -> None:
        """Keep what was read; called by the driver."""
        if self._chain:
            await self._chain.update_bookmarks(previous_bookmarks, new_bookmarks)

"""Keeps the directory of this process at the revision of the graph.

Every statement whose plan used the directory also reads the graph's revision; when the two differ, the directory is
read again and the statement runs once more. So an answer is never older than its request, and a graph that rests costs
nothing extra. A revision that is lower than the directory's says that another graph stands where the first did, as
after ``neo4j-admin database load``: a statement begins after its directory was read, so it cannot have seen less.
"""

import asyncio

from graph.connection.database import Database, Row, Statement
from graph.model import MODEL
from graph.model.core import NodeType, Search
from graph.query.directory import EMPTY_DIRECTORY, Directory, DirectoryEntry, TypeDirectory
from graph.query.revision import read_revision

# The whole directory is read at start and after a load; it may take longer than a page.
READ_TIMEOUT_S = 120.0
# Connections that reading it may take: the others are for those who ask.
AT_ONCE = 4


class DirectoryKeeper:
    """Holds the current directory; one reading at a time, shared by all who wait for it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = asyncio.Lock()
        self.current = EMPTY_DIRECTORY

    async def at_least(self, revision: int) -> Directory:
        """Give a directory no older than this revision."""
        held = self.current
        return held if held.revision >= revision else await self.instead_of(held)

    async def instead_of(self, held: Directory) -> Directory:
        """Give the directory that follows one which did not agree with the graph.

        It is read only if no other has taken the place of ``held`` since: whoever comes late, with a statement that
        began long ago, takes what is there and asks the graph again, and throws nothing newer away.
        """
        async with self._lock:
            if self.current is held:
                self.current = await read_directory(self._database)
        return self.current


async def read_directory(database: Database) -> Directory:
    """Read the directory: the revision first, so that what is read is never older than the revision says."""
    revision = await read_revision(database)
    hands = asyncio.Semaphore(min(AT_ONCE, database.limits.pool_size))
    found = await asyncio.gather(*(_read_type(database, each, hands) for each in MODEL.node_types.values()))
    return Directory(revision, {each.node_type: each for each in found})


async def _read_type(database: Database, node_type: NodeType, hands: asyncio.Semaphore) -> TypeDirectory:
    async with hands:
        rows = await database.read(Statement(_text(node_type)), timeout_s=READ_TIMEOUT_S)
    return TypeDirectory(node_type.name, _entries(node_type, rows))


def _text(node_type: NodeType) -> str:
    values = ", ".join(f"n.{each.name}" for each in node_type.searched)
    pinyin = "n.pinyin" if node_type.searched else "null"
    return f"MATCH (n:{node_type.name}) RETURN n.id, [{values}], {pinyin}"


def _entries(node_type: NodeType, rows: list[Row]) -> list[DirectoryEntry]:
    return [(row[0], tuple(_texts(node_type, row[1])), row[2] or "") for row in rows]


def _texts(node_type: NodeType, values: Row) -> list[tuple[Search, str]]:
    """Give what can be searched, without values that are no text: one bad value must not stop all reading."""
    found: list[tuple[Search, str]] = []
    for prop, value in zip(node_type.searched, values, strict=True):
        texts = value if isinstance(value, list) else [value]
        found.extend((prop.search, text) for text in texts if text and isinstance(text, str) and prop.search)
    return found

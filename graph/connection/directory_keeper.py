"""Keeps the directory of this process at the revision of the graph.

Every statement whose plan used the directory also reads the graph's revision; when the two differ, the directory
follows. So an answer is never older than its request, and a graph that rests costs nothing extra. As a rule the
statement tells the write that is missing, or the log of changes does (``graph.query.change_log``). Else the graph is
read as a whole: at start, after a load, and where another graph stands in the place of the first, which has another
past or a lower revision.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import NamedTuple

from graph.collector import set_apart
from graph.connection.database import Database, Statement
from graph.model import MODEL
from graph.model.core import DRAFT_OF, PINYIN, NodeType
from graph.query.change_log import NO_RECORDS, ChangeLog, News, read_log
from graph.query.directory import EMPTY_DIRECTORY, Directory, TypeDirectory, entry_of
from graph.query.text_index import DirectoryEntry, DraftEntry

# The whole directory is read at start and after a load; it may take longer than a page.
READ_TIMEOUT_S = 120.0
# Connections that reading it may take: the others are for those who ask.
AT_ONCE = 4
# Nodes in a row of the answer. The driver takes most of its time for the row, not for what stands in it.
IN_A_ROW = 1_000
# A commit becomes visible piece by piece, within some milliseconds: the log is read again after these many seconds.
WHOLE_AFTER_S = (0.002, 0.01, 0.05, 0.2)
# Changes of the last writes that a directory read as a whole is made sure of.
LATEST = 64
# Changed nodes that the loop itself takes in: 20 us each in a large type. More are those of minutes without a question.
FEW = 100


class _TypeEntries(NamedTuple):
    """What was read of a type: what everybody sees, and drafts."""

    node_type: NodeType
    public: list[DirectoryEntry]
    drafts: list[DraftEntry]


ReadWhole = Callable[[], Awaitable[Directory]]


class DirectoryKeeper:
    """Holds the current directory; one following at a time, shared by all who wait for it."""

    def __init__(self, database: Database, read_whole: ReadWhole | None = None) -> None:
        self._database = database
        self._read_whole = read_whole or (lambda: read_directory(database))
        self._lock = asyncio.Lock()
        self.current = EMPTY_DIRECTORY

    async def at_least(self, revision: int) -> Directory:
        """Give a directory no older than this revision."""
        held = self.current
        return held if held.revision >= revision else await self.instead_of(held)

    async def after(self, held: Directory, news: News) -> Directory:
        """Give the directory that follows one which does not agree with the graph, as a statement with this news found.

        Most of the time the news are the one write that is missing, and no other statement has to be sent.
        """
        now = self.current
        if now is not held and now.revision >= news.revision:
            return now
        if news.revision < now.revision:
            return await self.instead_of(held)
        changes = None if self._lock.locked() else news.since(now.last_write)
        if changes is not None:
            found = now.changed(news.revision, news.last_write, changes)
            if not found.is_worn:
                self.current = found
                return found
        return await self.instead_of(held)

    async def instead_of(self, held: Directory) -> Directory:
        """Give the directory that follows one which did not agree with the graph.

        It is made only if no other has taken the place of ``held`` since: a caller that is late, with a statement that
        began long ago, takes what is there and asks the graph again, and throws nothing newer away.
        """
        async with self._lock:
            if self.current is held:
                self.current = await self._following(held) or await _staying(self._read_whole())
        return self.current

    async def _following(self, held: Directory) -> Directory | None:
        """Give the directory after the writes since; None: the log does not tell them all."""
        if held is EMPTY_DIRECTORY:
            return None
        log = await _read_untorn(self._database, held.last_write.number)
        changes = None if log.revision < held.revision else log.since(held.last_write)
        if changes is None:
            return None
        if len(changes) <= FEW:
            found = held.changed(log.revision, log.last_write, changes)
            return await _staying(asyncio.to_thread(found.merged)) if found.is_worn else found
        return await _staying(asyncio.to_thread(lambda: held.changed(log.revision, log.last_write, changes).merged()))


async def _staying(made: Awaitable[Directory]) -> Directory:
    """Give a directory whose index was just made, for the collector to leave alone."""
    found = await made
    set_apart()
    return found


async def _read_untorn(database: Database, after: int) -> ChangeLog:
    """Read the log; again, while the last commit is visible in part only."""
    log = await read_log(database, after)
    for wait_s in WHOLE_AFTER_S:
        if not log.is_torn:
            break
        await asyncio.sleep(wait_s)
        log = await read_log(database, after)
    return log


async def read_directory(database: Database) -> Directory:
    """Read the whole directory: the revision first, so that what is read is never older than the revision says."""
    log = await read_log(database, NO_RECORDS)
    hands = asyncio.Semaphore(min(AT_ONCE, database.limits.pool_size))
    found = await asyncio.gather(*(_read_type(database, each, hands) for each in MODEL.node_types.values()))
    types = {node_type.name: TypeDirectory(node_type.name, public) for node_type, public, _ in found}
    drafts = {each.entry[0]: each for _, _, own in found for each in own}
    directory = Directory(log.revision, types, log.last_write).changed(log.revision, log.last_write, drafts)
    # What was being committed while the revision was read may not have been seen.
    latest = await _read_untorn(database, log.last_write.number - LATEST)
    return directory.changed(log.revision, log.last_write, latest.latest())


async def _read_type(database: Database, node_type: NodeType, hands: asyncio.Semaphore) -> _TypeEntries:
    names = ["id", *(each.name for each in node_type.searched)]
    names += [each.name for each in node_type.stored if each in (PINYIN, DRAFT_OF)]
    text = (
        f"MATCH (n:{node_type.name}) WITH collect([{', '.join(f'n.{each}' for each in names)}]) AS nodes "
        f"UNWIND range(0, size(nodes) - 1, {IN_A_ROW}) AS first RETURN nodes[first..first + {IN_A_ROW}]"
    )
    async with hands:
        rows = await database.read(Statement(text), timeout_s=READ_TIMEOUT_S)
    entries = [entry_of(node_type, dict(zip(names, each, strict=True))) for (nodes,) in rows for each in nodes]
    drafts = [each for each in entries if isinstance(each, DraftEntry)]
    return _TypeEntries(node_type, [each for each in entries if not isinstance(each, DraftEntry)], drafts)

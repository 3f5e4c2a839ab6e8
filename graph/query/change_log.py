"""What writes changed of what the directory holds: kept in the graph, for every process that follows it.

A write raises the revision and adds one record to the log, in its commit: the ids of the nodes that it made, removed or
named anew, with the texts that are searched. A process that holds the directory of some write reads the records since,
and has the new directory without a look at any node. The log is a ring of slots; a process that is further behind, or
meets a write that does not say what it changed, reads the whole graph.

The last record stands at the revision itself, too. A statement of a page or a search reads it there, next to the
revision, where that is not the one of the directory. So who finds one write more follows it without another statement.

The records form a chain: each names the one before. So a log that goes on from another past, as in a graph that was put
in the place of the first, is known from its own. And the graph knows the last revision that we raised, so that a write
past us, which raised it too, is known from ours.
"""

import secrets
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import orjson

from graph.database_errors import WriteConflictError
from graph.model.core import Search
from graph.query.cypher import node_pattern
from graph.query.directory import LastWrite
from graph.query.revision import HOLD, MATCH_REVISION, REVISION_VALUE, is_reserved
from graph.query.statement import Reader, Statement, Writer
from graph.query.text_index import DirectoryEntry, DraftEntry

# An internal label, as that of the revision; an index finds a slot.
CHANGE_LABEL = "GraphChange"
SLOTS = 8_192
# No write will have a number above this: read after it, the log comes without records.
NO_RECORDS = 2**53
# In characters; more is recorded as unknown. A proposal takes 150.
RECORD_LARGEST = 8_192

# In characters; more does not stand at the revision, where every statement that uses the directory may read it.
LATEST_LARGEST = 1_024

# What a write changed: nodes by id, as the directory holds them; None: the node is gone.
_Entry = DirectoryEntry | DraftEntry | None
Changes = Mapping[str, _Entry]
NOTHING: Changes = {}
_UNKNOWN = "*"

_ADD = Statement(f"""{HOLD}
SET g.value = coalesce(g.value, 0) + 1, g.writes = coalesce(g.writes, 0) + 1
WITH g, g.writes AS number, coalesce(g.tag, '') AS before, coalesce(g.ours, -1) = g.value - 1 AS unbroken
SET g.ours = g.value, g.tag = $tag,
    g.latest = [before, $tag, CASE WHEN unbroken THEN $latest ELSE '{_UNKNOWN}' END]
MERGE {node_pattern(f"c:{CHANGE_LABEL}", id=f"number % {SLOTS}")}
SET c.number = number, c.before = before, c.tag = $tag,
    c.record = CASE WHEN unbroken THEN $record ELSE '{_UNKNOWN}' END
RETURN g.value, coalesce(g.reservedUntil, 0), c.record = '{_UNKNOWN}'""")

_READ = f"""{MATCH_REVISION}
WITH {REVISION_VALUE} AS value, coalesce(g.writes, 0) AS writes, coalesce(g.tag, '') AS tag,
     coalesce(g.ours = g.value, false) AS unbroken
WITH value, writes, tag, unbroken, CASE WHEN $after < writes - {SLOTS} THEN writes - {SLOTS} ELSE $after END AS first
RETURN value, writes, tag, unbroken,
       COLLECT {{ UNWIND range(first + 1, writes) AS n
                  MATCH {node_pattern(f"c:{CHANGE_LABEL}", id=f"n % {SLOTS}")} WHERE c.number = n
                  RETURN [n, c.before, c.tag, c.record] }}"""


# The parameter that holds the revision of the directory that a statement was written with.
HELD = "heldRevision"


def news(held: str) -> str:
    """Write what a statement tells of the revision behind ``MATCH_REVISION``: nothing, where it is ``held``."""
    unbroken = "coalesce(g.ours = g.value, false)"
    shown = f"[{REVISION_VALUE}, coalesce(g.writes, 0), coalesce(g.tag, ''), {unbroken}, g.latest]"
    return f"CASE WHEN {REVISION_VALUE} = {held} THEN NULL ELSE {shown} END"


class _Record(NamedTuple):
    """One write: its number and tag, the tag of the one before, and what it changed."""

    number: int
    before: str
    tag: str
    text: str


class Logged(NamedTuple):
    """What a write did to the log: the new revision, and whether its record says that no one knows what it changed."""

    revision: int
    is_unknown: bool


class News(NamedTuple):
    """What a statement found of a revision that is not the directory's: of the last write alone what it changed.

    ``is_unbroken``: as of ``ChangeLog``. ``latest``: tags of the write before and of this one, and its record.
    """

    revision: int
    last_write: LastWrite
    is_unbroken: bool
    latest: tuple[str, str, str] | None

    @classmethod
    def of(cls, shown: Sequence[Any]) -> "News":
        """Read what ``news`` wrote."""
        value, writes, tag, unbroken, latest = shown
        return cls(value, LastWrite(writes, tag), unbroken, tuple(latest) if latest else None)

    def since(self, held: LastWrite) -> Changes | None:
        """Give what was changed since some write, where that is one write at most. None: it does not say.

        A commit may be visible in part: then one of these does not fit the others.
        """
        if not self.is_unbroken:
            return None
        if held == self.last_write:
            return NOTHING
        before, tag, text = self.latest or ("", "", _UNKNOWN)
        is_next = (before, self.last_write) == (held.tag, LastWrite(held.number + 1, tag))
        return None if text == _UNKNOWN or not is_next else _changes([_Record(held.number + 1, before, tag, text)])


class ChangeLog(NamedTuple):
    """The log as it was read: the revision, the last write, and the records after some write, as far as they are kept.

    ``is_unbroken``: no write past us has raised the revision since.
    """

    after: int
    revision: int
    last_write: LastWrite
    is_unbroken: bool
    records: tuple[_Record, ...]

    @property
    def is_torn(self) -> bool:
        """Whether a commit may be visible in part: without its record, or with one number of the revision alone.

        It will be whole soon. After a write past us the numbers stay apart.
        """
        last = self.records[-1].number if self.records else self.after
        return last < self.last_write.number or not self.is_unbroken

    def since(self, held: LastWrite) -> Changes | None:
        """Give what was changed since some write. None: the log does not say."""
        records = [each for each in self.records if each.number > held.number]
        if not self.is_unbroken or len(records) != self.last_write.number - held.number:
            return None
        before = held.tag
        for each in records:
            if each.before != before or each.text == _UNKNOWN:
                return None
            before = each.tag
        return _changes(records) if before == self.last_write.tag else None

    def latest(self) -> Changes:
        """Give what the last writes changed that say it.

        A directory that was read as a whole may have missed the part of a commit that was not visible yet; with these
        changes made once more it is as the log has it.
        """
        kept: list[_Record] = []
        for each in reversed(self.records):
            if each.text == _UNKNOWN or (kept and each.tag != kept[-1].before):
                break
            kept.append(each)
        return _changes(kept[::-1])


async def add_record(writer: Writer, changes: Changes | None) -> Logged:
    """Raise the revision and log what a write changed, None for what no one can say.

    It is logged as unknown, too, where it is too much for a record, and after a write past us.

    Raises: WriteConflictError while the graph is reserved; the write is to be made again.
    """
    record = _UNKNOWN if changes is None else _record(changes)
    params = {
        "tag": secrets.token_hex(8),
        "record": record if len(record) <= RECORD_LARGEST else _UNKNOWN,
        "latest": record if len(record) <= LATEST_LARGEST else _UNKNOWN,
    }
    ((value, until, is_unknown),) = await writer.run(Statement(_ADD.text, params))
    if is_reserved(until):
        raise WriteConflictError
    return Logged(int(value), bool(is_unknown))


async def read_log(reader: Reader, after: int) -> ChangeLog:
    """Read the revision and the records after a number of writes."""
    ((value, writes, tag, unbroken, records),) = await reader.read(Statement(_READ, {"after": after}))
    return ChangeLog(after, value, LastWrite(writes, tag), unbroken, tuple(sorted(_Record(*each) for each in records)))


def _record(changes: Changes) -> str:
    return orjson.dumps([[node_id, *_recorded(entry)] for node_id, entry in changes.items()]).decode()


def _recorded(entry: _Entry) -> tuple[Any, ...]:
    if isinstance(entry, DraftEntry):
        return (*entry.entry[1:], entry.college)
    return entry[1:] if entry else ()


def _changes(records: Sequence[_Record]) -> dict[str, _Entry]:
    """Give the changes of these writes together; of two on one node the later holds."""
    return {node_id: _entry(node_id, *entry) for each in records for node_id, *entry in orjson.loads(each.text)}


def _entry(node_id: str, texts: Any = None, pinyin: str = "", college: str = "") -> _Entry:
    if texts is None:
        return None
    entry = (node_id, tuple((Search(kind), text) for kind, text in texts), pinyin)
    return DraftEntry(college, entry) if college else entry

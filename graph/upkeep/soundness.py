"""Whether the graph holds what was written: a data file that was cut short leaves rows that are gone.

Every row is read, and every link from both its ends: what an engine has counted before tells nothing of a file. What
editors added stands in no release, so the graph is compared with itself, too: each link with its entry at the node, and
what goes out with what comes in. Of each index a sample is sought.
"""

import asyncio
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.connection.database import Database, ServerError
from graph.database_errors import DataDamagedError
from graph.model import MODEL
from graph.model.course_sides import COVER_LINKS
from graph.query.revision import read_revision, reserved
from graph.query.statement import Row, Statement
from graph.upkeep.releases import CurrentRelease, current_releases

SOUGHT = 100
# One type of a graph much larger than the national one.
READ_TIMEOUT_S = 60.0
# How long others' writes may have to wait, where something seems to be lost: they are tried again for longer than that.
RESERVED_S = 3.0
# In a graph much larger than the national one a look takes longer than that, and writes may go on during it.
LOOKS_AGAIN = 3
# Between two of them those that waited write: a write is tried again after half a second at most.
PAUSE_S = 1.0


@dataclass(frozen=True, slots=True)
class Shortfall:
    """Something of which the graph has less than its releases, or than its own rows, say."""

    name: str
    expected: int
    found: int

    def __str__(self) -> str:
        return f"{self.name} {self.found}/{self.expected}"


def damage_of(found: list[Shortfall]) -> DataDamagedError | None:
    """Make the error of a graph that falls short; None: it is sound."""
    return DataDamagedError([str(each) for each in found]) if found else None


async def shortfalls(database: Database) -> list[Shortfall]:
    """Compare the graph with its releases and with itself; without a release there is nothing to compare.

    Editors add and remove, so the graph may hold more. They may take cover links away; ``cover_links`` compares those.
    Who writes during a look makes a sound graph look damaged. So what is less is looked at again while writes wait.
    """
    before = await read_revision(database)
    found = await _look(database)
    if not found or await read_revision(database) == before:
        return found
    for number in range(LOOKS_AGAIN):
        await asyncio.sleep(PAUSE_S if number else 0)
        found, is_sure = await _look_again(database, found)
        if is_sure:
            break
    return found


async def _look_again(database: Database, found: list[Shortfall]) -> tuple[list[Shortfall], bool]:
    """Look while writes wait: give what still falls short, and whether they waited until the end."""
    async with reserved(database, RESERVED_S):
        before = await read_revision(database)
        again = {each.name: each for each in await _look(database)}
        left = [again[each.name] for each in found if each.name in again]
        return left, not left or await read_revision(database) == before


async def _look(database: Database) -> list[Shortfall]:
    expected = expected_counts(await current_releases(database.read))
    if not expected:
        return []
    reading = _Reading(database)
    return [*await reading.nodes(expected), *await reading.links(expected)]


def expected_counts(releases: list[CurrentRelease]) -> dict[str, int]:
    """Give how many there must be of each type that the model still has."""
    counts: Counter[str] = Counter()
    for line in (line for each in releases for line in each.counts):
        name, _, count = line.rpartition(" ")
        if name in MODEL.node_types or (name in MODEL.relationships and name not in COVER_LINKS):
            counts[name] += int(count)
    return counts


@dataclass(frozen=True, slots=True)
class _Outgoing:
    """The links that go out: entries at nodes and links read, by the type of the node; links read, by their own."""

    entries: Counter[str] = field(default_factory=Counter)
    by_node: Counter[str] = field(default_factory=Counter)
    by_type: Counter[str] = field(default_factory=Counter)


class _Reading:
    """Reads the graph type by type; what the server cannot read counts as missing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def nodes(self, expected: Mapping[str, int]) -> list[Shortfall]:
        found: list[Shortfall] = []
        for name in MODEL.node_types:
            ids = [row[0] for row in await self._rows(Statement(f"MATCH (n:{name}) RETURN n.id")) if row[0]]
            if len(ids) < expected.get(name, 0):
                found.append(Shortfall(name, expected[name], len(ids)))
            found.extend(await self._index(name, ids[:: max(1, len(ids) // SOUGHT)]))
        return found

    async def _index(self, name: str, ids: list[str]) -> list[Shortfall]:
        text = f"UNWIND $ids AS id MATCH (n:{name} {{id: id}}) RETURN n.id"
        rows = await self._rows(Statement(text, {"ids": ids})) if ids else []
        return [Shortfall(f"index of {name}", len(ids), len(rows))] if len(rows) < len(ids) else []

    async def links(self, expected: Mapping[str, int]) -> list[Shortfall]:
        """Compare the links with their entries, with their other ends and with ``expected``."""
        return _lost(expected, await self._outgoing(), await self._incoming())

    async def _outgoing(self) -> _Outgoing:
        found = _Outgoing()
        for name in sorted({each.start for each in MODEL.relationships.values()}):
            # The engine counts this by the entries of the nodes, and reads no link.
            for (count,) in await self._rows(Statement(f"MATCH (n:{name})-->() RETURN count(*)")):
                found.entries[name] = count
            for link, count in await self._links(name, "-[l]->"):
                found.by_node[name] += count
                found.by_type[link] += count
        return found

    async def _incoming(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for name in sorted({each.end for each in MODEL.relationships.values()}):
            for link, count in await self._links(name, "<-[l]-"):
                counts[link] += count
        return counts

    async def _links(self, name: str, arrow: str) -> list[Row]:
        # A value of each link is read: its entry at the node may be there where the link is not.
        return await self._rows(Statement(f"MATCH (n:{name}){arrow}() RETURN type(l), count(coalesce(l.basis, ''))"))

    async def _rows(self, statement: Statement) -> list[Row]:
        try:
            return await self._database.read(statement, timeout_s=READ_TIMEOUT_S)
        except ServerError:
            return []


def _lost(expected: Mapping[str, int], out: _Outgoing, into: Counter[str]) -> list[Shortfall]:
    """Name what is missing of links that were read out and in."""
    of_types = [
        Shortfall(name, max(expected.get(name, 0), out.by_type[name], into[name]), min(out.by_type[name], into[name]))
        for name in MODEL.relationships
    ]
    of_nodes = [Shortfall(f"links of {name}", count, out.by_node[name]) for name, count in out.entries.items()]
    return [each for each in (*of_types, *of_nodes) if each.found < each.expected]

"""Whether the graph holds what its releases say: a data file that was cut short leaves rows that are gone.

Every row is read, and every link from both its ends: what an engine has counted before tells nothing of a file. Of each
index a sample is sought.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from graph.connection.database import Database, ServerError
from graph.database_errors import DataDamagedError
from graph.model import MODEL
from graph.model.course_sides import COVER_LINKS
from graph.query.statement import Row, Statement
from graph.upkeep.releases import CurrentRelease, current_releases

SOUGHT = 100
# One type of a graph much larger than the national one.
READ_TIMEOUT_S = 60.0


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
    """Compare the graph with its releases; without a release there is nothing to compare. Only reads.

    Editors only add, so the graph may hold more. They may take cover links away; ``cover_links`` compares those.
    """
    expected = expected_counts(await current_releases(database.read))
    if not expected:
        return []
    reading = _Reading(database)
    found = [*await reading.nodes(expected), *await reading.links(expected, out=True)]
    return [*found, *(each for each in await reading.links(expected, out=False) if each not in found)]


def expected_counts(releases: list[CurrentRelease]) -> dict[str, int]:
    """Give how many there must be of each type that the model still has."""
    counts: Counter[str] = Counter()
    for line in (line for each in releases for line in each.counts):
        name, _, count = line.rpartition(" ")
        if name in MODEL.node_types or (name in MODEL.relationships and name not in COVER_LINKS):
            counts[name] += int(count)
    return counts


class _Reading:
    """Reads the graph type by type; what the server cannot read counts as missing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def nodes(self, expected: Mapping[str, int]) -> list[Shortfall]:
        found: list[Shortfall] = []
        for name in (each for each in MODEL.node_types if expected.get(each)):
            ids = [row[0] for row in await self._rows(Statement(f"MATCH (n:{name}) RETURN n.id")) if row[0]]
            if len(ids) < expected[name]:
                found.append(Shortfall(name, expected[name], len(ids)))
            found.extend(await self._index(name, ids[:: max(1, len(ids) // SOUGHT)]))
        return found

    async def _index(self, name: str, ids: list[str]) -> list[Shortfall]:
        text = f"UNWIND $ids AS id MATCH (n:{name} {{id: id}}) RETURN n.id"
        rows = await self._rows(Statement(text, {"ids": ids}))
        return [Shortfall(f"index of {name}", len(ids), len(rows))] if len(rows) < len(ids) else []

    async def links(self, expected: Mapping[str, int], *, out: bool) -> list[Shortfall]:
        counts: Counter[str] = Counter()
        arrow = "-[l]->" if out else "<-[l]-"
        for name in MODEL.node_types:
            # A value of each link is read: its entry at the node may be there where the link is not.
            text = f"MATCH (n:{name}){arrow}() RETURN type(l), count(coalesce(l.basis, ''))"
            counts.update({row[0]: row[1] for row in await self._rows(Statement(text))})
        wanted = ((name, count) for name, count in expected.items() if name in MODEL.relationships)
        return [Shortfall(name, count, counts[name]) for name, count in wanted if counts[name] < count]

    async def _rows(self, statement: Statement) -> list[Row]:
        try:
            return await self._database.read(statement, timeout_s=READ_TIMEOUT_S)
        except ServerError:
            return []

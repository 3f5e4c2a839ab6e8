"""Changes of the graph's shape, each made once and in order: versioned, with a checksum, safe to run by two at once.

A change of the model that leaves old data behind (a property renamed, a link turned) comes with a migration, added at
the end of ``MIGRATIONS`` and never changed afterwards. Constraints and indexes need none:
graph/upkeep/constraints.py derives them from the model. What was applied is kept in the graph, in the same transaction
as the change itself.
"""

import datetime as dt
import hashlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from graph.connection.database import Database
from graph.errors import MigrationError
from graph.query.revision import take_turn
from graph.query.statement import Statement, Writer
from graph.upkeep.newest_versions import renew_replaced

# An internal label: not in the model, not in the API.
MIGRATION_LABEL = "GraphMigration"
TIMEOUT_S = 600.0


@dataclass(frozen=True, slots=True)
class Migration:
    """One change of shape: Cypher statements without parameters, then what no Cypher can say; in one transaction.

    ``renew`` writes what follows from the rest of the graph, as this program does; the checksum leaves it out.
    """

    number: int
    name: str
    statements: tuple[str, ...] = ()
    renew: Callable[[Writer], Awaitable[None]] | None = None

    @property
    def checksum(self) -> str:
        """Give the sha256 of what it does."""
        return hashlib.sha256("\0".join((self.name, *self.statements)).encode()).hexdigest()


def _taken_by_covers(*names: str) -> tuple[str, ...]:
    """Write that cover links take these properties from their alignments."""
    taken = ", ".join(f"c.{name} = a.{name}" for name in names)
    return tuple(
        f"MATCH (a:Alignment)-[:ALIGNED_TO]->(:SkillRequirement)<-[c:{cover}]-() WHERE c.alignmentId = a.id "
        f"SET {taken} RETURN count(*)"
        for cover in ("COVERS", "PLAN_COVERS")
    )


MIGRATIONS: tuple[Migration, ...] = (
    Migration(1, "The shape of 2026-11: nothing to change."),
    Migration(
        2, "Cover links carry the days of their alignment.", _taken_by_covers("decidedOn", "validFrom", "validTo")
    ),
    Migration(3, "Cover links carry the day on which their alignment was proposed.", _taken_by_covers("proposedOn")),
    Migration(4, "A release names its layer.", ("MATCH (r:Release) WHERE r.layer IS NULL SET r.layer = 'data'",)),
    # The weakest ground: no one was asked for it before.
    Migration(
        5,
        "Reviews say on what they rest.",
        ("MATCH (r:Review) WHERE r.ground IS NULL SET r.ground = 'COURSE_NAMES' RETURN count(*)",),
    ),
    # It was a text, and all groups were of the first round.
    Migration(
        6,
        "The round of a Double-High group is a number.",
        ("MATCH (n:ProgrammeGroup) WHERE n.round = '第一轮(2019)' SET n.round = 1 RETURN count(*)",),
    ),
    Migration(7, "Levels of standards name the newer version that replaces them.", renew=renew_replaced),
    Migration(
        8,
        "Weeks of a course may have halves.",
        ("MATCH (n:PlanCourse) WHERE n.durationWeeks IS NOT NULL SET n.durationWeeks = toFloat(n.durationWeeks)",),
    ),
)


@dataclass(frozen=True, slots=True)
class Applied:
    """A migration as the graph remembers it."""

    number: int
    name: str
    checksum: str
    on: str


async def applied(database: Database) -> list[Applied]:
    """Give what was applied to the graph, in order. Only reads."""
    return [Applied(*row) for row in await database.read(_APPLIED)]


async def require_known(database: Database) -> None:
    """Refuse a graph of a newer program, before anything in it is changed. Only reads.

    Constraints must not be applied before: to us, those of the newer program are too many, and would be dropped.
    Raises: MigrationError.
    """
    compare(await applied(database))


async def migrate(database: Database, migrations: Sequence[Migration] = MIGRATIONS) -> list[Migration]:
    """Apply what is missing, in one transaction; give what was applied. The second run writes nothing.

    Raises: MigrationError when the graph was changed by a newer program, or a migration was altered afterwards.
    """
    if not compare(await applied(database), migrations):
        return []

    async def work(writer: Writer) -> list[Migration]:
        await take_turn(writer)
        missing = compare([Applied(*row) for row in await writer.run(_APPLIED)], migrations)
        if not missing:
            raise _MadeMeanwhileError
        for each in missing:
            await _apply(writer, each)
        return missing

    try:
        return await database.write(work, timeout_s=TIMEOUT_S)
    except _MadeMeanwhileError:
        return []


class _MadeMeanwhileError(Exception):
    """Another process was first: undo the turn we took, so that the revision stands."""


async def _apply(writer: Writer, migration: Migration) -> None:
    for text in migration.statements:
        await writer.run(Statement(text))
    if migration.renew is not None:
        await migration.renew(writer)
    values = {
        "id": migration.number,
        "name": migration.name,
        "checksum": migration.checksum,
        "on": dt.datetime.now(dt.UTC).date().isoformat(),
    }
    await writer.run(Statement(f"CREATE (m:{MIGRATION_LABEL}) SET m = $values", {"values": values}))


_APPLIED = Statement(f"MATCH (m:{MIGRATION_LABEL}) RETURN m.id, m.name, m.checksum, m.on ORDER BY m.id")


def compare(found: Sequence[Applied], migrations: Sequence[Migration] = MIGRATIONS) -> list[Migration]:
    """Compare what the program knows with what the graph has; give what is missing.

    Raises: MigrationError when the graph has one that we do not know, or know otherwise.
    """
    known = {each.number: each for each in migrations}
    for each in found:
        if each.number not in known:
            raise MigrationError(
                f"The graph was changed by migration {each.number} ({each.name}), which this program does not know. "
                "It was used with a newer oneplusx: use that one.",
                f"图数据库已执行迁移 {each.number}（{each.name}），本程序不认识它。"
                "该图曾由更新版本的 oneplusx 使用，请改用该版本。",
            )
        if known[each.number].checksum != each.checksum:
            raise MigrationError(
                f"Migration {each.number} ({each.name}) was altered after it was applied on {each.on}. "
                "Put it back as it was, and write a new one for the new change.",
                f"迁移 {each.number}（{each.name}）在 {each.on} 执行后被改动。请恢复原样，并为新的变更编写新的迁移。",
            )
    done = {each.number for each in found}
    return [each for each in sorted(migrations, key=lambda each: each.number) if each.number not in done]

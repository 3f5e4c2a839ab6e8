"""Migrations on both engines: once, in order, together with their record, and refused when they do not fit."""

import asyncio

import pytest

from graph.connection.database import Database, ServerError
from graph.errors import MigrationError
from graph.query.revision import read_revision
from graph.query.statement import Statement
from graph.upkeep import constraints, cover_links
from graph.upkeep.migrations import MIGRATIONS, Migration, applied, migrate
from interchange.archive.backup import backup
from interchange.archive.restore import restore
from seeds.load import load
from server.commands.serve import _bring_up_to_date
from server.settings import Settings
from tests.resolvers.editing.small_seeds import write_small_seeds

FIRST = Migration(1, "make two", ("UNWIND [1, 2] AS x CREATE (:JobRole {id: 'JobRole:' + toString(x), old: x})",))
SECOND = Migration(2, "rename old to new", ("MATCH (n:JobRole) SET n.new = n.old", "MATCH (n:JobRole) REMOVE n.old"))


async def values(database: Database) -> list:
    return await database.read(Statement("MATCH (n:JobRole) RETURN n.old, n.new ORDER BY n.id"))


async def test_each_is_made_once_and_in_order(database):
    assert await migrate(database, [FIRST]) == [FIRST]
    assert await migrate(database, [SECOND, FIRST]) == [SECOND]
    revision = await read_revision(database)

    assert await migrate(database, [FIRST, SECOND]) == []

    assert await read_revision(database) == revision
    assert await values(database) == [[None, 1], [None, 2]]
    assert [(each.number, each.checksum) for each in await applied(database)] == [
        (1, FIRST.checksum),
        (2, SECOND.checksum),
    ]


async def test_of_many_at_once_one_makes_them_and_only_that_one_raises_the_revision(database):
    revision = await read_revision(database)
    async with Database.open(database.address) as other:
        found = await asyncio.gather(*(migrate(each, [FIRST, SECOND]) for each in (database, other) * 3))

    assert sorted(len(each) for each in found) == [0, 0, 0, 0, 0, 2]
    assert await read_revision(database) == revision + 2
    assert await values(database) == [[None, 1], [None, 2]]


async def test_one_that_fails_leaves_nothing(database):
    broken = Migration(2, "broken", ("MATCH (n:JobRole) SET n.new = 1", "THIS IS NO CYPHER"))

    with pytest.raises(ServerError):
        await migrate(database, [FIRST, broken])

    assert await values(database) == []
    assert await applied(database) == []


async def test_an_altered_one_is_refused(database):
    await migrate(database, [FIRST])

    with pytest.raises(MigrationError, match="altered after it was applied"):
        await migrate(database, [Migration(1, "make two", ("RETURN 1",)), SECOND])


async def test_a_graph_of_a_newer_program_is_refused(database):
    await migrate(database, [FIRST, SECOND])

    with pytest.raises(MigrationError, match="newer oneplusx") as told:
        await migrate(database, [FIRST])

    assert "更新版本" in told.value.zh


OF_BEFORE = """CREATE (a:Alignment {id: 'Alignment:a', status: 'ACCEPTED', kind: 'MAJOR', role: 'TEACHES', strength: 0.5,
    basis: 'EDITORIAL', proposedOn: '2026-01-01', decidedOn: '2026-01-02', validTo: '2027-01-01'})-[:ALIGNS]->(c:Course {id: 'Course:c'})
CREATE (a)-[:ALIGNED_TO]->(r:SkillRequirement {id: 'SkillRequirement:r'})
CREATE (c)-[:COVERS {alignmentId: 'Alignment:a', kind: 'MAJOR', role: 'TEACHES', strength: 0.5, basis: 'EDITORIAL'}]->(r)"""


async def test_cover_links_of_before_get_the_days_of_their_alignment(database):
    await migrate(database, MIGRATIONS[:1])
    await database.write(lambda writer: writer.run(Statement(OF_BEFORE)))
    assert await cover_links.disagreement(database)

    await migrate(database, MIGRATIONS[:3])

    assert not await cover_links.disagreement(database)
    days = ("proposedOn", "decidedOn", "validFrom", "validTo")
    returned = ", ".join(f"c.{each}" for each in days)
    links = await database.read(Statement(f"MATCH ()-[c:COVERS]->() RETURN {returned}"))
    assert links == [["2026-01-01", "2026-01-02", None, "2027-01-01"]]


async def test_releases_of_before_get_the_layer_that_all_were_of(database):
    await migrate(database, MIGRATIONS[:3])
    create = "CREATE (:Release {id: 'Release:a', name: 'a'}), (:Release {id: 'Release:b', name: 'b', layer: 'college'})"
    await database.write(lambda writer: writer.run(Statement(create)))

    await migrate(database, MIGRATIONS[:4])

    rows = await database.read(Statement("MATCH (r:Release) RETURN r.name, r.layer ORDER BY r.name"))
    assert rows == [["a", "data"], ["b", "college"]]


async def test_weeks_of_before_are_numbers_that_may_have_halves(database):
    await migrate(database, MIGRATIONS[:7])
    create = "CREATE (:PlanCourse {id: 'PlanCourse:a', durationWeeks: 18}), (:PlanCourse {id: 'PlanCourse:b'})"
    await database.write(lambda writer: writer.run(Statement(create)))

    await migrate(database, MIGRATIONS)

    rows = await database.read(Statement("MATCH (c:PlanCourse) RETURN c.durationWeeks ORDER BY c.id"))
    assert [(each, type(each)) for (each,) in rows] == [(18.0, float), (None, type(None))]


NEWER = Migration(99, "of a newer program")


@pytest.mark.parametrize("start", ["load", "restore", "serve"])
async def test_a_graph_of_a_newer_program_is_left_whole(start, database, tmp_path):
    """Its constraints are too many for us, and must not be dropped before the migrations tell whose it is."""
    write_small_seeds(tmp_path / "seeds")
    await database.write(
        lambda writer: writer.run(Statement("CREATE (:Source {id: 'Source:a', code: 'a', title: 'x'})"))
    )
    await backup(database, tmp_path / "a.zip")
    starts = {
        "load": lambda: load(database, tmp_path / "seeds"),
        "restore": lambda: restore(database, tmp_path / "a.zip"),
        "serve": lambda: _bring_up_to_date(Settings(), database.address, lambda *_: None),
    }
    await migrate(database, [*MIGRATIONS, NEWER])
    await database.run_alone(Statement("CREATE INDEX oneplusx_City_newer IF NOT EXISTS FOR (n:City) ON (n.newer)"))
    before = await constraints.drift(database)

    with pytest.raises(MigrationError, match="99"):
        await starts[start]()

    assert before.extra == ("oneplusx_City_newer",)
    assert await constraints.drift(database) == before
    await constraints.apply(database)


def test_numbers_follow_each_other():
    assert [each.number for each in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))

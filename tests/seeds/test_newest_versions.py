"""Which version of a standard counts is kept right by loads, by restores, and once for graphs of earlier releases."""

import pytest

from graph.connection.database import Database
from graph.query.statement import Statement
from graph.upkeep.migrations import migrate
from interchange.archive.backup import backup
from interchange.archive.restore import restore
from seeds.load import load
from tests.conftest import _wipe
from tests.seeds.conftest import SeedFolder

LEVELS = "small/nodes/StandardLevel.csv"
HEAD = "id,standardCode,standardVersion,level,rank,name,requirementCount,basis,sourceIds,sourceNote\n"


def level_row(version: str, level: str = "ELEMENTARY", name: str = "证书") -> str:
    key = f"990003:{version}:{level}"
    return f"StandardLevel:{key},990003,{version},{level},1,{name},0,OFFICIAL,Source:t.S1,"


async def run(database: Database, text: str) -> list[list]:
    return await database.write(lambda writer: writer.run(Statement(text)))


async def replaced(database: Database) -> dict:
    text = "MATCH (l:StandardLevel) RETURN l.standardVersion + ' ' + l.level, l.replacedBy ORDER BY l.id"
    return dict(await database.read(Statement(text)))


@pytest.fixture
def levels(small) -> SeedFolder:
    """Two versions of one standard, of which the newer has no advanced level, and another standard."""
    rows = (level_row("1.0"), level_row("1.0", "ADVANCED"), level_row("2.0"))
    other = level_row("3.0", "INTERMEDIATE").replace("990003", "990004")
    small.write(LEVELS, HEAD + "".join(f"{each}\n" for each in (*rows, other)))
    return small


MARKED = {"1.0 ELEMENTARY": "2.0", "1.0 ADVANCED": None, "2.0 ELEMENTARY": None, "3.0 INTERMEDIATE": None}
UNMARK = "MATCH (l:StandardLevel) SET l.replacedBy = null RETURN count(*)"


async def test_a_load_marks_what_its_own_versions_replace(database, levels):
    await load(database, levels.path)

    assert await replaced(database) == MARKED


async def test_a_load_that_changes_a_level_keeps_its_mark(database, levels):
    await load(database, levels.path)
    levels.replace(LEVELS, level_row("1.0"), level_row("1.0", name="证书（改）"))

    assert (await load(database, levels.path)).changed == 1
    assert await replaced(database) == MARKED


async def test_a_load_that_takes_out_the_newer_version_takes_off_the_mark(database, levels):
    await load(database, levels.path)
    assert await replaced(database) == MARKED
    levels.replace(LEVELS, f"{level_row('2.0')}\n", "")

    await load(database, levels.path, allow_loss="a test")

    assert set((await replaced(database)).values()) == {None}


async def test_a_load_marks_what_a_version_in_the_graph_replaces(database, levels):
    await load(database, levels.path)
    await run(
        database,
        "CREATE (:StandardLevel {id: 'StandardLevel:990003:10.0:ELEMENTARY', standardCode: '990003', level: 'ELEMENTARY', "
        "standardVersion: '10.0', rank: 1, name: '证书', requirementCount: 0, basis: 'OFFICIAL', sourceIds: [], seedHash: 'imported'})",
    )
    levels.append(LEVELS, level_row("1.5"))

    await load(database, levels.path)

    newest = {f"{each} ELEMENTARY": "10.0" for each in ("1.0", "1.5", "2.0")}
    assert await replaced(database) == {**MARKED, **newest, "10.0 ELEMENTARY": None}


async def test_the_levels_of_an_earlier_release_are_marked_once(database, levels):
    await load(database, levels.path)
    await run(database, UNMARK)
    await run(database, "MATCH (m:GraphMigration {id: 7}) DELETE m")

    assert [each.number for each in await migrate(database)] == [7]
    assert await replaced(database) == MARKED
    assert await migrate(database) == []


async def test_the_levels_of_an_earlier_archive_are_marked_when_it_is_restored(database, levels, tmp_path):
    await load(database, levels.path)
    await run(database, UNMARK)
    await run(database, "MATCH (m:GraphMigration {id: 7}) DELETE m")
    await backup(database, tmp_path / "earlier.zip")
    await database.write(_wipe)

    await restore(database, tmp_path / "earlier.zip")

    assert await replaced(database) == MARKED

"""A graph of an earlier release, loaded with the seeds of today, comes out as a new graph does; an editor's work stays."""

import json
from collections.abc import Sequence
from contextlib import ExitStack

import pytest

from graph.connection.database import Database
from graph.engine.embedded.engine import EmbeddedEngine, EngineOptions
from graph.query.change_log import CHANGE_LABEL
from graph.query.revision import REVISION_LABEL
from graph.query.statement import Statement
from graph.upkeep import constraints
from graph.upkeep.migrations import MIGRATION_LABEL, MIGRATIONS, applied
from interchange.archive.backup import backup
from seeds.load import load

pytestmark = pytest.mark.engine("embedded")

GROUPS = """id,collegeName,name,kind,tier,round,basis,sourceIds,sourceNote
ProgrammeGroup:甲学院:软件技术:1,甲学院,软件技术,高水平学校,C档,1,REPORTED,Source:t.S1,
ProgrammeGroup:甲学院:软件技术:2,甲学院,软件技术,高水平学校,,2,REPORTED,Source:t.S1,
"""
LOSSES = "type,start,end,reason\nProgrammeGroup,ProgrammeGroup:甲学院:软件技术,,the round is a part of the key\n"
# As the release before migration 6 kept it: the round as a text, without an index.
OF_BEFORE = (
    "DROP INDEX oneplusx_ProgrammeGroup_round",
    f"MATCH (m:{MIGRATION_LABEL}) WHERE m.id > 5 DELETE m",
    (
        "CREATE (:ProgrammeGroup {id: 'ProgrammeGroup:甲学院:软件技术', collegeName: '甲学院', name: '软件技术', tier: 'C档', "
        "kind: '高水平学校', round: '第一轮(2019)', basis: 'REPORTED', sourceIds: ['Source:t.S1'], seedHash: 'of before'})"
    ),
    "MATCH (m:Major) REMOVE m.isStateControlled SET m.seedHash = 'of before'",
)
BY_AN_EDITOR = (
    (
        "CREATE (:Alignment {id: 'Alignment:of an editor', code: 'x', kind: 'MAJOR', role: 'TEACHES', strength: 0.5, "
        "status: 'SUGGESTED', rationale: '编者'})"
    ),
    "MATCH (a:Alignment) MATCH (m:Major {id: 'Major:2021:510203'}) CREATE (a)-[:ALIGNS {note: '编者'}]->(m)",
)


async def run(database: Database, statements: Sequence[str]) -> None:
    for each in statements:
        await database.run_alone(Statement(each))


async def content(database: Database) -> list[str]:
    """All nodes and links but the records of loads and migrations, as values that can be compared."""
    records = ("Release", MIGRATION_LABEL, REVISION_LABEL, CHANGE_LABEL)
    kept = " AND ".join(f"NOT n:{each}" for each in records)
    nodes = await database.read(Statement(f"MATCH (n) WHERE {kept} RETURN labels(n), properties(n)"))
    links = await database.read(Statement("MATCH (a)-[l]->(b) RETURN type(l), a.id, b.id, properties(l)"))
    return sorted(json.dumps(each, sort_keys=True) for each in [*nodes, *links])


async def test_an_upgraded_graph_equals_a_new_one_but_for_what_an_editor_wrote(small, tmp_path):
    with ExitStack() as stack:
        old, new = (
            stack.enter_context(EmbeddedEngine.open(EngineOptions(tmp_path / each / "graph")))
            for each in ("old", "new")
        )
        async with Database.open(old.address) as upgraded, Database.open(new.address) as fresh:
            await load(upgraded, small.path)
            await run(upgraded, [*OF_BEFORE, *BY_AN_EDITOR])
            small.write("small/nodes/ProgrammeGroup.csv", GROUPS)
            small.write("LOSSES.csv", LOSSES)
            small.replace("small/nodes/Major.csv", "见附件", "见附件二")

            await load(upgraded, small.path)
            await load(fresh, small.path)

            upgraded_content, fresh_content = await content(upgraded), await content(fresh)
            await backup(upgraded, tmp_path / "upgraded.zip")
            assert [each.number for each in await applied(upgraded)] == [each.number for each in MIGRATIONS]
            assert not await constraints.drift(upgraded)
    assert [each for each in fresh_content if each not in upgraded_content] == []
    more = [json.loads(each) for each in upgraded_content if each not in fresh_content]
    assert [each[0] for each in more] == ["ALIGNS", ["Alignment"]]
    assert len(upgraded_content) == len(fresh_content) + len(more)

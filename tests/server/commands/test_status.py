"""What ``oneplusx status`` says: the place first, a sentence for an empty graph, and never a hundred names unasked."""

import asyncio
import subprocess
from dataclasses import replace

from graph.query.statement import Statement
from graph.upkeep import constraints
from graph.upkeep.constraints import Drift
from graph.upkeep.cover_links import Disagreement
from graph.upkeep.migrations import MIGRATIONS, migrate
from graph.upkeep.releases import CurrentRelease
from graph.upkeep.soundness import Shortfall
from server.commands.status import EMPTY_GRAPH, State, lines
from tests.command_line import oneplusx
from tests.conftest import settings_of

ALL = tuple(sorted(each.name for each in constraints.wanted()))
GOOD = State(
    "bolt://here:7687, database neo4j",
    "Neo4j/5.26.30",
    [CurrentRelease("r1", "0", "data")],
    7,
    Drift(),
    {each.number for each in MIGRATIONS},
    Disagreement((), (), ()),
)


def test_an_empty_graph_is_told_in_a_sentence_after_its_place():
    found = replace(GOOD, releases=[], revision=0, drift=Drift(missing=ALL), applied=set())

    assert list(lines(found)) == [
        "address    bolt://here:7687, database neo4j",
        "server     Neo4j/5.26.30",
        EMPTY_GRAPH[0],
    ]
    assert not found.is_good


def test_of_many_names_five_and_the_count_are_shown_and_all_where_asked():
    found = replace(GOOD, drift=Drift(missing=ALL))

    short, full = ("\n".join(lines(found, most)) for most in (5, None))

    assert f"missing    {len(ALL)}: {', '.join(ALL[:5])} and {len(ALL) - 5} more (--all)" in short
    assert ALL[5] not in short
    assert f"missing    {len(ALL)}: {', '.join(ALL)}\n" in full


def test_a_graph_as_it_should_be_is_good():
    assert GOOD.is_good
    assert list(lines(GOOD))[2:] == [
        "release    r1",
        "revision   7",
        "missing    none",
        "extra      none",
        "failed     none",
        f"migrations {len(MIGRATIONS)} applied, pending: none",
        "data       as the releases say",
        "covers     as the alignments say",
    ]


def test_the_state_is_told_in_chinese_too(monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    found = replace(
        GOOD, releases=[], drift=Drift(missing=ALL), applied=set(), covers=Disagreement(("a",), (), ("b", "c"))
    )

    assert list(lines(replace(found, releases=[CurrentRelease("r1", "0", "data")]), 1)) == [
        "地址       bolt://here:7687, database neo4j",
        "服务器     Neo4j/5.26.30",
        "发布       r1",
        "修订号     7",
        f"缺少       {len(ALL)}: {ALL[0]} 等，另有 {len(ALL) - 1} 个（--all 显示全部）",
        "多余       无",
        "失效       无",
        f"迁移       已执行 0，待执行：{', '.join(str(each.number) for each in MIGRATIONS)}",
        "数据       与发布一致",
        "覆盖关系   缺少: a 计数不符: b, c",
    ]


def test_damaged_data_are_named_and_not_good(monkeypatch):
    found = replace(GOOD, shortfalls=[Shortfall("Course", 15_238, 6_447), Shortfall("index of Major", 100, 57)])

    assert not found.is_good
    assert "data       damaged, 2: Course 6447/15238, index of Major 57/100" in list(lines(found))
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "数据       已损坏, 2: Course 6447/15238, index of Major 57/100" in list(lines(found))


DRIFTED = (
    "DROP CONSTRAINT oneplusx_City_id",
    "CREATE INDEX oneplusx_Old_code FOR (n:Old) ON (n.code)",
    "DROP INDEX oneplusx_Major_code",
    "CREATE INDEX oneplusx_Major_code FOR (n:Major) ON (n.other)",
)


async def test_the_command_names_what_a_graph_lacks_has_too_much_and_has_otherwise(database, tmp_path):
    async def status() -> subprocess.CompletedProcess[str]:
        return await asyncio.to_thread(oneplusx, "status", folder=tmp_path, **settings_of(database.address))

    await migrate(database)
    for each in DRIFTED:
        await database.run_alone(Statement(each))
    drifted = await status()
    await constraints.apply(database)
    mended = await status()

    address, *others = drifted.stdout.splitlines()
    assert address == f"address    {database.address.uri}, database {database.address.database}"
    assert {
        "missing    1: oneplusx_City_id",
        "extra      1: oneplusx_Old_code",
        "failed     1: oneplusx_Major_code",
    } <= set(others)
    assert drifted.returncode == 1
    assert {"missing    none", "extra      none", "failed     none"} <= set(mended.stdout.splitlines())
    assert mended.returncode == 0

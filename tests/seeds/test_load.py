"""Loading: what the files hold comes to be in the graph, whole or not at all, once, and nothing goes silently."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.connection.address import GraphAddress
from graph.connection.database import Database, ServerError, Statement, Writer
from graph.connection.transaction_writer import TransactionWriter
from graph.database_errors import WriteConflictError
from graph.errors import ReleaseError
from graph.query.revision import read_revision
from graph.upkeep import bulk
from graph.upkeep.migrations import migrate
from seeds import pinyin
from seeds.checks.check import check
from seeds.checks.problems import SeedsError
from seeds.load import load
from seeds.pinyin import pinyin_of
from seeds.seed_files import READINGS, require_layers

ROOT = Path(__file__).parents[2]
NATIONAL = ROOT / "seeds" / "data"
MAJOR = "small/nodes/Major.csv"
CERTIFICATE = "small/nodes/Certificate.csv"
LISTED = "small/links/LISTED_IN.csv"
REPLACED = "small/links/REPLACED_BY.csv"

NURSING = "Major:2021:520201K,2021,520201K,护理,ASSOCIATE,true,,,,OFFICIAL,Source:t.S1|Source:t.S2,见附件\n"
NURSING_LISTED = "Major:2021:520201K,Catalogue:2021,OFFICIAL,Source:t.S1,\n"


def counts(report):
    return (report.created, report.changed, report.removed, report.unchanged)


async def rows(database: Database, text: str):
    return await database.read(Statement(text))


@contextmanager
def fresh_spellings() -> Iterator[None]:
    """Read the table of readings as it is now, and once more afterwards."""
    for made in (pinyin._phrases, pinyin.spellings):
        made.cache_clear()
    yield
    for made in (pinyin._phrases, pinyin.spellings):
        made.cache_clear()


async def current_sha256(database: Database) -> str:
    ((found,),) = await rows(database, "MATCH (r:Release {isCurrent: true}) RETURN r.sha256")
    return found


async def whole_graph(database: Database):
    """Everything that is in the graph, as values that can be compared."""
    nodes = await rows(database, "MATCH (n) RETURN labels(n), properties(n)")
    links = await rows(database, "MATCH (a)-[l]->(b) RETURN type(l), a.id, b.id, properties(l)")
    return sorted(json.dumps(each, sort_keys=True) for each in [*nodes, *links])


@pytest.fixture
async def database(database):
    """A graph that was started before: its migrations are made, so a load writes the seeds and nothing else."""
    await migrate(database)
    return database


async def test_a_load_puts_every_value_into_the_graph(database, small):
    report = await load(database, small.path)

    assert counts(report) == (13, 0, 0, 0)
    ((nursing,),) = await rows(database, "MATCH (n:Major {code: '520201K'}) RETURN properties(n)")
    assert {key: value for key, value in nursing.items() if key != "seedHash"} == {
        "id": "Major:2021:520201K",
        "edition": "2021",
        "code": "520201K",
        "name": "护理",
        "educationLevel": "ASSOCIATE",
        "isStateControlled": True,
        "basis": "OFFICIAL",
        "sourceIds": ["Source:t.S1", "Source:t.S2"],
        "sourceNote": "见附件",
        "pinyin": "huli hl",
    }
    certificate = await rows(
        database, "MATCH (n:Certificate) RETURN n.aliases, n.levelsSeen, n.batch, n.validFrom, n.validTo, n.pinyin"
    )
    assert certificate == [
        [["前端", "Web开发"], [], 1, "2019-04-04", None, "webqianduankaifa webqdkf qianduan qd webkaifa webkf"]
    ]
    assert await rows(database, "MATCH (n:Statistic) RETURN n.value") == [[2.5]]
    replaced = "MATCH (a)-[l:REPLACED_BY]->(b) RETURN a.id, b.id, l.change, l.basis, l.sourceIds, l.sourceNote"
    assert await rows(database, replaced) == [
        ["Major:2015:610205", "Major:2021:510203", "代码调整", "REPORTED", ["Source:t.S2"], None]
    ]


async def test_a_load_records_its_release(database, small):
    report = await load(database, small.path)

    sha256 = check(small.path).layers[0].sha256
    ((release,),) = await rows(database, "MATCH (r:Release) RETURN properties(r)")
    assert release.pop("loadedAt").endswith("+00:00")
    assert release == {
        "id": f"Release:{sha256[:12]}",
        "name": sha256[:12],
        "sha256": sha256,
        "layer": "data",
        "folder": str(small.path),
        "nodes": 9,
        "links": 4,
        "counts": [
            "Catalogue 2",
            "Certificate 1",
            "LISTED_IN 3",
            "Major 3",
            "REPLACED_BY 1",
            "Source 2",
            "Statistic 1",
        ],
        "isCurrent": True,
    }
    assert report.release == release["name"]


async def test_the_second_load_writes_nothing(database, small):
    await load(database, small.path)
    before, revision = await whole_graph(database), await read_revision(database)

    report = await load(database, small.path)

    assert counts(report) == (0, 0, 0, 13)
    assert await whole_graph(database) == before
    assert await read_revision(database) == revision


async def test_a_load_raises_the_revision_as_one_write(database, small):
    before = await read_revision(database)

    await load(database, small.path)

    assert await read_revision(database) == before + 2


async def test_what_differs_is_changed_and_a_cleared_value_goes(database, small):
    await load(database, small.path)
    small.replace(MAJOR, "见附件", "")
    small.replace(REPLACED, "代码调整", "合并")
    small.append("small/nodes/Source.csv", "Source:t.S3,t.S3,新来源,,")

    report = await load(database, small.path)

    assert counts(report) == (1, 2, 0, 11)
    assert await rows(database, "MATCH (n:Major {code: '520201K'}) RETURN n.sourceNote") == [[None]]
    assert await rows(database, "MATCH ()-[l:REPLACED_BY]->() RETURN l.change") == [["合并"]]
    releases = await rows(database, "MATCH (r:Release) RETURN r.name, r.isCurrent ORDER BY r.loadedAt")
    assert [is_current for _, is_current in releases] == [False, True]


async def test_files_that_differ_without_a_difference_in_facts_make_a_release_only(database, small):
    first = await load(database, small.path)
    small.write(MAJOR, small.text(MAJOR).replace("\n", "\r\n"))

    report = await load(database, small.path)

    assert counts(report) == (0, 0, 0, 13)
    assert report.release != first.release
    assert await rows(database, "MATCH (r:Release) WHERE r.isCurrent RETURN r.name") == [[report.release]]


async def test_a_reading_that_changed_is_a_release_by_which_names_are_found_anew(
    database, small, tmp_path, monkeypatch
):
    await load(database, small.path)
    (release,) = require_layers([small.path])
    readings = tmp_path / "readings.csv"
    readings.write_text(f"{READINGS.read_text(encoding='utf-8')}护理,lu hi\n", encoding="utf-8")
    monkeypatch.setattr("seeds.seed_files.READINGS", readings)
    with fresh_spellings():
        report = await load(database, small.path)
        again = await load(database, small.path)

    (renewed,) = require_layers([small.path])
    assert release.sha256 != renewed.sha256 == await current_sha256(database)
    assert (counts(report), counts(again)) == ((0, 1, 0, 12), (0, 0, 0, 13))
    assert await rows(database, "MATCH (n:Major {code: '520201K'}) RETURN n.pinyin") == [["luhi lh"]]


async def test_an_earlier_content_loaded_again_is_a_release_of_its_own_and_the_earlier_record_stays(database, small):
    first = await load(database, small.path)
    before = await rows(database, "MATCH (r:Release) RETURN r.loadedAt")
    small.replace(MAJOR, "见附件", "见正文")
    await load(database, small.path)
    small.replace(MAJOR, "见正文", "见附件")

    report = await load(database, small.path)

    assert counts(report) == (0, 1, 0, 12)
    assert report.release == f"{first.release}-2"
    releases = await rows(
        database, "MATCH (r:Release) RETURN r.name, r.id, r.isCurrent, r.loadedAt ORDER BY r.loadedAt"
    )
    names = [name for name, *_ in releases]
    assert (names[0], names[2]) == (first.release, f"{first.release}-2")
    assert [each[1:3] for each in releases] == [[f"Release:{name}", name == names[2]] for name in names]
    assert releases[0][3] == before[0][0]


async def test_a_load_that_would_lose_nodes_or_links_is_refused_with_what_is_lost(database, small):
    await load(database, small.path)
    before = await whole_graph(database)
    small.replace(MAJOR, NURSING, "")
    small.replace(LISTED, NURSING_LISTED, "")

    with pytest.raises(ReleaseError) as refused:
        await load(database, small.path)

    assert refused.value.details["losses"] == {"Major": 1, "LISTED_IN": 1}
    assert "Major: 1, such as Major:2021:520201K" in refused.value.en
    assert "LISTED_IN：1 项，如 Major:2021:520201K -> Catalogue:2021" in refused.value.zh
    assert await whole_graph(database) == before


async def test_a_loss_with_a_reason_is_made_and_its_reason_kept(database, small):
    await load(database, small.path)
    small.replace(MAJOR, NURSING, "")
    small.replace(LISTED, NURSING_LISTED, "")

    report = await load(database, small.path, allow_loss="  撤销的专业 ")

    assert counts(report) == (0, 0, 2, 11)
    assert await rows(database, "MATCH (n:Major) RETURN n.id ORDER BY n.id") == [
        ["Major:2015:610205"],
        ["Major:2021:510203"],
    ]
    assert await rows(database, "MATCH (r:Release) WHERE r.isCurrent RETURN r.lossReason") == [["撤销的专业"]]


async def test_a_reason_without_a_loss_is_not_kept(database, small):
    await load(database, small.path, allow_loss="just in case")

    assert await rows(database, "MATCH (r:Release) RETURN r.lossReason") == [[None]]


async def test_blanks_are_no_reason(database, small):
    await load(database, small.path)
    small.replace(LISTED, NURSING_LISTED, "")

    with pytest.raises(ReleaseError):
        await load(database, small.path, allow_loss="  ")


async def test_what_editors_made_stays(database, small):
    await load(database, small.path)
    await database.write(
        statements(
            "CREATE (:Major {id: 'Major:x:1', name: '编者'})",
            "MATCH (a:Major {id: 'Major:x:1'}) MATCH (b:Catalogue {id: 'Catalogue:2021'}) CREATE (a)-[:LISTED_IN]->(b)",
        )
    )

    assert counts(await load(database, small.path)) == (0, 0, 0, 13)
    small.replace(MAJOR, "见附件", "")
    assert counts(await load(database, small.path)) == (0, 1, 0, 12)
    assert await rows(database, "MATCH (a:Major {id: 'Major:x:1'})-[:LISTED_IN]->(b) RETURN a.name, b.id") == [
        ["编者", "Catalogue:2021"]
    ]


async def test_editors_links_at_a_node_that_would_go_count_as_a_loss(database, small):
    await load(database, small.path)
    await database.write(
        statements(
            "MATCH (a:Major {id: 'Major:2015:610205'}) MATCH (b:Major {id: 'Major:2021:520201K'}) "
            "CREATE (a)-[:REPLACED_BY {change: '编者'}]->(b)"
        )
    )
    small.replace(MAJOR, NURSING, "")
    small.replace(LISTED, NURSING_LISTED, "")

    with pytest.raises(ReleaseError) as refused:
        await load(database, small.path)

    assert refused.value.details["losses"] == {"Major": 1, "LISTED_IN": 1, "REPLACED_BY (by editors)": 1}


async def test_seeds_take_over_what_an_editor_had_made(database, small):
    await database.write(statements("CREATE (:Major {id: 'Major:2021:520201K', name: '旧', note: '编者'})"))

    report = await load(database, small.path)

    assert counts(report) == (12, 1, 0, 0)
    found = await rows(database, "MATCH (n:Major {id: 'Major:2021:520201K'}) RETURN n.name, n.note")
    assert found == [["护理", None]]


async def test_a_bad_file_changes_nothing(database, small):
    await load(database, small.path)
    before = await whole_graph(database)
    small.replace(MAJOR, "见附件", "")
    small.replace(CERTIFICATE, "2019-04-04", "gestern")

    with pytest.raises(SeedsError, match="gestern"):
        await load(database, small.path)

    assert await whole_graph(database) == before


async def test_a_late_failing_statement_changes_nothing(database, small, monkeypatch):
    before = await whole_graph(database)
    monkeypatch.setattr(bulk, "BATCH", 1)
    monkeypatch.setattr(bulk, "create_links", lambda each: f"UNWIND $rows AS row CREATE (n:{each.type} nonsense")

    with pytest.raises(ServerError):
        await load(database, small.path)

    assert await whole_graph(database) == before


async def test_an_interruption_half_way_changes_nothing(database, engine_address, small, monkeypatch):
    """Ctrl-C cancels what a command waits for, and the command closes its connections."""
    await load(database, small.path)
    before = await whole_graph(database)
    monkeypatch.setattr(bulk, "BATCH", 1)
    for name in (MAJOR, LISTED):
        small.write(name, small.text(name).replace("Source:t.S1", "Source:t.S2"))
    seen = []

    def interrupt(stage: str, done: int, total: int) -> None:
        seen.append((stage, done, total))
        if stage == "write" and done == total - 1:
            loading.cancel()

    async def load_apart() -> None:
        async with Database.open(engine_address) as own:
            await load(own, small.path, progress=interrupt)

    loading = asyncio.create_task(load_apart())
    with pytest.raises(asyncio.CancelledError):
        await loading

    assert seen[-1] == ("write", 4, 5)
    assert await whole_graph(database) == before


async def test_progress_tells_every_stage(database, small, monkeypatch):
    monkeypatch.setattr(bulk, "BATCH", 5)
    seen = []

    await load(database, small.path, progress=lambda *each: seen.append(each))

    assert seen == [
        *(("check", 0, 1), ("check", 1, 1)),
        *(("prepare", 0, 1), ("prepare", 1, 1)),
        *(("compare", 0, 1), ("compare", 1, 1)),
        *(("write", done, 13) for done in (2, 3, 5, 8, 9, 12, 13)),
    ]


async def test_no_statement_of_a_load_carries_more_than_a_batch(database, small, monkeypatch):
    monkeypatch.setattr(bulk, "BATCH", 2)
    carried, run = [], TransactionWriter.run

    async def watched(writer, statement):
        carried.extend(len(each) for each in statement.params.values() if isinstance(each, list))
        return await run(writer, statement)

    monkeypatch.setattr(TransactionWriter, "run", watched)
    await load(database, small.path)
    for name in (MAJOR, LISTED, REPLACED):
        small.write(name, small.text(name).split("\n")[0] + "\n")
    await load(database, small.path, allow_loss="a test")

    assert max(carried) == 2
    assert await rows(database, "MATCH (m:Major) RETURN count(m)") == [[0]]


async def test_a_load_that_a_rival_upset_half_way_is_made_again(database, small, monkeypatch):
    monkeypatch.setattr(bulk, "BATCH", 1)
    before = await read_revision(database)
    upset = []

    def half_way(stage: str, done: int, total: int) -> None:
        if stage == "write" and done == total // 2 and len(upset) < 2:
            upset.append(done)
            raise WriteConflictError

    report = await load(database, small.path, progress=half_way)

    assert upset == [6, 6]
    assert counts(report) == (13, 0, 0, 0)
    assert await read_revision(database) == before + 2
    assert await rows(database, "MATCH (r:Release) RETURN count(r)") == [[1]]


async def test_two_loads_at_once_make_one_release(database, small):
    before = await read_revision(database)

    reports = await asyncio.gather(*(load(database, small.path) for _ in range(3)))

    assert sorted(counts(each) for each in reports) == [(0, 0, 0, 13), (0, 0, 0, 13), (13, 0, 0, 0)]
    assert await rows(database, "MATCH (n) WHERE n.seedHash IS NOT NULL RETURN count(n)") == [[9]]
    assert await rows(database, "MATCH ()-[l]->() RETURN count(l)") == [[4]]
    assert await rows(database, "MATCH (r:Release) RETURN count(r)") == [[1]]
    assert await read_revision(database) == before + 2


async def test_editors_may_write_while_a_load_runs(database, small, monkeypatch):
    monkeypatch.setattr(bulk, "BATCH", 1)
    before = await read_revision(database)

    async def edit(number: int) -> None:
        await database.write(statements(f"CREATE (:Major {{id: 'Major:x:{number}'}})"))

    await asyncio.gather(load(database, small.path), *(edit(each) for each in range(10)))

    assert await rows(database, "MATCH (n:Major) RETURN count(n)") == [[13]]
    # Every write by one in its commit; after it as far as no concurrent writer was first.
    assert before + 11 < await read_revision(database) <= before + 22


KILLED_LOAD = """
import asyncio, os, signal, sys
from pathlib import Path
from graph.connection.address import GraphAddress
from graph.connection.database import Database
from graph.upkeep import bulk
from seeds.load import load

def die(stage, done, total):
    if stage == "write" and done > total // 2:
        os.kill(os.getpid(), signal.SIGKILL)

async def main():
    async with Database.open(GraphAddress(sys.argv[1], sys.argv[2], os.environ["PASSWORD"], sys.argv[3])) as database:
        await load(database, Path(sys.argv[4]), progress=die)

bulk.BATCH = 1
asyncio.run(main())
"""


async def test_killing_a_load_half_way_leaves_the_release_before_it(database, engine_address: GraphAddress, small):
    await load(database, small.path)
    before = await whole_graph(database)
    for name in (MAJOR, LISTED):
        small.write(name, small.text(name).replace("Source:t.S1", "Source:t.S2"))

    killed = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", KILLED_LOAD, engine_address.uri, engine_address.user, engine_address.database),
        str(small.path),
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PASSWORD": engine_address.password},
    )

    assert await killed.wait() == -signal.SIGKILL
    assert await whole_graph(database) == before
    assert counts(await load(database, small.path)) == (0, 5, 0, 8)


@pytest.mark.skipif(not list(NATIONAL.glob("*/nodes/*.csv")), reason="the national seeds are not there")
async def test_the_national_seeds_load_whole_and_once(database):
    report = await load(database, NATIONAL)

    assert (report.changed, report.removed, report.unchanged) == (0, 0, 0)
    seeded = "MATCH (n) WHERE n.seedHash IS NOT NULL RETURN count(n)"
    assert await rows(database, seeded) == [[check(NATIONAL).nodes]]
    assert await rows(database, "MATCH ()-[l]->() RETURN count(l)") == [[check(NATIONAL).links]]
    assert counts(await load(database, NATIONAL)) == (0, 0, 0, report.created)


def test_pinyin_is_in_full_and_in_initials(small):
    (certificate,) = (each for each in check(small.path).tables if each.file.type_name == "Certificate")
    values = {
        **certificate.rows[0],
        "name": "１＋Ｘ 绿色Java（初级）",
        "aliases": ["软件技术", "Java"],
        "standardCode": "5",
    }

    assert pinyin_of(certificate.file.of, values) == (
        "1xlvsejavachuji 1xlusejavachuji 1xlyusejavachuji 1xluesejavachuji 1xlsjavacj ruanjianjishu rjjs"
    )


def statements(*texts: str):
    async def work(writer: Writer) -> None:
        for text in texts:
            await writer.run(Statement(text))

    return work

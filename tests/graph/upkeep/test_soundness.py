"""A graph that lost rows, links or entries of an index is recognised; what editors add or take away is no damage."""

import asyncio
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from graph.connection.database import Database
from graph.engine.embedded.engine import EmbeddedEngine, EngineOptions
from graph.errors import SchemaDriftError
from graph.query.statement import Statement
from graph.upkeep import constraints
from graph.upkeep.releases import CurrentRelease
from graph.upkeep.shape import bring_to_shape
from graph.upkeep.soundness import LOOKS_AGAIN, damage_of, expected_counts, shortfalls
from seeds.load import load
from tests.conftest import ENGINES
from tests.seeds.conftest import FILES, SeedFolder

# Of a file of the embedded engine.
PAGE = 65_536

pytestmark = pytest.mark.engine("embedded")


@pytest.fixture
def small(tmp_path: Path) -> SeedFolder:
    folder = SeedFolder(tmp_path / "data")
    for name, text in FILES.items():
        folder.write(name, text)
    return folder


async def change(database: Database, *texts: str) -> None:
    async def work(writer) -> None:
        for text in texts:
            await writer.run(Statement(text))

    await database.write(work)


async def test_a_graph_that_was_loaded_is_sound_and_one_that_was_not_has_nothing_to_compare(database, small):
    assert await shortfalls(database) == []

    await load(database, small.path)

    assert await shortfalls(database) == []
    assert damage_of([]) is None


async def test_what_editors_add_hides_nothing_and_is_no_damage(database, small):
    await load(database, small.path)
    await change(database, "CREATE (:Alignment {id: 'Alignment:1'})")

    assert await shortfalls(database) == []


LOSSES = [
    ("MATCH (n:Major {id: 'Major:2015:610205'}) DETACH DELETE n", ["Major 2/3", "LISTED_IN 2/3", "REPLACED_BY 0/1"]),
    ("MATCH (:Major {id: 'Major:2021:510203'})-[l:LISTED_IN]->() DELETE l", ["LISTED_IN 2/3"]),
    ("MATCH (n:Statistic) DETACH DELETE n", ["Statistic 0/1"]),
]


@pytest.mark.parametrize(("loss", "named"), LOSSES)
async def test_what_is_gone_is_named_with_how_many_there_are(loss, named, database, small):
    await load(database, small.path)
    await change(database, loss)

    found = await shortfalls(database)

    assert sorted(map(str, found)) == sorted(named)
    error = damage_of(found)
    assert (error.code, error.retryable) == ("DATA_DAMAGED", False)
    assert all(each in error.en and each in error.zh for each in named)


def test_of_several_releases_the_counts_are_added_and_cover_links_and_unknown_types_left_out():
    releases = [
        CurrentRelease("a", "a", "data", None, ("Major 3", "COVERS 5", "HAS_COURSE 2")),
        CurrentRelease("b", "b", "college", None, ("Major 1", "Nothing 4")),
    ]

    assert expected_counts(releases) == {"Major": 4, "HAS_COURSE": 2}


# Of each more than one page of a file holds. None of them stands in a release.
BY_EDITORS = """UNWIND range(1, 2000) AS n
MATCH (c:Catalogue {id: 'Catalogue:2021'})
CREATE (a:Alignment {id: 'Alignment:' + n, rationale: '依据教学标准与技能等级标准逐条比对后提出的对接，由教师核对'})
CREATE (a)-[:ALIGNS {basis: 'DERIVED'}]->(c)
CREATE (m:Change {id: 'Change:' + n})-[:CHANGED_ALIGNMENT]->(a)"""
TAKEN_BACK = (
    "MATCH (:Alignment {id: 'Alignment:7'})-[l:ALIGNS]->() DELETE l",
    "MATCH (a:Alignment {id: 'Alignment:8'}) DETACH DELETE a",
)


async def test_what_editors_add_and_take_back_is_no_damage(database, small):
    await load(database, small.path)
    await change(database, BY_EDITORS)
    await change(database, *TAKEN_BACK)

    assert await shortfalls(database) == []


class WritingBetween:
    """A database in which others write before statements of a look, until a look has their writes wait."""

    def __init__(self, database: Database, writes: Mapping[str, str], *, again: bool = False) -> None:
        self._database = database
        # By the part of a statement before which it is made, once or each time.
        self._writes, self._again = dict(writes), again
        self.made = 0

    async def read(self, statement: Statement, **options):
        for part in [each for each in self._writes if each in statement.text]:
            await change(self._database, self._writes[part] if self._again else self._writes.pop(part))
            self.made += 1
        return await self._database.read(statement, **options)

    async def run_alone(self, statement: Statement, **options):
        self._writes.clear()
        return await self._database.run_alone(statement, **options)


ADDED = "MATCH (c:Catalogue {id: 'Catalogue:2021'}) CREATE (:Alignment {id: randomUUID()})-[:ALIGNS]->(c)"
REMOVED = "MATCH (a:Alignment)-[l:ALIGNS]->() WITH l LIMIT 1 DELETE l"


async def test_what_is_added_during_a_look_is_no_damage(database, small):
    await load(database, small.path)
    writing = WritingBetween(database, {"MATCH": ADDED}, again=True)

    assert await shortfalls(writing) == []
    assert writing.made > 100


# The links that go out are read before those that come in.
EXCHANGES = {
    "one less, then one more": {"MATCH (n:Alignment)-[l]->": REMOVED, "MATCH (n:Catalogue)<-[l]-": ADDED},
    "one more, then one less": {"MATCH (n:Alignment)-[l]->": ADDED, "MATCH (n:Catalogue)<-[l]-": REMOVED},
    "between the entries and the links": {"MATCH (n:Alignment)-[l]->": REMOVED, "MATCH (n:CertificateLevel)-->": ADDED},
    "between the links and their other ends": {
        "MATCH (n:Alignment)<-[l]-": REMOVED,
        "MATCH (n:Certificate)<-[l]-": ADDED,
    },
}


@pytest.mark.parametrize("exchange", EXCHANGES.values(), ids=EXCHANGES)
async def test_what_is_added_and_removed_during_a_look_is_no_damage(exchange, database, small):
    await load(database, small.path)
    await change(database, BY_EDITORS)
    writing = WritingBetween(database, exchange)

    assert await shortfalls(writing) == []
    assert writing.made


async def test_a_look_that_outlasts_the_wait_of_writes_is_made_again(database, small, monkeypatch):
    monkeypatch.setattr("graph.upkeep.soundness.PAUSE_S", 0)
    # It has passed when a write comes.
    monkeypatch.setattr("graph.upkeep.soundness.RESERVED_S", 0.001)
    await load(database, small.path)
    await change(database, BY_EDITORS)
    exchange = EXCHANGES["one less, then one more"]

    class Lasting(WritingBetween):
        """Its writes wait for no look but the last."""

        looks = 1

        async def run_alone(self, statement: Statement, **options):
            if "reservations, []) WHERE $now" in statement.text:
                self.looks += 1
                self._writes = dict(exchange) if self.looks <= LOOKS_AGAIN else {}
            return await self._database.run_alone(statement, **options)

    writing = Lasting(database, exchange)

    assert await shortfalls(writing) == []
    assert (writing.looks, writing.made) == (1 + LOOKS_AGAIN, LOOKS_AGAIN * len(exchange))


async def test_what_is_lost_is_found_though_others_write(database, small):
    await load(database, small.path)
    await change(database, LOSSES[1][0])
    writing = WritingBetween(database, {"MATCH": ADDED}, again=True)

    assert list(map(str, await shortfalls(writing))) == LOSSES[1][1]


async def test_others_wait_only_where_something_seems_lost(database, small):
    await load(database, small.path)
    waits = []

    class Watching(WritingBetween):
        async def run_alone(self, statement: Statement, **options):
            waits.append(statement)
            return await super().run_alone(statement, **options)

    assert await shortfalls(Watching(database, {"MATCH (n:Release)": ADDED})) == []
    assert waits == []


DAMAGE = {
    "Major_0.*.bucket": {"Major", "LISTED_IN", "REPLACED_BY"},
    "LISTED_IN_0.*.bucket": {"LISTED_IN"},
    "Major_0_out_edges.*.bucket": {"LISTED_IN", "REPLACED_BY"},
    "Catalogue_0_in_edges.*.bucket": {"LISTED_IN"},
}


@pytest.mark.skipif("embedded" not in ENGINES, reason="files of the embedded engine")
@pytest.mark.parametrize("files", list(DAMAGE))
async def test_a_file_that_is_cut_short_is_found(files, small, tmp_path):
    folder = tmp_path / "graph"
    with EmbeddedEngine.open(EngineOptions(folder)) as engine:
        async with Database.open(engine.address) as database:
            await load(database, small.path)
    for each in (folder / "databases" / "neo4j").glob(files):
        os.truncate(each, 0)

    with EmbeddedEngine.open(EngineOptions(folder)) as engine:
        async with Database.open(engine.address) as database:
            found = await shortfalls(database)

    assert {each.name for each in found} & DAMAGE[files]


@pytest.mark.skipif("embedded" not in ENGINES, reason="files of the embedded engine")
async def test_an_index_that_is_cut_short_is_found_and_made_anew(tmp_path, small):
    folder = tmp_path / "graph"
    # Keys so long that the index has several pages.
    many = "".join(f"Source:{n:0>120},{n:0>120},来源{n},,\n" for n in range(5_000))
    small.write("many/nodes/Source.csv", "id,code,title,location,note\n" + many)
    with EmbeddedEngine.open(EngineOptions(folder)) as engine:
        async with Database.open(engine.address) as database:
            await load(database, small.path)
    (index,) = (folder / "databases" / "neo4j").glob("Source_0_*.umtidx")
    os.truncate(index, index.stat().st_size // 2)

    with EmbeddedEngine.open(EngineOptions(folder)) as engine:
        async with Database.open(engine.address) as database:
            (found,) = await shortfalls(database)
            await constraints.rebuild(database)
            after = await shortfalls(database)

    assert (found.name, found.found < found.expected, after) == ("index of Source", True, [])


# Which file loses its last page, and what is named; of each type only editors' rows or links are in the graph.
EDITORS_LOSSES = {
    "Alignment_0.*.bucket": "ALIGNS",
    "Alignment_0_out_edges.*.bucket": "ALIGNS",
    "Change_0.*.bucket": "CHANGED_ALIGNMENT",
    "ALIGNS_0.*.bucket": "links of Alignment",
    "CHANGED_ALIGNMENT_0.*.bucket": "links of Change",
}


@pytest.fixture(scope="module")
def edited_folder(tmp_path_factory) -> Path:
    """The folder of a graph that holds a release and, of other types, editors' work; no engine runs."""
    home = tmp_path_factory.mktemp("edited")
    seeds = SeedFolder(home / "data")
    for name, text in FILES.items():
        seeds.write(name, text)

    async def fill(address) -> None:
        async with Database.open(address) as database:
            await load(database, seeds.path)
            await change(database, BY_EDITORS)
            await change(database, *TAKEN_BACK)
            assert await shortfalls(database) == []

    with EmbeddedEngine.open(EngineOptions(home / "graph")) as engine:
        asyncio.run(fill(engine.address))
    return home / "graph"


@pytest.mark.skipif("embedded" not in ENGINES, reason="files of the embedded engine")
@pytest.mark.parametrize("files", list(EDITORS_LOSSES))
async def test_of_what_editors_added_a_file_that_is_cut_short_is_found(files, edited_folder, tmp_path):
    folder = tmp_path / "graph"
    shutil.copytree(edited_folder, folder)
    (bucket,) = (folder / "databases" / "neo4j").glob(files)
    os.truncate(bucket, bucket.stat().st_size - PAGE)

    with EmbeddedEngine.open(EngineOptions(folder)) as engine:
        async with Database.open(engine.address) as database:
            found = await shortfalls(database)

    lost = {each.name: each for each in found}[EDITORS_LOSSES[files]]
    assert 0 <= lost.found < lost.expected


@pytest.mark.skipif("embedded" not in ENGINES, reason="files of the embedded engine")
async def test_an_index_of_which_nothing_is_left_ends_a_start_which_names_what_mends_it(edited_folder, tmp_path):
    folder = tmp_path / "graph"
    shutil.copytree(edited_folder, folder)
    for index in (folder / "databases" / "neo4j").glob("Major_0_*.umtidx"):
        os.truncate(index, 0)

    with EmbeddedEngine.open(EngineOptions(folder)) as engine:
        async with Database.open(engine.address) as database:
            with pytest.raises(SchemaDriftError, match=r"oneplusx_Major_id.*`oneplusx reindex`") as told:
                await bring_to_shape(database)
            await constraints.rebuild(database)
            after = (await constraints.drift(database), await shortfalls(database))

    assert "`oneplusx reindex`" in told.value.zh
    assert after == (constraints.Drift(), [])

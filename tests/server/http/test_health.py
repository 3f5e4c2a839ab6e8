"""What balancers and supervisors are answered: ready, or a code and what to do, in their language."""

import contextlib
import dataclasses
import logging
import os

import httpx
import pytest

from graph.connection.database import Database
from graph.database_errors import DataDamagedError, DiskFullError
from graph.engine.embedded.engine import EmbeddedEngine, EngineOptions
from graph.query.statement import Statement
from seeds.load import load
from server import data_watch
from server.app import create_app
from server.graph_source import Graph
from server.settings import Settings
from tests.conftest import ENGINES
from tests.resolvers.editing.small_seeds import write_small_seeds

# More than one page of a file holds.
BY_EDITORS = """MATCH (c:Course) WITH c LIMIT 1 UNWIND range(1, 2000) AS n
CREATE (:Alignment {id: 'Alignment:editors:' + n, rationale: '依据教学标准逐条比对后提出的对接'})-[:ALIGNS]->(c)"""
CHANGE = (
    'mutation { withdrawAlignment(input: {alignment: "Alignment:1", version: 1, reason: "x"}) { userErrors { code } } }'
)


@contextlib.asynccontextmanager
async def client_of(address):
    app = create_app(Settings(ide=False), Graph(address))
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://here", timeout=60) as client,
    ):
        yield client


async def ready(client: httpx.AsyncClient, language: str = "en") -> tuple[int, str | None, str]:
    answer = await client.get("/readyz", headers={"accept-language": language})
    shown = answer.json()
    return answer.status_code, shown.get("code"), shown.get("message", "")


@pytest.fixture
async def loaded(database, tmp_path):
    write_small_seeds(tmp_path / "seeds")
    await load(database, tmp_path / "seeds")
    return database


async def test_without_a_release_it_is_alive_and_healthy_and_not_ready(database):
    async with client_of(database.address) as client:
        found = [await client.get(path) for path in ("/livez", "/healthz")]

        assert [each.status_code for each in found] == [200, 200]
        assert await ready(client) == (503, "NO_RELEASE", "No seeds are loaded: run `oneplusx load`.")
        assert await ready(client, "zh") == (503, "NO_RELEASE", "尚未载入种子数据：请运行 `oneplusx load`。")


async def test_with_a_whole_release_it_is_ready_after_the_first_look(loaded, monkeypatch):
    # An engine that plans its first statement while other tests run takes longer than a user is kept waiting.
    monkeypatch.setattr(data_watch, "WAIT_S", 120.0)
    async with client_of(loaded.address) as client:
        # An operation waits for the first look.
        await client.post("/graphql", json={"query": "{ majors(first: 1) { totalCount } }"})

        answer = await client.get("/readyz")

    assert (answer.status_code, answer.json()["status"]) == (200, "ok")
    assert len(answer.json()["release"]) == 12


async def test_a_full_disk_is_not_ready_and_a_change_is_refused_by_its_code_without_a_traceback(loaded, caplog):
    trouble: list[DiskFullError | None] = [DiskFullError()]
    address = dataclasses.replace(loaded.address, trouble=lambda: trouble[0])
    async with client_of(address) as client:
        with caplog.at_level(logging.ERROR, "oneplusx"):
            assert (await ready(client))[:2] == (503, "DISK_FULL")
            assert (await client.get("/healthz")).json()["code"] == "DISK_FULL"
            assert (await ready(client, "zh"))[2].startswith("图数据库所在磁盘已满")
        trouble[0] = None
        await client.post("/graphql", json={"query": "{ majors(first: 1) { totalCount } }"})
        assert (await ready(client))[0] == 200

    assert caplog.text == ""


async def test_damaged_data_are_not_served(loaded, caplog):
    lose = Statement("MATCH (n:Course) WITH n LIMIT 1 DETACH DELETE n")
    await loaded.write(lambda writer: writer.run(lose))
    async with client_of(loaded.address) as client:
        asked = await client.post("/graphql", json={"query": "{ courses(first: 1) { totalCount } }"})
        table = await client.get("/tables/coverage.csv?dimensions=MAJOR_CLASS")
        status, code, message = await ready(client)

    assert (asked.status_code, asked.json()["errors"][0]["extensions"]["code"]) == (503, "DATA_DAMAGED")
    assert table.status_code == 503
    assert (status, code) == (503, "DATA_DAMAGED")
    assert "Course" in message
    assert "oneplusx reindex" in message
    assert DataDamagedError.code in caplog.text or "The data of the graph are damaged" in caplog.text


@pytest.mark.engine("embedded")
@pytest.mark.skipif("embedded" not in ENGINES, reason="files of the embedded engine")
async def test_a_graph_with_editors_work_is_ready_and_is_not_when_a_file_of_it_was_cut_short(tmp_path, monkeypatch):
    monkeypatch.setattr(data_watch, "WAIT_S", 120.0)
    write_small_seeds(tmp_path / "seeds")
    options = EngineOptions(tmp_path / "graph")
    with EmbeddedEngine.open(options) as engine:
        async with Database.open(engine.address) as database:
            await load(database, tmp_path / "seeds")
            await database.write(lambda writer: writer.run(Statement(BY_EDITORS)))
        sound = await ready_after_a_look(engine.address)
    (bucket,) = (tmp_path / "graph" / "databases" / "neo4j").glob("Alignment_0.*.bucket")
    os.truncate(bucket, bucket.stat().st_size // 2)

    with EmbeddedEngine.open(options) as engine:
        status, code, message = await ready_after_a_look(engine.address)

    assert sound[0] == 200
    assert (status, code) == (503, "DATA_DAMAGED")
    assert "ALIGNS " in message
    assert "`oneplusx restore` into a new data folder" in message


async def ready_after_a_look(address) -> tuple[int, str | None, str]:
    async with client_of(address) as client:
        # An operation waits for the first look.
        await client.post("/graphql", json={"query": "{ majors(first: 1) { totalCount } }"})
        return await ready(client)

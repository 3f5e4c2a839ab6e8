"""A statement that its client gave up is stopped on the server too, as the product starts it."""

import asyncio
import contextlib
import os
import signal
import time

import pytest

from graph.connection.database import Database, Statement
from graph.database_errors import StatementTimeoutError
from graph.engine.bolt_probe import answers
from graph.engine.embedded.child import wait_until
from graph.engine.neo4j.instance import Neo4jOptions
from graph.engine.neo4j.process import Neo4jServer
from server import graph_source
from server.graph_source import limits_of, open_graph
from server.settings import Settings
from tests.conftest import ENGINES, ROOT
from tests.graph.engine.idle import becomes_idle

LONG = Statement("UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a = -b RETURN count(*)")
LIMIT_S = 1.0
# The driver gives up two seconds after the limit; what was not stopped with it ran on for minutes.
RESTS_WITHIN_S = 8.0


@contextlib.contextmanager
def neo4j_server(folder):
    options = Neo4jOptions(root=ROOT / "var" / "neo4j", data=folder / "neo4j", statement_timeout_s=60)
    with Neo4jServer.start(options) as server:
        address = server.address
        yield (
            Settings(neo4j_uri=address.uri, neo4j_password=address.password, statement_timeout_s=LIMIT_S),
            lambda: server.pid,
        )


@contextlib.contextmanager
def embedded(folder):
    yield Settings(neo4j_uri=None, data_dir=folder, statement_timeout_s=LIMIT_S), None


async def give_up(graph, settings) -> float:
    async with Database.open(graph.address, limits_of(settings)) as database:
        began = time.monotonic()
        with pytest.raises(StatementTimeoutError):
            await database.read(LONG)
        return time.monotonic() - began


@pytest.mark.parametrize("engine", ENGINES)
def test_the_server_rests_soon_after_the_client_gave_up(engine, tmp_path, monkeypatch):
    monkeypatch.setattr(graph_source, "SERVING_LEAST_S", LIMIT_S)
    starter = {"embedded": embedded, "neo4j": neo4j_server}[engine]
    with starter(tmp_path) as (settings, pid), open_graph(settings) as graph:
        graph.begin_serving(settings)

        seconds = asyncio.run(give_up(graph, settings))

        assert seconds < LIMIT_S + 5
        assert becomes_idle(pid() if pid else graph.engine.pid, within_s=RESTS_WITHIN_S)


@pytest.mark.engine("embedded")
def test_bringing_up_has_more_time_also_after_serving_and_a_crash_keeps_the_limit(tmp_path, monkeypatch):
    """The limit is kept with the data: a load after a server must not have the server's."""
    monkeypatch.setattr(graph_source, "SERVING_LEAST_S", LIMIT_S)
    settings = Settings(neo4j_uri=None, data_dir=tmp_path, statement_timeout_s=LIMIT_S)
    longer = Settings(neo4j_uri=None, data_dir=tmp_path, statement_timeout_s=20)
    with open_graph(settings) as graph:
        graph.begin_serving(settings)
        before = graph.engine.pid
        os.kill(before, signal.SIGKILL)
        assert wait_until(lambda: graph.engine.pid != before and answers(graph.address), within_s=60)
        assert asyncio.run(give_up(graph, longer)) < 5
    monkeypatch.setattr(graph_source, "BRINGING_UP_LIMIT_S", 8.0)

    with open_graph(settings) as graph:
        assert asyncio.run(give_up(graph, longer)) > 7

"""A real Neo4j put together here: kept data, clean stops, both versions."""

import os
from pathlib import Path

import neo4j
import pytest

from graph.engine.neo4j_server import Neo4jOptions, Neo4jServer
from graph.errors import EngineError

ROOT = Path(__file__).resolve().parents[2]


def start(options: Neo4jOptions) -> Neo4jServer:
    try:
        return Neo4jServer.start(options)
    except EngineError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(error))


def ask(server: Neo4jServer, text: str):
    address = server.address
    with neo4j.GraphDatabase.driver(address.uri, auth=(address.user, address.password)) as driver:
        return driver.execute_query(text, database_=address.database).records[0][0]


def test_a_killed_server_keeps_what_it_acknowledged_and_its_store_is_whole(tmp_path):
    with start(Neo4jOptions(root=ROOT / "var" / "neo4j", data=tmp_path)) as server:
        for number in range(20):
            ask(server, f"CREATE (n:Kept {{id: {number}}}) RETURN n.id")
        server.kill()
        server.restart()
        kept = ask(server, "MATCH (n:Kept) RETURN count(n)")
        server.stop()
        report = server.check()

    assert kept == 20
    assert "inconsisten" not in report.lower().replace("no inconsisten", "")

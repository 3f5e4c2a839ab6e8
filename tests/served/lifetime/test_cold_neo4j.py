"""The README's gap question as the first request to a Neo4j that has just started, asked before the process is ready."""

import re
from pathlib import Path

import httpx
import pytest

from graph.engine.neo4j.instance import Neo4jOptions
from graph.engine.neo4j.process import Neo4jServer
from tests.conftest import ROOT, settings_of, with_national_seeds
from tests.served.conftest import start_server, stop_server

README = (ROOT / "README.md").read_text(encoding="utf-8")
GAPS = re.findall(r"```graphql\n(.*?)```", README, re.DOTALL)[1]


@pytest.mark.engine("neo4j")
def test_the_first_answer_comes(tmp_path: Path):
    data = tmp_path / "data"
    with with_national_seeds("neo4j", data):
        pass  # stopped again: nothing is planned, and no page of the data is in memory
    with Neo4jServer.start(Neo4jOptions(root=ROOT / "var" / "neo4j", data=data)) as neo4j:
        served = start_server(tmp_path, is_up="/livez", **settings_of(neo4j.address))
        try:
            answer = httpx.post(f"{served.url}/graphql", json={"query": GAPS}, timeout=60).json()
        finally:
            stop_server(served)

    assert "errors" not in answer
    assert answer["data"]["coverage"]["requirements"] == 139

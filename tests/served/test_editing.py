"""An editor at work, from the command line to HTTP, on each engine: on a server of its own, since it writes."""

import os
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.conftest import is_embedded, settings_of
from tests.resolvers.editing.small_seeds import write_small_seeds
from tests.served.conftest import start_server, stop_server

PROPOSE = """mutation ($input: ProposeAlignmentInput!) { proposeAlignment(input: $input) {
  alignment { id status author course { name } requirement { text } } bookmark userErrors { code message } } }"""
FIRST = "{ courses(first: 1) { nodes { id } } skillRequirements(first: 1) { nodes { id } } }"


@pytest.fixture
def settings(database, engine_address, tmp_path):
    """Small seeds for an empty graph: the engine in the server's folder, as the commands find it, or the Neo4j."""
    write_small_seeds(tmp_path / "seeds")
    graph = {} if is_embedded(engine_address) else settings_of(engine_address)
    return {**graph, "ONEPLUSX_SEEDS_DIR": str(tmp_path / "seeds")}


@pytest.fixture
def server(settings, tmp_path):
    one = start_server(tmp_path, **settings)
    yield one
    stop_server(one)


@pytest.fixture
def oneplusx(server, settings):
    """Run a command next to the server."""
    program = Path(sys.executable).with_name("oneplusx")
    environment = {**os.environ, "ONEPLUSX_DATA_DIR": str(server.folder / "var"), **settings}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [program, *arguments], cwd=server.folder, env=environment, capture_output=True, text=True, check=False
        )

    return run


def test_an_editor_is_added_proposes_reads_the_own_change_and_is_revoked(server, oneplusx):
    added = oneplusx("editors", "add", "王老师", "--role", "designer")
    token = added.stdout.split()[-1]
    assert added.returncode == 0
    found = server.ask(FIRST)["data"]
    given = {
        "subject": found["courses"]["nodes"][0]["id"],
        "target": found["skillRequirements"]["nodes"][0]["id"],
        "kind": "MINOR",
        "role": "PRACTISES",
        "strength": 0.2,
        "rationale": "课程讲授其中一部分",
    }

    refused = server.ask(PROPOSE, {"input": given}, **{"accept-language": "zh"})
    assert refused["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    assert "令牌" in refused["errors"][0]["message"]
    by_get = httpx.get(f"{server.url}/graphql", params={"query": "mutation { __typename }"}, timeout=30)
    assert by_get.status_code == 405

    bearer = {"authorization": f"Bearer {token}"}
    made = server.ask(PROPOSE, {"input": given}, **bearer)["data"]["proposeAlignment"]
    assert (made["userErrors"], made["alignment"]["author"]) == ([], "王老师")
    body = {
        "query": f'{{ node(id: "{made["alignment"]["id"]}") {{ id }} }}',
        "extensions": {"bookmark": made["bookmark"]},
    }
    read = httpx.post(f"{server.url}/graphql", json=body, timeout=30).json()
    assert read["data"]["node"]["id"] == made["alignment"]["id"]
    with_token = httpx.post(f"{server.url}/graphql", json=body, headers=bearer, timeout=30)
    assert with_token.json() == read
    wrong = httpx.post(f"{server.url}/graphql", json={**body, "extensions": {"bookmark": "x"}}, timeout=30)
    assert wrong.status_code == 400

    assert "王老师  designer" in oneplusx("editors", "list").stdout
    assert oneplusx("editors", "revoke", "王老师").returncode == 0
    again = server.ask(PROPOSE, {"input": {**given, "role": "ASSESSES"}}, **bearer)
    assert again["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    assert again["errors"][0]["message"].startswith("No editor has this bearer token")
    twice, unknown = oneplusx("editors", "revoke", "王老师"), oneplusx("editors", "revoke", "李老师")
    assert (twice.returncode, unknown.returncode) == (1, 1)
    assert "王老师 was revoked already, on 20" in twice.stderr
    assert "There is no editor 李老师." in unknown.stderr
    assert "as the alignments say" in oneplusx("status").stdout

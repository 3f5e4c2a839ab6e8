"""An editor at work, from the command line to HTTP: on a server of its own, since it writes."""

import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tests.served.conftest import start_server, stop_server

PROPOSE = """mutation ($input: ProposeAlignmentInput!) { proposeAlignment(input: $input) {
  alignment { id status author course { name } requirement { text } } bookmark userErrors { code message } } }"""
FIRST = "{ courses(first: 1) { nodes { id } } skillRequirements(first: 1) { nodes { id } } }"


@pytest.fixture(scope="module")
def server(served, tmp_path_factory):
    one = start_server(tmp_path_factory.mktemp("editing"))
    yield one
    stop_server(one)


def oneplusx(server, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [Path(sys.executable).with_name("oneplusx"), *arguments]
    return subprocess.run(command, cwd=server.folder, capture_output=True, text=True, check=False)


def test_an_editor_is_added_proposes_reads_the_own_change_and_is_revoked(server):
    added = oneplusx(server, "editors", "add", "王老师", "--role", "designer")
    token = added.stdout.split()[-1]
    assert added.returncode == 0
    found = server.ask(FIRST)["data"]
    given = {
        "subject": found["courses"]["nodes"][0]["id"],
        "target": found["skillRequirements"]["nodes"][0]["id"],
        "kind": "MINOR",
        "role": "TEACHES",
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
    wrong = httpx.post(f"{server.url}/graphql", json={**body, "extensions": {"bookmark": "x"}}, timeout=30)
    assert wrong.status_code == 400

    assert "王老师  designer" in oneplusx(server, "editors", "list").stdout
    assert oneplusx(server, "editors", "revoke", "王老师").returncode == 0
    again = server.ask(PROPOSE, {"input": {**given, "role": "ASSESSES"}}, **bearer)
    assert again["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    assert oneplusx(server, "editors", "revoke", "王老师").returncode == 1
    assert "as the alignments say" in oneplusx(server, "status").stdout

"""A server over HTTP gives what plain objects would give: batched, shared, kept, coded, asked again.

Everything between the socket and the statement is in the way here: requests of one plan that leave together, equal
requests that share one execution, kept answers, and the coding of the body.
"""

import os
from collections import Counter

import httpx
import pytest

from tests.equivalence.agreement import Run, answers_agree
from tests.equivalence.documents import documents
from tests.served.conftest import start_server, stop_server

COUNT = 120 if os.environ.get("CI") else 30
# Each document is asked so often: alone and first, with equals beside it, and once it is kept.
TIMES = 4


@pytest.fixture
def server(small, small_address, tmp_path):
    running = start_server(
        tmp_path,
        ONEPLUSX_NEO4J_URI=small_address.uri,
        ONEPLUSX_NEO4J_USER=small_address.user,
        ONEPLUSX_NEO4J_PASSWORD=small_address.password,
        ONEPLUSX_NEO4J_DATABASE=small_address.database,
        ONEPLUSX_LOAD_SEEDS="false",
        ONEPLUSX_DEVELOPMENT="true",
    )
    yield running
    stop_server(running)


def over_http(client: httpx.AsyncClient, sources: Counter[str], codings: Counter[str]) -> Run:
    """Make what asks a server, and counts where its answers came from and how they were coded."""

    async def run(query, variables):
        answer = await client.post("/graphql", json={"query": query, "variables": dict(variables)})
        body = answer.json()
        codings[answer.headers.get("content-encoding", "identity")] += 1
        sources[body.get("extensions", {}).get("oneplusx", {}).get("cache", "refused")] += 1
        return body.get("data"), body.get("errors", [])

    return run


async def test_a_server_answers_every_document_as_plain_objects_would_be(server, oracle):
    asked = [each for each in documents(oracle, COUNT, seed=3) for _ in range(TIMES)]
    sources, codings = Counter[str](), Counter[str]()

    async with httpx.AsyncClient(base_url=server.url, timeout=60) as client:
        seen = await answers_agree(over_http(client, sources, codings), asked, oracle, at_once=16)

    assert seen["whole"] > seen.total() / 2
    # All ways of answering were taken, or nothing was shown.
    assert min(sources[each] for each in ("HIT", "SHARED", "MISS")) > COUNT / 4, sources
    assert set(codings) > {"identity"}, codings

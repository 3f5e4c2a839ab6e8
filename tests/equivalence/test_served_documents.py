"""A server over HTTP gives what plain objects would give: batched, shared, kept, coded, asked again.

Everything between the socket and the statement is in the way here: requests of one plan that leave together, equal
requests that share one execution, kept answers, the coding of the body, and what a client that has an answer receives.
"""

import json
import os
from collections import Counter

import httpx
import pytest

from tests.conftest import settings_of
from tests.equivalence.agreement import answers_agree
from tests.equivalence.documents import DocumentRuns, documents
from tests.served.conftest import start_server, stop_server

COUNT = 100 if os.environ.get("CI") else 20
# Each document is asked so often: alone and first, with equals next to it, and once it is kept.
TIMES = 4
# An answer large enough to be coded, whatever is drawn.
LARGE = DocumentRuns(
    "{ certificates(first: 30) { nodes { id again: id __typename } } majors(first: 30) { nodes { id } } }", ({},)
)
# What is right does not depend on how busy the machine is.
PATIENT = {f"ONEPLUSX_{each}_TIMEOUT_S": "60" for each in ("STATEMENT", "EXPENSIVE", "REQUEST")}
# Longer ones are not asked by GET.
URL_LARGEST = 6_000


@pytest.fixture
def server(request, small, small_address, tmp_path):
    running = start_server(
        tmp_path,
        **settings_of(small_address),
        ONEPLUSX_LOAD_SEEDS="false",
        ONEPLUSX_DEVELOPMENT=request.param,
        **PATIENT,
    )
    yield running
    stop_server(running)


class Client:
    """Asks a server by POST, or by GET with what it has already; counts how it was answered."""

    def __init__(self, http: httpx.AsyncClient, *, by_get: bool) -> None:
        self._http, self._by_get = http, by_get
        self._known: dict[str, tuple[str, dict]] = {}
        self.seen: Counter[str] = Counter()

    async def run(self, query, variables):
        text = json.dumps(dict(variables))
        is_short = len(query) + len(text) < URL_LARGEST
        body = await (self._get(query, text) if self._by_get and is_short else self._post(query, variables))
        return body.get("data"), body.get("errors", [])

    async def _post(self, query, variables) -> dict:
        answer = await self._http.post("/graphql", json={"query": query, "variables": dict(variables)})
        self.seen[answer.headers.get("content-encoding", "identity")] += 1
        body = answer.json()
        self.seen[body.get("extensions", {}).get("oneplusx", {}).get("cache", "refused")] += 1
        return body

    async def _get(self, query: str, text: str) -> dict:
        etag, body = self._known.get(query + text, (None, None))
        headers = {"if-none-match": etag} if etag else {}
        answer = await self._http.get("/graphql", params={"query": query, "variables": text}, headers=headers)
        if answer.status_code == 304:
            self.seen["304"] += 1
            return body  # type: ignore[return-value]  # compared only
        self.seen[answer.headers.get("content-encoding", "identity")] += 1
        if "etag" in answer.headers:
            self._known[query + text] = answer.headers["etag"], answer.json()
        return answer.json()


@pytest.mark.parametrize("server", ["true"], indirect=True)
async def test_a_server_answers_every_document_as_plain_objects_would_be(server, oracle):
    asked = [each for each in documents(oracle, COUNT, seed=3) for _ in range(TIMES)]
    async with httpx.AsyncClient(base_url=server.url, timeout=90) as http:
        client = Client(http, by_get=False)
        answers = await answers_agree(client.run, asked, oracle, at_once=16)

    assert answers["whole"] > answers.total() * 0.4
    # All ways of answering were taken, or nothing was shown.
    assert min(client.seen[each] for each in ("HIT", "SHARED", "MISS")) > COUNT / 4, client.seen


@pytest.mark.parametrize("server", ["false"], indirect=True)
async def test_what_is_kept_is_shown_as_it_was_in_every_coding_and_to_those_who_have_it(server, oracle):
    """As in production: finished bytes, which the endpoint does not write again."""
    asked = [LARGE, *documents(oracle, COUNT, seed=4)] * TIMES
    seen: Counter[str] = Counter()
    for coding in ("zstd", "gzip", "identity"):
        async with httpx.AsyncClient(base_url=server.url, timeout=90, headers={"accept-encoding": coding}) as http:
            client = Client(http, by_get=True)
            answers = await answers_agree(client.run, asked, oracle, at_once=16)
        seen += client.seen
        assert answers["whole"] > answers.total() * 0.4

    assert seen["304"] > COUNT / 4, seen
    assert min(seen[each] for each in ("zstd", "gzip", "identity")) > 0, seen

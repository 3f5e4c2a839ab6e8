"""Introspection is worked out once: its bytes are kept while the process lives, and shown with a tag."""

import contextlib
from collections.abc import AsyncIterator

import httpx
import pytest
from graphql import execute, get_introspection_query

from server.api.graphql_request import RESPONSE_TYPE
from server.app import create_app
from server.graph_source import Graph
from server.settings import Settings
from tests.server.serving import NO_GRAPH

INTROSPECTION = get_introspection_query()
MIXED = '{ __schema { queryType { name } } major(code: "1") { name } }'


@contextlib.asynccontextmanager
async def client(**settings: object) -> AsyncIterator[httpx.AsyncClient]:
    """Give a client of a server that keeps no answers and has no graph: what it answers it knows itself."""
    app = create_app(Settings(**{"cache_bytes": 0, **settings}), Graph(NO_GRAPH))
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://here", timeout=60) as opened,
    ):
        yield opened


@pytest.fixture
def walks(monkeypatch) -> list[str]:
    """The operations that graphql-core walked."""
    found: list[str] = []

    def noting(schema, document, **options):
        found.append(options["operation_name"] or "")
        return execute(schema, document, **options)

    monkeypatch.setattr("resolvers.operation.execute", noting)
    return found


async def test_the_schema_is_walked_once_and_its_bytes_are_kept(walks):
    async with client() as http:
        first, again = [await http.post("/graphql", json={"query": INTROSPECTION}) for _ in range(2)]
        tag = {"if-none-match": (await http.get("/graphql", params={"query": INTROSPECTION})).headers["etag"]}
        unchanged = await http.get("/graphql", params={"query": INTROSPECTION}, headers=tag)

    assert first.json()["data"]["__schema"]["queryType"] == {"name": "Query", "kind": "OBJECT"}
    assert again.content == first.content
    assert (unchanged.status_code, unchanged.content) == (304, b"")
    assert len(walks) == 1


async def test_other_variables_and_other_texts_are_others(walks):
    query = "query ($name: String!) { __type(name: $name) { name kind } }"
    async with client() as http:
        answers = [
            (await http.post("/graphql", json={"query": query, "variables": {"name": each}})).json()["data"]
            for each in ("Major", "Course", "Major")
        ]

    assert [each["__type"]["name"] for each in answers] == ["Major", "Course", "Major"]
    assert len(walks) == 2


async def test_what_is_asked_with_data_of_the_graph_is_not_kept(walks):
    async with client() as http:
        replies = [
            await http.post("/graphql", json={"query": MIXED}, headers={"accept": RESPONSE_TYPE}) for _ in range(2)
        ]

    assert [each.status_code for each in replies] == [503, 503]
    assert "etag" not in replies[0].headers


async def test_an_answer_with_errors_is_not_kept(walks):
    async with client() as http:
        query = "query ($name: String!) { __type(name: $name) { name } }"
        replies = [await http.post("/graphql", json={"query": query, "variables": {}}) for _ in range(2)]

    assert all("errors" in each.json() for each in replies)
    assert "etag" not in replies[1].headers

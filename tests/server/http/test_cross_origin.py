"""Origins by setting: who is let in, what a preflight allows, and that a cache keeps origins apart."""

import contextlib

import httpx
import pytest

from tests.server.serving import QUESTION, app_without_graph

EXPOSED = "content-disposition, etag, link, retry-after, x-request-id"


@contextlib.asynccontextmanager
async def client(*origins: str):
    app = app_without_graph(cors_origins=origins)
    async with app.router.lifespan_context(app):  # type: ignore[attr-defined]  # patched, or given by the test itself
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as http:
            yield http


async def preflight(http: httpx.AsyncClient, origin: str, method: str = "POST", headers: str = "content-type"):
    asked = {"access-control-request-method": method, "access-control-request-headers": headers}
    return await http.options("/graphql", headers={"origin": origin, **asked})


async def ask(http: httpx.AsyncClient, **headers: str) -> httpx.Response:
    return await http.post("/graphql", json={"query": QUESTION}, headers=headers)


async def test_without_origins_no_other_page_may_read():
    async with client() as http:
        answer, refused = await ask(http, origin="https://a.test"), await preflight(http, "https://a.test")

    assert "access-control-allow-origin" not in answer.headers
    assert refused.status_code == 405


@pytest.mark.parametrize("origins", [("https://a.test",), ("https://b.test", "https://a.test")])
async def test_each_origin_of_the_list_is_let_in_by_name(origins):
    async with client(*origins) as http:
        answer = await ask(http, origin="https://a.test")
        stranger = await ask(http, origin="https://c.test")
        own = await ask(http)

    assert answer.json() == {"data": {"__typename": "Query"}}
    assert answer.headers["access-control-allow-origin"] == "https://a.test"
    assert answer.headers["access-control-expose-headers"] == EXPOSED
    assert "access-control-allow-origin" not in stranger.headers
    # Whatever the origin, a cache must not show one's answer to another.
    assert {each.headers["vary"].rpartition(", ")[2] for each in (answer, stranger, own)} == {"Origin"}


async def test_a_star_lets_every_origin_in():
    async with client("*") as http:
        answer = await ask(http, origin="null")
        asked = await preflight(http, "https://anywhere.test")

    assert answer.headers["access-control-allow-origin"] == "*"
    assert asked.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in answer.headers


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT"])
async def test_a_preflight_allows_any_header_and_is_remembered(method):
    headers = "apollo-require-preflight,if-none-match,traceparent,x-of-a-client-to-come"
    async with client("https://a.test") as http:
        asked = await preflight(http, "https://a.test", method, headers)

    assert asked.status_code == 200
    assert asked.headers["access-control-allow-headers"] == headers
    assert asked.headers["access-control-allow-methods"] == "GET, HEAD, POST, PUT"
    assert asked.headers["access-control-max-age"] == "7200"


@pytest.mark.parametrize(("origin", "method"), [("https://c.test", "POST"), ("https://a.test", "DELETE")])
async def test_a_preflight_of_another_origin_or_method_is_refused(origin, method):
    async with client("https://a.test") as http:
        assert (await preflight(http, origin, method)).status_code == 400

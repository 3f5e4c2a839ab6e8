"""What the endpoint does with a request before any graph is asked."""

import asyncio
import contextlib
import gzip
import logging
from types import FrameType

import httpx
import pytest

from resolvers.identify import Identifier
from server.http.shown_errors import language_of
from tests.conftest import ROOT
from tests.server.serving import QUESTION, app_without_graph
from tests.waiting import later, turns


@contextlib.asynccontextmanager
async def client(**chosen: object):
    app = app_without_graph(**chosen)
    async with app.router.lifespan_context(app):  # type: ignore[attr-defined]  # patched, or given by the test itself
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as http:
            yield http


async def ask(http: httpx.AsyncClient, **headers: str) -> httpx.Response:
    return await http.post("/graphql", json={"query": QUESTION}, headers=headers)


async def test_the_id_that_a_client_gave_its_request_comes_back_and_stands_in_the_log(monkeypatch, caplog):
    def fail(*_: object, **__: object) -> None:
        raise ValueError("a mistake")

    async with client() as http:
        answered = await ask(http, **{"x-request-id": "page-7"})
        without = await ask(http)
        monkeypatch.setattr(Identifier, "recognise", fail)
        with caplog.at_level(logging.ERROR, "oneplusx"):
            failed = await ask(http, **{"x-request-id": "page-8"})

    assert answered.headers["x-request-id"] == "page-7"
    assert "x-request-id" not in without.headers
    assert failed.headers["x-request-id"] == "page-8"
    assert failed.json()["errors"][0]["extensions"] == {"code": "INTERNAL", "requestId": "page-8"}
    assert "request page-8 failed" in caplog.text


@pytest.mark.parametrize("sent", ["", "x" * 65, "a b", "id\u00e9"])
async def test_an_id_that_could_not_stand_in_a_line_of_the_log_is_not_taken(sent):
    async with client() as http:
        answer = await ask(http, **{"x-request-id": sent.encode("latin-1")})

    assert answer.status_code == 200
    assert "x-request-id" not in answer.headers


async def test_what_an_answer_depends_on_is_said_to_caches():
    async with client() as http:
        answers = [await ask(http), await ask(http, accept="text/html"), await http.get("/graphql")]

    assert {each.headers["vary"] for each in answers} == {"accept, accept-encoding, accept-language"}


@pytest.mark.parametrize("query", [QUESTION, "{ nothing }", "mutation { __typename }"])
async def test_head_is_answered_as_get_without_the_body(query):
    async with client() as http:
        answers = [await http.request(method, "/graphql", params={"query": query}) for method in ("GET", "HEAD")]

    got, head = answers
    assert (head.status_code, head.content) == (got.status_code, b"")
    assert dict(head.headers) == dict(got.headers)
    assert got.headers["content-length"] == str(len(got.content))


@pytest.mark.parametrize("coding", ["gzip", "zstd", "br", "identity, gzip"])
async def test_a_body_in_a_content_coding_is_refused(coding):
    body = gzip.compress(b'{"query": "{ __typename }"}')
    async with client() as http:
        answer = await http.post(
            "/graphql", content=body, headers={"content-type": "application/json", "content-encoding": coding}
        )

    assert (answer.status_code, answer.headers["accept-encoding"]) == (415, "identity")
    assert answer.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"


@pytest.mark.parametrize(
    ("content_type", "status"),
    [
        ("application/json; charset=utf8", 200),
        ("application/json; charset=UTF-8", 200),
        ('APPLICATION/JSON;charset="utf-8"', 200),
        ("application/json; charset=gbk", 415),
        ("application/json; charset=utf-16", 415),
        ("application/json; charset=", 415),
        ("text/plain", 415),
        ("", 415),
    ],
)
async def test_utf8_is_taken_by_both_its_names_and_nothing_else(content_type, status):
    async with client() as http:
        answer = await http.post(
            "/graphql", content=b'{"query": "{ __typename }"}', headers={"content-type": content_type}
        )

    assert answer.status_code == status


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "en"),
        ("zh", "zh"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("en;q=0.5, zh-Hans-CN;q=0.9", "zh"),
        ("en, zh;q=0.9", "en"),
        ("zh;q=0.3, en;q=0.7", "en"),
        ("fr, zh;q=0.1", "zh"),
        ("fr, *;q=0.5", "en"),
        ("zh;q=0.5, *;q=0.4", "zh"),
        ("zh;q=0", "en"),
        ("zh;q=0, en;q=0", "en"),
        ("zh;q=1_0", "en"),
        ("zh;q=nan, en;q=0.1", "en"),
        ("ZH_cn", "zh"),
        ("zhx, en", "en"),
    ],
)
def test_the_language_that_is_wanted_most_is_spoken(accepted, language):
    assert language_of(accepted) == language


async def test_a_body_that_does_not_come_counts_in_the_time_limit():
    async def silent():
        yield b'{"query": '
        await asyncio.Event().wait()

    async with client(request_timeout_s=15) as http:
        asked = http.post("/graphql", content=silent(), headers={"content-type": "application/json"})
        asking = asyncio.create_task(asked)
        await turns()
        with later(16):
            answer = await asking

    assert (answer.status_code, answer.headers["connection"]) == (408, "close")
    assert answer.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"


@pytest.mark.parametrize("path", ["/graphql/", "/livez/", "/tables/coverage.csv/", "//evil.test/livez/"])
async def test_no_reply_names_the_host_that_a_request_names(path):
    async with client() as http:
        answer = await http.get(path, headers={"host": "evil.test"}, params={"query": QUESTION})

    assert answer.status_code == (200 if path == "/graphql/" else 404)
    assert "location" not in answer.headers
    assert "evil" not in answer.text


@pytest.mark.parametrize("query", ["{ nothing }", "{ majors { nodes { id } } }", "mutation { nothing }"])
async def test_a_request_that_fails_leaves_no_frame_of_ours_to_the_collector(left_in_rings, query):
    """A frame keeps what the request was made with: an expensive one that is refused, much."""
    async with client() as http:

        async def codes() -> list[str]:
            answer = await http.post("/graphql", json={"query": query})
            return [each["extensions"]["code"] for each in answer.json()["errors"]]

        assert await codes()
        left_in_rings()
        assert await codes()
        left = [each.f_code for each in left_in_rings() if isinstance(each, FrameType)]

    assert [each.co_qualname for each in left if str(ROOT / "server") in each.co_filename] == []

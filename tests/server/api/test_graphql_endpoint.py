"""What the endpoint does with a request before any graph is asked."""

import contextlib
import logging

import httpx
import pytest

from resolvers.operation import Operations
from tests.server.serving import QUESTION, app_without_graph


@contextlib.asynccontextmanager
async def client(**chosen: object):
    app = app_without_graph(**chosen)
    async with app.router.lifespan_context(app):
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
        monkeypatch.setattr(Operations, "identify", fail)
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

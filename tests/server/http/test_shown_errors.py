"""What a stranger reads of an error that only the operator can fix."""

import dataclasses
import logging

import httpx
import pytest

from server.app import create_app
from server.graph_source import Graph
from server.settings import Settings


@pytest.mark.parametrize("media_type", ["application/json", "application/graphql-response+json"])
async def test_a_rotated_password_tells_callers_neither_address_nor_user(media_type, engine_address, caplog):
    address = dataclasses.replace(engine_address, user="designer-of-graphs", password="rotated", is_proven=False)
    app = create_app(Settings(ide=False), Graph(address))
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
            with caplog.at_level(logging.ERROR, "oneplusx"):
                answer = await client.post(
                    "/graphql", json={"query": '{ major(code: "510203") { name } }'}, headers={"accept": media_type}
                )
            health = await client.get("/healthz")

    assert (answer.status_code, health.status_code) == (503, 503)
    (error,) = answer.json()["errors"]
    assert error["extensions"] == {"code": "GRAPH_UNAVAILABLE", "retryable": True, "retryAfterSeconds": 3}
    assert health.json()["code"] == "GRAPH_UNAVAILABLE"
    assert not [each for each in ("designer-of-graphs", "127.0.0.1", "NEO4J") if each in answer.text + health.text]
    assert "GRAPH_CREDENTIALS" in caplog.text
    assert "designer-of-graphs" in caplog.text

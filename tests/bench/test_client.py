"""The load generator for machines without wrk runs, and counts what came back as it was."""

import asyncio
import json
import subprocess

import pytest

from bench.serving import hammer as of_hammer
from bench.serving.hammer import hammer, tool
from tests.server.serving import serving

BODIES = [json.dumps({"query": name}).encode() for name in ("{ a }", "{ b }")]


class Answers:
    """Answers with a status, or breaks the connection off; keeps what it was asked."""

    def __init__(self, status: int | None) -> None:
        self.status = status
        self.asked: list[bytes] = []

    async def __call__(self, scope, receive, send) -> None:
        if scope["type"] == "lifespan":
            await receive()
            await send({"type": "lifespan.startup.complete"})
            return
        self.asked.append((await receive())["body"])
        headers = [(b"content-length", b"2")]
        await send({"type": "http.response.start", "status": self.status or 200, "headers": headers})
        if self.status:
            await send({"type": "http.response.body", "body": b"{}"})


@pytest.fixture(autouse=True)
def no_wrk(monkeypatch):
    monkeypatch.setattr(of_hammer.shutil, "which", lambda _: None)  # type: ignore[attr-defined]  # patched, or given by the test itself


@pytest.mark.slow
@pytest.mark.parametrize("pause_ms", [0, 5])
@pytest.mark.parametrize("status", [200, 503])
async def test_every_request_is_counted_with_its_outcome(status, pause_ms):
    application = Answers(status)
    async with serving(application) as url:
        load = await asyncio.to_thread(hammer, f"{url}/graphql", BODIES, 3, 0.2, pause_ms)

    assert tool() == "bench.serving.client"
    assert load.requests == len(application.asked) >= 3
    assert load.failed == (0 if status == 200 else load.requests)
    assert 0 < load.p50_ms <= load.p95_ms <= load.p99_ms
    assert set(application.asked) == set(BODIES)
    assert load.rate == load.requests / load.seconds


async def test_a_server_that_breaks_off_is_reported_not_waited_for(caplog):
    async with serving(Answers(None)) as url:
        with pytest.raises(subprocess.CalledProcessError) as ended:
            await asyncio.to_thread(hammer, f"{url}/graphql", BODIES, 3, 0.2)

    assert ended.value.stderr.strip() == "no request was answered; 3 failed"

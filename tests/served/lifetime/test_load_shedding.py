"""A server that is asked more than it can: over real HTTP, on both engines, it sheds load at once and recovers."""

import asyncio
import time

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families

from graph.connection.batching import PROBES
from tests.conftest import settings_of
from tests.graph.engine.proxy import proxied
from tests.served.conftest import start_server, stop_server

IN_FLIGHT = 4
SETTINGS = {
    "ONEPLUSX_LOAD_SEEDS": "false",
    "ONEPLUSX_IDE": "false",
    "ONEPLUSX_METRICS": "true",
    "ONEPLUSX_POOL_SIZE": "1",
    "ONEPLUSX_POOL_WAIT_S": "1.5",
    "ONEPLUSX_STATEMENT_TIMEOUT_S": "2",
    "ONEPLUSX_REQUESTS_IN_FLIGHT": str(IN_FLIGHT),
}


@pytest.fixture
async def overloaded(national_address, tmp_path):
    """A server with one connection to its graph, and the way to the graph, which the test can stop."""
    async with proxied(national_address) as (proxy, address):
        server = await asyncio.to_thread(start_server, tmp_path, **settings_of(address), **SETTINGS)
        try:
            yield server, proxy
        finally:
            proxy.flowing.set()
            await asyncio.to_thread(stop_server, server)


async def ask(client: httpx.AsyncClient, number: int) -> tuple[httpx.Response, float]:
    """Ask something that no other request asks; give the answer and how long it took."""
    query = f'{{ a{number}: major(code: "510203") {{ name }} }}'
    began = time.monotonic()
    response = await client.post("/graphql", json={"query": query}, headers={"accept-language": "zh"})
    return response, time.monotonic() - began


def code_of(response: httpx.Response) -> str:
    (error,) = response.json()["errors"]
    return error["extensions"]["code"]


async def busy(client: httpx.AsyncClient) -> dict[str, float]:
    text = (await client.get("/metrics")).text
    samples = [each for family in text_string_to_metric_families(text) for each in family.samples]
    return {each.labels["reason"]: each.value for each in samples if each.name == "oneplusx_busy_total"}


async def test_too_many_requests_and_a_full_pool_get_503_at_once_and_the_server_recovers(overloaded):
    server, proxy = overloaded
    async with httpx.AsyncClient(base_url=server.url, timeout=30) as client:
        # Now the one connection stands open, and the process knows the revision. Questions take turns with the probes
        # that the first one started (graph/connection/batching.py); after twice as many no probe is left to hold the connection below.
        for number in range(10, 10 + 2 * PROBES):
            assert (await ask(client, number))[0].json() == {"data": {f"a{number}": {"name": "软件技术"}}}
        proxy.flowing.clear()
        found = await asyncio.gather(*(ask(client, number) for number in range(IN_FLIGHT + 3)))
        proxy.flowing.set()

        shed = [(response, took) for response, took in found if response.status_code == 503]
        held = [response for response, _ in found if response.status_code != 503]
        assert [code_of(response) for response, _ in shed] == ["GRAPH_BUSY"] * (IN_FLIGHT + 2)
        assert {response.headers["retry-after"] for response, _ in shed} == {"3"}
        assert all(response.json()["errors"][0]["extensions"]["retryable"] for response, _ in shed)
        assert all("超出" in response.json()["errors"][0]["message"] for response, _ in shed)
        assert [code_of(each) for each in held] == ["STATEMENT_TIMEOUT"]
        # One holds the connection, three wait for it in vain, and three find every place taken.
        assert await busy(client) == {"in_flight": 3, "pool": 3}
        assert sorted(took for _, took in shed)[2] < 1.5

        again = [await ask(client, number) for number in range(30, 33)]
        assert [response.json()["data"] for response, _ in again] == [
            {f"a{number}": {"name": "软件技术"}} for number in range(30, 33)
        ]

"""A page of another origin in a real browser: what it may send, and what it may read.

On one engine: origins have nothing to do with the graph.
"""

import http.server
import json
import threading
from collections.abc import Iterator

import pytest
from playwright.async_api import Browser, Page

from graph.connection.address import GraphAddress
from tests.conftest import settings_of
from tests.served.conftest import Served, on_one_engine, start_server, stop_server

pytestmark = on_one_engine
# What clients of ours send, as their makers name it.
SENT = {
    "accept": "application/graphql-response+json",
    "accept-language": "zh-CN",
    "apollo-require-preflight": "true",
    "apollographql-client-name": "dashboard",
    "apollographql-client-version": "1.0",
    "authorization": "Basic bm9uZQ==",
    "baggage": "sentry-environment=production",
    "content-type": "application/json",
    "idempotency-key": "1",
    "sentry-trace": "0123456789abcdef0123456789abcdef-0123456789abcdef-0",
    "traceparent": "00-0123456789abcdef0123456789abcdef-0123456789abcdef-01",
    "tracestate": "a=b",
    "x-apollo-operation-id": "1",
    "x-apollo-operation-name": "Major",
    "x-request-id": "page-7",
}
MAJOR = 'query Major { major(code: "510203") { name } }'
FETCH = """async ([url, options]) => {
  try {
    const answer = await fetch(url, options);
    const readable = Object.fromEntries(answer.headers);
    return { status: answer.status, headers: readable, body: answer.status == 304 ? null : await answer.json() };
  } catch (error) { return { refused: error.name }; }
}"""


class _Blank(http.server.BaseHTTPRequestHandler):
    """A page of another site."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>another origin</title>")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def origins() -> Iterator[list[str]]:
    """Two origins: one that is let in, and one that is not."""
    servers = [http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Blank) for _ in range(2)]
    for each in servers:
        threading.Thread(target=each.serve_forever, daemon=True).start()
    yield [f"http://127.0.0.1:{each.server_port}" for each in servers]
    for each in servers:
        each.shutdown()
        each.server_close()


@pytest.fixture(scope="module")
def crossed(
    national_address: GraphAddress, origins: list[str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """A server that lets the first origin in."""
    settings = settings_of(national_address)
    running = start_server(
        tmp_path_factory.mktemp("crossed"), **settings, ONEPLUSX_CORS_ORIGINS=f"https://a.test,{origins[0]}/"
    )
    yield running
    stop_server(running)


@pytest.fixture
async def page(browser: Browser) -> Page:
    return await browser.new_page()


async def test_a_page_of_an_allowed_origin_sends_what_clients_send_and_reads_the_reply(crossed, origins, page):
    await page.goto(origins[0])
    post = {"method": "POST", "headers": SENT, "body": json.dumps({"query": MAJOR})}
    answer = await page.evaluate(FETCH, [f"{crossed.url}/graphql", post])

    assert (answer["status"], answer["body"]) == (200, {"data": {"major": {"name": "软件技术"}}})
    assert answer["headers"]["x-request-id"] == "page-7"


async def test_a_page_reads_the_tag_of_an_answer_and_asks_again_with_it(crossed, origins, page):
    await page.goto(origins[0])
    url = f"{crossed.url}/graphql?query=%7Bmajor(code%3A%22510203%22)%7Bname%7D%7D"
    first = await page.evaluate(FETCH, [url, {}])
    again = {"headers": {"if-none-match": first["headers"]["etag"]}, "cache": "no-store"}

    assert (await page.evaluate(FETCH, [url, again]))["status"] == 304


async def test_a_page_reads_tables_and_health(crossed, origins, page):
    await page.goto(origins[0])
    table = await page.evaluate(FETCH, [f"{crossed.url}/tables/coverage.json?dimensions=CATEGORY", {}])
    health = await page.evaluate(FETCH, [f"{crossed.url}/readyz", {"headers": {"traceparent": SENT["traceparent"]}}])

    assert (table["status"], list(table["body"])) == (200, ["columns", "rows"])
    assert health["body"]["status"] == "ok"


@pytest.mark.parametrize("headers", [{}, {"content-type": "application/json"}])
async def test_a_page_of_another_origin_reads_nothing(crossed, origins, page, headers):
    await page.goto(origins[1])

    assert await page.evaluate(FETCH, [f"{crossed.url}/graphql", {"method": "POST", "headers": headers}]) == {
        "refused": "TypeError"
    }

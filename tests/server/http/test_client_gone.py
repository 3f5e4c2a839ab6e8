"""A client that goes takes its work along, and no one else's."""

import asyncio
import contextlib
from types import SimpleNamespace

import orjson
import pytest
import uvicorn

from graph.connection.admission import Admission
from graph.connection.database import Limits
from graph.connection.directory_keeper import DirectoryKeeper
from graph.connection.revision_watch import RevisionWatch
from graph.database_errors import StatementTimeoutError
from graph.query.directory import Directory
from resolvers.identify import Request
from resolvers.operation import Operations
from resolvers.trace import Trace
from schema.build import executable_schema
from server.api.graphql_endpoint import GraphQLEndpoint, Rules
from server.api.graphql_request import RESPONSE_TYPE
from server.api.known_tokens import KnownTokens
from server.api.metrics import Metrics
from server.api.response_cache import ResponseCache
from server.data_watch import DataWatch
from server.http import client_gone
from tests.golden.make import PLANNERS
from tests.waiting import WITHIN_S, later, turns, until

TIMEOUT_S = 30.0
QUERY = '{ major(code: "1") { name } }'
MUTATION = (
    'mutation { withdrawAlignment(input: {alignment: "Alignment:1", version: 1, reason: "x"}) { alignment { id } } }'
)


class Graph:
    """Holds every statement back until its gate opens, but for the revision; tells which were given up."""

    limits = SimpleNamespace(pool_size=1)

    def __init__(self) -> None:
        self.gate = asyncio.Event()
        self.begun = 0
        self.given_up = 0

    async def read(self, statement, **options):
        if "GraphRevision" in statement.text:
            return [[1]]
        if "Editor" in statement.text:
            return [["王老师", "reviewer", None]]
        await self._held()
        return [[["x"]]]

    async def write_marked(self, work, **options):
        await self._held()
        raise StatementTimeoutError

    async def _held(self) -> None:
        self.begun += 1
        try:
            await self.gate.wait()
        except asyncio.CancelledError:
            self.given_up += 1
            raise


class Client:
    """One HTTP request as ASGI sees it; ``go`` breaks the connection."""

    def __init__(self, endpoint: GraphQLEndpoint, query: str = QUERY, language: str = "en") -> None:
        self._body = orjson.dumps({"query": query})
        self._gone = asyncio.Event()
        self.received = 0
        self.sent: list[dict] = []
        headers = [(b"content-type", b"application/json"), (b"accept", RESPONSE_TYPE.encode())]
        headers += [(b"accept-language", language.encode()), (b"authorization", b"Bearer token")]
        scope = {"type": "http", "method": "POST", "query_string": b"", "headers": headers}
        self.done = asyncio.create_task(endpoint(scope, self._receive, self._send))

    def go(self) -> None:
        self._gone.set()

    async def _receive(self) -> dict:
        self.received += 1
        if self.received == 1:
            return {"type": "http.request", "body": self._body}
        await self._gone.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: dict) -> None:
        self.sent.append(message)

    @property
    def status(self) -> int:
        return self.sent[0]["status"]


@pytest.fixture
def graph() -> Graph:
    return Graph()


@pytest.fixture
def endpoint(graph: Graph, monkeypatch) -> GraphQLEndpoint:
    monkeypatch.setattr(client_gone, "LISTEN_AFTER_S", 0.01)
    return endpoint_on(graph)


def sound(graph: Graph) -> DataWatch:
    data = DataWatch(graph)
    data.is_sound = True
    return data


def endpoint_on(graph: Graph, metrics: Metrics | None = None) -> GraphQLEndpoint:
    keeper, admission = DirectoryKeeper(graph), Admission(Limits())
    # As in a process that has answered for a while.
    keeper.current, admission.has_answered = Directory(0, {}), True
    operations = Operations(executable_schema(), PLANNERS, graph, keeper, expensive=admission)
    cache = ResponseCache(RevisionWatch(graph), 1 << 20)
    return GraphQLEndpoint(
        operations, Rules(4, TIMEOUT_S), cache, KnownTokens(graph), data=sound(graph), metrics=metrics
    )


async def test_the_statement_of_a_client_that_goes_is_given_up_and_its_place_is_free(endpoint, graph):
    client = Client(endpoint)
    await until(lambda: graph.begun)
    client.go()
    await asyncio.wait_for(client.done, WITHIN_S)

    assert (client.sent, graph.given_up, endpoint._places.taken) == ([], 1, 0)


async def test_who_shared_the_execution_still_gets_its_answer(endpoint, graph):
    first, second = Client(endpoint), Client(endpoint)
    await until(lambda: sum(each.waiting for each in endpoint._cache._flights.values()) == 2)
    first.go()
    await asyncio.wait_for(first.done, WITHIN_S)
    graph.gate.set()
    await asyncio.wait_for(second.done, WITHIN_S)

    assert (first.sent, second.status, graph.begun, graph.given_up) == ([], 200, 1, 0)


async def test_a_kept_answer_is_given_without_listening(endpoint, graph):
    graph.gate.set()
    clients = [Client(endpoint), Client(endpoint)]
    await asyncio.gather(*(each.done for each in clients))
    kept = Client(endpoint)
    await kept.done
    with later(1):
        await turns()

    assert (kept.status, kept.received, graph.begun) == (200, 1, 1)


async def test_a_client_that_stays_gets_its_answer_and_is_no_longer_listened_to(endpoint, graph):
    client = Client(endpoint)
    await until(lambda: client.received == 2)
    graph.gate.set()
    await asyncio.wait_for(client.done, WITHIN_S)
    client.go()
    await turns()

    assert client.status == 200
    assert not [each for each in asyncio.all_tasks() if each.get_name() == "client gone"]


async def test_a_change_that_was_begun_is_made_whoever_has_gone(endpoint, graph):
    client = Client(endpoint, MUTATION)
    await until(lambda: graph.begun)
    client.go()
    with later(1):
        await turns()
    graph.gate.set()
    await asyncio.wait_for(client.done, WITHIN_S)

    assert graph.given_up == 0


async def test_no_document_is_read_for_a_client_that_has_gone(endpoint):
    clients = [Client(endpoint, f"query Q{number} {QUERY}") for number in range(3)]
    for each in clients:
        each.go()
    await asyncio.gather(*(each.done for each in clients))

    assert [each.sent for each in clients] == [[], [], []]
    assert endpoint._operations.identifier.documents.size == 0


async def test_no_schema_is_shown_to_a_client_that_has_gone(endpoint, monkeypatch):
    query = "{ __schema { types { name } } }"
    await endpoint._operations.identifier.recognise(Request(query), Trace())
    monkeypatch.setattr("resolvers.operation.execute", None)  # to walk would fail
    client = Client(endpoint, query)
    client.go()
    await client.done

    assert client.sent == []


async def cut_off(client: Client, graph: Graph) -> None:
    """Let the time of a request be over while its statement is under way."""
    await until(lambda: graph.begun)
    with later(TIMEOUT_S):
        await asyncio.wait_for(client.done, WITHIN_S)


async def test_the_time_limit_is_told_as_before(graph):
    client = Client(endpoint_on(graph))
    await cut_off(client, graph)

    assert (client.status, graph.given_up) == (504, 1)


@pytest.mark.parametrize(("language", "word"), [("en", "idempotencyKey"), ("zh", "重新提交")])
async def test_a_change_that_is_cut_off_is_told_as_perhaps_made(graph, language, word):
    client = Client(endpoint_on(graph), MUTATION, language)
    await cut_off(client, graph)

    (error,) = orjson.loads(client.sent[1]["body"])["errors"]
    assert client.status == 504
    assert error["extensions"] == {"code": "OUTCOME_UNKNOWN"}
    assert word in error["message"]


@pytest.mark.parametrize(("query", "code"), [(QUERY, "STATEMENT_TIMEOUT"), (MUTATION, "OUTCOME_UNKNOWN")])
async def test_what_is_cut_off_is_counted_by_its_code(graph, query, code):
    metrics = Metrics(with_names=False)
    client = Client(endpoint_on(graph, metrics), query)
    await cut_off(client, graph)

    shown = (await metrics.show(None)).body.decode()
    assert f'code="{code}"' in shown


async def test_the_web_server_tells_of_a_connection_that_breaks(endpoint, graph):
    server = uvicorn.Server(uvicorn.Config(endpoint, port=0, lifespan="off", log_level="warning"))
    with contextlib.closing(server.config.bind_socket()) as listening:
        serving = asyncio.create_task(server.serve([listening]))
        await until(lambda: server.started)
        _, writer = await asyncio.open_connection(*listening.getsockname())
        body = orjson.dumps({"query": QUERY})
        head = b"POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n"
        writer.write(head % len(body) + body)
        await until(lambda: graph.begun)
        writer.close()
        await until(lambda: graph.given_up)
        server.should_exit = True
        await serving

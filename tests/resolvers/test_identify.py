"""What is new is parsed, checked and planned in a thread of its own; what is known is recognised at once."""

import asyncio
import threading

import pytest

from graph.query.directory import Directory, TypeDirectory
from resolvers import identify as of_identify
from resolvers import operation as of_operations
from resolvers.identify import KEPT_REQUEST_LARGEST, Identifier, Request
from resolvers.operation import Operations
from resolvers.request.documents import RefusedError
from resolvers.trace import Trace
from schema.build import executable_schema
from tests.golden.make import PLANNERS
from tests.waiting import until

QUERY = "query Some($code: String!) { major(code: $code) { name } }"
MUTATION = (
    'mutation { withdrawAlignment(input: {alignment: "Alignment:1", version: 1, reason: "x"}) { alignment { id } } }'
)


@pytest.fixture
def threads(monkeypatch) -> list[str]:
    """The threads that digests of new requests were made in."""
    found: list[str] = []
    digest = of_identify._digest

    def noting(*given):
        found.append(threading.current_thread().name.partition("_")[0])
        return digest(*given)

    monkeypatch.setattr(of_identify, "_digest", noting)
    return found


async def test_a_new_document_is_worked_out_in_a_thread_and_then_known(threads):
    identifier = Identifier(executable_schema(), PLANNERS)

    found = [await identifier.recognise(Request(QUERY, {"code": each}), Trace()) for each in ("1", "1", "2")]

    assert found[0] is found[1]
    assert found[0].prepared is found[2].prepared
    assert threads == ["identify", "MainThread"]


async def test_long_variables_are_read_in_the_thread(threads):
    identifier = Identifier(executable_schema(), PLANNERS)

    for code in ("1", "2" * KEPT_REQUEST_LARGEST):
        await identifier.recognise(Request(QUERY, {"code": code}), Trace())

    assert threads == ["identify", "identify"]


async def test_new_documents_of_callers_take_turns_however_many_one_sent_before(monkeypatch):
    identifier, order, first = Identifier(executable_schema(), PLANNERS), [], threading.Event()
    work = identifier.identify

    def noting(request, trace, **options):
        order.append(request.caller)
        first.wait(60)
        return work(request, trace, **options)

    monkeypatch.setattr(identifier, "identify", noting)
    asked = [
        asyncio.create_task(identifier.recognise(Request(f"{{ a{place}: __typename }}", caller=caller), Trace()))
        for place, caller in enumerate("AAAABC")
    ]
    await until(lambda: order)
    first.set()
    await asyncio.gather(*asked)

    assert "".join(order) == "AABCAA"


async def test_a_known_mutation_is_still_refused_by_get():
    identifier = Identifier(executable_schema(), PLANNERS)
    trace = Trace()

    assert (await identifier.recognise(Request(MUTATION), trace)).prepared is None
    assert trace.kind == "mutation"
    with pytest.raises(RefusedError, match="POST"):
        await identifier.recognise(Request(MUTATION), Trace(), may_write=False)


class Graph:
    """A graph of one course, which counts nothing itself."""

    current = Directory(1, {"Course": TypeDirectory("Course", [("Course:1", (), "")])})

    async def read(self, statement, **_):
        # One row of one column: which keys are there of the one argument, and nothing more.
        return [[[], None]] if "GraphRevision" in statement.text else [[[[[]]]]]


@pytest.mark.parametrize(
    ("query", "function"),
    [
        ('{ search(text: "a") { score } }', "_parameters"),
        ('{ levelAudit(target: "Certificate:x") { errors } }', "_answered"),
    ],
)
async def test_searching_and_counting_leave_the_loop_to_others(monkeypatch, query, function):
    found: list[str] = []
    work = getattr(of_operations, function)

    def noting(*given):
        found.append(threading.current_thread().name.partition("_")[0])
        return work(*given)

    monkeypatch.setattr(of_operations, function, noting)
    graph = Graph()

    await Operations(executable_schema(), PLANNERS, graph, graph).run(Request(query))

    assert found == ["cheap"]

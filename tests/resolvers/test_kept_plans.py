"""Texts, plans and requests are kept within bytes, whatever a stranger sends."""

import gc
import itertools
import tracemalloc

import httpx
import pytest
from graphql.execution.values import get_variable_values

from graph.connection.directory_keeper import DirectoryKeeper
from resolvers import identify as of_identify
from resolvers.identify import Request
from resolvers.operation import Operations
from resolvers.prepared_plan import Prepared, prepare
from resolvers.request import documents as of_documents
from resolvers.request.documents import Documents, Operation, check_document
from resolvers.request.recent_values import LARGEST_PART, RecentValues
from resolvers.request.selection import Collector, plan_operation
from resolvers.request.variables import slots_for
from resolvers.trace import Trace
from schema.build import executable_schema
from server.api.trusted_documents import digest_of
from server.app import create_app
from server.graph_source import Graph
from server.settings import Settings
from tests.golden.make import PLANNERS, all_cases

KEYS = ("name", "code", "edition", "educationLevel", "basis", "id")
MANY = "query ($f: MajorFilter) {{ majors(where: $f) {{ nodes {{ {} certificates {{ nodes {{ id name }} }} }} }} }}"


def test_the_least_recently_used_is_forgotten_by_number_and_by_size():
    kept = RecentValues[int, str](1_000, 4)
    for number in range(6):
        kept.put(number, "x", 10)
        kept.get(2)  # in use
    assert [each for each in range(6) if kept.get(each)] == [2, 3, 4, 5]

    for number in range(10, 30):
        kept.put(number, "y", 1_000 // LARGEST_PART)
        assert kept.size <= 1_000
    kept.put(29, "larger than its part", 1_000 // LARGEST_PART + 1)
    assert kept.get(29) is None
    assert kept.size == 3 * (1_000 // LARGEST_PART)


def shapes(number: int) -> list[dict]:
    """Make variables that each need a plan of their own."""
    chosen = itertools.islice(itertools.combinations(KEYS, 2), number)
    return [{"f": {key: {"isNull": False} for key in keys}} for keys in chosen]


def test_plans_of_many_shapes_and_documents_stay_within_the_bytes(monkeypatch):
    monkeypatch.setattr(of_identify, "KEPT_PLANS_BYTES", 1_000_000, raising=False)
    monkeypatch.setattr(of_identify, "KEPT_REQUESTS_BYTES", 1_000_000, raising=False)
    operations = Operations(executable_schema(), PLANNERS, None, DirectoryKeeper(None))
    before = plans_alive()
    for fields in itertools.islice(itertools.permutations(KEYS, 4), 40):
        for variables in shapes(6):
            operations.identifier.identify(Request(MANY.format(" ".join(fields)), variables), Trace())

    assert plans_alive() - before <= 2 * 1_000_000 // 30_000


def plans_alive() -> int:
    gc.collect()
    return sum(isinstance(each, Prepared) for each in gc.get_objects())


def test_the_same_operation_and_shape_is_planned_once():
    operations = Operations(executable_schema(), PLANNERS, None, DirectoryKeeper(None))
    query = "query ($first: Int) { majors(first: $first) { nodes { name } } }"
    found = [operations.identifier.identify(Request(query, {"first": each}), Trace()).prepared for each in (1, 2, 3)]

    assert found[0] is found[1] is found[2]


LONG = f"# {'x' * 9_000}\nquery Some($first: Int) {{ majors(first: $first) {{ nodes {{ name }} }} }}"
TWO = f"{LONG} query Other {{ __typename }}"


def test_a_registered_document_is_parsed_and_planned_once_however_long(monkeypatch):
    schema = executable_schema()
    documents = Documents(schema, {each: check_document(schema, each) for each in (LONG, TWO)})
    operations = Operations(schema, PLANNERS, None, DirectoryKeeper(None), documents=documents)
    monkeypatch.setattr(of_documents, "check_document", None)  # a second parse fails
    asked = [(LONG, None, 1), (LONG, "Some", 2), (LONG, None, 3), (TWO, "Some", 1), (TWO, "Some", 2)]
    found = [
        operations.identifier.identify(Request(text, {"first": first}, name), Trace()) for text, name, first in asked
    ]

    assert found[0].prepared is found[2].prepared
    assert found[3].prepared is found[4].prepared
    assert operations.identifier.identify(Request(TWO, {}, "Other"), Trace()).operation.name == "Other"
    with pytest.raises(TypeError):  # not registered, and too long to be kept
        operations.identifier.identify(Request(f"{LONG} "), Trace())


def test_plans_of_a_registered_document_stay_within_the_bytes(monkeypatch):
    monkeypatch.setattr(of_identify, "KEPT_PLANS_BYTES", 1_000_000)
    monkeypatch.setattr(of_identify, "KEPT_REQUESTS_BYTES", 1_000_000)
    schema, text = executable_schema(), MANY.format("name")
    documents = Documents(schema, {text: check_document(schema, text)})
    operations = Operations(schema, PLANNERS, None, DirectoryKeeper(None), documents=documents)
    before = plans_alive()
    for chosen in itertools.permutations(KEYS, 4):
        where = {"and": [{each: {"isNull": False}} for each in chosen]}
        operations.identifier.identify(Request(text, {"f": where}), Trace())

    assert plans_alive() - before <= 2 * 1_000_000 // 12_000


@pytest.mark.usefixtures("database")  # an empty graph: what other tests left may have holes
async def test_the_server_keeps_its_registered_documents(tmp_path, engine_address, monkeypatch):
    (tmp_path / "long.graphql").write_text(LONG)
    app = create_app(Settings(ide=False, trusted_documents=tmp_path), Graph(engine_address))
    async with app.router.lifespan_context(app):
        monkeypatch.setattr(of_documents, "check_document", None)
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://here") as client:
            body = {"documentId": f"sha256:{digest_of(LONG)}", "variables": {"first": 3}}
            answers = [(await client.post("/graphql", json=body)).json() for _ in range(2)]

    assert [list(each) for each in answers] == [["data"]] * 2


def test_the_estimates_are_of_the_order_of_what_is_taken():
    schema = executable_schema()
    cases = all_cases()[::5]
    for case in cases:  # what is made once for all, is made now
        plan_of(Documents(schema).operation(case.query, None), case.variables)
    # The collector is to look through what is measured alone, not through all that tests left.
    gc.collect()
    gc.freeze()
    tracemalloc.start()
    try:
        found = [measured(Documents(schema), case.query, case.variables) for case in cases]
    finally:
        tracemalloc.stop()

    taken, estimated = (sum(column) for column in zip(*found, strict=True))
    assert taken / 2 < estimated < taken * 3
    assert all(estimate > took / 2 for took, estimate in found)


def measured(documents: Documents, query: str, variables: dict) -> tuple[int, int]:
    """Give the bytes that a document and its plan take, and the estimate."""
    gc.collect()
    before = tracemalloc.get_traced_memory()[0]
    operation = documents.operation(query, None)
    made = plan_of(operation, variables)
    gc.collect()
    after = tracemalloc.get_traced_memory()[0]
    return after - before, documents.size + made.size


def plan_of(operation: Operation, variables: dict) -> Prepared:
    schema = executable_schema()
    values = get_variable_values(schema, operation.node.variable_definitions or (), variables)
    slotted, _ = slots_for(values, operation.variable_types)
    collector = Collector(schema, operation.parsed(), operation.node, slotted)
    return prepare(plan_operation(collector, PLANNERS), collector.fields)


def test_to_peek_at_a_value_is_no_use_of_it():
    kept = RecentValues[int, str](1_000, 2)
    kept.put(1, "one", 1)
    kept.put(2, "two", 1)

    assert (kept.peek(1), kept.peek(3)) == ("one", None)
    kept.put(3, "three", 1)

    assert [each in kept for each in (1, 2, 3)] == [False, True, True]

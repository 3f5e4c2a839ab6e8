"""Input that JSON, the graph, or the writer of our answers cannot hold is refused as the client's, not ours to fix."""

import orjson
import pytest
from starlette.datastructures import QueryParams

from graph.connection.directory_keeper import DirectoryKeeper
from graph.errors import BadArgumentError, BadCursorError, OperationTooLargeError
from graph.model import MODEL
from graph.query.directory import EMPTY_DIRECTORY
from graph.query.plan import Inputs, SortKey
from resolvers.cost import check_cost
from resolvers.identify import Request
from resolvers.operation import Operations
from resolvers.request.arguments import decode_cursor, encode_cursor, fingerprint
from resolvers.request.documents import RefusedError
from resolvers.trace import Trace
from schema.build import executable_schema
from server.api.tables.coverage_tables import read_variables
from server.http.shown_errors import show_errors
from tests.golden.make import PLANNERS, plan_case


def nested(levels: int) -> dict:
    value: dict = {}
    for _ in range(levels):
        value = {"not": value}
    return value


@pytest.mark.parametrize("levels", [300, 1_000])
@pytest.mark.parametrize("query", ["{ __typename }", "query ($x: MajorFilter) { majors(where: $x) { totalCount } }"])
def test_variables_that_nest_too_deeply_are_the_clients_to_mend(query, levels):
    operations = Operations(executable_schema(), PLANNERS, None, DirectoryKeeper(None))

    with pytest.raises(RefusedError) as refused:
        operations.identifier.identify(Request(query, {"x": nested(levels)}), Trace())

    (shown,) = show_errors(refused.value.errors, "en")
    assert shown == {"message": "Variable values are nested too deeply.", "extensions": {"code": "BAD_OPERATION"}}


def digest_of(query: str, variables: dict) -> bytes:
    operations = Operations(executable_schema(), PLANNERS, None, DirectoryKeeper(None))
    return operations.identifier.identify(Request(query, variables), Trace()).digest


@pytest.mark.parametrize("default", ["1e400", "-1e400", "3.0"])
def test_requests_that_differ_share_no_digest_though_json_writes_them_alike(default):
    query = (
        f"query ($x: Float = {default}, $in: Boolean = false)"
        "{ statistics { totalCount } with: statistics(where: {value: {lt: $x}}) @include(if: $in) { totalCount } }"
    )

    # Only with null does the condition stand where it is skipped: where it stands, a filter that asks nothing is refused.
    assert len({digest_of(query, each) for each in ({}, {"x": None}, {"x": 4})}) == 3


def test_equal_requests_share_a_digest_however_they_are_written():
    query = (
        "query ($order: [MajorOrder!], $where: MajorFilter) { majors(orderBy: $order, where: $where) { totalCount } }"
    )
    where = {"name": {"eq": "x"}, "basis": {"in": ["EDITORIAL"]}}
    order = [{"by": "NAME", "direction": "DESC"}]
    turned = {"where": dict(reversed(where.items())), "order": [dict(reversed(order[0].items()))]}

    assert digest_of(query, {"order": order, "where": where}) == digest_of(query, turned)
    assert digest_of(query, {"order": order}) != digest_of(query, {"order": [{"by": "NAME", "direction": "ASC"}]})


def test_a_cost_beyond_64_bits_is_told_as_a_number_that_json_holds():
    selection = "nodes { id name basis displayName " + " ".join(f"a{each}: name" for each in range(15)) + " }"
    for name in ("majors", "certificates") * 4:
        selection = f"nodes {{ {name}(first: 100) {{ {selection} }} }}"
    _, prepared, coerced = plan_case(f"{{ majors(first: 100) {{ {selection} }} }}", {})

    with pytest.raises(OperationTooLargeError) as refused:
        check_cost(prepared.terms, Inputs(coerced, EMPTY_DIRECTORY))

    assert orjson.loads(orjson.dumps(refused.value.details))["cost"] == 2**53 - 1


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("year", "99999999999999999999"),
        ("year", "2147483648"),
        ("year", "-2147483649"),
        ("minStrength", "inf"),
        ("minStrength", "1e999"),
        ("minStrength", "nan"),
    ],
)
def test_a_number_of_a_table_that_graphql_does_not_hold_is_refused_by_the_name_of_its_parameter(name, value):
    with pytest.raises(BadArgumentError, match=r"is (too large|no number)") as refused:
        read_variables(QueryParams({"dimensions": "CATEGORY", name: value}))

    assert refused.value.details == {"argument": name}


@pytest.mark.parametrize("value", ["0_1", "1_0", "０.５", "1", "+1", ".5", "5.", "nan", "0x1", "9" * 4_301])
@pytest.mark.parametrize(("name", "whole"), [("minStrength", False), ("year", True)])
def test_a_number_of_a_table_is_read_as_json_writes_it(name, whole, value):
    """Python takes more for a number, and reads no integer of more than 4,300 digits."""
    if value == "1":
        assert read_variables(QueryParams({"dimensions": "CATEGORY", name: value}))["filter"] == {
            name: [1] if whole else 1.0
        }
        return
    with pytest.raises(BadArgumentError) as refused:
        read_variables(QueryParams({"dimensions": "CATEGORY", name: value}))

    assert refused.value.details == {"argument": name}
    assert len(refused.value.en) < 120


def test_a_number_that_fits_is_read():
    read = read_variables(QueryParams({"dimensions": "CATEGORY", "year": "2147483647", "minStrength": "0.5"}))

    assert read["filter"] == {"year": [2147483647], "minStrength": 0.5}


def test_a_cursor_with_a_number_that_the_graph_does_not_hold_is_no_cursor():
    course = MODEL.node_types["Course"]
    order = (SortKey(course.by_name["sequence"]),)
    cursor = [encode_cursor(fingerprint(course, order), ["Course:1", each]) for each in (2**63 - 1, 2**63)]

    assert decode_cursor(cursor[0], course, order) == ["Course:1", 2**63 - 1]
    with pytest.raises(BadCursorError):
        decode_cursor(cursor[1], course, order)

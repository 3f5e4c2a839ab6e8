"""What outside suites look for, on a real server: schemathesis itself, and the checks of graphql-cop written anew.

graphql-cop is no package, so it cannot be installed with the others; its list of checks is what is kept here. What it
would report and we accept is in docs/security.md.
"""

import re
from collections import Counter

import httpx
import pytest
import schemathesis
from graphql import REMOVE, Visitor, parse, print_ast, visit
from hypothesis import HealthCheck, Phase, given, settings

FORM = "application/x-www-form-urlencoded"
NOT_OURS = {"INTERNAL", "DATA_INCOMPLETE"}
ONCE = settings(
    max_examples=1,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


# ---- schemathesis


def sensible(query: str) -> str:
    """Give the made-up pages a size and a start that are allowed, and no filter, which may ask nothing.

    So the rest of the query is reached.
    """
    without = print_ast(visit(parse(query), WithoutFilters()))
    return re.sub(r'after: "[^"]*"', "after: null", re.sub(r"first: -?\d+", "first: 3", without))


class WithoutFilters(Visitor):
    """Takes filters out of a query."""

    def enter_argument(self, node, *_):
        return REMOVE if node.name.value in {"where", "filter"} else None


def test_whatever_schemathesis_makes_up_for_any_field_is_answered_or_refused_by_a_code_of_ours(served):
    operations = [each.ok() for each in schemathesis.graphql.from_url(f"{served.url}/graphql").get_all_operations()]
    outcomes: Counter[str] = Counter()

    def ask(case, query: str) -> None:
        case.body = query
        response = case.call()
        codes = {each["extensions"]["code"] for each in response.json().get("errors", ())}
        assert response.status_code == 200, query
        assert not codes & NOT_OURS, query
        outcomes.update(codes or {"OK"})

    for each in operations:

        @ONCE
        @given(each.as_strategy())
        def check(case) -> None:
            made_up = case.body
            ask(case, made_up)
            ask(case, sensible(made_up))

        check()

    fields = {each["name"] for kind in ("query", "mutation") for each in fields_of(served, kind)}
    assert {each.label.rpartition(".")[2] for each in operations} == fields
    assert outcomes["OK"] > len(operations) / 5, outcomes


def fields_of(served, kind: str) -> list[dict]:
    root = served.ask(f"{{ __schema {{ {kind}Type {{ fields {{ name }} }} }} }}")["data"]["__schema"][f"{kind}Type"]
    return root["fields"]


# ---- the checks of graphql-cop


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("query { " + " ".join(f"alias{n}: __typename" for n in range(101)) + " }", "OPERATION_TOO_LARGE"),
        ("query cop { __typename @aa@aa@aa@aa@aa@aa@aa@aa@aa@aa }", "OPERATION_TOO_LARGE"),
        ("query { __typename " + "@include(if: true) " * 60 + " }", "OPERATION_TOO_LARGE"),
        ("query { " + "__typename " * 500 + " }", "OPERATION_TOO_LARGE"),
        ("query { " + "__typename " * 5000 + " }", "BAD_OPERATION"),
        (
            "query { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }",
            "BAD_OPERATION",
        ),
        ("query { ...A } fragment A on Query { ...B } fragment B on Query { ...A }", "BAD_OPERATION"),
    ],
    ids=[
        "alias overloading",
        "directive overloading",
        "directive overloading, known ones",
        "field duplication",
        "field duplication, beyond the tokens",
        "circular introspection",
        "circular fragments",
    ],
)
def test_what_would_overload_is_refused(served, query, code):
    answer = served.ask(query)

    assert "data" not in answer
    assert code in {each["extensions"]["code"] for each in answer["errors"]}
    # graphql-cop takes ten errors for ten directives that were looked at.
    assert len(answer["errors"]) < 10


def test_a_batch_of_queries_is_refused(served):
    response = httpx.post(f"{served.url}/graphql", json=[{"query": "{ __typename }"}] * 10, timeout=30)

    assert response.status_code == 400


def test_what_a_page_of_somebody_else_could_send_without_asking_is_refused(served):
    """POST of a form, or of no body, needs no preflight in a browser; nor does GET, which therefore cannot write."""
    url, asked = f"{served.url}/graphql", {"query": "mutation { __typename }"}

    statuses = [
        httpx.post(url, data=asked, timeout=30).status_code,
        httpx.post(url, params=asked, timeout=30).status_code,
        httpx.post(url, content=b'{"query": "{ __typename }"}', headers={"content-type": FORM}, timeout=30).status_code,
        httpx.get(url, params=asked, timeout=30).status_code,
    ]

    assert statuses == [415, 415, 415, 405]


def test_no_trace_and_nothing_of_the_inside_is_shown(served):
    asked = {"query": "{ majors(first: 1) { nodes { id } } }"}
    traced = httpx.post(f"{served.url}/graphql", json=asked, headers={"x-apollo-tracing": "1"}, timeout=30).json()
    broken = served.ask("qwerty cop { abc }")

    assert list(traced) == ["data"]
    assert [set(each["extensions"]) for each in broken["errors"]] == [{"code"}]
    assert "Traceback" not in str(broken)


def test_no_console_stands_at_the_usual_places(served):
    found = {
        path: httpx.get(f"{served.url}/{path}", headers={"accept": "text/html"}, timeout=30).status_code
        for path in ("graphiql", "playground", "console", "graphql")
    }

    assert found == {"graphiql": 404, "playground": 404, "console": 404, "graphql": 406}


def test_suggestions_tell_no_more_than_introspection_does(served):
    (error,) = served.ask("{ major { nam } }")["errors"][:1]
    known = {
        each["name"] for each in served.ask('{ __type(name: "Major") { fields { name } } }')["data"]["__type"]["fields"]
    }

    suggested = set(re.findall(r"'(\w+)'", error["message"].partition("Did you mean")[2]))
    assert suggested
    assert suggested <= known


def test_a_field_repeated_up_to_the_limit_is_read_once(served):
    assert served.ask("query { " + "__typename " * 110 + " }") == {"data": {"__typename": "Query"}}

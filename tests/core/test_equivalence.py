"""The shaped answer against graphql-core's own walk, and pages against the whole list, on the national graph.

Every operation is planned twice: as the server does it, and with the walk forced. Holes are made in the record, so that
the check has something to find.
"""

import copy
import json
import os

from graphql import GraphQLObjectType, get_named_type, is_leaf_type
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.directory import EMPTY
from graph.errors import UserError
from resolvers.directory import DirectoryKeeper
from resolvers.documents import RefusedError
from resolvers.operation import Operations, Request, Tier, Trace
from schema.build import executable_schema
from tests.golden.make import PLANNERS, all_cases

# In CI the full number; at home a quick look.
COUNT = 1000 if os.environ.get("CI") else 150
CASES = {each.name: each for each in all_cases()}


class NoDatabase:
    """Reads nothing."""

    current = EMPTY


OPERATIONS = Operations(executable_schema(), PLANNERS, None, NoDatabase())  # type: ignore[arg-type]
SKIPPED = {"lookup-missing", "paths-none", "introspection-mix"}


def answers_of(case, columns, params):
    """Give the shaped answer and the walked one for the same record."""
    operation = OPERATIONS._documents.operation(case.query, None)
    values = OPERATIONS._coerced(operation, case.variables)
    prepared = OPERATIONS._prepared(operation, values)
    trace = Trace(params=params)
    data, fits = prepared.shape(copy.deepcopy(columns), params)
    walked = OPERATIONS._walk(operation, prepared, Request(case.query, case.variables), copy.deepcopy(columns), trace)
    return (data, fits), walked


def holes(draw, value):
    """Put nulls and values of a wrong type into a record."""
    if isinstance(value, list):
        return [holes(draw, each) for each in value]
    return (
        draw(st.sampled_from([value] * 12 + [None, 5, "x"])) if isinstance(value, str | int | float | bool) else value
    )


async def records_of(national):
    """Give the record of every golden case, with its parameters."""
    found = {}

    class Keeping:
        async def read(self, statement, **options):
            rows = await national.read(statement, **options)
            Keeping.last = (rows[0], statement.params)
            return rows

    keeper = DirectoryKeeper(national)
    await keeper.at_least(0)
    for name, case in CASES.items():
        if name not in SKIPPED:
            operations = Operations(executable_schema(), PLANNERS, Keeping(), keeper)  # type: ignore[arg-type]
            await operations.run(Request(case.query, case.variables))
            row, params = Keeping.last
            found[name] = (row, params)
    return found


async def test_shaping_and_walking_agree_also_on_records_with_holes(national):
    records = await records_of(national)
    tiers = {Tier.FAST: 0, Tier.REPLAY: 0}

    @settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
    @given(name=st.sampled_from(sorted(records)), data=st.data())
    def check(name, data):
        row, params = records[name]
        case = CASES[name]
        operation = OPERATIONS._documents.operation(case.query, None)
        prepared = OPERATIONS._prepared(operation, OPERATIONS._coerced(operation, case.variables))
        columns = holes(data.draw, row[: len(prepared.compiled.columns)])
        try:
            (shaped, fits), walked = answers_of(case, columns, params)
        except (TypeError, ValueError, KeyError, IndexError):
            return  # a hole in a page's own machinery, which no graph can make
        if fits:
            tiers[Tier.FAST] += 1
            assert walked.errors == []
            assert json.dumps(shaped) == json.dumps(walked.data)
        else:
            tiers[Tier.REPLAY] += 1
            # graphql-core reports an error, or coerces the value (5 to "5"); the shaper was right not to pass it.
            assert walked.errors or json.dumps(shaped) != json.dumps(walked.data)

    check()
    assert min(tiers.values()) > 30


async def test_pages_walk_the_whole_list_once_in_any_order(national):
    orders = [
        "",
        "orderBy: [{by: BATCH}]",
        "orderBy: [{by: BATCH, direction: DESC}]",
        "orderBy: [{by: NAME, direction: DESC}, {by: BATCH}]",
    ]
    keeper = DirectoryKeeper(national)
    await keeper.at_least(0)
    operations = Operations(executable_schema(), PLANNERS, national, keeper)
    for order in orders:
        whole, after = [], None
        for _ in range(20):
            query = f"query ($after: String) {{ certificates(first: 17, after: $after {order and ', ' + order}) {{ nodes {{ id batch name }} pageInfo {{ hasNextPage endCursor }} }} }}"
            answer = await operations.run(Request(query, {"after": after}))
            page = answer.data["certificates"]
            whole += page["nodes"]
            after = page["pageInfo"]["endCursor"]
            if not page["pageInfo"]["hasNextPage"]:
                break

        assert len(whole) == len({each["id"] for each in whole}) == 116, order
        if order == "":
            assert whole == sorted(whole, key=lambda each: each["id"])
        if "DESC}]" in order and "BATCH" in order:
            batches = [each["batch"] for each in whole]
            known = [each for each in batches if each is not None]
            assert batches == [None] * (116 - len(known)) + sorted(known, reverse=True)


OBJECTS = {name: kind for name, kind in executable_schema().type_map.items() if isinstance(kind, GraphQLObjectType)}
STARTS = (
    'major(code: "510203")',
    'certificate(name: "JavaWeb应用开发")',
    "majors(first: 2)",
    'teachingStandard(majorCode: "510203")',
    'province(code: "440000")',
    'node(id: "Certificate:JavaWeb应用开发")',
    'search(text: "软件", first: 2)',
    "policies(first: 2, orderBy: [{by: ISSUED_ON}])",
)


@st.composite
def selections(draw, kind, depth: int) -> str:
    """Draw a selection of a type: fields, aliases, ``__typename``, fragments, ``@skip`` and ``@include``, repeats."""
    if not isinstance(kind, GraphQLObjectType):
        return draw(selections_of_interface(kind, depth))
    names = draw(st.lists(st.sampled_from(sorted(kind.fields)), min_size=1, max_size=4))
    parts = [draw(st.sampled_from(["", "__typename", "kind: __typename"]))]
    for place, name in enumerate(names):
        inner = get_named_type(kind.fields[name].type)
        below = "" if is_leaf_type(inner) else draw(selections(inner, depth - 1)) if depth > 0 else None
        if below is None:
            continue
        size = "(first: 2)" if "first" in kind.fields[name].args else ""
        # An alias of its own wherever arguments or selections could differ; plain leaves may repeat and merge.
        alias = "" if not below and draw(st.booleans()) else f"f{place}{name}: "
        directive = draw(
            st.sampled_from(
                ["", "", "", " @include(if: true)", " @skip(if: true)", " @include(if: $on)", " @skip(if: $on)"]
            )
        )
        part = f"{alias}{name}{size}{directive}{below}"
        parts.append(f"... on {kind.name} {{ {part} }}" if draw(st.booleans()) and not alias else part)
    return "{ " + " ".join([each for each in parts if each] or ["__typename"]) + " }"


@st.composite
def selections_of_interface(draw, kind, depth: int) -> str:
    chosen = draw(st.lists(st.sampled_from(["Major", "Certificate", "Course"]), unique=True, max_size=2))
    parts = [f"... on {name} {draw(selections(OBJECTS[name], min(depth, 1)))}" for name in chosen]
    return "{ __typename id " + " ".join(parts) + " }"


@st.composite
def operations_drawn(draw) -> tuple[str, bool]:
    starts = draw(st.lists(st.sampled_from(STARTS), min_size=1, max_size=2))
    query_type = executable_schema().query_type
    roots = []
    for place, start in enumerate(starts):
        kind = get_named_type(query_type.fields[start.partition("(")[0]].type)
        roots.append(f"r{place}: {start} {draw(selections(kind, 3))}")
    return "query ($on: Boolean!) { " + " ".join(roots) + " __typename @skip(if: $on) }", draw(st.booleans())


async def test_generated_operations_are_answered_as_graphql_core_would(national):
    """Documents that nobody wrote: each is one statement, and the shaped answer is the walked one, key by key."""
    keeper = DirectoryKeeper(national)
    await keeper.at_least(0)
    operations = Operations(executable_schema(), PLANNERS, national, keeper)
    drawn: list[tuple[str, bool]] = []

    @settings(max_examples=COUNT, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    @given(operations_drawn())
    def draw(each):
        drawn.append(each)

    draw()
    answered = 0
    for query, on in drawn:
        try:
            answer = await operations.run(Request(query, {"on": on}))
        except (RefusedError, UserError):
            continue
        answered += 1
        assert answer.trace.statements == 1
        assert json.dumps(answer.data) == json.dumps(await walked(operations, query, {"on": on})), query
    assert answered > COUNT * 0.6


async def walked(operations, query, variables):
    """Answer the same operation by graphql-core's walk over a record read anew."""
    operation = operations._documents.operation(query, None)
    values = operations._coerced(operation, variables)
    prepared = operations._prepared(operation, values)
    trace = Trace()
    columns, _ = await operations._read(operation, prepared, values, trace)
    return operations._walk(operation, prepared, Request(query, variables), columns, trace).data

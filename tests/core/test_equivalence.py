"""The shaped answer against graphql-core's own walk, and pages against the whole list, on the national graph.

Every operation is planned twice: as the server does it, and with the walk forced. Holes are made in the record, so that
the check has something to find.
"""

import copy
import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis_graphql import queries

from graph.directory import EMPTY
from graph.errors import UserError
from graph.plan import Inputs
from resolvers.documents import Documents, RefusedError
from resolvers.operation import Operations, Request, Tier, Trace
from schema.build import build_schema, executable_schema
from tests.golden.make import PLANNERS, all_cases, run_counted

SDL = build_schema().as_str()
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

    from resolvers.directory import DirectoryKeeper

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
            assert walked.errors

    check()
    assert min(tiers.values()) > 30


async def test_pages_walk_the_whole_list_once_in_any_order(national):
    orders = [
        "",
        "orderBy: [{by: BATCH}]",
        "orderBy: [{by: BATCH, direction: DESC}]",
        "orderBy: [{by: NAME, direction: DESC}, {by: BATCH}]",
    ]
    for order in orders:
        whole, after = [], None
        for _ in range(20):
            query = f"query ($after: String) {{ certificates(first: 17, after: $after {order and ', ' + order}) {{ nodes {{ id batch name }} pageInfo {{ hasNextPage endCursor }} }} }}"
            ((answer, _),) = await run_counted(national, [Request(query, {"after": after})])
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


async def test_generated_operations_are_answered_or_refused_never_broken(national):
    """Documents that nobody wrote: each is answered in one statement, by the shaper, or refused with an error of ours."""
    from resolvers.directory import DirectoryKeeper

    documents = Documents(executable_schema())
    drawn: list[str] = []

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(query=queries(SDL, fields=["majors", "certificate", "search", "node", "paths", "provinces"]))
    def draw(query):
        drawn.append(query)

    draw()
    keeper = DirectoryKeeper(national)
    await keeper.at_least(0)
    operations = Operations(executable_schema(), PLANNERS, national, keeper)
    answered = 0
    for query in drawn:
        try:
            documents.operation(query, None)
            answer = await operations.run(Request(query))
        except (RefusedError, UserError):
            continue
        answered += 1
        assert answer.trace.statements <= 1
        walk = await walked(operations, query, answer)
        assert json.dumps(answer.data) == json.dumps(walk), query
    assert answered > 5


async def walked(operations, query, answer):
    """Answer the same operation by graphql-core's walk over a record read anew."""
    operation = operations._documents.operation(query, None)
    values = operations._coerced(operation, {})
    prepared = operations._prepared(operation, values)
    trace = Trace()
    columns, inputs = await operations._read(operation, prepared, values, trace)
    assert isinstance(inputs, Inputs)
    return operations._walk(operation, prepared, Request(query), columns, trace).data

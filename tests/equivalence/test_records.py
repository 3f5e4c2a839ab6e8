"""The shaped answer against graphql-core's own walk over the same record, and pages against the whole list.

The oracle does not know the questions answered by statements written by hand, beyond search and paths: they have tests by
hand of their own. Here every golden case, theirs too, is shaped and walked over its record from the national graph, with
holes made in it, so that the check has something to find.
"""

import json
import random

from graph.query.plan import Inputs
from resolvers.identify import Request
from resolvers.operation import Operations, PlannedQuery, Read, _answered
from resolvers.trace import Tier, Trace
from schema.build import executable_schema
from tests.directories import keeper_on
from tests.golden.make import PLANNERS, all_cases, kept_operations

CASES = {each.name: each for each in all_cases()}
TRIES = 8


SKIPPED = {"lookup-missing", "paths-none", "introspection-mix"}


def holes(rng: random.Random, value):
    """Copy a record with nulls and values of a wrong type put into it."""
    if isinstance(value, list):
        return [holes(rng, each) for each in value]
    return rng.choice((None, 5, "x")) if value is not None and rng.random() < 0.1 else value


async def records_of(national):
    """Give the record of every golden case as the shaper gets it, with its parameters and plan."""
    operations, graph = kept_operations()
    await graph.turn_to(national)
    for name, case in CASES.items():
        if name not in SKIPPED:
            graph.statements.clear()
            request = Request(case.query, case.variables)
            await operations.run(request)
            (statement,) = graph.statements
            identified = operations.identifier.identify(request, Trace())
            columns = graph.rows[0][: len(identified.prepared.compiled.columns)]
            inputs = Inputs(identified.values.coerced, graph.current)
            yield case, _answered(identified.prepared, Read(columns, inputs)).columns, statement.params, identified


async def test_shaping_and_walking_agree_also_on_records_with_holes(national):
    tiers = {Tier.FAST: 0, Tier.REPLAY: 0}
    operations, _ = kept_operations()
    async for case, whole, params, identified in records_of(national):
        prepared = identified.prepared
        query = PlannedQuery(identified.operation, prepared, identified.values, (), Trace(params=params))
        for seed in range(TRIES):
            # The first is as it was read.
            columns = holes(random.Random(seed), whole) if seed else whole
            try:
                data, fits = prepared.shape(columns, params)
                walked = operations._walk(query, Request(case.query, case.variables), columns, {})
            except (TypeError, ValueError, KeyError, IndexError):
                assert seed, case.name
                continue  # a hole in a page's own machinery, which no graph can make
            tiers[Tier.FAST if fits else Tier.REPLAY] += 1
            if fits:
                assert walked.errors == []
                assert json.dumps(data) == json.dumps(walked.data)
            else:
                assert seed, case.name
                # An error, or a coerced value (5 to "5"); the shaper was right not to pass it.
                assert walked.errors or json.dumps(data) != json.dumps(walked.data)
    assert min(tiers.values()) > len(CASES) / 2


ORDERS = (
    "",
    "orderBy: [{by: BATCH}]",
    "orderBy: [{by: BATCH, direction: DESC}]",
    "orderBy: [{by: NAME, direction: DESC}, {by: BATCH}]",
)


async def test_pages_walk_the_whole_list_once_in_any_order(national):
    operations = Operations(executable_schema(), PLANNERS, national, await keeper_on(national))
    for order in ORDERS:
        query = f"query ($after: String) {{ certificates(first: 17, after: $after {order and ', ' + order}) {{ nodes {{ id batch name }} pageInfo {{ hasNextPage endCursor }} }} }}"
        whole, after = [], None
        for _ in range(20):
            page = (await operations.run(Request(query, {"after": after}))).data["certificates"]
            whole += page["nodes"]
            after = page["pageInfo"]["endCursor"]
            if not page["pageInfo"]["hasNextPage"]:
                break

        assert len(whole) == len({each["id"] for each in whole}) == 203, order
        if order == "":
            assert whole == sorted(whole, key=lambda each: each["id"])
        if "DESC}]" in order and "BATCH" in order:
            batches = [each["batch"] for each in whole]
            known = [each for each in batches if each is not None]
            assert batches == [None] * (len(whole) - len(known)) + sorted(known, reverse=True)

"""Golden cases: operation, plan, Cypher, parameters and result side by side in tests/golden/cases.

Renew with ONEPLUSX_RENEW_GOLDENS=1, and read the diff: it shows what a change did to each query.
"""

import json

import pytest

from graph.errors import OperationTooLargeError
from graph.query.directory import EMPTY_DIRECTORY
from resolvers.identify import Request
from tests.conftest import on_engines
from tests.golden.layout import lay_out
from tests.golden.make import all_cases, compare, parameters, run_counted, shown_plan

CASES = all_cases()
by_name = pytest.mark.parametrize("case", CASES, ids=[each.name for each in CASES])


@by_name
def test_the_plan_and_its_cypher(case):
    plan, prepared, coerced = case.planned

    compare(case.sibling(".plan"), shown_plan(plan))
    compare(case.sibling(".cypher"), lay_out(prepared.compiled.text))
    given = parameters(prepared.compiled, coerced, EMPTY_DIRECTORY)
    compare(case.sibling(".params.json"), json.dumps(given, ensure_ascii=False, indent=1) + "\n")


@on_engines("embedded", "neo4j", "neo4j-2026")
async def test_the_results_are_the_same_on_every_engine_with_one_statement_each(national):
    answers = await run_counted(national, [Request(each.query, each.variables) for each in CASES])

    for case, (answer, statements) in zip(CASES, answers, strict=True):
        shown = {"data": answer.data, "errors": [each.message for each in answer.errors], "tier": answer.trace.tier}
        compare(case.sibling(".result.json"), json.dumps(shown, ensure_ascii=False, indent=1) + "\n")
        assert statements == 1, case.name


async def test_the_directory_follows_the_graph(database):
    """A write raises the revision; the next page and search know of it."""
    from graph.connection.database import Statement

    async def add(number: int):
        values = {
            "id": f"JobRole:{number}",
            "name": f"岗位{number}",
            "basis": "EDITORIAL",
            "sourceIds": [],
            "pinyin": "",
        }
        await database.write(lambda writer: writer.run(Statement("CREATE (n:JobRole) SET n = $v", {"v": values})))

    ask = [Request('{ jobRoles { totalCount nodes { name } } search(text: "岗位") { node { id } } }')]
    await add(1)
    ((first, _),) = await run_counted(database, ask)
    from graph.connection.directory_keeper import DirectoryKeeper
    from resolvers.operation import Operations
    from schema.build import executable_schema
    from tests.golden.make import PLANNERS

    operations = Operations(executable_schema(), PLANNERS, database, DirectoryKeeper(database))
    before = await operations.run(ask[0])
    await add(2)
    after = await operations.run(ask[0])

    assert first.data == before.data
    assert [each["name"] for each in after.data["jobRoles"]["nodes"]] == ["岗位1", "岗位2"]
    assert after.data["jobRoles"]["totalCount"] == len(after.data["search"]) == 2


async def test_what_is_too_large_is_refused_before_any_statement(national):
    query = "{ majors(first: 100) { nodes { majorClass { majors(first: 100) { nodes { id name code basis edition } } } } } }"
    with pytest.raises(OperationTooLargeError):
        await run_counted(national, [Request(query)])

"""The plan gate: what Neo4j's planner makes of every golden statement, and how much of the store each one reads.

EXPLAIN shows the plan. Refused are a scan of all nodes, a scan of a label where the model declares an index, an Eager
(a read that holds all its rows back), and a product of two sides of which either may have many rows. A product of
single rows, such as two look-ups by id or the columns of two root fields, costs nothing and is let pass.

PROFILE counts the reads of the store, ``dbHits``, the same number on every machine. tests/golden/db-hits.json keeps
them; a case that reads more fails until its plan is read and the file renewed with ONEPLUSX_RENEW_GOLDENS=1. For
``review-queue`` the planner has two plans of equal cost and takes either: 20,878 or 20,993 reads. The file has the
greater number.

The server keeps the plan of a statement: what another test of the session ran is explained and profiled at once.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import neo4j
import pytest

from graph.model.core import Property
from graph.query.compile import Compiled
from graph.query.plan import AllOf, Compare, Comparison, Page, Plan
from tests.conftest import on_engines
from tests.directories import keeper_on
from tests.golden.make import RENEW, all_cases, parameters, plan_case

CASES = all_cases()
DB_HITS = Path(__file__).parent / "db-hits.json"
# Keep their rows as they are, or make fewer.
PASSING = frozenset(
    {"Projection", "ProduceResults", "Filter", "Argument", "Optional", "CacheProperties", "Limit"}
    | {"EmptyRow", "RollUpApply", "LetSemiApply", "LetAntiSemiApply"}
)
SINGLE = frozenset({"NodeUniqueIndexSeek", "NodeUniqueIndexSeek(Locking)", "Limit"})

# What an index on the property can answer.
SOUGHT = frozenset(Comparison) - {Comparison.CONTAINS, Comparison.IS_NULL, Comparison.HAS}


def sought(condition) -> Iterator[Property]:
    """The properties that every row must fulfil a condition on."""
    match condition:
        case Compare(property=found, comparison=comparison) if comparison in SOUGHT:
            yield found
        case AllOf(conditions=conditions):
            for each in conditions:
                yield from sought(each)


def without_index(plan: Plan, compiled: Compiled) -> set[str]:
    """The labels that a plan may read whole: of lists filtered and sorted by nothing indexed, and where a question may."""
    pages = [each for each in plan.roots if isinstance(each, Page)]
    questions = {name for each in compiled.questions if each for name in each.reads_whole}
    return questions | {each.target.name for each in pages if not any(found.indexed for found in helpful(each))}


def helpful(page: Page) -> Iterator[Property]:
    """The properties whose index would spare a page the whole label; a count of what passes a filter is not spared."""
    yield from sought(page.where)
    if page.total is None:
        yield from (key.property for key in page.order[:1] if key.property.required)


def kind(operator) -> str:
    return operator["operatorType"].split("@")[0]


def walk(operator) -> Iterator[dict]:
    yield operator
    for child in operator.get("children", []):
        yield from walk(child)


def has_one_row(operator) -> bool:
    """Whether an operator gives one row at most, whatever the data."""
    name, children = kind(operator), operator.get("children", [])
    if name in SINGLE:
        return True
    if name == "EagerAggregation":
        # Without grouping keys only the aggregates are given.
        return not operator["args"].get("Details", "").split("collect(")[0].split("count(")[0].strip()
    if name in PASSING:
        return not children or has_one_row(children[0])
    return name in {"CartesianProduct", "Apply"} and all(has_one_row(each) for each in children)


def faults(plan, may_be_read_whole=frozenset()) -> Iterator[str]:
    for operator in walk(plan):
        details = operator["args"].get("Details", "")
        match kind(operator):
            case "AllNodesScan" | "Eager" | "DirectedAllRelationshipsScan" | "UndirectedAllRelationshipsScan" as found:
                yield f"{found} {details}"
            case "NodeByLabelScan" if details.split(":")[-1] not in may_be_read_whole:
                yield f"NodeByLabelScan {details}"
            case "CartesianProduct" if sum(not has_one_row(each) for each in operator["children"]) > 1:
                # A row next to many is no product.
                yield "CartesianProduct of many rows"


@pytest.fixture
async def directory(national):
    return (await keeper_on(national)).current


def ask(address, prefix: str, directory) -> Iterator[tuple[str, set[str], neo4j.ResultSummary]]:
    with neo4j.GraphDatabase.driver(
        address.uri, auth=(address.user, address.password), notifications_min_severity="OFF"
    ) as driver:
        for case in CASES:
            plan, prepared, coerced = case.planned
            given = parameters(prepared.compiled, coerced, directory)
            asked = driver.execute_query(f"{prefix} {prepared.compiled.text}", given, database_=address.database)
            yield case.name, without_index(plan, prepared.compiled), asked.summary


@on_engines("neo4j", "neo4j-2026")
async def test_no_statement_reads_more_than_it_must(national_address, directory):
    found = {
        name: list(faults(summary.plan, may_be_read_whole))
        for name, may_be_read_whole, summary in ask(national_address, "EXPLAIN", directory)
    }

    assert {name: each for name, each in found.items() if each} == {}


@on_engines("neo4j")
async def test_no_statement_reads_more_of_the_store_than_before(national_address, directory):
    found = {
        name: sum(each.get("dbHits", 0) for each in walk(summary.profile))
        for name, _, summary in ask(national_address, "PROFILE", directory)
    }
    if RENEW:
        DB_HITS.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    kept = json.loads(DB_HITS.read_text(encoding="utf-8"))

    assert found.keys() == kept.keys()
    assert {name: (kept[name], hits) for name, hits in found.items() if hits > kept[name]} == {}


def test_the_gate_refuses_what_it_must():
    def operator(name, *children, details=""):
        return {"operatorType": f"{name}@neo4j", "args": {"Details": details}, "children": list(children)}

    seek, scan = operator("NodeUniqueIndexSeek"), operator("NodeByLabelScan", details="n:Major")
    grouped = operator("EagerAggregation", scan, details="n.level AS level, count(*) AS many")
    single = operator("EagerAggregation", seek, details="collect(n.name) AS c0")

    assert list(faults(operator("CartesianProduct", seek, single))) == []
    assert list(faults(operator("CartesianProduct", seek, grouped), {"Major"})) == []
    assert list(faults(operator("CartesianProduct", grouped, scan), {"Major"})) == ["CartesianProduct of many rows"]
    assert list(faults(operator("Eager", operator("AllNodesScan")))) == ["Eager ", "AllNodesScan "]
    assert list(faults(scan, {"Major"})) == []


def test_a_label_is_read_whole_only_where_no_index_serves():
    def may(query):
        plan, prepared, _ = plan_case(query, {})
        return without_index(plan, prepared.compiled)

    assert may("{ certificates(orderBy: [{by: BATCH}]) { nodes { id } } }") == {"Certificate"}
    assert may('{ majors(where: {code: {eq: "x"}}, orderBy: [{by: EDITION}]) { nodes { id } } }') == set()

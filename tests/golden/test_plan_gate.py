"""The plan gate: what Neo4j's planner makes of every golden statement, and how much of the store each one reads.

PROFILE shows the plan by which a statement ran. Refused are a scan of all nodes, a scan of a label where the model declares
an index, an Eager (a read that holds all its rows back), and a product of two sides of which either may have many rows.
A product of single rows, such as two look-ups by id or the columns of two root fields, costs nothing and is let pass.

It counts the reads of the store, ``dbHits``, the same number on every machine. tests/golden/db-hits.json keeps them; a
case that reads more fails until its plan is read and the file renewed with ONEPLUSX_RENEW_GOLDENS=1. For
``review-queue`` the planner has two plans of equal cost and takes either: 20,878 or 20,993 reads. The file has the
greater number.

Each statement is profiled once for both: to prepare those anew that were explained took 17 seconds of a processor.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import neo4j
import pytest

from graph.connection.address import GraphAddress
from graph.connection.database import Database, Limits
from graph.model.core import Property
from graph.query.compile import Compiled
from graph.query.directory import Directory
from graph.query.plan import AllOf, Compare, Comparison, Page, Plan
from tests.conftest import on_engines
from tests.directories import keeper_on
from tests.golden.make import RENEW, Case, all_cases, parameters, plan_case

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


class Profile(NamedTuple):
    """The last operator of a plan, above all others, and the labels that it may read whole."""

    root: dict[str, Any]
    may_be_read_whole: set[str]


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


@pytest.fixture(scope="module")
async def profiles(national_address: GraphAddress) -> dict[str, Profile]:
    """How Neo4j ran the statement of each case."""
    async with Database.open(national_address, Limits(statement_s=30)) as database:
        directory = (await keeper_on(database)).current
    with neo4j.GraphDatabase.driver(
        national_address.uri,
        auth=(national_address.user, national_address.password),
        notifications_min_severity="OFF",
    ) as driver:
        return {case.name: profile(case, driver, national_address.database, directory) for case in CASES}


def profile(case: Case, driver: neo4j.Driver, database: str, directory: Directory) -> Profile:
    plan, prepared, coerced = case.planned
    given = parameters(prepared.compiled, coerced, directory)
    ran = driver.execute_query(f"PROFILE {prepared.compiled.text}", given, database_=database)
    assert ran.summary.profile is not None
    return Profile(ran.summary.profile, without_index(plan, prepared.compiled))


@on_engines("neo4j", "neo4j-2026")
def test_no_statement_reads_more_than_it_must(profiles):
    found = {name: list(faults(each.root, each.may_be_read_whole)) for name, each in profiles.items()}

    assert {name: each for name, each in found.items() if each} == {}


@on_engines("neo4j")
def test_no_statement_reads_more_of_the_store_than_before(profiles):
    found = {name: sum(each.get("dbHits", 0) for each in walk(one.root)) for name, one in profiles.items()}
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

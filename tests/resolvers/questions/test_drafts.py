"""What questions, search and paths say is the same with drafts of others in the graph as without them.

Every training plan of the national graph stands there once more as a draft, with the same names and links. So whatever
reaches a plan would say something else if it met one.
"""

import json
from collections.abc import Collection, Iterator
from typing import Any

import pytest

from graph.model import MODEL
from graph.model.core import DRAFT_OF, Relationship
from graph.model.drafts import READER
from graph.query.statement import Statement
from resolvers.identify import Request
from resolvers.questions.argument_kinds import InputObjectArgument, NodeArgument
from resolvers.questions.registry import QUESTIONS
from resolvers.rights import EVERYBODY, Rights
from tests.conftest import on_engines
from tests.golden.make import all_cases, plan_case, run_counted

COLLEGE, OTHER = Rights("College:own"), Rights("College:other")
LABELS = [each.name for each in MODEL.node_types.values() if each.has_drafts and each.name not in {"Change", "Source"}]
# No alignment or review speaks of a draft.
SPEAKING = {"ALIGNS_PLAN_COURSE", "PLAN_COVERS", "REVIEW_OF_PLAN", "ALIGNS_OUTCOME"}
LINKS = [
    each
    for each in MODEL.relationships.values()
    if {each.start, each.end} & {*LABELS} and each.start != "Change" and each.type not in SPEAKING
]
ASKED_BY_ID = ("TrainingPlan", "PlanCourse")
SUFFIX = ":9"
# What the questions ask besides, where they need it.
GIVEN = {"target": "Certificate:Web前端开发", "from": "Major:2021:510203", "to": "Major:2021:510203"}
PUBLISHED = "TrainingPlan:上海农林职业技术学院:软件技术:"
EDITS = '[{action: CHANGE_PLAN, plan: {title: "x"}}]'
# Figures of the country, which count no draft of anybody.
NATIONAL = {"coverage-cube", "gaps", "release-audit", "known-extent", "facts"}


def cases() -> list[tuple[str, Request]]:
    facts = "{ releaseAudit { checks { facts { name basis facts withoutSource } } } }"
    golden = [(each.name, Request(each.query, each.variables)) for each in all_cases()]
    return [*golden, ("facts", Request(facts))]


async def write_drafts(database) -> None:
    """Write every plan with its parts once more, as a draft of the college."""
    for label in LABELS:
        rows = await database.read(Statement(f"MATCH (n:{label}) RETURN properties(n)"))
        drafts = [{**row[0], "id": row[0]["id"] + SUFFIX, DRAFT_OF.name: COLLEGE} for row in rows]
        await create(database, f"UNWIND $rows AS row CREATE (n:{label}) SET n = row", drafts)
    for each in LINKS:
        text = f"MATCH (a:{each.start})-[r:{each.type}]->(b:{each.end}) RETURN a.id, b.id, properties(r)"
        rows = await database.read(Statement(text))
        await create(database, create_link(each), [row for row in rows if SUFFIX not in (row[0][-2:], row[1][-2:])])


def create_link(each: Relationship) -> str:
    start, end = (f"row[{place}]{suffix(name)}" for place, name in enumerate((each.start, each.end)))
    return (
        f"UNWIND $rows AS row MATCH (a:{each.start} {{id: {start}}}) MATCH (b:{each.end} {{id: {end}}}) "
        f"CREATE (a)-[r:{each.type}]->(b) SET r = row[2]"
    )


def suffix(name: str) -> str:
    return f" + '{SUFFIX}'" if name in LABELS else ""


async def create(database, text: str, rows: list[Any]) -> None:
    for first in range(0, len(rows), 1_000):
        batch = Statement(text, {"rows": rows[first : first + 1_000]})
        await database.write(lambda writer, statement=batch: writer.run(statement))


async def remove_drafts(database) -> None:
    for label in LABELS:
        remove = Statement(f"MATCH (n:{label}) WHERE n.draftOf IS NOT NULL DETACH DELETE n")
        await database.write(lambda writer, statement=remove: writer.run(statement))


@pytest.fixture
async def with_drafts(national):
    """The national graph, and the answers to all cases before the drafts were written."""
    before = await answers(national, EVERYBODY)
    try:
        await write_drafts(national)
        yield national, before
    finally:
        await remove_drafts(national)


async def answers(database, rights: Rights, names: Collection[str] | None = None) -> dict[str, Any]:
    asked = [each for each in cases() if names is None or each[0] in names]
    requests = [Request(each.query, each.variables, rights=rights) for _, each in asked]
    found = await run_counted(database, requests)
    return {
        name: (answer.data, sorted(each.message for each in answer.errors))
        for (name, _), (answer, _) in zip(asked, found, strict=True)
    }


def reads_drafts(asked: Request) -> bool:
    _, prepared, _ = plan_case(asked.query, dict(asked.variables))
    return f"${READER}" in prepared.compiled.text


def by_id() -> Iterator[tuple[str, str, str]]:
    """Every question that takes the id of a plan or a line of one, with the argument and the type."""
    for question in QUESTIONS:
        own = [*question.arguments]
        own += [field for each in own if isinstance(each, InputObjectArgument) for field in each.input.fields]
        for each in own:
            if isinstance(each, NodeArgument):
                yield from ((question.name, each.name, kind) for kind in ASKED_BY_ID if kind in each.types)


def document(question: str, argument: str, node_id: str) -> str:
    (asked,) = (each for each in QUESTIONS if each.name == question)
    declared = {each.name: each for each in asked.arguments}
    given: dict[str, Any] = {
        name: PUBLISHED if getattr(each, "types", ()) == ("TrainingPlan",) else GIVEN[name]
        for name, each in declared.items()
        if each.default is ... and name in GIVEN
    }
    is_list = "list" in declared[argument].annotation
    given |= {argument: [node_id] if is_list else node_id}
    if question == "coverageMatrix":
        given["columns"] = ["Certificate:Web前端开发"]
    written = ", ".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in given.items())
    edits = f", edits: {EDITS}" if "edits" in declared else ""
    return f"{{ {question}({written}{edits}) {{ __typename }} }}"


async def first_draft(database, label: str) -> str:
    text = f"MATCH (n:{label}) WHERE n.draftOf IS NOT NULL RETURN n.id ORDER BY n.id LIMIT 1"
    rows = await database.read(Statement(text))
    return rows[0][0] if rows else ""


@pytest.mark.timeout(600)  # all golden cases, twice
@on_engines("embedded", "neo4j")
async def test_all_say_the_same_to_others_and_more_to_the_own_college(with_drafts):
    database, before = with_drafts

    # A statement that does not take the college answers all callers alike.
    by_reader = {name for name, asked in cases() if reads_drafts(asked)}
    nobody, own = await answers(database, EVERYBODY), await answers(database, COLLEGE, by_reader)

    assert {name for name in before if nobody[name] != before[name]} == set()
    differing = {name for name in own if own[name] != before[name]}
    assert not by_reader & NATIONAL
    assert {"peer-comparison", "major-certificates", "demand-for-course"} <= differing
    assert await answers(database, OTHER, differing) == {name: before[name] for name in differing}
    await ask_by_id(database)


async def ask_by_id(database) -> None:
    """Ask every question of a draft: for others it is an id of nothing."""
    asked = [(*each, await first_draft(database, each[2])) for each in by_id()]
    asked = [each for each in asked if each[3]]
    for question, argument, _, node_id in asked:
        query = document(question, argument, node_id)
        hidden, missing, seen = [
            answer
            for answer, _ in await run_counted(
                database,
                [
                    Request(query),
                    Request(query.replace(node_id, f"{node_id}9")),
                    Request(query, rights=COLLEGE),
                ],
            )
        ]
        codes = [[each.original_error.code for each in answer.errors] for answer in (hidden, missing)]
        assert codes == [["NOT_FOUND"]] * 2, query
        assert hidden.data == missing.data
        assert "NOT_FOUND" not in [each.original_error.code for each in seen.errors], query
    assert {each[0] for each in asked} >= {"paths", "coverage", "trainingPlanCompliance", "suggestAlignments"}

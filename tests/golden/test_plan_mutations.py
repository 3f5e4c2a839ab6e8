"""Golden mutations of training plans: what each runs and with which parameters, and what it makes of the graph.

One case follows the other on the graph of the plan office: a revision is edited, the edit taken back, the draft
published; a plan is carried forward, and one is drafted. Renewed as the other cases are.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from graph.connection.database import Database
from graph.query.statement import Look, Row, Statement, Writer
from graph.upkeep.editors import Editor, Role
from resolvers.editing.input_checks import checked_input
from resolvers.editing.mutation import Change
from resolvers.editing.registry import MUTATIONS, by_name
from tests.golden.layout import lay_out
from tests.golden.make import compare
from tests.interchange.standard_imports.imports import whole_graph
from tests.resolvers.editing.training_plans.drafting_office import GIVEN, add_standards
from tests.resolvers.editing.training_plans.plan_office import CARRIED, DRAFT, PUBLISHED, REVISION, add_plan, edits
from tests.resolvers.editing.training_plans.test_plan_editing import ALL

FOLDER = Path(__file__).parent / "mutations"
EDITOR = Editor("wang", Role.REVIEWER, "College:甲学院")


class Case(NamedTuple):
    """A mutation with its input."""

    mutation: str
    given: Mapping[str, Any]


CASES = (
    Case("draftTrainingPlan", GIVEN),
    Case("createTrainingPlanRevision", REVISION),
    Case("editTrainingPlan", edits(*ALL, reason="按专业建设委员会意见")),
    Case("undoTrainingPlanEdit", {"trainingPlan": DRAFT, "expectedVersion": 2}),
    Case("publishTrainingPlan", {"trainingPlan": DRAFT, "expectedVersion": 3, "carryAlignments": True}),
    Case("carryTrainingPlanForward", CARRIED),
)


class Recording:
    """A writer that keeps the statements that it runs."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self.statements: list[Statement] = []

    async def run(self, statement: Statement) -> list[Row]:
        """Run a statement, and keep it."""
        self.statements.append(statement)
        return await self._writer.run(statement)

    async def send(self, statement: Statement, then: Look | None = None) -> None:
        """Send a statement, and keep it."""
        self.statements.append(statement)
        await self._writer.send(statement, then)


def test_every_mutation_of_training_plans_has_a_case():
    assert {each.mutation for each in CASES} == {each.name for each in MUTATIONS if each.node == "TrainingPlan"}


async def test_statements_and_results_are_the_same_on_every_engine(database):
    await add_plan(database)
    await add_standards(database)
    published = await _nodes_of(database, PUBLISHED)
    for case in CASES:
        before = await _lines(database)
        change, statements = await _made(database, case)
        after = await _lines(database)
        _compare(case, statements, change, before, after)
    # Whatever was made of it, a published plan is what it was.
    assert await _nodes_of(database, PUBLISHED) == published


async def _made(database: Database, case: Case) -> tuple[Change, list[Statement]]:
    """Make a change as the transaction does, and keep what is needed to take it back."""
    mutation = by_name(MUTATIONS)[case.mutation]
    found: list[tuple[Change, list[Statement]]] = []

    async def work(writer: Writer) -> None:
        recording = Recording(writer)
        change = await mutation.work(recording, EDITOR, checked_input(mutation, case.given))
        assert isinstance(change, Change)
        found[:] = [(change, recording.statements)]
        await writer.run(Statement(_TRAIL, {"id": change.node_id, "values": _trail(change)}))

    await database.write(work)
    return found[0]


_TRAIL = "MATCH (p:TrainingPlan {id: $id}) CREATE (c:Change)-[:CHANGED_TRAINING_PLAN]->(p) SET c = $values"


def _trail(change: Change) -> dict[str, Any]:
    texts = {name: json.dumps(values) for name, values in (("before", change.before), ("after", change.after))}
    key = f"{change.node_id}:{change.version}"
    return {"id": f"Change:{key}", "key": key, "action": change.action, "version": change.version, **texts}


def _compare(case: Case, statements: list[Statement], change: Change, before: list[str], after: list[str]) -> None:
    def file(suffix: str) -> Path:
        return FOLDER / f"{case.mutation}{suffix}"

    def shown(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False, indent=1) + "\n"

    compare(file(".cypher"), "\n".join(lay_out(each.text) for each in statements))
    compare(file(".params.json"), shown([each.params for each in statements]))
    gone, made = ([each for each in one if each not in set(other)] for one, other in ((before, after), (after, before)))
    trail = {"action": change.action, "version": change.version, "before": change.before, "after": change.after}
    compare(file(".result.json"), shown({"change": trail, "gone": gone, "made": made}))


async def _lines(database: Database) -> list[str]:
    """Every node and link of the graph but those of the trail, each as a text."""
    nodes, links = await whole_graph(database)
    shown = [*(each for each in nodes if each[0] != ["Change"]), *(each for each in links if "Change:" not in each[0])]
    return [json.dumps(each, ensure_ascii=False, sort_keys=True) for each in shown]


async def _nodes_of(database: Database, plan: str) -> list[Row]:
    text = (
        "MATCH (p:TrainingPlan {id: $id})-[:HAS_PLAN_COURSE|HAS_PLAN_GROUP|HAS_TARGET_CERTIFICATE|HAS_PLAN_OUTCOME"
        "|HAS_PLAN_WEEKS|HAS_PLAN_TOTAL]->(n) RETURN properties(p), properties(n) ORDER BY n.id"
    )
    return await database.read(Statement(text, {"id": plan}))

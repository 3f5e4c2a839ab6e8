"""What the graph has after random edits is what the edits make of the plan without a graph, and undo gives it back."""

import random
from collections.abc import Mapping
from typing import Any

import pytest

from analysis.training_plans.course_outcomes import outcomes_of_lines
from analysis.training_plans.plan_edits import EditAction, PlanTree, apply
from graph.query.statement import Statement
from graph.upkeep.editors import Editor, Role
from resolvers.editing.training_plans.stored_plan import read_plan
from resolvers.plan_edit_input import FIELDS, read_edits
from tests.resolvers.editing.training_plans.plan_office import DRAFT, EDIT, UNDO

EDITOR = Editor("zhao", Role.DESIGNER, "College:甲学院")
STEPS = 50
ACTIONS = [each for each in EditAction for _ in range(3 if each.endswith("LINE") else 1)]
VALUES: Mapping[str, Mapping[str, tuple[Any, ...]]] = {
    "plan": {"title": ("甲", "乙", None), "years": (3, 4)},
    "line": {
        "name": ("云计算", "网络", "数据库"),
        "credits": (1, 2.5, None, -1),
        "terms": (["1"], ["2", "3"], None, ["0"]),
        "weeklyHours": (["1: 4"], None),
        "courseNature": ("REQUIRED", "ELECTIVE"),
        "module": ("COMMON", "CORE"),
        "option": (None, "前端"),
    },
    "group": {
        "label": ("方向", "任选"),
        "kind": ("CHOOSE_ONE", "ALTERNATIVES"),
        "choose": (1, 1, None),
        "options": (["前端", "后端"], []),
        "credits": (None,),
    },
    "target": {"name": ("Web前端开发", "网络系统"), "level": ("INTERMEDIATE", "ADVANCED", None), "semesters": (["4"],)},
    "outcome": {"text": ("能编写网页", "能测试网页", "能部署网页")},
}


def random_edit(chance: random.Random, tree: PlanTree) -> dict[str, Any]:
    """Make an edit that may be good."""
    action = chance.choice(ACTIONS)
    verb, _, noun = action.partition("_")
    field = noun.lower()
    given: dict[str, Any] = {"action": str(action)}
    if verb in {"ADD", "CHANGE"}:
        names = [each for each in VALUES[field] if verb == "ADD" or chance.random() < 0.4]
        given[field] = {each: chance.choice(VALUES[field][each]) for each in names}
        if field == "line" and chance.random() < 0.5:
            given[field]["group"] = chance.choice([*tree.groups, None])
    if action == "ADD_OUTCOME":
        given["outcome"]["line"] = chance.choice([*tree.lines, "PlanCourse:none"])
    outcomes = outcomes_of_lines(tree.lines)
    parts = {"line": tree.lines, "group": tree.groups, "target": tree.targets, "outcome": outcomes}.get(field)
    if verb != "ADD" and parts is not None:
        given["of"] = chance.choice([*parts, "PlanCourse:none"])
    if action in {"ADD_LINE", "MOVE_LINE"} and tree.lines and chance.random() < 0.7:
        given["before"] = chance.choice([*tree.lines])
    return given


def content(tree: PlanTree) -> dict[str, Any]:
    """All that edits can change, in its order, groups by their places."""
    groups = {key: place for place, key in enumerate(tree.groups)}

    def own(field: str, values: Mapping[str, Any]) -> dict[str, Any]:
        return {each: values[each] for each in FIELDS[field] if values.get(each) not in (None, [])}

    def outcomes(line: Mapping[str, Any]) -> list[Mapping[str, Any]]:
        return line.get("outcomes") or []

    return {
        "plan": own("plan", tree.plan),
        "lines": [
            (own("line", each), groups.get(each.get("group") or ""), [own("outcome", one) for one in outcomes(each)])
            for each in tree.lines.values()
        ],
        "groups": [own("group", each) for each in tree.groups.values()],
        "targets": [own("target", each) for each in tree.targets.values()],
    }


async def stored_tree(office) -> PlanTree:
    """Read the draft as its mutations do."""
    found: list[PlanTree] = []

    async def read(writer) -> None:
        found[:] = [(await read_plan(writer, EDITOR, DRAFT)).tree]

    await office.database.write(read)
    return found[0]


@pytest.mark.parametrize("seed", range(2))
async def test_the_graph_has_what_the_edits_make(draft_office, seed):
    chance, made = random.Random(seed), 0
    for _ in range(STEPS):
        before = await stored_tree(draft_office)
        rows = [random_edit(chance, before) for _ in range(chance.randint(1, 3))]
        edits, errors = read_edits(rows)
        expected = apply(before, edits)
        version = before.plan["editVersion"]
        given = {"trainingPlan": DRAFT, "expectedVersion": version, "edits": rows}

        payload = await draft_office.change("zhao", EDIT, given)

        after = await stored_tree(draft_office)
        if errors or expected.problems:
            wrong = {*errors, *(each.edit for each in expected.problems)}
            assert {each["row"] for each in payload["userErrors"]} == wrong
            assert after == before
            continue
        made += 1
        assert payload["userErrors"] == []
        assert content(after) == content(expected.tree)
        if chance.random() < 0.3:
            await draft_office.change("zhao", UNDO, {"trainingPlan": DRAFT, "expectedVersion": version + 1})
            undone = await stored_tree(draft_office)
            assert undone._replace(plan={}) == before._replace(plan={})
            assert {**undone.plan, "editVersion": version} == before.plan
    assert made > STEPS // 5
    loose = (
        "MATCH (n:PlanCourse|PlanGroup|TargetCertificate|CourseOutcome) "
        "WHERE NOT (n)<--(:TrainingPlan) AND NOT (n)<-[:PLAN_HAS_OUTCOME]-(:PlanCourse) RETURN count(n)"
    )
    ids = "MATCH (p:TrainingPlan {id: $id})-[:HAS_PLAN_COURSE]->(c) RETURN c.position ORDER BY c.position"
    places = [place for (place,) in await draft_office.database.read(Statement(ids, {"id": DRAFT}))]
    assert (await draft_office.count(loose), places) == (0, [*range(1, len(places) + 1)])

"""Any edits of a plan, taken back one by one from the last to the first, give the plan as it was before each of them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.training_plans.course_outcomes import outcomes_of_lines
from analysis.training_plans.plan_edits import EditAction, PlanTree, apply
from resolvers.editing.training_plans.new_nodes import with_ids
from resolvers.editing.training_plans.tree_difference import differences, taken_back
from resolvers.plan_edit_input import read_edits
from tests.resolvers.editing.training_plans.plan_office import DRAFT, LINES, OF_PLAN, line, outcome, part
from tests.resolvers.editing.training_plans.test_random_edits import ACTIONS, VALUES

_PART = {"trainingPlanKey": DRAFT.partition(":")[2], "draftOf": "College:甲学院", "basis": "EDITORIAL", "sourceIds": []}
_OUTCOMES: dict[str, list[dict[str, object]]] = {
    line(number): [
        {
            "id": outcome(each, number),
            "code": outcome(each, number).partition(":")[2],
            "text": f"能{each}",
            "sequence": each,
        }
        for each in (1, 2)
    ]
    for number in (1, 2)
}
_LINE = {**OF_PLAN, "version": 2, "draftOf": "College:甲学院", "basis": "EDITORIAL", "sourceIds": [], "isCounted": True}


def _achieved(number: int) -> dict[str, list[dict[str, object]]]:
    return {"outcomes": _OUTCOMES[line(number)]} if line(number) in _OUTCOMES else {}


TREE = PlanTree(
    {**_LINE, "id": DRAFT, "status": "DRAFT", "title": "甲方案", "years": 3, "editVersion": 1},
    {
        line(number): {**_LINE, **each, **_achieved(number), "id": line(number), "sequence": number, "position": number}
        for number, each in enumerate(LINES, 1)
    },
    {
        part("PlanGroup", 1): {
            **_PART, "id": part("PlanGroup", 1), "number": 1, "label": "专业选修", "kind": "CHOOSE_CREDITS", "credits": 2.0
        }
    },
    {
        part("TargetCertificate", 1): {
            **_PART, "id": part("TargetCertificate", 1), "number": 1, "name": "Web前端开发", "level": "INTERMEDIATE"
        }
    },
)  # fmt: skip


@st.composite
def edit_rows(draw: st.DrawFn, tree: PlanTree) -> dict[str, object]:
    """Draw an edit that may be good, of what the plan has by now."""
    action = EditAction(draw(st.sampled_from(ACTIONS)))
    verb, _, noun = action.partition("_")
    field = noun.lower()
    row: dict[str, object] = {"action": str(action)}
    if verb in {"ADD", "CHANGE"}:
        names = draw(st.sets(st.sampled_from(sorted(VALUES[field])), min_size=1)) if verb == "CHANGE" else VALUES[field]
        values = {each: draw(st.sampled_from(VALUES[field][each])) for each in sorted(names)}
        groups = (
            {"group": draw(st.sampled_from([*tree.groups, None]))} if field == "line" and draw(st.booleans()) else {}
        )
        row[field] = {**values, **groups}
    if action == "ADD_OUTCOME":
        row["outcome"] = {**values, "line": draw(st.sampled_from([*tree.lines, "PlanCourse:none"]))}
    outcomes = outcomes_of_lines(tree.lines)
    parts = {"line": tree.lines, "group": tree.groups, "target": tree.targets, "outcome": outcomes}.get(field)
    if verb != "ADD" and parts is not None:
        row["of"] = draw(st.sampled_from([*parts, "PlanCourse:none"]))
    if action in {"ADD_LINE", "MOVE_LINE"} and tree.lines and draw(st.booleans()):
        row["before"] = draw(st.sampled_from([*tree.lines]))
    return row


@pytest.mark.slow
@given(st.data())
def test_edits_taken_back_one_by_one_give_the_plan_as_it_was(data: st.DataObject) -> None:
    tree, trail = TREE, []
    for _ in range(data.draw(st.integers(1, 8))):
        edits, errors = read_edits(data.draw(st.lists(edit_rows(tree), min_size=1, max_size=3)))
        edited = apply(tree, edits)
        if errors or edited.problems:
            continue
        after = with_ids(tree, edited.tree)
        # As the audit trail keeps them.
        kept = [json.loads(json.dumps(each)) for each in differences(tree, after)]
        trail.append((tree, *kept))
        tree = after
    for before, old, new in reversed(trail):
        tree = taken_back(tree, old, new)
        assert tree == before
        assert list(tree.lines) == list(before.lines)

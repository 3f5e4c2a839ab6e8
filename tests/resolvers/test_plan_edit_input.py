"""What a caller sends as edits of a training plan: read as stored values, with the bounds of the model."""

from typing import Any

import pytest

from analysis.training_plans.plan_edits import EditAction, EditProblem, PlanEdit, Wrong
from graph.errors import BadArgumentError
from graph.model import MODEL
from resolvers.plan_edit_input import FIELDS, TRAINING_PLAN_EDIT_ACTION, error_of, read_edits


def test_values_are_read_as_they_are_stored() -> None:
    rows = [
        {"action": "ADD_LINE", "key": "a", "before": "x", "line": {"name": " 网页设计 ", "credits": 4, "terms": None}},
        {"action": "CHANGE_PLAN", "plan": {"title": "  ", "years": 3}},
        {"action": "REMOVE_LINE", "of": "PlanCourse:x"},
    ]
    assert read_edits(rows) == (
        [
            PlanEdit(EditAction.ADD_LINE, None, {"name": "网页设计", "credits": 4.0, "terms": []}, "a", "x"),
            PlanEdit(EditAction.CHANGE_PLAN, None, {"title": None, "years": 3}),
            PlanEdit(EditAction.REMOVE_LINE, "PlanCourse:x"),
        ],
        {},
    )


BAD = [
    ({"action": "ADD_LINE", "line": {"hours": -1}}, "edits[1].line.hours", "it takes ≥ 0."),
    ({"action": "ADD_LINE", "line": {"credits": 1e308}}, "edits[1].line.credits", "at most 100000."),
    ({"action": "ADD_LINE", "line": {"credits": 2.333}}, "edits[1].line.credits", "at most two decimals."),
    ({"action": "ADD_LINE", "line": {"name": "x" * 301}}, "edits[1].line.name", "at most 300 characters."),
    ({"action": "ADD_LINE", "line": {"terms": ["1"] * 2}}, "edits[1].line.terms", "no text twice."),
    ({"action": "ADD_LINE", "line": {"terms": [" "]}}, "edits[1].line.terms", "no empty text."),
    ({"action": "CHANGE_PLAN", "plan": {"entryYear": 2500}}, "edits[1].plan.entryYear", "it takes 1900 … 2100."),
    ({"action": "ADD_GROUP", "key": "#1", "group": {}}, "edits[1].key", "1 to 40 letters, digits, `-` and `_`."),
    (
        {"action": "ADD_GROUP", "line": {"name": "x"}},
        "edits[1].line",
        "this action does not take it; leave it out.",
    ),
    (
        {"action": "ADD_TARGET", "target": {"issuer": "x\u200b"}},
        "edits[1].target.issuer",
        "contains the character U+200B, which a text must not hold. Remove it.",
    ),
    (
        {"action": "ADD_GROUP", "group": {"options": [str(each) for each in range(51)]}},
        "edits[1].group.options",
        "at most 50 texts.",
    ),
]


@pytest.mark.parametrize(("row", "argument", "said"), BAD)
def test_what_is_out_of_bounds_names_the_number_of_the_edit_and_its_field(
    row: dict[str, Any], argument: str, said: str
) -> None:
    _, errors = read_edits([{"action": "CHANGE_PLAN", "plan": {"years": 3}}, row])
    assert {number: [(each.details["argument"], each.en) for each in found] for number, found in errors.items()} == {
        1: [(argument, f"Argument `{argument}`: {said}")]
    }


@pytest.mark.parametrize("count", [0, 201])
def test_a_list_has_1_to_200_edits(count: int) -> None:
    with pytest.raises(BadArgumentError, match="1 to 200 edits"):
        read_edits([{"action": "CHANGE_PLAN"}] * count)


def test_every_problem_has_its_words() -> None:
    said = {wrong: error_of(EditProblem(2, "line.option", wrong, "后端")) for wrong in Wrong}
    assert said[Wrong.NO_SUCH_OPTION].en == "Argument `edits[2].line.option`: its group has no option '后端'."
    assert len({each.zh for each in said.values()}) == len(Wrong)


def test_every_action_has_its_code() -> None:
    assert [*TRAINING_PLAN_EDIT_ACTION.codes] == [*EditAction]


def test_no_field_of_an_edit_is_part_of_a_key() -> None:
    nodes = {"plan": "TrainingPlan", "line": "PlanCourse", "group": "PlanGroup", "target": "TargetCertificate"}
    assert {each: FIELDS[each].keys() & {*MODEL.node_types[node].key} for each, node in nodes.items()} == {
        each: set() for each in nodes
    }

"""What differs between two trees of a training plan, as the audit trail keeps it, and the way back."""

from collections.abc import Iterable, Mapping
from typing import Any

from analysis.training_plans.course_outcomes import OUTCOMES, number_of_outcome
from analysis.training_plans.plan_edits import PlanTree
from analysis.training_plans.plan_records import PlanValues
from graph.model import MODEL
from graph.model.core import Scalar
from resolvers.editing.training_plans.new_nodes import UsedNumbers

# By part of the tree, then by id of a node: the values that differ; null: the node is not there.
TreeDifference = Mapping[str, Any]
_PARTS = ("lines", "groups", "targets")
_TYPES = ("TrainingPlan", "PlanCourse", "PlanGroup", "TargetCertificate")
_DECIMAL = frozenset(
    each.name for name in _TYPES for each in MODEL.node_types[name].stored if each.type is Scalar.FLOAT
)


def differences(before: PlanTree, after: PlanTree) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give what differs as it was and as it is."""
    old, new = _fields(before.plan, after.plan)
    sides: tuple[dict[str, Any], dict[str, Any]] = ({"plan": old}, {"plan": new})
    for part in _PARTS:
        nodes = _nodes(getattr(before, part), getattr(after, part))
        if nodes:
            sides[0][part] = {key: pair[0] for key, pair in nodes.items()}
            sides[1][part] = {key: pair[1] for key, pair in nodes.items()}
    return sides


def _nodes(before: Mapping[str, PlanValues], after: Mapping[str, PlanValues]) -> dict[str, tuple[Any, Any]]:
    found: dict[str, tuple[Any, Any]] = {}
    for key in dict.fromkeys([*before, *after]):
        old, new = before.get(key), after.get(key)
        if old is None or new is None:
            found[key] = (old, new)
        elif old != new:
            found[key] = _fields(old, new)
    return found


def _fields(before: PlanValues, after: PlanValues) -> tuple[dict[str, Any], dict[str, Any]]:
    names = [each for each in dict.fromkeys([*before, *after]) if before.get(each) != after.get(each)]
    return {each: before.get(each) for each in names}, {each: after.get(each) for each in names}


def taken_back(tree: PlanTree, before: TreeDifference, after: TreeDifference) -> PlanTree:
    """Give the tree as it was before a change that has this difference; lines in the order of their positions."""
    parts = {part: _nodes_before(getattr(tree, part), before.get(part) or {}, after.get(part) or {}) for part in _PARTS}
    lines = dict(sorted(parts["lines"].items(), key=lambda each: place_of(each[1])))
    return PlanTree(_without_null({**tree.plan, **before["plan"]}), lines, parts["groups"], parts["targets"])


def place_of(line: PlanValues) -> tuple[int, int]:
    """Give the place of a line: all lines of a plan have a position, or none."""
    return int(line.get("position") or 0), int(line["sequence"])


def _nodes_before(nodes: Mapping[str, PlanValues], before: PlanValues, after: PlanValues) -> dict[str, PlanValues]:
    found = {key: each for key, each in nodes.items() if key not in before or before[key] is not None}
    for key, old in before.items():
        if old is not None:
            found[key] = _without_null(old if after[key] is None else {**nodes[key], **old})
    return dict(sorted(found.items(), key=lambda each: int(each[1].get("number") or 0)))


def largest_numbers(removed: Iterable[TreeDifference]) -> UsedNumbers:
    """Give the largest numbers of parts that changes removed, of what these were before."""
    largest = dict.fromkeys((*_PARTS, OUTCOMES), 0)
    for before in removed:
        lines = [each for each in (before.get("lines") or {}).values() if each is not None]
        numbers = [number_of_outcome(outcome) for each in lines for outcome in each.get(OUTCOMES) or ()]
        largest[OUTCOMES] = max([largest[OUTCOMES], *numbers])
        for part in _PARTS:
            rows = [each for each in (before.get(part) or {}).values() if each is not None]
            largest[part] = max([largest[part], *(each.get("sequence") or each.get("number") or 0 for each in rows)])
    return UsedNumbers(**largest)


def _without_null(values: PlanValues) -> dict[str, Any]:
    """Give the values that are there, numbers with decimals as such: an old trail has whole numbers of weeks."""
    return {name: float(value) if name in _DECIMAL else value for name, value in values.items() if value is not None}

"""Ids and whole values of what is new in a training plan, and the places of its lines."""

from collections.abc import Iterable, Mapping
from itertools import count
from typing import Any, NamedTuple

from analysis.training_plans.course_outcomes import OUTCOMES, code_of_outcome, number_of_outcome, outcomes_of_lines
from analysis.training_plans.plan_edits import PlanTree
from analysis.training_plans.plan_records import PlanValues
from graph.model import MODEL
from graph.model.core import DRAFT_OF
from resolvers.editing.training_plans.named_certificates import with_certificates
from resolvers.editing.training_plans.stored_plan import GROUP
from resolvers.editing.training_plans.tree_writing import OUTCOME, with_pinyin

_OF_PLAN = ("collegeName", "majorName", "grade", "version", DRAFT_OF.name)
_EDITORIAL = {"basis": "EDITORIAL", "sourceIds": []}
# Values of a node that say where it stands, and what a line holds besides its own.
_NO_CONTENT = frozenset({"position", OUTCOMES})


class UsedNumbers(NamedTuple):
    """The largest numbers that parts of a plan ever had: what is new gets larger ones."""

    lines: int = 0
    groups: int = 0
    targets: int = 0
    outcomes: int = 0


NONE_USED = UsedNumbers()


def with_ids(before: PlanTree, after: PlanTree, used: UsedNumbers = NONE_USED) -> PlanTree:
    """Give the tree after edits with ids for what is new; what changed rests on the editor, not on a document."""
    groups = _numbered("PlanGroup", before.groups, after.groups, after.plan, used.groups)
    group_ids = dict(zip(after.groups, groups, strict=True))
    targets = _numbered("TargetCertificate", before.targets, after.targets, after.plan, used.targets)
    lines: dict[str, dict[str, Any]] = {}
    following = 1 + max([used.lines, *(int(each["sequence"]) for each in before.lines.values())])
    outcomes = _Outcomes(before, after.plan, used.outcomes)
    for position, (key, each) in enumerate(after.lines.items(), start=1):
        line = {**each, GROUP: group_ids.get(each.get(GROUP) or ""), "position": position}
        if key not in before.lines:
            line |= {**of_plan(after.plan), "sequence": following}
            following += 1
        known = before.lines.get(key)
        line = _of_editor("PlanCourse", known, line)
        lines[line["id"]] = outcomes.of_line(line)
    plan, tied = with_certificates(before, _without_null(with_pinyin("TrainingPlan", after.plan)), targets)
    return PlanTree(plan, lines, groups, tied)


class _Outcomes:
    """Gives outcomes of lines their places, and those that are new numbers that none of the plan ever had."""

    def __init__(self, before: PlanTree, plan: PlanValues, used: int) -> None:
        self._before = outcomes_of_lines(before.lines)
        self._following = count(1 + max([used, *map(number_of_outcome, self._before.values())]))
        self._of_draft = {each: plan[each] for each in (DRAFT_OF.name,) if plan.get(each) is not None}

    def of_line(self, line: dict[str, Any]) -> dict[str, Any]:
        """Give a line with its outcomes as they are stored."""
        outcomes = [self._whole(line, place, each) for place, each in enumerate(line.get(OUTCOMES) or (), start=1)]
        return {**line, OUTCOMES: outcomes} if outcomes else line

    def _whole(self, line: PlanValues, place: int, outcome: PlanValues) -> dict[str, Any]:
        if outcome.get("id") is None:
            code = code_of_outcome(line["id"], next(self._following))
            return _of_editor(OUTCOME, None, {**self._of_draft, "code": code, "sequence": place, **outcome})
        whole = {**outcome, "sequence": place}
        if outcome["text"] == self._before[outcome["id"]]["text"]:
            return whole
        # No source has these words, so none says where they stand.
        return _of_editor(OUTCOME, None, {name: value for name, value in whole.items() if name != "sourceNote"})


def of_plan(plan: PlanValues) -> dict[str, Any]:
    """Give the values that every line has of its plan."""
    return {each: plan[each] for each in _OF_PLAN if plan.get(each) is not None}


def of_part(plan: PlanValues) -> dict[str, Any]:
    """Give the values that every other part has of its plan."""
    own = {"trainingPlanKey": str(plan["id"]).partition(":")[2]}
    return {**own, **({DRAFT_OF.name: plan[DRAFT_OF.name]} if plan.get(DRAFT_OF.name) is not None else {})}


def _numbered(
    type_name: str, before: Mapping[str, PlanValues], after: Mapping[str, PlanValues], plan: PlanValues, used: int
) -> dict[str, dict[str, Any]]:
    following = 1 + max([used, *(int(each["number"]) for each in before.values())])
    found: dict[str, dict[str, Any]] = {}
    for key, each in after.items():
        values = dict(each)
        if key not in before:
            values |= {**of_part(plan), "number": following}
            following += 1
        values = _of_editor(type_name, before.get(key), values)
        found[values["id"]] = values
    return found


def _of_editor(type_name: str, before: PlanValues | None, values: PlanValues) -> dict[str, Any]:
    """Give the whole values of a node that is new, or that an editor changed; of any other as it was."""
    whole = _without_null(values)
    if before is not None and _content(before) == _content(whole):
        return whole
    whole = with_pinyin(type_name, {**whole, **_EDITORIAL})
    return {"id": MODEL.node_types[type_name].id_of(whole), **whole}


def _content(values: PlanValues) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in _NO_CONTENT and value is not None}


def _without_null(values: Iterable[tuple[str, Any]] | PlanValues) -> dict[str, Any]:
    return {name: value for name, value in dict(values).items() if value is not None}

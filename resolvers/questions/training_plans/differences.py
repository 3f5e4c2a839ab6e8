"""``diffTrainingPlans``: what changes from one training plan of the graph to another."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from analysis.training_plans.stored_values import by_term
from analysis.training_plans.training_plan import PlanReading
from analysis.training_plans.versions.change_words import unit_of_field
from analysis.training_plans.versions.course_renames import course_renames, day_of_names
from analysis.training_plans.versions.differences import FieldChange, GroupChange, LineChange, TotalChange, differences
from graph.model.core import Text
from graph.model.course_sides import TRAINING_PLAN_SIDE
from resolvers.questions.argument_kinds import NodeArgument, ValueArgument, first_rows
from resolvers.questions.parts import Part, row, rows
from resolvers.questions.question import Analysis, QuestionRequest, Values
from resolvers.questions.records import RecordRow
from resolvers.questions.shared.standard_texts import ROWS_DEFAULT, ROWS_LARGEST
from resolvers.questions.training_plans.difference_records import (
    LINE_PAIRED_BY,
    PLAN_COURSE_CHANGE,
    PLAN_GROUP_CHANGE,
    TRAINING_PLAN_DIFF,
    TRAINING_PLAN_FIELD,
    TRAINING_PLAN_FIELD_CHANGE,
    TRAINING_PLAN_FIGURE,
    TRAINING_PLAN_TOTAL_CHANGE,
)
from resolvers.questions.training_plans.plan_parts import (
    NATIONAL,
    PlanRow,
    StoredRule,
    match_lines,
    match_plan,
    rule_sets,
    stored_plan,
    stored_rules,
)
from resolvers.stored_training_plans import LINE_ORDER

_FIGURES = {
    "credits": "CREDITS",
    "hours": "HOURS",
    "theoryHours": "THEORY_HOURS",
    "practiceHours": "PRACTICE_HOURS",
}


class _Group(NamedTuple):
    number: int
    node: Any


class _Line(NamedTuple):
    nodes: dict[str, Any]
    outcomes: list[str]


class _Side(NamedTuple):
    plan: PlanRow | None
    lines: list[_Line]
    groups: list[_Group]


class _Parts(NamedTuple):
    before: _Side
    after: _Side
    rules: list[StoredRule]


class DiffTrainingPlans(Analysis[_Parts]):
    """Two training plans, line by line."""

    name = "diffTrainingPlans"
    cost = 300
    description = Text(
        "What changes from one training plan to another: courses added, removed, renamed, moved and changed, choices, "
        "totals as intervals, certificates. A course is the same by code, else by name, where a former name counts as "
        "the present one, else by likeness. Not found: null, and NOT_FOUND.",
        "从一个培养方案到另一个的变化：新增、删除、更名、调整学期及其他变更的课程，选课组，合计（区间），证书。"
        "课程依次按代码、名称（曾用名视同现用名）、名称相似度对应。未找到：null，并给出 NOT_FOUND。",
    )
    arguments = (
        NodeArgument(
            name="from",
            types=("TrainingPlan",),
            need=None,
            description=Text("The earlier TrainingPlan.", "较早的 TrainingPlan 的 id。"),
        ),
        NodeArgument(
            name="to",
            types=("TrainingPlan",),
            need=None,
            description=Text("The later TrainingPlan.", "较晚的 TrainingPlan 的 id。"),
        ),
        ValueArgument(
            name="asOf",
            annotation="Date | None",
            description=Text(
                "Take the names that courses have on this day for their former ones. By default that on which the "
                "students of the later grade enter.",
                "课程曾用名按该日的现用名比较。默认为较晚年级的入学日。",
            ),
            default=None,
        ),
        first_rows(
            Text(f"Rows of each list to show: 1 to {ROWS_LARGEST}.", f"各列表显示的行数：1 至 {ROWS_LARGEST}。"),
            default=ROWS_DEFAULT,
            largest=ROWS_LARGEST,
        ),
    )
    record = TRAINING_PLAN_DIFF
    codes = (LINE_PAIRED_BY, TRAINING_PLAN_FIELD, TRAINING_PLAN_FIGURE)

    def read(self, request: QuestionRequest) -> Part[_Parts]:
        """Read both plans whole, and the rules, which know former names of courses."""
        return row(
            _Parts,
            before=_side(request, "from", ("removed", "lineBefore"), "groupBefore"),
            after=_side(request, "to", ("added", "lineAfter"), "groupAfter"),
            rules=stored_rules(NATIONAL),
        )

    def reads_whole(self, _: QuestionRequest) -> tuple[str, ...]:
        """Every national rule may name a course."""
        return ("RuleSet",)

    def answer(self, parts: _Parts, values: Values) -> RecordRow:
        """Compare them."""
        one, other = parts.before.plan, parts.after.plan
        if one is None or other is None:
            raise LookupError("both plans were found, and are not there")
        before, after = _with_outcomes(one, parts.before.lines), _with_outcomes(other, parts.after.lines)
        named = values["asOf"]
        day = dt.date.fromisoformat(str(named)) if named else day_of_names([before.head, after.head])
        names = course_renames(rule_sets(parts.rules), day)
        found = differences(before, after, names, (one.is_whole, other.is_whole))
        first, sides = values["first"], (parts.before, parts.after)
        return TRAINING_PLAN_DIFF.row(
            asOf=day.isoformat() if day else None,
            fromIsWhole=one.is_whole,
            toIsWhole=other.is_whole,
            addedCount=len(found.added),
            removedCount=len(found.removed),
            changedCount=len(found.changed),
            renamedCount=sum(each.is_renamed for each in found.changed),
            movedCount=sum(each.is_moved for each in found.changed),
            fields=_fields(found.head),
            added=[parts.after.lines[each.number - 1].nodes["added"] for each in found.added[:first]],
            removed=[parts.before.lines[each.number - 1].nodes["removed"] for each in found.removed[:first]],
            changed=[_line(each, *sides) for each in found.changed[:first]],
            groups=[_group(each, *sides) for each in found.groups[:first]],
            totals=[_total(each) for each in found.totals],
            certificates=_fields(found.certificates[:first]),
            notes=_fields(found.notes[:first]),
        )


# ---- the parts


def _side(request: QuestionRequest, argument: str, lines: Iterable[str], group: str) -> Part[_Side]:
    plan = request[argument]
    groups = rows(
        f"{match_plan(plan)} MATCH (p)-[:HAS_PLAN_GROUP]->(g:PlanGroup)",
        row(_Group, number="g.number", node=request.project(group, "g", "PlanGroup")),
        order="g.number",
    )
    has_outcome = f"MATCH (c)-[:{TRAINING_PLAN_SIDE.has_outcome}]->(o:CourseOutcome)"
    line = row(
        _Line,
        nodes=request.nodes(lines, "c", "PlanCourse"),
        outcomes=rows(has_outcome, Part("o.text", str), order="o.sequence, o.id"),
    )
    return row(_Side, plan=stored_plan(plan), lines=rows(match_lines(plan), line, order=LINE_ORDER), groups=groups)


def _with_outcomes(row: PlanRow, lines: Sequence[_Line]) -> PlanReading:
    plan = row.reading
    found = (line._replace(outcomes=tuple(stored.outcomes)) for line, stored in zip(plan.lines, lines, strict=True))
    return plan._replace(lines=tuple(found))


# ---- the records


def _fields(changes: Sequence[FieldChange]) -> list[RecordRow]:
    return [
        TRAINING_PLAN_FIELD_CHANGE.row(
            field=each.field.upper(), before=_shown(each.field, each.before), after=_shown(each.field, each.after)
        )
        for each in changes
    ]


def _shown(field: str, value: Any) -> str | None:
    """Write a value; what is empty is none."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        terms = dict(sorted(value.items()))
        texts = (
            by_term(terms, unit_of_field(field))
            if field != "assessment"
            else [f"{term}: {terms[term]}" for term in terms]
        )
        return "; ".join(texts) or None
    if field == "choice":
        return "; ".join(filter(None, map(_shown, ("kind", "choose", "credits", "label"), value)))
    if isinstance(value, tuple):
        return "; ".join(filter(None, (_shown("", each) for each in value))) or None
    return f"{value / unit_of_field(field):.12g}" if isinstance(value, int) else str(value) or None


def _line(change: LineChange, before: _Side, after: _Side) -> RecordRow:
    return PLAN_COURSE_CHANGE.row(
        lineBefore=before.lines[change.before - 1].nodes["lineBefore"],
        lineAfter=after.lines[change.after - 1].nodes["lineAfter"],
        pairedBy=change.by.value,
        likeness=change.likeness,
        isRenamed=change.is_renamed,
        isMoved=change.is_moved,
        fields=_fields(change.fields),
    )


def _group(change: GroupChange, before: _Side, after: _Side) -> RecordRow:
    return PLAN_GROUP_CHANGE.row(
        groupBefore=None if change.before is None else before.groups[change.before - 1].node,
        groupAfter=None if change.after is None else after.groups[change.after - 1].node,
        fields=_fields(change.fields),
    )


def _total(change: TotalChange) -> RecordRow:
    unit = unit_of_field(change.figure)
    return TRAINING_PLAN_TOTAL_CHANGE.row(
        module=change.module or None,
        figure=_FIGURES[change.figure],
        leastBefore=change.before.least / unit,
        mostBefore=_in_units(change.before.most, unit),
        leastAfter=change.after.least / unit,
        mostAfter=_in_units(change.after.most, unit),
    )


def _in_units(value: int | None, unit: int) -> float | None:
    return None if value is None else value / unit

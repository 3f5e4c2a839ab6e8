"""``trainingPlanCompliance``: whether a training plan of the graph keeps the rules, and what would decide the rest."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from analysis.training_plans.compliance.compliance import day_of_entry, judge, sets_for
from analysis.training_plans.compliance.finding import MeasuredSpan, RuleVerdict, Undecided
from analysis.training_plans.compliance.measures import fraction, unit_of
from analysis.training_plans.compliance.plan_facts import facts_of_reading
from graph.model.core import Text
from resolvers.questions.argument_kinds import NodeArgument, ValueArgument
from resolvers.questions.parts import Part, row, rows
from resolvers.questions.question import Analysis, QuestionRequest, Values
from resolvers.questions.records import RecordRow
from resolvers.questions.training_plans.compliance_codes import (
    COMPLIANCE_REASON,
    COMPLIANCE_VERDICT,
    UNDECIDED_KIND,
)
from resolvers.questions.training_plans.compliance_records import (
    COMPLIANCE_FINDING,
    TRAINING_PLAN_COMPLIANCE,
    UNDECIDED_BY,
)
from resolvers.questions.training_plans.plan_parts import (
    RULE_SETS,
    PlanRow,
    StoredRule,
    match_plan,
    rule_sets,
    rules_asked,
    stored_plan,
)
from resolvers.stored_training_plans import LINE_ORDER


class _Line(NamedTuple):
    counted: Any
    outside: Any
    left_out: Any
    missing_in: Any


class _Parts(NamedTuple):
    plan: PlanRow | None
    lines: list[_Line]
    rules: list[StoredRule]


class TrainingPlanCompliance(Analysis[_Parts]):
    """A plan judged by the rules of its level, or by those that are named."""

    name = "trainingPlanCompliance"
    cost = 600
    description = Text(
        "Whether a training plan keeps the rules, three-valued. What it leaves open or to choice is an interval, "
        "and UNKNOWN says what would decide. FAIL is for rules that bind without reserve. Where lines of the plan are "
        "not here, totals are UNKNOWN. Not found: null, and NOT_FOUND.",
        "按规则检查培养方案，三值判断：方案未写明或可选的内容按区间计算，UNKNOWN 说明缺少什么。FAIL 仅用于硬性规则。"
        "课程行不全的方案，总量类规则为 UNKNOWN。未找到：null，并给出 NOT_FOUND。",
    )
    arguments = (
        NodeArgument(
            name="plan",
            types=("TrainingPlan",),
            need=None,
            description=Text("A TrainingPlan.", "一个 TrainingPlan 的 id。"),
        ),
        RULE_SETS,
        ValueArgument(
            name="asOf",
            annotation="Date | None",
            description=Text(
                "Judge by the rules of this day. By default that on which the plan's students enter; the newest rules "
                "where the plan does not say when.",
                "按该日的规则判断。默认为方案年级的入学日；方案未写明时按最新规则。",
            ),
            default=None,
        ),
    )
    record = TRAINING_PLAN_COMPLIANCE
    codes = (COMPLIANCE_VERDICT, COMPLIANCE_REASON, UNDECIDED_KIND)

    def reads_whole(self, request: QuestionRequest) -> tuple[str, ...]:
        """Which national sets bind the plan, its level says, which is read along with them."""
        return () if request.has("ruleSets") else ("RuleSet",)

    def read(self, request: QuestionRequest) -> Part[_Parts]:
        """Read the plan whole, and the rules."""
        plan = request["plan"]
        return row(
            _Parts,
            plan=stored_plan(plan),
            lines=_lines(plan, request),
            rules=rules_asked(request, request.project("rule", "r", "Rule")),
        )

    def answer(self, parts: _Parts, values: Values) -> RecordRow:
        """Judge by each rule."""
        plan = parts.plan
        if plan is None:
            raise LookupError("the plan was found, and is not there")
        facts = facts_of_reading(plan.reading, is_whole=plan.is_whole)
        sets, is_named = rule_sets(parts.rules), values["ruleSets"] is not None
        day = _day(values["asOf"]) or day_of_entry(facts)
        # Not today: an answer that is kept would outlive the day.
        findings = judge(facts, sets if is_named else sets_for(facts, sets), day or dt.date.max, are_named=is_named)
        counts = Counter(each.verdict for each in findings)
        nodes = {(each.values["ruleSetCode"], each.values["code"]): each.node for each in parts.rules}
        return TRAINING_PLAN_COMPLIANCE.row(
            asOf=day.isoformat() if day else None,
            isWhole=plan.is_whole,
            passed=counts["PASS"],
            failed=counts["FAIL"],
            remarked=counts["REMARK"],
            unknown=counts["UNKNOWN"],
            notApplicable=counts["NOT_APPLICABLE"],
            findings=[_record(each, nodes[each.rule.rule_set, each.rule.code], parts.lines) for each in findings],
        )


# ---- the parts


def _lines(plan: str, request: QuestionRequest) -> Part[list[_Line]]:
    each = row(
        _Line,
        counted=request.project("counted", "c", "PlanCourse"),
        outside=request.project("outside", "c", "PlanCourse"),
        left_out=request.project("leftOut", "c", "PlanCourse"),
        missing_in=request.project("missingIn", "c", "PlanCourse"),
    )
    lines = f"{match_plan(plan)} MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)"
    return rows(lines, each, order=LINE_ORDER)


def _day(value: object) -> dt.date | None:
    return dt.date.fromisoformat(str(value)) if value else None


# ---- the records


def _record(finding: RuleVerdict, node: Any, lines: Sequence[_Line]) -> RecordRow:
    rule, nothing = finding.rule, MeasuredSpan(None, None)
    measured, part, whole = finding.measured or nothing, finding.part or nothing, finding.whole or nothing
    return COMPLIANCE_FINDING.row(
        rule=node,
        verdict=finding.verdict,
        reason=finding.reason,
        force=rule.force,
        clause=rule.clause,
        least=fraction(rule.least),
        most=fraction(rule.most),
        unit=unit_of(rule),
        measuredAs=(finding.measured_as or rule.measure) if finding.measured else None,
        measuredLeast=measured.least,
        measuredMost=measured.most,
        partLeast=part.least,
        partMost=part.most,
        wholeLeast=whole.least,
        wholeMost=whole.most,
        counted=[lines[number - 1].counted for number in finding.lines],
        outside=[lines[number - 1].outside for number in finding.outside],
        leftOut=[lines[number - 1].left_out for number in finding.left_out],
        missingCourses=list(finding.missing),
        undecided=[_undecided(each, lines) for each in finding.undecided],
    )


def _undecided(why: Undecided, lines: Sequence[_Line]) -> RecordRow:
    is_choice = why.kind == "CHOICE"
    return UNDECIDED_BY.row(
        kind=why.kind,
        missingIn=[] if is_choice else [lines[number - 1].missing_in for number in why.numbers],
        groups=list(why.numbers) if is_choice else [],
    )

"""``trainingPlanCompliance``: whether a training plan of the graph keeps the rules, and what would decide the rest."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from analysis.training_plans.compliance.compliance import day_of_entry, judge, sets_for
from analysis.training_plans.compliance.finding import MeasuredSpan, RuleVerdict, Undecided
from analysis.training_plans.compliance.measures import fraction, unit_of
from analysis.training_plans.compliance.plan_facts import facts_of_reading
from analysis.training_plans.compliance.plan_rule import PlanRule, PlanRuleSet, plan_rule, plan_rule_set
from graph.model.core import Text
from graph.query import cypher
from resolvers.questions.argument_kinds import NodeArgument, NodesArgument, ValueArgument
from resolvers.questions.parts import Part, one, row, rows
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
from resolvers.stored_training_plans import PLAN_COLUMNS, plan_of_columns

_WHOLE = "WHOLE"


class _Plan(NamedTuple):
    completeness: str | None
    columns: Sequence[Any]


class _Line(NamedTuple):
    sequence: int
    counted: Any
    outside: Any
    missing_in: Any


class _Rule(NamedTuple):
    rule_set: dict[str, Any]
    values: dict[str, Any]
    node: Any


class _Parts(NamedTuple):
    plan: _Plan | None
    lines: list[_Line]
    rules: list[_Rule]


class TrainingPlanCompliance(Analysis[_Parts]):
    """A plan judged by the rules of its level, or by those that are named."""

    name = "trainingPlanCompliance"
    cost = 500
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
        NodesArgument(
            name="ruleSets",
            annotation="list[ID] | None",
            types=("RuleSet",),
            need=None,
            description=Text(
                "RuleSets to judge by, 1 to 100, such as RuleSet:HV3. By default the national ones for its level.",
                "所用规则集，1 至 100 个，如 RuleSet:HV3。默认取方案层次适用的国家规则集。",
            ),
            default=None,
        ),
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
        plan = f"MATCH {cypher.node_pattern('p:TrainingPlan', id=request['plan'])}"
        return row(_Parts, plan=one(_plan(plan)), lines=_lines(plan, request), rules=_rules(request))

    def answer(self, parts: _Parts, values: Values) -> RecordRow:
        """Judge by each rule."""
        plan = parts.plan
        if plan is None:
            raise LookupError("the plan was found, and is not there")
        is_whole = plan.completeness == _WHOLE
        facts = facts_of_reading(plan_of_columns(plan.columns), is_whole=is_whole)
        sets, is_named = _sets(parts.rules), values["ruleSets"] is not None
        day = _day(values["asOf"]) or day_of_entry(facts)
        # Not today: an answer that is kept would outlive the day.
        findings = judge(facts, sets if is_named else sets_for(facts, sets), day or dt.date.max, are_named=is_named)
        counts = Counter(each.verdict for each in findings)
        nodes = {(each.values["ruleSetCode"], each.values["code"]): each.node for each in parts.rules}
        return TRAINING_PLAN_COMPLIANCE.row(
            asOf=day.isoformat() if day else None,
            isWhole=is_whole,
            passed=counts["PASS"],
            failed=counts["FAIL"],
            remarked=counts["REMARK"],
            unknown=counts["UNKNOWN"],
            notApplicable=counts["NOT_APPLICABLE"],
            findings=[_record(each, nodes[each.rule.rule_set, each.rule.code], parts.lines) for each in findings],
        )


# ---- the parts


def _plan(plan: str) -> Part[list[_Plan]]:
    return rows(plan, row(_Plan, completeness="p.completeness", columns=f"[{', '.join(PLAN_COLUMNS)}]"))


def _lines(plan: str, request: QuestionRequest) -> Part[list[_Line]]:
    each = row(
        _Line,
        sequence="c.sequence",
        counted=request.project("counted", "c", "PlanCourse"),
        outside=request.project("outside", "c", "PlanCourse"),
        missing_in=request.project("missingIn", "c", "PlanCourse"),
    )
    return rows(f"{plan} MATCH (p)-[:HAS_PLAN_COURSE]->(c:PlanCourse)", each, order="c.sequence, c.id")


def _rules(request: QuestionRequest) -> Part[list[_Rule]]:
    """Read the sets that are named, or the national ones."""
    wanted = f"s.id IN {request['ruleSets']}" if request.has("ruleSets") else "s.scope = 'NATIONAL'"
    return rows(
        f"MATCH (s:RuleSet)-[:HAS_RULE]->(r:Rule) WHERE {wanted}",
        row(_Rule, rule_set="properties(s)", values="properties(r)", node=request.project("rule", "r", "Rule")),
        order="s.code, r.code, r.id",
    )


def _sets(rules: Sequence[_Rule]) -> list[PlanRuleSet]:
    values = {each.rule_set["code"]: each.rule_set for each in rules}
    own: dict[str, list[PlanRule]] = {}
    for each in rules:
        own.setdefault(each.rule_set["code"], []).append(plan_rule(each.values))
    return [plan_rule_set(values[code], own[code]) for code in sorted(own)]


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
        measuredLeast=measured.least,
        measuredMost=measured.most,
        partLeast=part.least,
        partMost=part.most,
        wholeLeast=whole.least,
        wholeMost=whole.most,
        counted=[lines[number - 1].counted for number in finding.lines],
        outside=[lines[number - 1].outside for number in finding.outside],
        undecided=[_undecided(each, lines) for each in finding.undecided],
    )


def _undecided(why: Undecided, lines: Sequence[_Line]) -> RecordRow:
    is_choice = why.kind == "CHOICE"
    return UNDECIDED_BY.row(
        kind=why.kind,
        missingIn=[] if is_choice else [lines[number - 1].missing_in for number in why.numbers],
        groups=list(why.numbers) if is_choice else [],
    )

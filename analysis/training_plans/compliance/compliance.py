"""Judge a plan by sets of rules: which apply, what each measures, and what that means by the force of the rule."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence

from analysis.training_plans.compliance import each_line, each_semester, presence, shares, sums
from analysis.training_plans.compliance.bounds import BROKEN, KEPT, OPEN, REMARKED
from analysis.training_plans.compliance.finding import MeasuredSpan, MeasureOutcome, RuleVerdict, Undecided
from analysis.training_plans.compliance.plan_facts import PlanFacts
from analysis.training_plans.compliance.plan_rule import PlanRule, PlanRuleSet

MONTH_OF_ENTRY = 9
_FULFILLED = frozenset({KEPT, REMARKED})
_Measure = Callable[[PlanRule, PlanFacts, int], MeasureOutcome]
MEASURES: Mapping[str, _Measure] = {
    "HOURS": sums.hours,
    "CREDITS": sums.credits_taken,
    "HOURS_SHARE": shares.hours_share,
    "PRACTICE_SHARE": shares.practice_share,
    "SHARE_BEFORE": shares.share_before,
    "HOURS_PER_CREDIT": each_line.hours_per_credit,
    "COURSES": sums.courses,
    "WEEKS": sums.weeks,
    "HOURS_OR_WEEKS": sums.hours_or_weeks,
    "HOURS_EACH_SEMESTER": each_semester.hours_each_semester,
    "WEEKLY_HOURS": each_semester.weekly_hours,
    "COURSE_OFFERED": presence.course_offered,
    "COURSES_OFFERED": presence.courses_offered,
    "TERM_ABSENT": presence.term_absent,
    "SECTION": presence.section,
    "WEEKS_OF_YEAR": presence.weeks_of_year,
}


def sets_for(plan: PlanFacts, sets: Iterable[PlanRuleSet]) -> list[PlanRuleSet]:
    """Give the national sets that bind plans of this level; of a plan without level, all that bind plans."""
    return [
        each
        for each in sets
        if each.scope == "NATIONAL" and each.levels and (plan.level is None or plan.level in each.levels)
        if any(rule.measure for rule in each.rules)
    ]


def day_of_entry(plan: PlanFacts) -> dt.date | None:
    """Give the day whose rules a plan keeps when none is named: that on which its students enter."""
    return dt.date(plan.entry_year, MONTH_OF_ENTRY, 1) if plan.entry_year else None


def judge(plan: PlanFacts, sets: Sequence[PlanRuleSet], as_of: dt.date, *, are_named: bool) -> list[RuleVerdict]:
    """Judge by all rules of these sets as they stood on a day.

    ``are_named``: the caller named the sets, so that a plan that leaves its level or years out is judged by them.
    """
    return [_judge(plan, each, rule, as_of, are_named=are_named) for each in sets for rule in each.rules]


def rules_in_force(plan: PlanFacts, sets: Iterable[PlanRuleSet], as_of: dt.date) -> list[PlanRule]:
    """Give the rules of these sets that bind a plan on a day, as far as its head tells."""
    return [
        rule
        for each in sets
        for rule in each.rules
        if not _why_not(plan, each, rule, as_of) and not _missing_of_head(plan, each)
    ]


def _judge(plan: PlanFacts, rule_set: PlanRuleSet, rule: PlanRule, as_of: dt.date, *, are_named: bool) -> RuleVerdict:
    if reason := _why_not(plan, rule_set, rule, as_of):
        return RuleVerdict(rule, "NOT_APPLICABLE", reason)
    if not are_named and (missing := _missing_of_head(plan, rule_set)):
        return RuleVerdict(rule, "UNKNOWN", "HEAD", undecided=missing)
    if plan.stages and not _is_of_higher_stage(rule_set):
        plan = plan._replace(stages=(), as_stated=plan.as_stated and plan.as_stated._replace(stages=()))
    outcome = MEASURES[rule.measure or ""](rule, plan, as_of.year)
    if plan.as_stated and outcome.state in {BROKEN, *_FULFILLED}:
        outcome = _or_as_stated(outcome, MEASURES[rule.measure or ""](rule, plan.as_stated, as_of.year), plan.doubted)
    if outcome.state == BROKEN and rule.decided_by:
        outcome = outcome._replace(state=OPEN, undecided=(Undecided(rule.decided_by, outcome.lines),))
    return RuleVerdict(rule, _verdict(rule, outcome.state), *outcome[1:])


def _is_of_higher_stage(rule_set: PlanRuleSet) -> bool:
    """Whether a set speaks of courses of the higher stage alone: one on years of study speaks of all of them."""
    return "ASSOCIATE" in rule_set.levels and "SECONDARY" not in rule_set.levels and rule_set.years is None


def _or_as_stated(outcome: MeasureOutcome, stated: MeasureOutcome, doubted: tuple[int, ...]) -> MeasureOutcome:
    """Leave a rule open that all electives break and as many as the document counts do not; or the other way round."""
    if stated.state == outcome.state or (outcome.state in _FULFILLED and stated.state != BROKEN):
        return outcome
    undecided = (*stated.undecided, Undecided("TAKEN_BY_ALL", doubted))
    spans = [
        _around(one, other)
        for one, other in (
            (outcome.measured, stated.measured),
            (outcome.part, stated.part),
            (outcome.whole, stated.whole),
        )
    ]
    measured, part, whole = spans
    return outcome._replace(state=OPEN, measured=measured, part=part, whole=whole, undecided=undecided)


def _around(one: MeasuredSpan | None, other: MeasuredSpan | None) -> MeasuredSpan | None:
    if one is None or other is None:
        return one or other
    least = None if one.least is None or other.least is None else min(one.least, other.least)
    most = None if one.most is None or other.most is None else max(one.most, other.most)
    return MeasuredSpan(least, most)


def _why_not(plan: PlanFacts, rule_set: PlanRuleSet, rule: PlanRule, as_of: dt.date) -> str | None:
    if not rule.measure:
        return "OF_CONVERSIONS" if rule.kind == "CREDIT_CONVERSION" else "NOT_OF_PLANS"
    if rule.valid_from and as_of < rule.valid_from:
        return "NOT_YET_IN_FORCE"
    if rule.valid_to and as_of > rule.valid_to:
        return "NO_LONGER_IN_FORCE"
    if plan.level and rule_set.levels and plan.level not in rule_set.levels:
        return "OTHER_LEVEL"
    return "OTHER_YEARS" if plan.years and rule_set.years and plan.years != rule_set.years else None


def _missing_of_head(plan: PlanFacts, rule_set: PlanRuleSet) -> tuple[Undecided, ...]:
    found = []
    if plan.level is None:
        found.append(Undecided("LEVEL"))
    if plan.years is None and rule_set.years:
        found.append(Undecided("YEARS"))
    return tuple(found)


def _verdict(rule: PlanRule, state: str) -> str:
    """Only a rule that binds without reserve can fail."""
    if state == BROKEN:
        return "FAIL" if rule.force == "MUST" else "REMARK"
    return {KEPT: "PASS", OPEN: "UNKNOWN", REMARKED: "REMARK"}.get(state, "NOT_APPLICABLE")

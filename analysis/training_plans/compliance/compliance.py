"""Judge a plan by sets of rules: which apply, what each measures, and what that means by the force of the rule."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence

from analysis.training_plans.compliance import each_line, presence, shares, sums
from analysis.training_plans.compliance.bounds import BROKEN, KEPT, OPEN, REMARKED
from analysis.training_plans.compliance.finding import MeasureOutcome, RuleVerdict, Undecided
from analysis.training_plans.compliance.plan_facts import PlanFacts
from analysis.training_plans.compliance.plan_rule import PlanRule, PlanRuleSet

_MONTH_OF_ENTRY = 9
_Measure = Callable[[PlanRule, PlanFacts, int], MeasureOutcome]
_MEASURES: Mapping[str, _Measure] = {
    "HOURS": sums.hours,
    "CREDITS": sums.credits_taken,
    "HOURS_SHARE": shares.hours_share,
    "PRACTICE_SHARE": shares.practice_share,
    "SHARE_BEFORE": shares.share_before,
    "HOURS_PER_CREDIT": each_line.hours_per_credit,
    "COURSES": sums.courses,
    "WEEKS": sums.weeks,
    "HOURS_OR_WEEKS": sums.hours_or_weeks,
    "HOURS_EACH_SEMESTER": each_line.hours_each_semester,
    "WEEKLY_HOURS": each_line.weekly_hours,
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
    return dt.date(plan.entry_year, _MONTH_OF_ENTRY, 1) if plan.entry_year else None


def judge(plan: PlanFacts, sets: Sequence[PlanRuleSet], as_of: dt.date, *, are_named: bool) -> list[RuleVerdict]:
    """Judge by all rules of these sets as they stood on a day.

    ``are_named``: the caller named the sets, so that a plan that leaves its level or years out is judged by them.
    """
    return [_judge(plan, each, rule, as_of, are_named=are_named) for each in sets for rule in each.rules]


def _judge(plan: PlanFacts, rule_set: PlanRuleSet, rule: PlanRule, as_of: dt.date, *, are_named: bool) -> RuleVerdict:
    if reason := _why_not(plan, rule_set, rule, as_of):
        return RuleVerdict(rule, "NOT_APPLICABLE", reason)
    if not are_named and (missing := _missing_of_head(plan, rule_set)):
        return RuleVerdict(rule, "UNKNOWN", "HEAD", undecided=missing)
    outcome = _MEASURES[rule.measure or ""](rule, plan, as_of.year)
    return RuleVerdict(rule, _verdict(rule, outcome.state), *outcome[1:])


def _why_not(plan: PlanFacts, rule_set: PlanRuleSet, rule: PlanRule, as_of: dt.date) -> str | None:
    if rule.measure not in _MEASURES:
        return "NOT_OF_PLANS"
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

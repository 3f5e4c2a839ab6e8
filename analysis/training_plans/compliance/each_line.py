"""The hours of a credit, line by line: a measure that no choice changes."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor

from analysis.training_plans.compliance.bounds import BROKEN, KEPT, OPEN
from analysis.training_plans.compliance.course_names import fold
from analysis.training_plans.compliance.finding import MeasuredSpan, MeasureOutcome, Undecided
from analysis.training_plans.compliance.plan_facts import PlanFacts
from analysis.training_plans.compliance.plan_rule import Bound, PlanRule
from analysis.training_plans.compliance.scope import missing_rest, numbers_of
from analysis.training_plans.intervals import fills_its_weeks
from analysis.training_plans.training_plan import PlanLine

_CREDIT = _HUNDREDTHS = 100


def hours_per_credit(rule: PlanRule, plan: PlanFacts, _year: int) -> MeasureOutcome:
    """Judge the hours of a credit on each line that states both; whole weeks and some courses are left out."""
    left_out = [fold(each) for each in rule.except_names]
    with_both = [index for index, line in enumerate(plan.lines) if line.is_counted and line.hours and line.credits]
    apart = [
        index
        for index in with_both
        if fills_its_weeks(plan.lines[index]) or any(each in plan.names[index] for each in left_out)
    ]
    judged = [index for index in with_both if index not in apart]
    outside = [index for index in judged if not _is_between(plan.lines[index], rule.least, rule.most)]
    undecided: tuple[Undecided, ...] = () if judged else (Undecided("HOURS_AND_CREDITS"),)
    undecided += missing_rest(plan)
    state = BROKEN if outside else OPEN if undecided else KEPT
    return MeasureOutcome(
        state,
        "LINES_OUTSIDE" if outside else "BOUNDS",
        _span_of([plan.lines[index] for index in judged]),
        lines=numbers_of(plan, judged),
        outside=numbers_of(plan, outside),
        undecided=undecided if state == OPEN else (),
        left_out=numbers_of(plan, apart),
    )


def _span_of(lines: Sequence[PlanLine]) -> MeasuredSpan | None:
    """Give the least and the most hours of a credit, in hundredths, rounded outwards."""
    if not lines:
        return None
    each = [Fraction((line.hours or 0) * _CREDIT * _HUNDREDTHS, line.credits or 1) for line in lines]
    return MeasuredSpan(floor(min(each)), ceil(max(each)))


def _is_between(line: PlanLine, least: Bound | None, most: Bound | None) -> bool:
    hours, taken = (line.hours or 0) * _CREDIT, line.credits or 0
    return (least is None or hours * least.denominator >= taken * least.numerator) and (
        most is None or hours * most.denominator <= taken * most.numerator
    )

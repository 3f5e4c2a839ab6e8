"""Measures of each line or each semester, which no choice changes."""

from collections.abc import Iterable
from fractions import Fraction

from analysis.training_plans.compliance.bounds import BROKEN, KEPT, NO_SUCH_LINE, OPEN
from analysis.training_plans.compliance.course_names import fold
from analysis.training_plans.compliance.finding import MeasuredSpan, MeasureOutcome, Undecided
from analysis.training_plans.compliance.plan_facts import PlanFacts
from analysis.training_plans.compliance.plan_rule import Bound, PlanRule
from analysis.training_plans.compliance.scope import IN, missing_rest, numbers_of, scope_of
from analysis.training_plans.training_plan import PlanLine

_CREDIT = _HOUR_A_WEEK = 100
_SEMESTERS_A_YEAR = 2


def hours_per_credit(rule: PlanRule, plan: PlanFacts, _year: int) -> MeasureOutcome:
    """Judge the hours of a credit on each line that states both; whole weeks and some courses are left out."""
    left_out = [fold(each) for each in rule.except_names]
    judged = [
        index
        for index, line in enumerate(plan.lines)
        if line.is_counted
        and line.hours
        and line.credits
        and line.duration_weeks is None
        and not any(each in plan.names[index] for each in left_out)
    ]
    outside = [index for index in judged if not _is_between(plan.lines[index], rule.least, rule.most)]
    undecided: tuple[Undecided, ...] = () if judged else (Undecided("HOURS_AND_CREDITS"),)
    undecided += missing_rest(plan)
    state = BROKEN if outside else OPEN if undecided else KEPT
    return MeasureOutcome(
        state,
        "LINES_OUTSIDE" if outside else "BOUNDS",
        lines=numbers_of(plan, judged),
        outside=numbers_of(plan, outside),
        undecided=undecided if state == OPEN else (),
    )


def _is_between(line: PlanLine, least: Bound | None, most: Bound | None) -> bool:
    hours, taken = (line.hours or 0) * _CREDIT, line.credits or 0
    return (least is None or hours * least.denominator >= taken * least.numerator) and (
        most is None or hours * most.denominator <= taken * most.numerator
    )


def weekly_hours(rule: PlanRule, plan: PlanFacts, year: int) -> MeasureOutcome:
    """Judge the hours a week in each semester of the lines in scope, together."""
    indexes = [each for each in scope_of(rule, plan, year).indexes() if plan.lines[each].is_counted]
    if not indexes:
        return MeasureOutcome(NO_SUCH_LINE, "NO_SUCH_LINE")
    by_semester: dict[int, list[int | None]] = {}
    for index in indexes:
        line = plan.lines[index]
        for semester in line.semesters:
            by_semester.setdefault(semester, []).append(line.weekly_hours.get(str(semester)))
    silent = [index for index in indexes if not _states_weekly_hours(plan.lines[index])]
    sums = [sum(each or 0 for each in values) for values in by_semester.values() if None not in values]
    wanted = rule.least or Bound(0)
    is_broken = any(each * wanted.denominator < wanted.numerator * _HOUR_A_WEEK for each in sums)
    state = BROKEN if is_broken and plan.is_whole else OPEN if silent or not plan.is_whole or is_broken else KEPT
    why = (Undecided("WEEKLY_HOURS", numbers_of(plan, silent)),) if silent else ()
    return MeasureOutcome(
        state,
        "BOUNDS",
        MeasuredSpan(min(sums), max(sums)) if sums else None,
        lines=numbers_of(plan, indexes),
        undecided=(*why, *missing_rest(plan)) if state == OPEN else (),
    )


def _states_weekly_hours(line: PlanLine) -> bool:
    return bool(line.semesters) and all(str(each) in line.weekly_hours for each in line.semesters)


def hours_each_semester(rule: PlanRule, plan: PlanFacts, year: int) -> MeasureOutcome:
    """Judge the hours of the lines in scope in every semester of study, but those of the courses left out."""
    scope = scope_of(rule, plan, year)
    indexes = [each for each in scope.indexes() if scope.inside[each] == IN]
    if not indexes:
        missing = missing_rest(plan)
        return MeasureOutcome(OPEN if missing else BROKEN, "NO_SUCH_LINE", undecided=missing)
    why = _not_by_semester(plan, indexes)
    semesters = _semesters_of_study(rule, plan)
    least = Fraction(*(rule.least or Bound(0)))
    hours = _by_semester(plan.lines[index] for index in indexes)
    short = [each for each in semesters if hours.get(each, Fraction(0)) < least]
    why += missing_rest(plan) if short else ()
    if not semesters:
        why += (Undecided("YEARS"),)
    state = OPEN if why and (short or not semesters) else BROKEN if short else KEPT
    known = [int(hours.get(each, Fraction(0))) for each in semesters]
    return MeasureOutcome(
        state,
        "BOUNDS",
        MeasuredSpan(min(known), max(known)) if known and not why else None,
        lines=numbers_of(plan, indexes),
        undecided=why if state == OPEN else (),
    )


def _not_by_semester(plan: PlanFacts, indexes: list[int]) -> tuple[Undecided, ...]:
    found = []
    without = [index for index in indexes if not plan.lines[index].semesters]
    if without:
        found.append(Undecided("SEMESTERS", numbers_of(plan, without)))
    unknown = [index for index in indexes if plan.lines[index].hours is None and not plan.lines[index].semester_hours]
    if unknown:
        found.append(Undecided("HOURS", numbers_of(plan, unknown)))
    return tuple(found)


def _semesters_of_study(rule: PlanRule, plan: PlanFacts) -> list[int]:
    """Give the semesters of the plan's years without those in which a course runs that the rule leaves out."""
    left_out = [fold(each) for each in rule.except_names]
    away = {
        semester
        for line, name in zip(plan.lines, plan.names, strict=True)
        if any(each in name for each in left_out)
        for semester in line.semesters
    }
    return [each for each in range(1, (plan.years or 0) * _SEMESTERS_A_YEAR + 1) if each not in away]


def _by_semester(lines: Iterable[PlanLine]) -> dict[int, Fraction]:
    """Add the hours of lines by semester: as stated, else in equal parts."""
    found: dict[int, Fraction] = {}
    for line in lines:
        for semester in line.semesters:
            stated = line.semester_hours.get(str(semester))
            part = Fraction(stated) if stated is not None else Fraction(line.hours or 0, len(line.semesters))
            found[semester] = found.get(semester, Fraction(0)) + part
    return found

"""Measures of each semester: hours a week, and hours in every semester of study."""

from collections.abc import Iterable, Mapping, Sequence
from math import lcm
from typing import NamedTuple

from analysis.training_plans.compliance.bounds import BROKEN, KEPT, NO_SUCH_LINE, OPEN, margins, state_of
from analysis.training_plans.compliance.choices import span
from analysis.training_plans.compliance.finding import MeasuredSpan, MeasureOutcome, Undecided
from analysis.training_plans.compliance.placements import Absence, absence_in, placements_of
from analysis.training_plans.compliance.plan_facts import (
    SECONDARY_SEMESTERS,
    SEMESTERS_A_YEAR,
    YEARS_FROM_NINE_CLASSES,
    PlanFacts,
)
from analysis.training_plans.compliance.plan_rule import Bound, PlanRule
from analysis.training_plans.compliance.scope import IN, Scope, groups_chosen, missing_rest, numbers_of, scope_of
from analysis.training_plans.training_plan import PlanLine

_HOUR_A_WEEK = 100
_NOTHING = MeasuredSpan(0, 0)


def weekly_hours(rule: PlanRule, plan: PlanFacts, year: int) -> MeasureOutcome:
    """Judge the hours a week in each semester of the lines in scope, together."""
    scope = scope_of(rule, plan, year)
    indexes = [each for each in scope.indexes() if plan.lines[each].is_counted]
    if not indexes:
        return MeasureOutcome(NO_SUCH_LINE, "NO_SUCH_LINE")
    by_semester: dict[int, dict[int, _WeeklyHours]] = {}
    for index in indexes:
        line = plan.lines[index]
        for semester in line.semesters:
            hours = line.weekly_hours.get(str(semester))
            by_semester.setdefault(semester, {})[index] = _WeeklyHours(hours, is_sure=scope.inside[index] == IN)
    silent = [index for index in indexes if not _states_weekly_hours(plan.lines[index])]
    sums = {semester: _weekly_span(plan, each) for semester, each in by_semester.items()}
    states = {_weekly_state(each, sums[semester], rule.least or Bound(0)) for semester, each in by_semester.items()}
    is_open = silent or states != {KEPT} or not plan.is_whole
    state = BROKEN if BROKEN in states and plan.is_whole else OPEN if is_open else KEPT
    without = (Undecided("WEEKLY_HOURS", numbers_of(plan, silent)),) if silent else ()
    why = (*without, *scope.undecided, *groups_chosen(plan, indexes), *missing_rest(plan))
    return MeasureOutcome(
        state,
        "BOUNDS",
        _least_and_most(sums.values()),
        lines=numbers_of(plan, indexes),
        undecided=why if state == OPEN else (),
    )


class _WeeklyHours(NamedTuple):
    """Hundredths of hours a week of a line in one semester, null where open, and whether the line is meant for sure."""

    hours: int | None
    is_sure: bool


def _weekly_span(plan: PlanFacts, values: Mapping[int, _WeeklyHours]) -> MeasuredSpan:
    """Give the hours a week of those who have such a line in this semester."""
    lows, highs = [0] * len(plan.lines), [0 if each not in values else None for each in range(len(plan.lines))]
    for index, each in values.items():
        lows[index], highs[index] = each.hours or 0 if each.is_sure else 0, each.hours
    found = span(plan.choices, lows, highs, _NOTHING)
    if any(each in values for each in plan.choices.fixed):
        return found
    options = [
        sum(lows[each] for each in option)
        for choice in plan.choices.choices
        for option in choice.options
        if any(each in values for each in option)
    ]
    return MeasuredSpan(min(options, default=0), found.most)


def _weekly_state(values: Mapping[int, _WeeklyHours], total: MeasuredSpan, least: Bound) -> str:
    """Judge one semester: too few hours of all lines break the rule only where one of them is meant for sure."""
    if any(each.is_sure for each in values.values()):
        return state_of(margins(total, least, None, _HOUR_A_WEEK))
    fewest = min(each.hours or 0 for each in values.values())
    return KEPT if fewest * least.denominator >= least.numerator * _HOUR_A_WEEK else OPEN


def _least_and_most(spans: Iterable[MeasuredSpan]) -> MeasuredSpan | None:
    """Give the least and the most of the semesters whose hours are known."""
    known = [each for each in spans if each.most is not None]
    return (
        MeasuredSpan(min(each.least or 0 for each in known), max(each.most or 0 for each in known)) if known else None
    )


def _states_weekly_hours(line: PlanLine) -> bool:
    return bool(line.semesters) and all(str(each) in line.weekly_hours for each in line.semesters)


# ---- every semester of study


def hours_each_semester(rule: PlanRule, plan: PlanFacts, year: int) -> MeasureOutcome:
    """Judge the hours of the lines in scope in every semester of study but those of a whole-semester placement."""
    # Its semesters tell more of the stage of a line than the line as a whole.
    scope = scope_of(rule, plan._replace(stages=()), year)
    indexes = scope.indexes()
    if not indexes:
        missing = missing_rest(plan)
        return MeasureOutcome(OPEN if missing else BROKEN, "NO_SUCH_LINE", undecided=missing)
    semesters = range(1, (plan.years or 0) * SEMESTERS_A_YEAR + 1)
    # Parts of an hour in which equal shares of all lines are whole.
    unit = lcm(*(len(plan.lines[each].semesters) or 1 for each in indexes))
    sums = {each: _hours_in(plan, scope, each, unit) for each in semesters}
    placements = placements_of(rule, plan)
    absences = {each: absence_in(each, plan, placements, apart=indexes) for each in semesters}
    asked = [each for each in semesters if absences[each].kind != "WHOLE"]
    states = {each: state_of(margins(sums[each], rule.least, None, unit)) for each in asked}
    doubted = [each for each in asked if states[each] == BROKEN and absences[each].kind == "OPEN"]
    secondary = [each for each in asked if states[each] == BROKEN and each <= _secondary_semesters(plan)]
    short = [each for each in asked if states[each] != KEPT]
    is_broken = any(states[each] == BROKEN for each in short if each not in {*doubted, *secondary})
    state = BROKEN if is_broken else OPEN if short or not semesters else KEPT
    whole = [each for number, each in absences.items() if number not in asked]
    return MeasureOutcome(
        state,
        "BOUNDS",
        _in_hours([sums[each] for each in asked], unit),
        lines=numbers_of(plan, indexes),
        undecided=(
            (*_why_open(plan, scope, absences, doubted), *([Undecided("STAGE")] if secondary else []))
            if state == OPEN
            else ()
        ),
        left_out=tuple(sorted({number for each in whole for number in each.numbers})),
    )


def _secondary_semesters(plan: PlanFacts) -> int:
    """Give the last semester that may be of the secondary stage: a college of five years begins after nine classes."""
    return SECONDARY_SEMESTERS if plan.level == "ASSOCIATE" and plan.years == YEARS_FROM_NINE_CLASSES else 0


def _hours_in(plan: PlanFacts, scope: Scope, semester: int, unit: int) -> MeasuredSpan:
    """Give the hours in one semester of the lines in scope, over all choices."""
    lows, highs = [0] * len(plan.lines), [None if each else 0 for each in scope.inside]
    for index in scope.indexes():
        found = _share_of(plan.lines[index], semester, unit)
        lows[index], highs[index] = (found.least or 0) if scope.inside[index] == IN else 0, found.most
    return span(plan.choices, lows, highs)


def _share_of(line: PlanLine, semester: int, unit: int) -> MeasuredSpan:
    """Give the hours of a line in a semester: as stated, else in equal parts of what other semesters leave."""
    stated = {int(each): hours for each, hours in line.semester_hours.items() if each.isdigit()}
    if semester in stated:
        return MeasuredSpan(stated[semester] * unit, stated[semester] * unit)
    others = [each for each in line.semesters if each not in stated]
    rest = None if line.hours is None else max(line.hours - sum(stated.values()), 0) * unit
    if others and semester not in others:
        return _NOTHING
    if not others:
        return _NOTHING if line.semesters or stated else MeasuredSpan(0, rest)
    return MeasuredSpan(0, None) if rest is None else MeasuredSpan(rest // len(others), rest // len(others))


def _in_hours(sums: Sequence[MeasuredSpan], unit: int) -> MeasuredSpan | None:
    """Give the least and the most hours of a semester, rounded down; null where hours are not known."""
    if not sums or any(each.least is None or each.most is None or each.least != each.most for each in sums):
        return None
    known = [(each.least or 0) // unit for each in sums]
    return MeasuredSpan(min(known), max(known))


def _why_open(
    plan: PlanFacts, scope: Scope, absences: Mapping[int, Absence], doubted: Sequence[int]
) -> tuple[Undecided, ...]:
    lines = [(index, plan.lines[index]) for index in scope.indexes()]
    without = [index for index, line in lines if not line.semesters and not line.semester_hours]
    unknown = [index for index, line in lines if line.hours is None and not line.semester_hours]
    found = [
        Undecided(kind, numbers_of(plan, each)) for kind, each in (("SEMESTERS", without), ("HOURS", unknown)) if each
    ]
    placements = sorted({number for each in doubted for number in absences[each].numbers})
    found += [Undecided("WEEKS", tuple(placements))] if placements else []
    found += [] if absences else [Undecided("YEARS")]
    return (*found, *scope.undecided, *groups_chosen(plan, scope.indexes()), *missing_rest(plan))

"""Measures that add up over lines: hours, credits, weeks, and the number of courses."""

from collections.abc import Callable

from analysis.training_plans.compliance.bounds import BROKEN, KEPT, OPEN, REMARKED, margins, state_of
from analysis.training_plans.compliance.choices import span
from analysis.training_plans.compliance.finding import MeasuredSpan, MeasureOutcome, Undecided
from analysis.training_plans.compliance.plan_facts import PlanFacts, hours_of, same_courses, weeks_of
from analysis.training_plans.compliance.plan_rule import PlanRule
from analysis.training_plans.compliance.scope import (
    IN,
    Scope,
    groups_chosen,
    missing_rest,
    numbers_of,
    scope_of,
)
from analysis.training_plans.training_plan import PlanLine

# The least and the most that a line adds; null: without end.
_Range = tuple[int, int | None]
_Value = Callable[[PlanLine], _Range]
_CREDIT = _WEEK = _HOUR = 100


def hours(rule: PlanRule, plan: PlanFacts, year: int) -> MeasureOutcome:
    """Judge the hours of the lines in scope."""
    scope = scope_of(rule, plan, year)
    measured = _sum(plan, scope, lambda line: _exactly(hours_of(line, plan.hours_per_week)))
    state = state_of(margins(measured, rule.least, rule.most))
    return _outcome(plan, scope, measured, state, open_hours(plan, scope))


def credits_taken(rule: PlanRule, plan: PlanFacts, year: int) -> MeasureOutcome:
    """Judge the credits of the lines in scope, and their hours where the rule bounds them too."""
    scope = scope_of(rule, plan, year)
    measured = _sum(plan, scope, lambda line: _exactly(line.credits))
    found = margins(measured, rule.least, rule.most, _CREDIT)
    open_lines = _lines_without(plan, scope, "CREDITS", lambda line: line.credits is None)
    if rule.hours_least:
        taken = _sum(plan, scope, lambda line: _exactly(hours_of(line, plan.hours_per_week)))
        found += margins(taken, rule.hours_least, None)
        open_lines += open_hours(plan, scope)
    return _outcome(plan, scope, measured, state_of(found), open_lines)


def weeks(rule: PlanRule, plan: PlanFacts, year: int) -> MeasureOutcome:
    """Judge the weeks of the lines in scope, in hundredths."""
    scope = scope_of(rule, plan, year)
    measured = _sum(plan, scope, lambda line: weeks_of(line, plan.hours_per_week))
    state = state_of(margins(measured, rule.least, rule.most, _WEEK))
    return _outcome(plan, scope, measured, state, _open_weeks(plan, scope))


def hours_or_weeks(rule: PlanRule, plan: PlanFacts, year: int) -> MeasureOutcome:
    """Judge stated hours, or else stated weeks, in hundredths: either keeps the rule."""
    scope = scope_of(rule, plan, year)
    in_hours = _sum(plan, scope, lambda line: _or_none_beside(_in_hundredths(line.hours), line.duration_weeks))
    in_weeks = _sum(plan, scope, lambda line: _or_none_beside(line.duration_weeks, line.hours))
    states = (
        state_of(margins(in_hours, rule.least, rule.most, _HOUR)),
        state_of(margins(in_weeks, rule.weeks_least, rule.weeks_most, _WEEK)),
    )
    state = KEPT if KEPT in states else OPEN if OPEN in states else BROKEN
    nothing = _lines_without(plan, scope, "HOURS", lambda line: line.hours is None and line.duration_weeks is None)
    is_in_weeks = in_hours == MeasuredSpan(0, 0) or (states[0] != KEPT and states[1] == KEPT)
    found = _outcome(plan, scope, in_weeks if is_in_weeks else in_hours, state, nothing)
    return found._replace(measured_as="WEEKS" if is_in_weeks else "HOURS")


def courses(rule: PlanRule, plan: PlanFacts, year: int) -> MeasureOutcome:
    """Judge the number of courses in scope; parts of one course count once."""
    scope = scope_of(rule, plan, year)
    lows, highs = [0] * len(plan.lines), [0] * len(plan.lines)
    for indexes in same_courses(plan.names).values():
        _count_once(plan, scope, indexes, lows, highs)
    measured = span(plan.choices, lows, highs)
    return _outcome(plan, scope, measured, state_of(margins(measured, rule.least, rule.most)), ())


def _count_once(plan: PlanFacts, scope: Scope, indexes: list[int], lows: list[int], highs: list[int]) -> None:
    """Count one course once where all take it, else once in each option; never more for certain than are taken."""
    fixed = [each for each in indexes if each in plan.choices.fixed and scope.inside[each]]
    certain = [each for each in fixed if scope.inside[each] == IN]
    if certain:
        lows[certain[0]] = highs[certain[0]] = 1
        return
    options = _options_with(plan, scope, indexes)
    is_first = True
    for place in filter(None, (fixed, *options)):
        sure = [each for each in place if scope.inside[each] == IN]
        one = (sure or place)[0]
        highs[one] = 1
        if sure and (is_first or _excludes_others(plan, indexes)):
            lows[one], is_first = 1, False


def _options_with(plan: PlanFacts, scope: Scope, indexes: list[int]) -> list[list[int]]:
    among = {each for each in indexes if scope.inside[each]}
    return [[each for each in option if each in among] for one in plan.choices.choices for option in one.options]


def _excludes_others(plan: PlanFacts, indexes: list[int]) -> bool:
    """Whether at most one of the options with these lines is taken."""
    among = set(indexes)
    holders = [one for one in plan.choices.choices if any(among & set(option) for option in one.options)]
    return len(holders) == 1 and holders[0].take == 1


def _sum(plan: PlanFacts, scope: Scope, value: _Value) -> MeasuredSpan:
    lows: list[int] = []
    highs: list[int | None] = []
    for line, inside in zip(plan.lines, scope.inside, strict=True):
        least, most = value(line) if inside else (0, 0)
        lows.append(least if inside == IN else 0)
        highs.append(most)
    return span(plan.choices, lows, highs)


def _exactly(value: int | None) -> _Range:
    return (0, None) if value is None else (value, value)


def _in_hundredths(hours: int | None) -> int | None:
    return None if hours is None else hours * _HOUR


def _or_none_beside(value: int | None, other: int | None) -> _Range:
    """Give a figure that is 0 where the line states the other one instead."""
    return (0, 0) if value is None and other is not None else _exactly(value)


def _outcome(
    plan: PlanFacts, scope: Scope, measured: MeasuredSpan, state: str, open_lines: tuple[Undecided, ...]
) -> MeasureOutcome:
    indexes = scope.indexes()
    reason = "NO_SUCH_LINE" if not indexes and state == BROKEN else "BOUNDS"
    if state == KEPT and scope.former:
        state, reason = REMARKED, "FORMER_NAME"
    undecided = (*open_lines, *scope.undecided, *groups_chosen(plan, indexes), *missing_rest(plan))
    return MeasureOutcome(
        state,
        reason,
        measured,
        lines=numbers_of(plan, indexes),
        outside=numbers_of(plan, list(scope.former)) if reason == "FORMER_NAME" else (),
        undecided=undecided if state == OPEN else (),
    )


def _lines_without(
    plan: PlanFacts, scope: Scope, kind: str, lacks: Callable[[PlanLine], bool]
) -> tuple[Undecided, ...]:
    numbers = numbers_of(plan, [index for index in scope.indexes() if lacks(plan.lines[index])])
    return (Undecided(kind, numbers),) if numbers else ()


def open_hours(plan: PlanFacts, scope: Scope) -> tuple[Undecided, ...]:
    """Say which lines in scope have no hours, and which need the plan's hours per week."""
    in_weeks = _lines_without(
        plan,
        scope,
        "HOURS_PER_WEEK",
        lambda line: line.duration_weeks is not None and hours_of(line, plan.hours_per_week) is None,
    )
    without = _lines_without(plan, scope, "HOURS", lambda line: line.duration_weeks is None and line.hours is None)
    return (*without, *in_weeks)


def _open_weeks(plan: PlanFacts, scope: Scope) -> tuple[Undecided, ...]:
    in_hours = _lines_without(
        plan,
        scope,
        "HOURS_PER_WEEK",
        lambda line: line.duration_weeks is None and line.hours is not None and not plan.hours_per_week,
    )
    without = _lines_without(plan, scope, "WEEKS", lambda line: line.duration_weeks is None and line.hours is None)
    return (*without, *in_hours)

"""Whether students are away on a placement for a whole semester, which the lines of a plan seldom say outright."""

from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

from analysis.training_plans.compliance.course_names import fold
from analysis.training_plans.compliance.plan_facts import SEMESTERS_A_YEAR, PlanFacts, weeks_of
from analysis.training_plans.compliance.plan_rule import PlanRule
from analysis.training_plans.intervals import fills_its_weeks
from analysis.training_plans.training_plan import PlanLine

# A semester has 20 weeks of activity: a placement of these fills it, and one of half of them does not. In hundredths.
_WEEKS_WHOLE, _WEEKS_HALF, _WEEKS_OF_SEMESTER = 1600, 1000, 2000
# Where the plan does not say when the placement is, it may be in one of the last semesters.
_LAST_SEMESTERS = 2


class Absence(NamedTuple):
    """Whether all are away in a semester: the WHOLE of it, NONE or part of it, or OPEN; by which lines."""

    kind: Literal["WHOLE", "NONE", "OPEN"]
    numbers: tuple[int, ...] = ()


def placements_of(rule: PlanRule, plan: PlanFacts) -> list[int]:
    """Give the lines of the courses whose semesters a rule leaves out."""
    left_out = [fold(each) for each in rule.except_names]
    return [index for index, name in enumerate(plan.names) if any(each in name for each in left_out)]


def absence_in(semester: int, plan: PlanFacts, placements: Sequence[int], apart: Collection[int]) -> Absence:
    """Say whether all are away in a semester; the lines ``apart`` are no classes that keep them."""
    away = [each for each in placements if semester in _semesters_of(plan.lines[each], plan)]
    if not away:
        return Absence("NONE")
    numbers = tuple(plan.numbers[each] for each in away)
    ranges = [_weeks_in(semester, plan.lines[each], plan) for each in away]
    is_chosen = any(plan.lines[each].group is not None for each in away)
    if sum(most for _, most in ranges) <= _WEEKS_HALF:
        return Absence("NONE", numbers)
    is_sure = all(plan.lines[each].semesters for each in away) and not is_chosen
    is_whole = sum(least for least, _ in ranges) >= _WEEKS_WHOLE
    if is_sure and (is_whole or not _has_classes(semester, plan, {*placements, *apart})):
        return Absence("WHOLE", numbers)
    return Absence("OPEN", numbers)


def _semesters_of(line: PlanLine, plan: PlanFacts) -> Sequence[int]:
    last = (plan.years or 0) * SEMESTERS_A_YEAR
    return line.semesters or line.alternatives or range(last - _LAST_SEMESTERS + 1, last + 1)


def _weeks_in(semester: int, line: PlanLine, plan: PlanFacts) -> tuple[int, int]:
    """Give the least and the most weeks of a placement in one of its semesters, in hundredths."""
    stated = line.weeks.get(str(semester))
    if stated is not None:
        return stated, stated
    least, most = weeks_of(line, plan.hours_per_week)
    others = max(len(line.semesters), 1) - 1
    largest = _WEEKS_OF_SEMESTER if most is None else min(most, _WEEKS_OF_SEMESTER)
    # What the other semesters cannot hold is in this one; of one semester that is all.
    return max(least - others * _WEEKS_OF_SEMESTER, 0), largest


def _has_classes(semester: int, plan: PlanFacts, apart: Collection[int]) -> bool:
    """Whether any line but of practice runs in a semester."""
    return any(
        semester in line.semesters and line.is_counted and line.module != "PRACTICE" and not fills_its_weeks(line)
        for index, line in enumerate(plan.lines)
        if index not in apart
    )

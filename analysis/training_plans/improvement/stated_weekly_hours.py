"""Weekly hours that a plan states and that are not the hours of the course by the weeks of teaching."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from analysis.training_plans.improvement.plan_schedule import hours_and_weights
from analysis.training_plans.improvement.semester_schedule import HUNDREDTHS
from analysis.training_plans.plan_lines import keyed_lines
from analysis.training_plans.training_plan import ANY_TERM, PlanLine, PlanReading

# Hours of a week by which figures of one course may differ without a word: plans round.
_ROUNDED = Fraction(5, HUNDREDTHS)


class UnlikeWeeklyHours(NamedTuple):
    """A course whose weekly hours in a semester are stated otherwise than its hours by the weeks of teaching make."""

    course: str
    semester: int
    stated: float
    computed: float


def unlike_weekly_hours(plan: PlanReading, weeks: Mapping[int, int]) -> tuple[UnlikeWeeklyHours, ...]:
    """Give the courses with such weekly hours; ``weeks`` are those of teaching, by semester, in hundredths."""
    return tuple(each for key, line in keyed_lines(plan).items() for each in _unlike(key, line, weeks))


def _unlike(key: str, line: PlanLine, weeks: Mapping[int, int]) -> Iterator[UnlikeWeeklyHours]:
    if not line.weekly_hours:
        return
    hours, weights = hours_and_weights(line)
    # Without hours nothing says what the weekly hours should be.
    if line.hours is None and not hours:
        return
    for semester, weight in zip(line.semesters, weights, strict=True):
        stated = line.weekly_hours.get(str(semester), line.weekly_hours.get(ANY_TERM))
        if stated is None or not weeks.get(semester):
            continue
        computed = Fraction(hours * weight * HUNDREDTHS, sum(weights) * weeks[semester])
        if abs(Fraction(stated, HUNDREDTHS) - computed) >= _ROUNDED:
            yield UnlikeWeeklyHours(key, semester, stated / HUNDREDTHS, round(float(computed), 2))

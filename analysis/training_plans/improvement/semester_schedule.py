"""In which semester each course of a plan is taught: the problem, its checks before and after, and its answer."""

from collections.abc import Container, Iterator, Mapping
from itertools import combinations_with_replacement
from typing import NamedTuple

from analysis.training_plans.improvement.proof import RuleConflict, RuleName, SolvedStage

# The objectives, each least: the largest weekly hours of a semester, the courses that move, the difference between the
# fullest and the emptiest semester in weekly hours, the needed courses that do not end with their examination, and
# how many semesters courses move, all together.
OBJECTIVES = ("PEAK", "MOVES", "SPREAD", "APART", "DISTANCE")
HUNDREDTHS = 100


class Semester(NamedTuple):
    """A semester: its weeks of teaching in hundredths, and the hours in it that no course of the problem holds.

    Where there are no weeks of teaching no course is placed, and limits do not apply.
    """

    number: int
    weeks: int
    other_hours: int = 0


class ScheduledCourse(NamedTuple):
    """A course, its hours in each semester from its first on, and the semesters in which it may begin."""

    key: str
    hours: tuple[int, ...]
    begins: tuple[int, ...]
    begins_now: int | None = None

    def last(self, begin: int) -> int:
        """Give the semester in which it ends when it begins in this one."""
        return begin + len(self.hours) - 1


class Prerequisite(NamedTuple):
    """A course that must have ended in a semester before another begins."""

    before: str
    after: str


class CertificateExamination(NamedTuple):
    """The semesters in which a certificate is examined, and the courses that must have ended in that semester."""

    key: str
    semesters: tuple[int, ...]
    courses: tuple[str, ...]


class SemesterLimits(NamedTuple):
    """What each semester with weeks of teaching must keep; null: no limit."""

    weekly_hours_most: int | None = None
    weekly_hours_least: int = 0
    courses_most: int | None = None
    courses_least: int = 0


class ScheduleProblem(NamedTuple):
    """What is placed, within which limits, and the objectives in their order."""

    semesters: tuple[Semester, ...]
    courses: tuple[ScheduledCourse, ...]
    prerequisites: tuple[Prerequisite, ...] = ()
    examinations: tuple[CertificateExamination, ...] = ()
    limits: SemesterLimits = SemesterLimits()
    order: tuple[str, ...] = OBJECTIVES


class CapacityShortage(NamedTuple):
    """Semesters that cannot hold the hours that can lie nowhere else."""

    first: int
    last: int
    hours: int
    capacity: int


class SemesterSchedule(NamedTuple):
    """The semester in which each course begins and each certificate is examined, or why there is no such schedule.

    ``is_unique``: of all schedules as good the one that comes first by the keys of the courses, whatever the seed.
    """

    begins: Mapping[str, int] = {}
    examined: Mapping[str, int] = {}
    stages: tuple[SolvedStage, ...] = ()
    is_unique: bool = False
    shortages: tuple[CapacityShortage, ...] = ()
    conflict: RuleConflict | None = None


# ---- before any solver


def capacity_shortages(problem: ScheduleProblem) -> tuple[CapacityShortage, ...]:
    """Find the runs of semesters that cannot hold what must lie in them; none that holds another such run."""
    if problem.limits.weekly_hours_most is None:
        return ()
    begins = _possible_begins(problem)
    runs = combinations_with_replacement([each.number for each in problem.semesters], 2)
    found: list[CapacityShortage] = []
    for first, last in sorted(runs, key=lambda each: each[1] - each[0]):
        shortage = _shortage(problem, begins, first, last)
        if shortage and not any(first <= each.first and each.last <= last for each in found):
            found.append(shortage)
    return tuple(sorted(found))


def _shortage(
    problem: ScheduleProblem, begins: Mapping[str, list[int]], first: int, last: int
) -> CapacityShortage | None:
    run = [each for each in problem.semesters if first <= each.number <= last and each.weeks]
    numbers = {each.number for each in run}
    hours = sum(each.other_hours for each in run)
    hours += sum(
        min(_hours_within(course, begin, numbers) for begin in begins[course.key]) for course in problem.courses
    )
    capacity = sum(hours_most(each, problem.limits) or 0 for each in run)
    return CapacityShortage(first, last, hours, capacity) if hours > capacity else None


def _hours_within(course: ScheduledCourse, begin: int, semesters: Container[int]) -> int:
    return sum(hours for number, hours in enumerate(course.hours, begin) if number in semesters)


def hours_most(semester: Semester, limits: SemesterLimits) -> int | None:
    """Give the hours that a semester holds within the weekly limit."""
    if limits.weekly_hours_most is None or not semester.weeks:
        return None
    return limits.weekly_hours_most * semester.weeks // HUNDREDTHS


def _possible_begins(problem: ScheduleProblem) -> dict[str, list[int]]:
    """Give the semesters in which each course can begin, with what chains of prerequisites leave of them."""
    courses = {each.key: each for each in problem.courses}
    begins = {each.key: list(each.begins) for each in problem.courses}
    for _ in problem.courses:
        before = dict(begins)
        for pair in problem.prerequisites:
            _narrow(courses[pair.before], begins, pair)
        if begins == before:
            break
    return begins


def _narrow(before: ScheduledCourse, begins: dict[str, list[int]], pair: Prerequisite) -> None:
    earliest = before.last(min(begins[pair.before]))
    # Where nothing is left the solver names the conflict; here all stay.
    begins[pair.after] = [each for each in begins[pair.after] if each > earliest] or begins[pair.after]
    latest = max(begins[pair.after])
    begins[pair.before] = [each for each in begins[pair.before] if before.last(each) < latest] or begins[pair.before]


# ---- what a schedule is worth


def begins_now(problem: ScheduleProblem) -> dict[str, int]:
    """Give where each course begins in the plan as it is."""
    return {each.key: each.begins_now or each.begins[0] for each in problem.courses}


def loads(problem: ScheduleProblem, begins: Mapping[str, int]) -> dict[int, int]:
    """Give the hours of each semester."""
    hours = {each.number: each.other_hours for each in problem.semesters}
    for course in problem.courses:
        for offset, each in enumerate(course.hours):
            hours[begins[course.key] + offset] += each
    return hours


def weekly_loads(problem: ScheduleProblem, begins: Mapping[str, int]) -> dict[int, float]:
    """Give the weekly hours of each semester that has weeks of teaching."""
    hours = loads(problem, begins)
    return {each.number: hours[each.number] * HUNDREDTHS / each.weeks for each in problem.semesters if each.weeks}


def objective_values(
    problem: ScheduleProblem, begins: Mapping[str, int], examined: Mapping[str, int]
) -> dict[str, int]:
    """Give each objective of a schedule."""
    hours = loads(problem, begins)
    taught = [each for each in problem.semesters if each.weeks]
    # In whole weekly hours: the peak rounded up, the least rounded down.
    peak = max((-(-hours[each.number] * HUNDREDTHS // each.weeks) for each in taught), default=0)
    least = min((hours[each.number] * HUNDREDTHS // each.weeks for each in taught), default=0)
    courses = {each.key: each for each in problem.courses}
    return {
        "PEAK": peak,
        "MOVES": sum(each.begins_now not in (None, begins[each.key]) for each in problem.courses),
        "SPREAD": peak - least,
        "APART": sum(
            courses[key].last(begins[key]) != examined[each.key]
            for each in problem.examinations
            for key in each.courses
        ),
        "DISTANCE": sum(
            abs(begins[each.key] - each.begins_now) for each in problem.courses if each.begins_now is not None
        ),
    }


def broken_rules(
    problem: ScheduleProblem, begins: Mapping[str, int], examined: Mapping[str, int]
) -> tuple[RuleName, ...]:
    """Name every rule that a schedule does not keep."""
    return (
        *_broken_places(problem, begins),
        *_broken_order(problem, begins, examined),
        *_broken_limits(problem, begins),
    )


def _broken_places(problem: ScheduleProblem, begins: Mapping[str, int]) -> Iterator[RuleName]:
    for course in problem.courses:
        if begins[course.key] not in course.begins:
            yield "PLACE", course.key


def _broken_order(
    problem: ScheduleProblem, begins: Mapping[str, int], examined: Mapping[str, int]
) -> Iterator[RuleName]:
    ends = {each.key: each.last(begins[each.key]) for each in problem.courses}
    for pair in problem.prerequisites:
        if ends[pair.before] >= begins[pair.after]:
            yield "PREREQUISITE", pair.before, pair.after
    for examination in problem.examinations:
        semester = examined[examination.key]
        if semester not in examination.semesters:
            yield "SESSION", examination.key
        for key in examination.courses:
            if ends[key] > semester:
                yield "EXAMINATION", examination.key, key


def _broken_limits(problem: ScheduleProblem, begins: Mapping[str, int]) -> Iterator[RuleName]:
    hours, limits = loads(problem, begins), problem.limits
    for semester in problem.semesters:
        number = str(semester.number)
        if not semester.weeks:
            continue
        weekly = hours[semester.number] * HUNDREDTHS
        count = sum(begins[each.key] <= semester.number <= each.last(begins[each.key]) for each in problem.courses)
        if limits.weekly_hours_most is not None and weekly > limits.weekly_hours_most * semester.weeks:
            yield "WEEKLY_HOURS_MOST", number
        if weekly < limits.weekly_hours_least * semester.weeks:
            yield "WEEKLY_HOURS_LEAST", number
        if limits.courses_most is not None and count > limits.courses_most:
            yield "COURSES_MOST", number
        if count < limits.courses_least:
            yield "COURSES_LEAST", number

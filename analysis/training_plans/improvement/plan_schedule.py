"""The schedule of a plan: its lines as courses of the problem, what of them can move, and on what that rests."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from analysis.training_plans.improvement.semester_schedule import (
    HUNDREDTHS,
    OBJECTIVES,
    CertificateExamination,
    Prerequisite,
    ScheduledCourse,
    ScheduleProblem,
    Semester,
    SemesterLimits,
)
from analysis.training_plans.intervals import fills_its_weeks, interval
from analysis.training_plans.plan_lines import PlanNames, folded, keyed_lines, names_of
from analysis.training_plans.training_plan import Interval, PlanLine, PlanReading

# Weeks of a semester without its examinations, where neither plan nor caller says how many are taught.
WEEKS_ASSUMED = 18
# Hours of a whole week of practice, where the plan does not say.
HOURS_A_WEEK = 30
# Headings of weeks in all, of which whole weeks of practice and of examination are a part.
_IN_ALL = re.compile(r"总周数?|学期周数|活动周|^(?:周数)?/?(?:总计|合计|小计)(?:周数)?$")
# Headings of weeks in which courses are taught, those of classes alone first.
_TAUGHT = (re.compile(r"课堂教学|课内教学|理论教学|上课"), re.compile(r"教学周"))
_NOT_TAUGHT = re.compile(r"考试|考核|复习|机动")
# What is held in whole weeks by its very name, though a plan may state its hours alone.
_WHOLE_WEEKS = re.compile(r"军事技能|军事训练|军训|入学教育|毕业教育|(?:岗位|顶岗|跟岗|认识|毕业)实习")


class ScheduleWishes(NamedTuple):
    """What a caller asks for; courses by their names."""

    order: tuple[str, ...] = OBJECTIVES
    limits: SemesterLimits = SemesterLimits()
    # Weeks of teaching by semester, instead of those of the plan.
    weeks: Mapping[int, int] = {}
    prerequisites: tuple[Prerequisite, ...] = ()
    locked: tuple[str, ...] = ()
    # Common courses that may move, which stay otherwise.
    free: tuple[str, ...] = ()
    # The only semesters in which a course may begin.
    begins: Mapping[str, tuple[int, ...]] = {}


NO_WISHES = ScheduleWishes()


class PlanSchedule(NamedTuple):
    """The problem of a plan, and what it rests on.

    ``held``: why a course cannot move, by its key. ``weeks_from``: PLAN, PLAN_IN_ALL, REQUEST or ASSUMED, by semester.
    ``left_out``: lines without semester. ``unknown``: names in prerequisites and certificates that no line has.
    ``impossible``: courses that no semester teaches in which the caller lets them begin; they stay. ``immovable``:
    courses that the caller frees, or of which the caller says where they may begin, though they cannot move.
    """

    problem: ScheduleProblem
    held: Mapping[str, str]
    weeks_from: Mapping[int, str]
    left_out: tuple[str, ...]
    unknown: tuple[str, ...]
    impossible: tuple[str, ...] = ()
    immovable: tuple[str, ...] = ()


def plan_schedule(plan: PlanReading, wishes: ScheduleWishes = NO_WISHES) -> PlanSchedule:
    """State the schedule of a plan as a problem."""
    placed = keyed_lines(plan)
    left_out = tuple(key for key, each in placed.items() if not each.semesters)
    placed = {key: each for key, each in placed.items() if each.semesters}
    weeks, weeks_from = _weeks(plan, placed.values(), wishes.weeks)
    held = {key: reason for key, each in placed.items() if (reason := _held(key, each, weeks, wishes))}
    wished = [_course(key, each, held.get(key), weeks, wishes) for key, each in placed.items()]
    impossible = tuple(each.key for each in wished if not each.begins)
    courses = tuple(each._replace(begins=each.begins or (each.begins_now or 1,)) for each in wished)
    names = PlanNames(placed)
    problem = ScheduleProblem(
        tuple(_semester(plan, placed.values(), number, each) for number, each in weeks.items()),
        courses,
        tuple(dict.fromkeys([*_prerequisites(placed, names), *_wished(wishes.prerequisites, names)])),
        tuple(_examinations(plan, names, weeks)),
        wishes.limits,
        wishes.order,
    )
    for each in wishes.locked:
        names.keys(each)
    immovable = tuple(key for name in (*wishes.free, *wishes.begins) for key in names.keys(name) if key in held)
    unknown = tuple(dict.fromkeys(names.unknown))
    return PlanSchedule(problem, held, weeks_from, left_out, unknown, impossible, immovable)


# ---- semesters


def _weeks(
    plan: PlanReading, lines: Iterable[PlanLine], wished: Mapping[int, int]
) -> tuple[dict[int, int], dict[int, str]]:
    """Give the weeks of teaching of each semester, in hundredths, and where they come from."""
    lines = list(lines)
    last = max([1, 2 * (plan.head.duration_years or 0), *(max(each.semesters) for each in lines)])
    blocks = _block_weeks(plan, lines)
    stated, source = _stated_weeks(plan, blocks)
    weeks, origin = {}, {}
    for number in range(1, last + 1):
        if number in wished:
            weeks[number], origin[number] = wished[number] * HUNDREDTHS, "REQUEST"
        elif stated:
            weeks[number], origin[number] = stated.get(number, 0), source
        else:
            weeks[number] = max(0, WEEKS_ASSUMED * HUNDREDTHS - blocks[number])
            origin[number] = "ASSUMED"
    return weeks, origin


def _stated_weeks(plan: PlanReading, blocks: Mapping[int, int]) -> tuple[dict[int, int], str]:
    """Give the weeks of teaching that the plan states, else those it states in all less what is not taught."""
    rows = {row.semester: row.weeks for row in plan.weeks if row.semester}
    headings = list(dict.fromkeys(heading for weeks in rows.values() for heading in weeks))
    in_all = [each for each in headings if _IN_ALL.search(each)]
    for pattern in _TAUGHT:
        for heading in headings:
            if heading not in in_all and pattern.search(heading):
                return {number: weeks.get(heading, 0) for number, weeks in rows.items()}, "PLAN"
    for heading in in_all[-1:]:
        return {
            number: max(0, weeks.get(heading, 0) - blocks.get(number, 0) - _not_taught(weeks))
            for number, weeks in rows.items()
        }, "PLAN_IN_ALL"
    return {}, "ASSUMED"


def _not_taught(weeks: Mapping[str, int]) -> int:
    """Count the weeks of examination, revision and reserve in a row of the week table."""
    return sum(count for heading, count in weeks.items() if _NOT_TAUGHT.search(heading))


def _block_weeks(plan: PlanReading, lines: Iterable[PlanLine]) -> Counter[int]:
    """Count the weeks of practice in each semester, in hundredths; of lines that are chosen among, none."""
    weeks: Counter[int] = Counter()
    for line in lines:
        if is_block(line) and line.group is None:
            duration = line.duration_weeks
            if duration is None:
                duration = (line.hours or 0) // (plan.head.hours_per_week or HOURS_A_WEEK) * HUNDREDTHS
            for number, each in zip(line.semesters, _shares(duration, [1] * len(line.semesters)), strict=True):
                weeks[number] += line.weeks.get(str(number), each)
    return weeks


def is_block(line: PlanLine) -> bool:
    """Whether a line takes whole weeks, in which nothing else is taught: a placement, a project, military training."""
    if line.weekly_hours:
        return False
    if line.duration_weeks is not None:
        return fills_its_weeks(line)
    return line.module == "PRACTICE" or bool(_WHOLE_WEEKS.search(line.name))


def _semester(plan: PlanReading, lines: Iterable[PlanLine], number: int, weeks: int) -> Semester:
    """Give a semester with the hours that are chosen in it, at most."""
    chosen = [each for each in lines if each.group is not None]
    hours = interval(chosen, plan.groups, _hours_in(number))
    return Semester(number, weeks, hours.least if hours.most is None else hours.most)


def _hours_in(number: int) -> Callable[[PlanLine], Interval]:
    def hours_of(line: PlanLine) -> Interval:
        first = min(line.semesters)
        hours = hours_by_semester(line)
        each = hours[number - first] if first <= number < first + len(hours) else 0
        return Interval(each, each)

    return hours_of


# ---- courses


def hours_by_semester(line: PlanLine) -> tuple[int, ...]:
    """Give the weekly taught hours of a line in each semester from its first to its last; zero where it says none."""
    first, last = min(line.semesters), max(line.semesters)
    if is_block(line):
        return (0,) * (last - first + 1)
    shares = dict(zip(line.semesters, _shares(*hours_and_weights(line)), strict=True))
    return tuple(shares.get(each, 0) for each in range(first, last + 1))


def hours_and_weights(line: PlanLine) -> tuple[int, Sequence[int]]:
    """Give the hours of a line in all its semesters, and by which weights they are divided among these."""
    numbers = [str(each) for each in line.semesters]
    stated = [_hours_stated(line, each) for each in numbers]
    weights = stated if all(stated) or line.hours is None else [line.weekly_hours.get(each, 0) for each in numbers]
    return _hours_of_semesters(line, stated), weights if any(weights) else [1] * len(numbers)


def _hours_of_semesters(line: PlanLine, stated: Sequence[int]) -> int:
    """Give the hours of a line without those of its summer terms, in which no semester teaches."""
    if line.hours is None or (line.summer_terms and all(stated)):
        return sum(stated)
    return max(0, line.hours - sum(_hours_stated(line, f"{each}S") for each in line.summer_terms))


def _hours_stated(line: PlanLine, term: str) -> int:
    if term in line.semester_hours:
        return line.semester_hours[term]
    return line.weekly_hours.get(term, 0) * line.weeks.get(term, 0) // HUNDREDTHS**2


def _shares(total: int, weights: Sequence[int]) -> list[int]:
    """Divide a whole number by weights into whole numbers that add up to it."""
    shares, given, weight = [], 0, 0
    for each in weights:
        weight += each
        share = total * weight // sum(weights) - given
        given += share
        shares.append(share)
    return shares


def _held(key: str, line: PlanLine, weeks: Mapping[int, int], wishes: ScheduleWishes) -> str | None:
    """Say why a line cannot move; nothing where it can."""
    if {*names_of(key, line)} & {folded(each) for each in wishes.locked}:
        return "REQUEST"
    if line.group is not None:
        return "CHOICE"
    if is_block(line):
        return "WHOLE_WEEKS"
    if not any(hours_by_semester(line)):
        return "NO_HOURS"
    if any(not weeks[each] for each in line.semesters):
        return "NO_TEACHING_WEEKS"
    if line.module == "COMMON" and not {*names_of(key, line)} & {
        folded(each) for each in (*wishes.free, *wishes.begins)
    }:
        return "COMMON"
    return None


def _course(
    key: str, line: PlanLine, held: str | None, weeks: Mapping[int, int], wishes: ScheduleWishes
) -> ScheduledCourse:
    now, hours = min(line.semesters), hours_by_semester(line)
    if line.group is not None:
        # Its hours stand with the semester, as far as they are chosen.
        hours = (0,) * len(hours)
    if held:
        return ScheduledCourse(key, hours, (now,), now)
    wished = {folded(name): each for name, each in wishes.begins.items()}
    narrow, name = names_of(key, line)
    allowed = wished.get(narrow, wished.get(name, tuple(weeks)))
    begins = tuple(each for each in allowed if all(weeks.get(each + offset) for offset in range(len(hours))))
    return ScheduledCourse(key, hours, begins, now)


# ---- what must come before what


def _prerequisites(placed: Mapping[str, PlanLine], names: PlanNames) -> Iterator[Prerequisite]:
    for key, line in placed.items():
        for name in line.prerequisites:
            for before in names.keys(name):
                if before != key:
                    yield Prerequisite(before, key)


def _wished(pairs: Iterable[Prerequisite], names: PlanNames) -> Iterator[Prerequisite]:
    for pair in pairs:
        for before in names.keys(pair.before):
            for after in names.keys(pair.after):
                yield Prerequisite(before, after)


def _examinations(plan: PlanReading, names: PlanNames, weeks: Mapping[int, int]) -> Iterator[CertificateExamination]:
    """Give the target certificates of which the plan says when they are examined and which courses they need.

    Their keys are what people read: the name with the level, and a number where it stands twice.
    """
    seen: Counter[str] = Counter()
    for each in plan.certificates:
        semesters = tuple(sorted(set(each.semesters) & set(weeks)))
        courses = tuple(dict.fromkeys(key for name in each.courses for key in names.keys(name)))
        if semesters and courses:
            name = " ".join(filter(None, (each.name, each.level_text)))
            seen[name] += 1
            yield CertificateExamination(name if seen[name] == 1 else f"{name} #{seen[name]}", semesters, courses)

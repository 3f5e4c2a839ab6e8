"""The model of semesters: a course has a switch for each semester in which it may begin, "has not begun by then".

Courses that differ in nothing but their keys are counted together, and single again when the schedule is made unique.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from ortools.sat.python import cp_model

from analysis.training_plans.improvement.proof import RuleConflict, RuleName, SolvedStage, rule_label
from analysis.training_plans.improvement.semester_schedule import (
    HUNDREDTHS,
    CertificateExamination,
    Prerequisite,
    ScheduledCourse,
    ScheduleProblem,
    Semester,
    SemesterSchedule,
    objective_values,
)
from solvers.models.schedule_start import even_start
from solvers.models.stages import Expression, StagedModel
from solvers.models.whole_parts import least_peak
from solvers.tasks import OutOfTimeError, ReportStage, SolverLimits, unreported

# A comparison; of constants alone it is true or false at once.
RuleConstraint = cp_model.BoundedLinearExpression | bool


def solve(problem: ScheduleProblem, limits: SolverLimits, report: ReportStage = unreported) -> SemesterSchedule:
    """Place every course by the objectives in their order, or name the rules that forbid it."""
    model = _ScheduleModel(problem)
    staged = StagedModel(model.model, model.decisions, limits, report)
    if not staged.is_feasible():
        return SemesterSchedule(conflict=_conflict(problem, limits))
    objectives = model.objectives()
    for each in problem.order:
        if each in {"PEAK", "SPREAD"} and each == problem.order[0]:
            staged.values = model.waiting(even_start(problem), staged.values)
        try:
            staged.minimize(each, objectives[each])
        except OutOfTimeError:
            if not staged.stages:
                raise
            return _so_far(problem, model, staged)
    switches, values = model.single_decisions(staged.values)
    staged.decide_by(switches, values)
    is_unique = staged.make_unique()
    begins, examined = model.answer(staged.values)
    return SemesterSchedule(begins, examined, tuple(staged.stages), is_unique)


def _so_far(problem: ScheduleProblem, model: "_ScheduleModel", staged: StagedModel) -> SemesterSchedule:
    """Give the schedule of the stages that were solved; of the others it is only known that none is below nothing."""
    _, values = model.single_decisions(staged.values)
    begins, examined = model.answer(values)
    worth = objective_values(problem, begins, examined)
    stages = [*staged.stages, *(SolvedStage(each, worth[each], 0) for each in problem.order[len(staged.stages) :])]
    return SemesterSchedule(begins, examined, tuple(stages))


def _conflict(problem: ScheduleProblem, limits: SolverLimits) -> RuleConflict:
    """Name a least set of rules that cannot all hold, and by how much each of them alone must give."""
    model = _ScheduleModel(problem, is_guarded=True)
    staged = StagedModel(model.model, model.decisions, limits)
    names = sorted(model.guards)
    core = [names[each] for each in staged.conflict_among([model.guards[name] for name in names]) or []]
    gives = {}
    for name in core:
        if name in model.excess:
            others = [guard for other, guard in model.guards.items() if other != name]
            least = staged.least_with(others, model.excess[name])
            if least is not None:
                gives[rule_label(name)] = least
    return RuleConflict(tuple(core), gives)


class _Beginning:
    """In which of some semesters each of equal things begins; ``waits``: how many have not begun by a semester.

    Bounds are tighter than with a switch for "begins then".
    """

    def __init__(self, model: cp_model.CpModel, semesters: tuple[int, ...], keys: tuple[str, ...]) -> None:
        self.semesters = sorted(semesters)
        self.keys = keys
        self.waits = [model.new_int_var(0, len(keys), "") for _ in self.semesters[:-1]]
        for earlier, later in pairwise(self.waits):
            model.add(later <= earlier)

    def by(self, semester: int) -> Expression:
        """Count those that have begun by any semester, possible or not."""
        at = bisect_right(self.semesters, semester)
        if at == 0:
            return 0
        return len(self.keys) if at == len(self.semesters) else len(self.keys) - self.waits[at - 1]

    def within(self, semester: int) -> Expression:
        """Count those that begin in this semester."""
        return self.by(semester) - self.by(semester - 1)

    def distance_to(self, semester: int) -> Expression:
        """Count the semesters between this one and those in which they begin, of all of them together."""
        least = len(self.keys) * (max(self.semesters[0] - semester, 0) + max(semester - self.semesters[-1], 0))
        # From one semester to the next it grows by what lies behind the given one, and shrinks by what lies before it.
        return least + sum(
            each * max(later - max(earlier, semester), 0)
            + (len(self.keys) - each) * max(min(later, semester) - earlier, 0)
            for (earlier, later), each in zip(pairwise(self.semesters), self.waits, strict=True)
        )

    def waiting(self, values: Mapping[int, int]) -> dict[str, list[int]]:
        """Give for each thing whether it waits in each semester; those of the first keys begin first."""
        size = len(self.keys)
        return {key: [int(values[each.index] >= size - at) for each in self.waits] for at, key in enumerate(self.keys)}

    def switches(self, model: cp_model.CpModel) -> dict[str, list[cp_model.IntVar]]:
        """Give a switch for each thing and semester, "has not begun by then"."""
        if len(self.keys) == 1:
            return {self.keys[0]: self.waits}
        made = {key: [model.new_bool_var("") for _ in self.waits] for key in self.keys}
        for first, second in pairwise(made.values()):
            for one, other in zip(first, second, strict=True):
                model.add_implication(one, other)
        for count, each in zip(self.waits, zip(*made.values(), strict=True), strict=True):
            model.add(sum(each) == count)
        return made


class _ScheduleModel:
    """``guards`` has a switch for each rule where the rules themselves are in question; else they simply hold."""

    def __init__(self, problem: ScheduleProblem, *, is_guarded: bool = False) -> None:
        self.problem = problem
        self.model = cp_model.CpModel()
        self.guards: dict[RuleName, cp_model.IntVar] = {}
        self.excess: dict[RuleName, Expression] = {}
        self._is_guarded = is_guarded
        self._courses = {each.key: each for each in sorted(problem.courses)}
        self._groups = [
            (self._courses[keys[0]], _Beginning(self.model, self._courses[keys[0]].begins, keys))
            for keys in self._equal_courses()
        ]
        self._begins = {key: group for _, group in self._groups for key in group.keys}
        self._sessions = {
            each.key: _Beginning(self.model, each.semesters, (each.key,)) for each in sorted(problem.examinations)
        }
        self._every = [*(group for _, group in self._groups), *self._sessions.values()]
        self.decisions = [wait for each in self._every for wait in each.waits]
        self._loads = {each.number: self._load(each) for each in problem.semesters}
        for pair in problem.prerequisites:
            self._order(pair)
        for examination in problem.examinations:
            self._examine(examination)
        self._limit()

    def answer(self, values: Sequence[int]) -> tuple[dict[str, int], dict[str, int]]:
        """Give the semesters in which courses begin and certificates are examined, by the values of single switches."""
        left = iter(values)
        chosen = [(key, each.semesters[sum(next(left) for _ in each.waits)]) for key, each in self._keyed()]
        courses = len(self._courses)
        return dict(chosen[:courses]), dict(chosen[courses:])

    def waiting(self, begins: Mapping[str, int], values: Sequence[int]) -> list[int]:
        """Give the values of the decisions where courses begin in these semesters; certificates keep theirs."""
        groups = (group for _, group in self._groups)
        courses = [sum(begins[key] > at for key in each.keys) for each in groups for at in each.semesters[:-1]]
        return [*courses, *values[len(courses) :]]

    def single_decisions(self, values: list[int]) -> tuple[list[cp_model.IntVar], list[int]]:
        """Give switches of single courses and certificates in the order of their keys, and the values of them."""
        by_index = {each.index: value for each, value in zip(self.decisions, values, strict=True)}
        switches = {id(each): each.switches(self.model) for each in self._every}
        waiting = {id(each): each.waiting(by_index) for each in self._every}
        return (
            [switch for key, each in self._keyed() for switch in switches[id(each)][key]],
            [value for key, each in self._keyed() for value in waiting[id(each)][key]],
        )

    def _keyed(self) -> list[tuple[str, _Beginning]]:
        return [(key, self._begins[key]) for key in self._courses] + [*self._sessions.items()]

    def _equal_courses(self) -> list[tuple[str, ...]]:
        """Group courses that differ in nothing but their keys and that no rule names.

        Else a plan of a hundred courses, most of 64 hours, has no proven peak in a minute. The first of all schedules
        as good has the first of such courses first.
        """
        named = {key for pair in self.problem.prerequisites for key in pair}
        named |= {key for each in self.problem.examinations for key in each.courses}
        groups: dict[object, list[str]] = defaultdict(list)
        for key, each in self._courses.items():
            is_alone = key in named or self._is_guarded
            groups[key if is_alone else (each.hours, frozenset(each.begins), each.begins_now)].append(key)
        return [tuple(keys) for keys in groups.values()]

    # ---- rules

    def _ended_by(self, course: ScheduledCourse, semester: int) -> Expression:
        return self._begins[course.key].by(semester - len(course.hours) + 1)

    def _load(self, semester: Semester) -> Expression:
        return semester.other_hours + sum(
            hours * group.within(semester.number - offset)
            for course, group in self._groups
            for offset, hours in enumerate(course.hours)
            if hours
        )

    def _rule(self, name: RuleName, constraint: RuleConstraint) -> None:
        """Add a constraint of a rule; where rules are in question it holds with the switch of the rule."""
        added = self.model.add(constraint)
        if self._is_guarded:
            if name not in self.guards:
                self.guards[name] = self.model.new_bool_var(rule_label(name))
            added.only_enforce_if(self.guards[name])

    def _order(self, pair: Prerequisite) -> None:
        before, after = self._courses[pair.before], self._begins[pair.after]
        for semester in after.semesters:
            self._rule(
                ("PREREQUISITE", pair.before, pair.after),
                after.by(semester) <= self._ended_by(before, semester - 1),
            )

    def _examine(self, examination: CertificateExamination) -> None:
        sessions = self._sessions[examination.key]
        for key in examination.courses:
            for semester in sessions.semesters:
                self._rule(
                    ("EXAMINATION", examination.key, key),
                    sessions.by(semester) <= self._ended_by(self._courses[key], semester),
                )

    def _limit(self) -> None:
        limits = self.problem.limits
        taught = [each for each in self.problem.semesters if each.weeks]
        for semester in taught:
            number, load = str(semester.number), self._loads[semester.number]
            count = self._taught_in(semester.number)
            if limits.weekly_hours_most is not None:
                most = limits.weekly_hours_most * semester.weeks // HUNDREDTHS
                self.excess["WEEKLY_HOURS_MOST", number] = self._over(load - most)
                self._rule(("WEEKLY_HOURS_MOST", number), load <= most)
            if limits.weekly_hours_least:
                self._rule(
                    ("WEEKLY_HOURS_LEAST", number), load * HUNDREDTHS >= limits.weekly_hours_least * semester.weeks
                )
            if limits.courses_most is not None:
                self._rule(("COURSES_MOST", number), count <= limits.courses_most)
            if limits.courses_least:
                self._rule(("COURSES_LEAST", number), count >= limits.courses_least)

    def _over(self, difference: Expression) -> Expression:
        """Give by how much a limit is exceeded."""
        if not self._is_guarded:
            return 0
        total = sum(sum(each.hours) for each in self.problem.courses)
        over = self.model.new_int_var(0, total + sum(each.other_hours for each in self.problem.semesters), "")
        self.model.add(over >= difference)
        return over

    def _taught_in(self, semester: int) -> Expression:
        return sum(group.by(semester) - self._ended_by(course, semester - 1) for course, group in self._groups)

    # ---- objectives

    def objectives(self) -> dict[str, Expression]:
        """Give the expression of each objective."""
        makers: dict[str, Callable[[], Expression]] = {
            "MOVES": self._moves,
            "APART": self._apart,
            "DISTANCE": self._distance,
        }
        made = {each: makers[each]() for each in self.problem.order if each in makers}
        if not {"PEAK", "SPREAD"} & set(self.problem.order):
            return made
        peak = self._peak()
        return {**made, "PEAK": peak, "SPREAD": peak - self._least() if "SPREAD" in self.problem.order else 0}

    def _most_weekly(self) -> int:
        """Give weekly hours that no semester can exceed: all of them in the shortest."""
        total = sum(sum(each.hours) for each in self.problem.courses)
        total += sum(each.other_hours for each in self.problem.semesters)
        weeks = min((each.weeks for each in self.problem.semesters if each.weeks), default=HUNDREDTHS)
        return -(-total * HUNDREDTHS // weeks)

    def _peak(self) -> Expression:
        taught = [each for each in self.problem.semesters if each.weeks]
        most = self._most_weekly()
        peak = self.model.new_int_var(min(least_peak(self.problem), most), most, "peak")
        for each in taught:
            self.model.add(self._loads[each.number] * HUNDREDTHS <= peak * each.weeks)
        # What lies before and after any semester together must fit too: it follows, and the bound needs it.
        for at in range(1, len(taught)):
            for run in (taught[:at], taught[at:]):
                hours = sum(self._loads[each.number] for each in run)
                self.model.add(hours * HUNDREDTHS <= peak * sum(each.weeks for each in run))
        whole = sum(self._loads[each.number] for each in taught)
        self.model.add(whole * HUNDREDTHS <= peak * sum(each.weeks for each in taught))
        return peak

    def _least(self) -> Expression:
        least = self.model.new_int_var(0, self._most_weekly(), "least")
        for each in self.problem.semesters:
            if each.weeks:
                self.model.add(self._loads[each.number] * HUNDREDTHS >= least * each.weeks)
        return least

    def _moves(self) -> Expression:
        return sum(
            len(group.keys) - (group.within(course.begins_now) if course.begins_now in course.begins else 0)
            for course, group in self._groups
            if course.begins_now is not None
        )

    def _distance(self) -> Expression:
        return sum(
            group.distance_to(course.begins_now) for course, group in self._groups if course.begins_now is not None
        )

    def _apart(self) -> Expression:
        return sum(
            1 - self._joint(examination, self._courses[key])
            for examination in self.problem.examinations
            for key in examination.courses
        )

    def _joint(self, examination: CertificateExamination, course: ScheduledCourse) -> Expression:
        """Give whether a course ends in the semester of the examination."""
        joint = []
        for semester in examination.semesters:
            begin = semester - len(course.hours) + 1
            if begin in course.begins:
                both = self.model.new_bool_var("")
                self.model.add(both <= self._sessions[examination.key].within(semester))
                self.model.add(both <= self._begins[course.key].within(begin))
                joint.append(both)
        return sum(joint)

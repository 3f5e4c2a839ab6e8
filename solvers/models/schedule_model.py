"""The model of semesters: a course has a switch for each semester in which it may begin, "has not begun by then"."""

from bisect import bisect_right
from collections.abc import Callable, Mapping

from ortools.sat.python import cp_model

from analysis.training_plans.improvement.proof import RuleConflict, RuleName, rule_label
from analysis.training_plans.improvement.semester_schedule import (
    HUNDREDTHS,
    CertificateExamination,
    Prerequisite,
    ScheduledCourse,
    ScheduleProblem,
    Semester,
    SemesterSchedule,
)
from solvers.models.stages import Expression, StagedModel
from solvers.tasks import ReportStage, SolverLimits, unreported

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
        staged.minimize(each, objectives[each])
    is_unique = staged.make_unique()
    begins, examined = model.answer(staged.values)
    return SemesterSchedule(begins, examined, tuple(staged.stages), is_unique)


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
    """In which of some semesters something begins. Bounds are tighter than with a switch for "begins then"."""

    def __init__(self, model: cp_model.CpModel, semesters: tuple[int, ...]) -> None:
        self.semesters = sorted(semesters)
        self.waits = [model.new_bool_var("") for _ in self.semesters[:-1]]
        for earlier, later in zip(self.waits, self.waits[1:], strict=False):
            model.add_implication(later, earlier)

    def by(self, semester: int) -> Expression:
        """Give whether it has begun by any semester, possible or not."""
        at = bisect_right(self.semesters, semester)
        if at == 0:
            return 0
        return 1 if at == len(self.semesters) else 1 - self.waits[at - 1]

    def within(self, semester: int) -> Expression:
        """Give whether it begins in this semester."""
        return self.by(semester) - self.by(semester - 1)

    def chosen(self, values: Mapping[int, int]) -> int:
        """Give the semester, by the values of the switches."""
        return self.semesters[sum(values[each.index] for each in self.waits)]


class _ScheduleModel:
    """``guards`` has a switch for each rule where the rules themselves are in question; else they simply hold."""

    def __init__(self, problem: ScheduleProblem, *, is_guarded: bool = False) -> None:
        self.problem = problem
        self.model = cp_model.CpModel()
        self.guards: dict[RuleName, cp_model.IntVar] = {}
        self.excess: dict[RuleName, Expression] = {}
        self._is_guarded = is_guarded
        self._courses = {each.key: each for each in sorted(problem.courses)}
        self._begins = {key: _Beginning(self.model, each.begins) for key, each in self._courses.items()}
        self._sessions = {each.key: _Beginning(self.model, each.semesters) for each in sorted(problem.examinations)}
        self.decisions = [wait for each in (*self._begins.values(), *self._sessions.values()) for wait in each.waits]
        self._loads = {each.number: self._load(each) for each in problem.semesters}
        for pair in problem.prerequisites:
            self._order(pair)
        for examination in problem.examinations:
            self._examine(examination)
        self._limit()

    def answer(self, values: list[int]) -> tuple[dict[str, int], dict[str, int]]:
        """Give the semesters in which courses begin and certificates are examined."""
        by_index = {each.index: value for each, value in zip(self.decisions, values, strict=True)}
        begins = {key: each.chosen(by_index) for key, each in self._begins.items()}
        return begins, {key: each.chosen(by_index) for key, each in self._sessions.items()}

    # ---- rules

    def _ended_by(self, course: ScheduledCourse, semester: int) -> Expression:
        return self._begins[course.key].by(semester - len(course.hours) + 1)

    def _load(self, semester: Semester) -> Expression:
        return semester.other_hours + sum(
            hours * self._begins[course.key].within(semester.number - offset)
            for course in self._courses.values()
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
        return sum(
            self._begins[each.key].by(semester) - self._ended_by(each, semester - 1) for each in self._courses.values()
        )

    # ---- objectives

    def objectives(self) -> dict[str, Expression]:
        """Give the expression of each objective."""
        makers: dict[str, Callable[[], Expression]] = {"MOVES": self._moves, "APART": self._apart}
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
        peak = self.model.new_int_var(0, self._most_weekly(), "peak")
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
            1 - self._begins[each.key].within(each.begins_now) if each.begins_now in each.begins else 1
            for each in self._courses.values()
            if each.begins_now is not None
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

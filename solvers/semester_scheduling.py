"""Schedules of semesters: what needs no solver is checked before, and every answer after."""

from analysis.training_plans.improvement.proof import rule_label
from analysis.training_plans.improvement.semester_schedule import (
    ScheduleProblem,
    SemesterSchedule,
    broken_rules,
    capacity_shortages,
    objective_values,
)
from solvers.solver_errors import SolverAnswerError
from solvers.solver_process import SolverProcess
from solvers.tasks import SCHEDULE, ReportStage, SolverLimits, unreported


async def schedule_semesters(
    solver: SolverProcess,
    problem: ScheduleProblem,
    limits: SolverLimits | None = None,
    report: ReportStage = unreported,
) -> SemesterSchedule:
    """Place each course in a semester, or say what forbids it. Raises: SolverError."""
    shortages = capacity_shortages(problem)
    if shortages:
        return SemesterSchedule(shortages=shortages)
    schedule = await solver.solve(SCHEDULE, problem, limits, report)
    if schedule.conflict is None:
        _check(problem, schedule)
    return schedule


def _check(problem: ScheduleProblem, schedule: SemesterSchedule) -> None:
    broken = [rule_label(each) for each in broken_rules(problem, schedule.begins, schedule.examined)]
    values = objective_values(problem, schedule.begins, schedule.examined)
    broken += [each.objective for each in schedule.stages if values[each.objective] > each.value]
    if broken:
        raise SolverAnswerError(", ".join(broken))

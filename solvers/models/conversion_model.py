"""The model of credit conversion: a switch for each pair that no rule refuses."""

from collections.abc import Sequence

from ortools.sat.python import cp_model

from analysis.training_plans.improvement.credit_conversion import (
    ConversionProblem,
    ConvertedCourse,
    CreditConversion,
    certificate_limits,
    refusals,
)
from solvers.models.stages import Expression, StagedModel
from solvers.tasks import ReportStage, SolverLimits, unreported


def solve(problem: ConversionProblem, limits: SolverLimits, report: ReportStage = unreported) -> CreditConversion:
    """Choose the pairs of most credits, of those the most courses, and of those the first by their keys."""
    model = _ConversionModel(problem)
    staged = StagedModel(model.model, model.decisions, limits, report)
    staged.maximize("CREDITS", model.credits)
    staged.maximize("COURSES", model.courses)
    found = [model.chosen(staged.values)] if staged.make_unique() else []
    if not found:
        return CreditConversion(model.chosen(staged.values), (), tuple(staged.stages))
    while len(found) <= problem.alternatives and (other := _another(problem, limits, staged, found)) is not None:
        found.append(other)
    return CreditConversion(found[0], tuple(found[1:]), tuple(staged.stages), is_unique=True)


def _another(
    problem: ConversionProblem, limits: SolverLimits, best: StagedModel, found: Sequence[tuple[ConvertedCourse, ...]]
) -> tuple[ConvertedCourse, ...] | None:
    """Give the next answer that is as good; nothing where there is none."""
    model = _ConversionModel(problem)
    most_credits, most_courses = (each.value for each in best.stages)
    model.model.add(model.credits == most_credits)
    model.model.add(model.courses == most_courses)
    for each in found:
        model.exclude(each)
    staged = StagedModel(model.model, model.decisions, limits)
    if not model.decisions or not staged.is_feasible() or not staged.make_unique():
        return None
    return model.chosen(staged.values)


class _ConversionModel:
    """A switch says that a pair is left out, so that the least answer takes the first pairs."""

    def __init__(self, problem: ConversionProblem) -> None:
        self.model = cp_model.CpModel()
        self.left = {pair: self.model.new_bool_var("") for pair, refused in refusals(problem).items() if not refused}
        self.decisions = list(self.left.values())
        credits_of = {each.key: each.credits or 0 for each in problem.courses}
        self.credits: Expression = sum(credits_of[pair.course] * (1 - left) for pair, left in self.left.items())
        self.courses: Expression = sum(1 - left for left in self.decisions)
        for course in problem.courses:
            self.model.add_at_most_one(~left for pair, left in self.left.items() if pair.course == course.key)
        for certificate in problem.certificates:
            own = {pair.course: left for pair, left in self.left.items() if pair.certificate == certificate.key}
            most_credits, most_courses = certificate_limits(problem, certificate)
            if most_credits is not None:
                self.model.add(sum(credits_of[key] * (1 - left) for key, left in own.items()) <= most_credits)
            if most_courses is not None:
                self.model.add(sum(1 - left for left in own.values()) <= most_courses)

    def chosen(self, values: Sequence[int]) -> tuple[ConvertedCourse, ...]:
        return tuple(pair for pair, left in zip(self.left, values, strict=True) if not left)

    def exclude(self, chosen: Sequence[ConvertedCourse]) -> None:
        """Forbid this answer: those as good have as many pairs, so one of its pairs must be left."""
        self.model.add_bool_or([self.left[each] for each in chosen])

"""The model of a certificate in a plan: a switch for each line that could teach a requirement, and steps of hours."""

from itertools import pairwise

from ortools.sat.python import cp_model

from analysis.training_plans.improvement.certificate_embedding import (
    AFFINITY_MOST,
    EMBEDDING_OBJECTIVES,
    CertificateEmbedding,
    EmbeddingLine,
    EmbeddingProblem,
    HourRule,
    PlanEdits,
    limits_now,
    measures_of,
    room_of,
    rule_value,
)
from analysis.training_plans.improvement.proof import RuleConflict, rule_label
from solvers.models.stages import Expression, StagedModel
from solvers.tasks import ReportStage, SolverLimits, unreported

CONFLICTS_MOST = 5


def solve(problem: EmbeddingProblem, limits: SolverLimits, report: ReportStage = unreported) -> CertificateEmbedding:
    """Find the least edits by the objectives in their order, and why more stays open than would without rules."""
    model = EmbeddingModel(problem)
    staged = StagedModel(model.model, model.decisions, limits, report)
    objectives = model.objectives()
    for each in EMBEDDING_OBJECTIVES:
        staged.minimize(each, objectives[each])
    is_unique = staged.make_unique()
    edits, unserved = model.answer(staged.values)
    least = _unserved_without_rules(problem, limits) if unserved else 0
    conflicts = _conflicts(problem, limits, least) if least < len(unserved) else ()
    return CertificateEmbedding(edits, unserved, tuple(staged.stages), is_unique, least, conflicts)


def _unserved_without_rules(problem: EmbeddingProblem, limits: SolverLimits) -> int:
    model = EmbeddingModel(problem._replace(rules=()))
    staged = StagedModel(model.model, model.decisions, limits)
    staged.minimize("UNSERVED", model.objectives()["UNSERVED"])
    return staged.stages[0].value


def _conflicts(problem: EmbeddingProblem, limits: SolverLimits, unserved: int) -> tuple[RuleConflict, ...]:
    """Name the rules that keep open more than this; where one conflict is set aside there may be another."""
    model = EmbeddingModel(problem, is_guarded=True)
    model.model.add(model.objectives()["UNSERVED"] <= unserved)
    staged = StagedModel(model.model, model.decisions, limits)
    left = dict(model.guards)
    found: list[RuleConflict] = []
    while len(found) < CONFLICTS_MOST:
        names = list(left)
        core = staged.conflict_among(list(left.values()))
        if core is None:
            break
        rules = [names[each] for each in core]
        found.append(RuleConflict(tuple(("RULE", each) for each in rules), _gives(model, staged, rules)))
        for each in rules:
            del left[each]
    return tuple(found)


def _gives(model: "EmbeddingModel", staged: StagedModel, rules: list[str]) -> dict[str, int]:
    """Give by how much each rule alone must give."""
    gives = {}
    for code in rules:
        others = [guard for other, guard in model.guards.items() if other != code]
        least = staged.least_with(others, model.excess[code])
        if least is not None:
            gives[rule_label(("RULE", code))] = least
    return gives


class EmbeddingModel:
    """``guards`` has a switch for each rule where the rules themselves are in question; else they simply hold."""

    def __init__(self, problem: EmbeddingProblem, *, is_guarded: bool = False) -> None:
        self.problem = problem
        self.model = cp_model.CpModel()
        self.guards: dict[str, cp_model.IntVar] = {}
        self.excess: dict[str, Expression] = {}
        self._lines = {each.key: each for each in sorted(problem.lines) if not each.is_locked}
        requirements = sorted(problem.requirements, key=lambda each: each.key)
        self._affinities = {each.key: each.affinities for each in requirements}
        self._teaches = {
            (requirement.key, line): self.model.new_bool_var("")
            for requirement in requirements
            for line in sorted(requirement.affinities)
            if line in self._lines
        }
        self._adds = {each.key: self.model.new_bool_var("") for each in sorted(problem.electives)}
        self._open = {each.key: self.model.new_bool_var("") for each in requirements}
        self._steps = {key: self._line_steps(each) for key, each in self._lines.items()}
        self._edited = [self._edit(each) for each in self._lines.values() if self._own(each)]
        self._serve()
        self._keep_rules(is_guarded=is_guarded)
        steps = [each for one in self._steps.values() for each in one]
        self.decisions = [*self._teaches.values(), *self._adds.values(), *steps]

    def _own(self, line: EmbeddingLine) -> list[cp_model.IntVar]:
        return [switch for (_, key), switch in self._teaches.items() if key == line.key]

    def _line_steps(self, line: EmbeddingLine) -> list[cp_model.IntVar]:
        """Make a switch for each step, the second only after the first; none where the line has nothing to teach."""
        if not self._own(line):
            return []
        steps = [self.model.new_bool_var("") for _ in range(self.problem.sizes.steps_most)]
        for first, second in pairwise(steps):
            self.model.add_implication(second, first)
        return steps

    def _edit(self, line: EmbeddingLine) -> cp_model.IntVar:
        """Make the switch of a line that is edited, and let it teach no more than its hours hold."""
        sizes, own, steps = self.problem.sizes, self._own(line), self._steps[line.key]
        edited = self.model.new_bool_var("")
        for each in (*own, *steps):
            self.model.add_implication(each, edited)
        self.model.add(sum(own) >= edited)
        room = sizes.a_requirement * room_of(self.problem, line)
        self.model.add(sizes.a_requirement * sum(own) <= room * edited + sizes.step * sum(steps))
        return edited

    def _serve(self) -> None:
        for key, still_open in self._open.items():
            serving = [switch for (requirement, _), switch in self._teaches.items() if requirement == key]
            serving += [self._adds[each.key] for each in self.problem.electives if key in each.requirements]
            self.model.add(sum(serving) + still_open >= 1)

    # ---- rules

    def _keep_rules(self, *, is_guarded: bool) -> None:
        limits, now = limits_now(self.problem), measures_of(self.problem, PlanEdits())
        for rule in sorted(self.problem.rules, key=lambda each: each.code):
            value = rule_value(rule, now) + self._change(rule)
            kept = self.model.add(value <= limits[rule.code])
            if is_guarded:
                self.excess[rule.code] = value - limits[rule.code]
                self.guards[rule.code] = self.model.new_bool_var("")
                kept.only_enforce_if(self.guards[rule.code])

    def _change(self, rule: HourRule) -> Expression:
        """Give what edits add to the weighted sum of a rule: for each step and elective what it adds alone."""
        now = rule_value(rule, measures_of(self.problem, PlanEdits()))
        step = self.problem.sizes.step

        def added(edits: PlanEdits) -> int:
            return rule_value(rule, measures_of(self.problem, edits)) - now

        by_line = sum(
            added(PlanEdits(extended={key: step})) * sum(steps) for key, steps in self._steps.items() if steps
        )
        by_elective = sum(added(PlanEdits(electives=(key,))) * switch for key, switch in self._adds.items())
        return by_line + by_elective

    # ---- objectives and answer

    def objectives(self) -> dict[str, Expression]:
        steps = sum(sum(each) for each in self._steps.values())
        hours = {each.key: each.hours for each in self.problem.electives}
        return {
            "UNSERVED": sum(self._open.values()),
            "EXTRA_HOURS": self.problem.sizes.step * steps
            + sum(hours[key] * switch for key, switch in self._adds.items()),
            "EDITED": sum(self._edited) + sum(self._adds.values()),
            "STRAIN": sum(
                (AFFINITY_MOST - self._affinities[requirement][line]) * switch
                for (requirement, line), switch in self._teaches.items()
            ),
        }

    def answer(self, values: list[int]) -> tuple[PlanEdits, tuple[str, ...]]:
        """Give the edits, and what stays open."""
        by_index = {each.index: value for each, value in zip(self.decisions, values, strict=True)}

        def is_on(switch: cp_model.IntVar) -> bool:
            return bool(by_index[switch.index])

        taken = {key: sum(map(is_on, steps)) for key, steps in self._steps.items()}
        edits = PlanEdits(
            tuple(pair for pair, switch in self._teaches.items() if is_on(switch)),
            {key: self.problem.sizes.step * count for key, count in taken.items() if count},
            tuple(key for key, switch in self._adds.items() if is_on(switch)),
        )
        served = {requirement for requirement, _ in edits.outcomes}
        for each in self.problem.electives:
            if each.key in edits.electives:
                served.update(each.requirements)
        return edits, tuple(key for key in self._open if key not in served)

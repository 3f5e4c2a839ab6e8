"""The least edits by another solver, HiGHS, and another formulation, on plans too large to try all edits."""

import random

import highspy
import pytest

from analysis.training_plans.improvement.certificate_embedding import EditSizes, limits_now
from solvers.certificate_embeddings import embed_certificate
from tests.solvers.test_certificate_embeddings import random_problem


class Linear:
    """The problem in whole numbers: a step count for each line, a switch for each edit."""

    def __init__(self, problem):
        self.highs = highspy.Highs()
        self.highs.silent()
        # Exact, where the default may stop a little before.
        self.highs.setOptionValue("mip_rel_gap", 0.0)
        self.highs.setOptionValue("mip_abs_gap", 1e-6)
        self.problem, self.sizes = problem, problem.sizes
        self.lines = {each.key: each for each in problem.lines if not each.is_locked}
        self.teaches = {
            (each.key, line): self.highs.addBinary()
            for each in problem.requirements
            for line in each.affinities
            if line in self.lines
        }
        self.steps = {key: self.highs.addIntegral(0, self.sizes.steps_most) for key in self.lines}
        self.edited = {key: self.highs.addBinary() for key in self.lines}
        self.adds = {each.key: self.highs.addBinary() for each in problem.electives}
        self.open = {each.key: self.highs.addBinary() for each in problem.requirements}
        self.serve()
        self.fit()
        self.keep_rules()

    def serve(self):
        for each in self.problem.requirements:
            serving = [var for (key, _), var in self.teaches.items() if key == each.key]
            serving += [self.adds[one.key] for one in self.problem.electives if each.key in one.requirements]
            self.highs.addConstr(sum(serving, 1 * self.open[each.key]) >= 1)

    def fit(self):
        sizes = self.sizes
        for key, line in self.lines.items():
            own = [var for (_, line_key), var in self.teaches.items() if line_key == key]
            load = sum((sizes.a_requirement * var for var in own), 0 * self.edited[key])
            room = sizes.a_requirement * (line.hours // sizes.holds_one)
            self.highs.addConstr(load - room * self.edited[key] - sizes.step * self.steps[key] <= 0)
            self.highs.addConstr(self.steps[key] - sizes.steps_most * self.edited[key] <= 0)
            self.highs.addConstr(sum((1 * var for var in own), -1 * self.edited[key]) >= 0)
            for var in own:
                self.highs.addConstr(1 * var - 1 * self.edited[key] <= 0)

    def keep_rules(self):
        limits = limits_now(self.problem)
        for rule in self.problem.rules:
            now = sum(
                self.weight(rule, each.hours, each.practice_hours, each, is_new=False) for each in self.problem.lines
            )
            step = self.sizes.step
            terms = [self.weight(rule, step, step // 2, line) * self.steps[key] for key, line in self.lines.items()]
            terms += [
                self.weight(rule, each.hours, each.practice_hours, each) * self.adds[each.key]
                for each in self.problem.electives
            ]
            if terms:
                self.highs.addConstr(sum(terms[1:], terms[0]) <= limits[rule.code] - now)

    def weight(self, rule, hours, practice, of, *, is_new=True):
        """What hours of a line or an elective add to a rule."""
        is_elective = getattr(of, "is_elective", True)
        measures = {
            "TOTAL": hours,
            "PRACTICE": practice,
            "ELECTIVE": hours if is_elective else 0,
            "EXTRA": hours if is_new else 0,
            f"MODULE:{getattr(of, 'module', None)}": hours,
            f"SEMESTER:{of.semester}": hours if is_new else 0,
        }
        return sum(each * measures.get(name, 0) for name, each in rule.weights.items())

    def values(self):
        """Solve for each objective, and keep it for the next."""
        affinities = {each.key: each.affinities for each in self.problem.requirements}
        hours = {each.key: each.hours for each in self.problem.electives}
        objectives = [
            [(1, var) for var in self.open.values()],
            [(self.sizes.step, var) for var in self.steps.values()]
            + [(hours[key], var) for key, var in self.adds.items()],
            [(1, var) for var in (*self.edited.values(), *self.adds.values())],
            [(100 - affinities[key][line], var) for (key, line), var in self.teaches.items()],
        ]
        return [self.least(each) for each in objectives]

    def least(self, terms):
        weighted = [factor * var for factor, var in terms]
        total = sum(weighted[1:], weighted[0])
        self.highs.minimize(total)
        assert self.highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
        value = round(self.highs.getObjectiveValue())
        self.highs.addConstr(total <= value)
        return value


@pytest.mark.slow
async def test_two_solvers_agree_on_every_objective(solver):
    chance = random.Random(11)
    differing, compared = [], 0
    for number in range(25):
        problem = random_problem(chance, lines=(8, 10), requirements=(12, 16), electives=(2, 4))
        problem = problem._replace(sizes=EditSizes())
        if all(each.is_locked for each in problem.lines) or not any(each.affinities for each in problem.requirements):
            continue
        answer = await embed_certificate(solver, problem)
        other = Linear(problem).values()
        compared += 1
        if [each.value for each in answer.stages] != other:
            differing.append((number, answer.stages, other))

    assert (differing, compared > 20) == ([], True)

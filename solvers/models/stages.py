"""Objectives in their order on CP-SAT: each is solved and fixed before the next; at last the answer is made unique."""

import math
import time
from collections.abc import Sequence

from ortools.sat.python import cp_model

from analysis.training_plans.improvement.proof import SolvedStage
from solvers.tasks import OutOfTimeError, ReportStage, SolverLimits, unreported

# Not the type of the library, which has all numbers of numpy.
Expression = cp_model.LinearExpr | int
# Decisions whose lexicographic order is one objective: their powers of two must stay exact in CP-SAT.
DECISIONS_A_SOLVE = 30
# What a search for the first answer, and its proof, may take in CP-SAT's own units before it is sought part by part.
SEARCH_LONGEST, PROOF_LONGEST = 2.0, 8.0


def _bound(solver: cp_model.CpSolver) -> int:
    """Give the bound of an integral objective; it comes as a float."""
    return math.ceil(solver.best_objective_bound - 1e-6)


class StagedModel:
    """A model that is solved again and again; ``decisions`` are what an answer consists of, in the order of their keys.

    One worker, because several would undo the level of linearization. Level 2, because with the default the bound of
    these models stays at zero for minutes, as measured for 60 lines and 139 requirements.
    """

    def __init__(
        self,
        model: cp_model.CpModel,
        decisions: Sequence[cp_model.IntVar],
        limits: SolverLimits,
        report: ReportStage = unreported,
    ) -> None:
        self.model = model
        self.decisions = decisions
        self.stages: list[SolvedStage] = []
        self.values: list[int] = []
        self._ends = time.monotonic() + limits.seconds
        self._deterministic_left = limits.deterministic
        self._seed = limits.seed
        self._report = report
        self._is_best = False

    @property
    def is_proven(self) -> bool:
        """Whether every objective so far has its best value."""
        return all(each.is_proven for each in self.stages)

    def is_feasible(self) -> bool:
        """Whether there is an answer at all; it becomes the hint of the first objective. Raises: OutOfTimeError."""
        return self._solve() is not None

    def minimize(self, objective: str, expression: Expression) -> bool:
        """Solve for an objective and fix it; whether there is an answer. Raises: OutOfTimeError."""
        return self._fixed(objective, expression, 1)

    def maximize(self, objective: str, expression: Expression) -> bool:
        """Solve for the most of an expression, as ``minimize`` does for the least."""
        return self._fixed(objective, -expression, -1)

    def _fixed(self, objective: str, expression: Expression, sign: int) -> bool:
        self.model.minimize(expression)
        solver = self._solve()
        self.model.clear_objective()
        if solver is None:
            return False
        # CP-SAT gives 2.9999999999999996 for 3.
        value = round(solver.objective_value)
        bound = value if self._is_best else _bound(solver)
        self.stages.append(SolvedStage(objective, sign * value, sign * bound))
        self.model.add(expression <= value)
        self._report(self.stages[-1])
        return True

    def decide_by(self, decisions: Sequence[cp_model.IntVar], values: Sequence[int]) -> None:
        """Go by other decisions of the same answer from here on."""
        self.decisions, self.values = decisions, list(values)

    def make_unique(self) -> bool:
        """Choose of all answers as good the first in the order of the decisions; whether that was proven.

        One search and one proof do it mostly, as measured in a quarter of the time that the parts take.
        """
        if not self.is_proven:
            return False
        return (self._search_first() and self._has_none_before()) or self._choose_by_parts()

    def _search_first(self) -> bool:
        """Search in the order of the decisions, each off before on; whether an answer was found, and then keep it."""
        model, decisions = self._copy()
        model.add_decision_strategy(decisions, cp_model.CHOOSE_FIRST, cp_model.SELECT_MIN_VALUE)
        try:
            solver = self._solver(SEARCH_LONGEST)
            solver.parameters.search_branching = cp_model.FIXED_SEARCH
            solver.parameters.keep_all_feasible_solutions_in_presolve = True
            self._status(solver, model)
        except OutOfTimeError:
            return False
        self.values = [round(solver.value(each)) for each in decisions]
        return True

    def _has_none_before(self) -> bool:
        """Prove that no answer comes before this one: that a search went in order is no proof of it.

        An answer before this one is the same up to a decision that is on here, and off there. ``same`` says for each
        such decision whether all is the same so far; at the last the answers must differ.
        """
        if not any(self.values):
            return True
        model, decisions = self._copy()
        same: list[cp_model.IntVar] = []
        for decision, value in zip(decisions, self.values, strict=True):
            before = same[-1] if same else 1
            if value:
                same.append(model.new_bool_var(""))
                # Here is where they differ: off, though all was the same before.
                model.add(same[-1] <= before)
                model.add(same[-1] <= decision)
                model.add(decision + before - same[-1] <= 1)
            else:
                model.add(decision + before <= 1)
        model.add(same[-1] == 0)
        model.add_decision_strategy(same, cp_model.CHOOSE_FIRST, cp_model.SELECT_MAX_VALUE)
        model.add_decision_strategy(decisions, cp_model.CHOOSE_FIRST, cp_model.SELECT_MIN_VALUE)
        try:
            solver = self._solver(PROOF_LONGEST)
            solver.parameters.search_branching = cp_model.FIXED_SEARCH
            return self._status(solver, model) == cp_model.INFEASIBLE
        except OutOfTimeError:
            return False

    def _copy(self) -> tuple[cp_model.CpModel, list[cp_model.IntVar]]:
        """Copy the model, without its hints, and the decisions in it."""
        model = self.model.clone()
        model.clear_hints()
        return model, [model.get_bool_var_from_proto_index(each.index) for each in self.decisions]

    def _choose_by_parts(self) -> bool:
        """Make decisions first that are least together, part by part; whether each was proven."""
        for first in range(0, len(self.decisions), DECISIONS_A_SOLVE):
            part = self.decisions[first : first + DECISIONS_A_SOLVE]
            values = self.values[first : first + DECISIONS_A_SOLVE]
            if any(values) and not self._least(part):
                return False
            for decision, value in zip(part, self.values[first:], strict=False):
                self.model.add(decision == value)
        return True

    def _least(self, part: Sequence[cp_model.IntVar]) -> bool:
        self.model.minimize(sum(each * (1 << (len(part) - 1 - at)) for at, each in enumerate(part)))
        try:
            solver = self._solve()
        except OutOfTimeError:
            return False
        finally:
            self.model.clear_objective()
        return solver is not None and self._is_best

    def _solve(self) -> cp_model.CpSolver | None:
        """Solve the model as it is and keep the decisions; nothing where it cannot be satisfied."""
        solver = self._solver()
        self.model.clear_hints()
        for decision, value in zip(self.decisions, self.values, strict=False):
            self.model.add_hint(decision, value)
        status = self._status(solver)
        if status == cp_model.INFEASIBLE:
            return None
        self._is_best = status == cp_model.OPTIMAL
        self.values = [round(solver.value(each)) for each in self.decisions]
        return solver

    def _status(self, solver: cp_model.CpSolver, model: cp_model.CpModel | None = None) -> cp_model.CpSolverStatus:
        """Solve; give OPTIMAL, FEASIBLE or INFEASIBLE. Raises: OutOfTimeError."""
        status = solver.solve(model or self.model)
        self._deterministic_left -= solver.response_proto.deterministic_time
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE, cp_model.INFEASIBLE):
            raise OutOfTimeError
        return status

    def _solver(self, longest: float = math.inf) -> cp_model.CpSolver:
        seconds = self._ends - time.monotonic()
        if seconds <= 0 or self._deterministic_left <= 0:
            raise OutOfTimeError
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.linearization_level = 2
        solver.parameters.random_seed = self._seed
        solver.parameters.max_time_in_seconds = seconds
        solver.parameters.max_deterministic_time = min(longest, self._deterministic_left)
        return solver

    # ---- rules that cannot all hold

    def conflict_among(self, guards: Sequence[cp_model.IntVar]) -> list[int] | None:
        """Give the indices of a least set of guards that cannot all hold; nothing where they can.

        Halves are tried in their order (QuickXplain), and only whether a set can hold decides. So the set does not
        depend on the seed, as the one that the solver names would.
        """
        if self._can_hold(guards):
            return None
        numbers = {guard.index: at for at, guard in enumerate(guards)}
        return sorted(numbers[each.index] for each in self._explain([], list(guards), is_new=False))

    def _explain(
        self, kept: list[cp_model.IntVar], guards: list[cp_model.IntVar], *, is_new: bool
    ) -> list[cp_model.IntVar]:
        """Give a least part of the guards that cannot hold with those kept; ``is_new``: those kept were not tried."""
        if is_new and not self._can_hold(kept):
            return []
        if len(guards) <= 1:
            return guards
        first, second = guards[: len(guards) // 2], guards[len(guards) // 2 :]
        of_second = self._explain([*kept, *first], second, is_new=True)
        of_first = self._explain([*kept, *of_second], first, is_new=bool(of_second))
        return [*of_first, *of_second]

    def _can_hold(self, guards: Sequence[cp_model.IntVar]) -> bool:
        self.model.clear_assumptions()
        self.model.add_assumptions(list(guards))
        status = self._status(self._solver())
        self.model.clear_assumptions()
        return status != cp_model.INFEASIBLE

    def least_with(self, kept: Sequence[cp_model.IntVar], expression: Expression) -> int | None:
        """Give the least of an expression where these guards hold; nothing where they cannot."""
        self.model.clear_assumptions()
        self.model.add_assumptions(list(kept))
        self.model.minimize(expression)
        solver = self._solver()
        status = self._status(solver)
        self.model.clear_objective()
        self.model.clear_assumptions()
        return round(solver.objective_value) if status == cp_model.OPTIMAL else None

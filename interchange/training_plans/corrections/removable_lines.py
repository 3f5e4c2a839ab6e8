"""Which lines of a plan may be left out or renamed in its report: those that nothing else of the plan speaks of."""

from collections.abc import Mapping
from typing import Any

from analysis.training_plans.training_plan import PlanLine, PlanReading
from interchange.standards.corrections.correction_errors import CorrectionError
from interchange.training_plans.checks.gathered_remarks import each_apart


def require_can_be_left_out(item: str, plan: PlanReading, line: PlanLine) -> None:
    """Raise: CorrectionError for a line of a choice, or for the one that counts of a course in two tables."""
    if line.group is not None:
        raise CorrectionError.of_a_choice(item, line.name)
    if line.is_counted and _counts_for_another(plan, line):
        raise CorrectionError.counts_for_another(item, line.name)


def require_keeps_its_choice(item: str, line: PlanLine, given: Mapping[str, Any]) -> None:
    """Raise: CorrectionError for a new name of a line of a choice: its options go by names."""
    if line.group is not None and "name" in given:
        raise CorrectionError.of_a_choice(f"{item}:name", line.name)


def _counts_for_another(plan: PlanReading, line: PlanLine) -> bool:
    doubled = (each for each in each_apart(plan.problems) if each.rule == "line-in-two-tables")
    return any(each.subject == line.name for each in doubled)

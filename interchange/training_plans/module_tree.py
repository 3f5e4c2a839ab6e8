"""The tree of a plan: modules and groups, the lines in them, and what is taken of each."""

from typing import NamedTuple

from analysis.training_plans.intervals import taken
from analysis.training_plans.training_plan import Interval, PlanLine, PlanReading
from interchange.training_plans.tables.plan_words import module_of, nature_of


class PlanModule(NamedTuple):
    """A module or group: ``lines`` are numbers of lines of the plan that stand in it and in no part of it."""

    name: str
    module: str | None
    nature: str | None
    taken: dict[str, Interval]
    parts: tuple["PlanModule", ...]
    lines: tuple[int, ...]


def module_tree(plan: PlanReading) -> PlanModule:
    """Put all lines into their modules; the root is the plan."""
    return _module(plan, "", tuple(enumerate(plan.lines, 1)), 0)


def _module(plan: PlanReading, name: str, lines: tuple[tuple[int, PlanLine], ...], depth: int) -> PlanModule:
    own = tuple(number for number, line in lines if len(line.path) == depth)
    names = dict.fromkeys(line.path[depth] for _, line in lines if len(line.path) > depth)
    parts = tuple(
        _module(plan, each, tuple(pair for pair in lines if pair[1].path[depth : depth + 1] == (each,)), depth + 1)
        for each in names
    )
    figures_taken = taken(plan, tuple(line for _, line in lines))
    return PlanModule(name, module_of(name), nature_of(name), figures_taken, parts, own)

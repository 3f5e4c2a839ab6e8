"""Which lines a rule speaks of. A line that leaves its module or nature out may be one of them."""

from typing import NamedTuple

from analysis.training_plans.compliance.course_names import (
    former_names,
    is_joined,
    is_named,
    joined_parts,
    names_in_use,
)
from analysis.training_plans.compliance.finding import Undecided
from analysis.training_plans.compliance.plan_facts import PlanFacts
from analysis.training_plans.compliance.plan_rule import PlanRule
from analysis.training_plans.training_plan import PlanLine

OUT, MAYBE, IN = 0, 1, 2


class Scope(NamedTuple):
    """For each line OUT, MAYBE or IN; why it may be; and the lines under a name that is no longer in use."""

    inside: tuple[int, ...]
    undecided: tuple[Undecided, ...]
    former: tuple[int, ...]

    def indexes(self) -> list[int]:
        """Give the lines that are or may be inside."""
        return [index for index, inside in enumerate(self.inside) if inside]


def scope_of(rule: PlanRule, plan: PlanFacts, year: int) -> Scope:
    """Find the lines that a rule on a sum speaks of."""
    names = [name for course in rule.courses for name in names_in_use(course, year)]
    old = frozenset[str]().union(*(former_names(course, year) for course in rule.courses))
    joined = joined_parts(rule)
    inside: list[int] = []
    reasons: dict[str, list[int]] = {}
    former: list[int] = []
    for index, line in enumerate(plan.lines):
        name = plan.names[index]
        # A line that holds two courses says nothing of each.
        holds_two = bool(joined) and is_joined(name, joined)
        if rule.courses and not holds_two and not is_named(name, names, rule):
            inside.append(OUT)
            continue
        why = _why_perhaps(rule, plan, index, line, holds_two=holds_two)
        inside.append(IN if why is None else MAYBE if why else OUT)
        if why:
            reasons.setdefault(why, []).append(plan.numbers[index])
        if why is None and old and not any(each in name for each in names if each not in old):
            former.append(index)
    undecided = tuple(Undecided(kind, tuple(numbers)) for kind, numbers in reasons.items())
    return Scope(tuple(inside), undecided, tuple(former))


def _why_perhaps(rule: PlanRule, plan: PlanFacts, index: int, line: PlanLine, *, holds_two: bool) -> str | None:
    """Say why a line may be inside; null: it is, empty: it is not."""
    if plan.stage_of(index) == "SECONDARY":
        return ""
    if rule.natures and line.nature is not None and line.nature not in rule.natures:
        return ""
    if rule.modules and line.module is not None and line.module not in rule.modules:
        # A course of this name in another module may be the one that is meant, or one of the major.
        return "MODULE" if rule.courses and line.is_counted else ""
    if not line.is_counted:
        if not rule.courses or _stands_elsewhere(plan, index):
            return ""
        if not rule.counts_bracketed:
            return "NOT_COUNTED"
    if plan.stage_of(index) != "HIGHER":
        return "STAGE"
    if holds_two:
        return "JOINED_COURSE"
    if rule.modules and line.module is None:
        return "MODULE"
    if rule.natures and line.nature is None:
        return "NATURE"
    # AdmissibleChoices are among what is missing of such a plan.
    return None if plan.is_whole or line.nature == "REQUIRED" else "TAKEN_BY_ALL"


def _stands_elsewhere(plan: PlanFacts, index: int) -> bool:
    """Whether a line that does not count repeats one that does."""
    return any(
        each.is_counted and plan.names[other] == plan.names[index]
        for other, each in enumerate(plan.lines)
        if other != index
    )


def numbers_of(plan: PlanFacts, indexes: list[int]) -> tuple[int, ...]:
    """Give the numbers of lines in the plan."""
    return tuple(plan.numbers[each] for each in indexes)


def groups_chosen(plan: PlanFacts, indexes: list[int]) -> tuple[Undecided, ...]:
    """Say which choices decide over some of these lines."""
    among = set(indexes)
    groups = [
        choice.group
        for choice in plan.choices.choices
        if among & {index for option in choice.options for index in option}
    ]
    return (Undecided("CHOICE", tuple(groups)),) if groups else ()


def missing_rest(plan: PlanFacts) -> tuple[Undecided, ...]:
    """Say that lines of the plan are missing, where they are."""
    return () if plan.is_whole else (Undecided("REST_OF_PLAN"),)

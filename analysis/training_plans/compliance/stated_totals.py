"""A plan as its document counts it: totals below the sum of their lines say that not all electives are taken."""

from analysis.training_plans.intervals import credits_of, interval_within
from analysis.training_plans.training_plan import ChoiceGroup, PlanLine, PlanReading, StatedTotal

_LEAST_OF_A_CHOICE = 2


def plan_as_stated(plan: PlanReading) -> tuple[PlanReading, tuple[int, ...]]:
    """Give the plan with a choice of credits for each total that states fewer, and the numbers of its electives.

    The choice is what a reader of the document could not tell: directions that stand among the lines of all. Totals of
    parts come before those of the whole, which they explain.
    """
    lines, groups = list(plan.lines), list(plan.groups)
    doubted: set[int] = set()
    for total in sorted(plan.totals, key=lambda each: len(each.lines)):
        more = _credits_above(plan, total)
        numbers = [each for each in total.lines if each <= len(lines) and _is_open(lines[each - 1])]
        if more <= 0 or len(numbers) < _LEAST_OF_A_CHOICE or not doubted.isdisjoint(total.lines):
            continue
        doubted |= {*numbers}
        wanted = max(sum(lines[each - 1].credits or 0 for each in numbers) - more, 0)
        groups.append(ChoiceGroup(len(groups) + 1, "CHOOSE_CREDITS", total.label, total.place, None, wanted, ()))
        for each in numbers:
            lines[each - 1] = lines[each - 1]._replace(group=len(groups))
    return plan._replace(lines=tuple(lines), groups=tuple(groups), totals=()), tuple(sorted(doubted))


def _credits_above(plan: PlanReading, total: StatedTotal) -> int:
    """Give by how much the least of ours exceeds the stated credits, while the lines are still those of the total."""
    stated, ours = total.stated.get("credits"), total.ours.get("credits")
    if stated is None or ours is None or ours.least <= stated or max(total.lines, default=0) > len(plan.lines):
        return 0
    now = interval_within(plan, [plan.lines[each - 1] for each in total.lines], credits_of)
    return ours.least - stated if now == ours else 0


def _is_open(line: PlanLine) -> bool:
    return line.is_counted and line.group is None and line.nature != "REQUIRED" and bool(line.credits)

"""Totals of a plan after edits: our figures for the lines that each is about now."""

from analysis.training_plans.intervals import figure_named, interval_within
from analysis.training_plans.plan_edits import PlanTree, records_of_tree
from analysis.training_plans.plan_records import PlanRecords, PlanValues, our_values, plan_of
from analysis.training_plans.training_plan import Interval, PlanReading, StatedTotal

# Said in the label of a total that its lines do not make. Whether they did before the edits is not known here.
OF_THE_DOCUMENT = "（原文所写，与现有各行不符）"


def with_totals_left_behind(plan: PlanReading) -> PlanReading:
    """Give an edited plan as it is sent out: a total that its lines do not make is the document's alone."""
    return plan._replace(totals=tuple(map(_as_sent, recounted(plan).totals)))


def _as_sent(total: StatedTotal) -> StatedTotal:
    differs = any(
        not ours.least <= total.stated[name] <= (total.stated[name] if ours.most is None else ours.most)
        for name, ours in total.ours.items()
    )
    if not differs or not total.lines:
        return total
    return total._replace(label=f"{total.label}{OF_THE_DOCUMENT}", scope=None, ours={}, lines=())


def recounted(plan: PlanReading) -> PlanReading:
    """Give a plan with our figures of totals as its lines have them now."""
    return plan._replace(totals=tuple(each._replace(ours=_ours(each, plan)) for each in plan.totals))


def _ours(total: StatedTotal, plan: PlanReading) -> dict[str, Interval]:
    own = [plan.lines[number - 1] for number in total.lines]
    figures = {name: figure_named(name) for name in total.ours}
    # Where nothing tells which lines it is about, nothing is counted.
    return {name: interval_within(plan, own, of) for name, of in figures.items() if of and own} or {**total.ours}


def recounted_values(tree: PlanTree, base: PlanRecords) -> list[PlanValues]:
    """Give the nodes of totals whose figures of ours are others than they hold, by id, with these."""
    totals = recounted(plan_of(records_of_tree(tree, base))).totals
    by_row = dict(zip(dict.fromkeys(each["row"] for each in base.totals), totals, strict=True))
    found = (
        (each, our_values(each["figure"], by_row[each["row"]].ours.get(each["figure"])))
        for each in base.totals
        if each.get("figure") is not None
    )
    return [{"id": each["id"], **ours} for each, ours in found if ours != {name: each.get(name) for name in ours}]

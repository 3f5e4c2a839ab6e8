"""What changes from one plan to another: lines added, removed, moved and changed, totals, certificates, notes."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from analysis.training_plans.intervals import taken
from analysis.training_plans.training_plan import ChoiceGroup, Interval, PlanHead, PlanLine, PlanReading
from analysis.training_plans.versions.group_pairs import group_pairs
from analysis.training_plans.versions.line_pairs import LinePair, PairedBy, line_pairs

# What a total is of where it is of the whole plan.
WHOLE_PLAN = ""
_TERMS = frozenset({"semesters", "summer_terms"})
# Where a line stands, and texts whose meaning is a field of its own. Of a group the number says nothing.
_NOT_COMPARED = frozenset({"place", "module_text", "nature_text", "group"})


class FieldChange(NamedTuple):
    """A field with its two values; the field ``choice`` is the group of a line: kind, how many, credits, label."""

    field: str
    before: Any
    after: Any


class LineChange(NamedTuple):
    """A course of both plans that changed: numbers of its lines from 1, and what made them one course."""

    before: int
    after: int
    by: PairedBy
    likeness: int
    fields: tuple[FieldChange, ...]

    @property
    def is_renamed(self) -> bool:
        """Whether the course has another name."""
        return any(each.field == "name" for each in self.fields)

    @property
    def is_moved(self) -> bool:
        """Whether the course runs in other terms."""
        return any(each.field in _TERMS for each in self.fields)


class LineOf(NamedTuple):
    """A line that only one of the plans has."""

    number: int
    name: str


class GroupChange(NamedTuple):
    """A choice that changed, by its numbers in both plans; null: that plan has none such. Its fields then have none."""

    before: int | None
    after: int | None
    label: str
    fields: tuple[FieldChange, ...]


class TotalChange(NamedTuple):
    """What a student takes, of a module or of the whole plan, where it changed."""

    module: str
    figure: str
    before: Any
    after: Any


class PlanDifferences(NamedTuple):
    """All that differs; every part is empty where two plans say the same."""

    head: tuple[FieldChange, ...]
    added: tuple[LineOf, ...]
    removed: tuple[LineOf, ...]
    changed: tuple[LineChange, ...]
    groups: tuple[GroupChange, ...]
    totals: tuple[TotalChange, ...]
    certificates: tuple[FieldChange, ...]
    notes: tuple[FieldChange, ...]


def differences(
    before: PlanReading,
    after: PlanReading,
    names: Mapping[str, str] | None = None,
    are_whole: tuple[bool, bool] = (True, True),
) -> PlanDifferences:
    """Compare two plans; ``names`` gives the present name of a course by its former one.

    ``are_whole``: of a plan whose lines are not all here, a total is at least what is required, and its most is open.
    """
    pairs = line_pairs(before.lines, after.lines, names)
    removed = _others(before, {each.before for each in pairs})
    added = _others(after, {each.after for each in pairs})
    changes = [
        LineChange(
            each.before + 1,
            each.after + 1,
            each.by,
            each.likeness,
            tuple(_fields(_line(before, each.before), _line(after, each.after))),
        )
        for each in pairs
    ]
    return PlanDifferences(
        tuple(_fields(_of_plan(before.head), _of_plan(after.head))),
        added,
        removed,
        tuple(each for each in changes if each.fields),
        tuple(_groups(before, after, pairs)),
        tuple(_totals((before, after), are_whole)),
        tuple(
            _only_in_one("certificate", map(_certificate, before.certificates), map(_certificate, after.certificates))
        ),
        tuple(_only_in_one("note", (each.text for each in before.notes), (each.text for each in after.notes))),
    )


def _of_plan(head: PlanHead) -> dict[str, Any]:
    """Give what a plan says of itself; under which college it is filed is not of the plan."""
    return {name: value for name, value in head._asdict().items() if name != "filed_college"}


def _others(plan: PlanReading, paired: set[int]) -> tuple[LineOf, ...]:
    return tuple(LineOf(at + 1, each.name) for at, each in enumerate(plan.lines) if at not in paired)


def _line(plan: PlanReading, at: int) -> dict[str, Any]:
    line = plan.lines[at]
    fields = {name: value for name, value in line._asdict().items() if name not in _NOT_COMPARED}
    group = plan.groups[line.group - 1] if line.group else None
    choice = group and (group.kind, group.choose, group.credits, group.label)
    return {**fields, "choice": choice}


def _fields(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[FieldChange]:
    for name, value in before.items():
        if value != after[name]:
            yield FieldChange(name, value, after[name])


def _groups(before: PlanReading, after: PlanReading, lines: Sequence[LinePair]) -> Iterator[GroupChange]:
    pairs = group_pairs(before, after, lines)
    of_before, of_after = ({each[side] for each in pairs} for side in (0, 1))
    for one in before.groups:
        if one.number not in of_before:
            yield GroupChange(one.number, None, one.label, ())
    for one in after.groups:
        if one.number not in of_after:
            yield GroupChange(None, one.number, one.label, ())
    for pair in pairs:
        one, other = before.groups[pair.before - 1], after.groups[pair.after - 1]
        if fields := tuple(_fields(_asked(one), _asked(other))):
            yield GroupChange(pair.before, pair.after, other.label, fields)


def _asked(group: ChoiceGroup) -> dict[str, Any]:
    fields = group._asdict()
    return {name: fields[name] for name in ("kind", "label", "choose", "credits", "options")}


def _totals(plans: tuple[PlanReading, PlanReading], are_whole: tuple[bool, bool]) -> Iterator[TotalChange]:
    modules = dict.fromkeys(sorted({each.module for plan in plans for each in plan.lines if each.module}))
    for module in (WHOLE_PLAN, *modules):
        one, other = (_taken(plan, module, is_whole=whole) for plan, whole in zip(plans, are_whole, strict=True))
        for figure, value in one.items():
            if value != other[figure]:
                yield TotalChange(module, figure, value, other[figure])


def _taken(plan: PlanReading, module: str, *, is_whole: bool) -> dict[str, Interval]:
    lines = _of_module(plan, module)
    if is_whole:
        return taken(plan, lines)
    # What is chosen may be among what is missing, so that only what is required is certain.
    required = taken(plan, tuple(each for each in lines if each.nature == "REQUIRED"))
    return {name: each._replace(most=None) for name, each in required.items()}


def _of_module(plan: PlanReading, module: str) -> tuple[PlanLine, ...]:
    return tuple(each for each in plan.lines if module in {WHOLE_PLAN, each.module})


def _certificate(each: Any) -> tuple[Hashable, ...]:
    return each.name, each.level_text, each.semesters


def _only_in_one(field: str, before: Iterable[Hashable], after: Iterable[Hashable]) -> Iterator[FieldChange]:
    """Give what only one of the plans has; of the same text twice, each counts."""
    one, other = Counter(before), Counter(after)
    yield from (FieldChange(field, each, None) for each in (one - other).elements())
    yield from (FieldChange(field, None, each) for each in (other - one).elements())

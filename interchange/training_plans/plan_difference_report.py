"""What differs between two plans, as JSON and as lines in English or Chinese."""

from collections.abc import Iterator, Sequence
from typing import Any

from analysis.training_plans.training_plan import Interval, PlanReading
from analysis.training_plans.versions.change_words import FIELDS, ChangeWords
from analysis.training_plans.versions.differences import (
    FieldChange,
    GroupChange,
    LineChange,
    LineOf,
    PlanDifferences,
)
from analysis.training_plans.versions.line_pairs import PairedBy
from graph.errors import Language
from interchange.standards.standard_report import as_json

FORM = "oneplusx.training-plan-differences/1"
_BY = {
    PairedBy.CODE: ("same code", "代码相同"),
    PairedBy.NAME: ("same name", "名称相同"),
    PairedBy.LIKENESS: ("names alike, please confirm", "名称相近，请确认"),
}


def write_difference_report(found: PlanDifferences, before: PlanReading, after: PlanReading) -> bytes:
    """Write what differs as JSON; credits, weekly hours and weeks are in hundredths."""
    changed = [
        {
            "before": {"number": each.before, "name": before.lines[each.before - 1].name},
            "after": {"number": each.after, "name": after.lines[each.after - 1].name},
            "pairedBy": each.by,
            "likeness": each.likeness,
            "isRenamed": each.is_renamed,
            "isMoved": each.is_moved,
            "fields": _as_values(each.fields),
        }
        for each in found.changed
    ]
    return as_json(
        {
            "report": FORM,
            "head": _as_values(found.head),
            "removed": _as_values(found.removed),
            "added": _as_values(found.added),
            "changed": changed,
            "groups": [{**each._asdict(), "fields": _as_values(each.fields)} for each in found.groups],
            "totals": _as_values(found.totals),
            "certificates": _as_values(found.certificates),
            "notes": _as_values(found.notes),
        }
    )


def _as_values(rows: Sequence[Any]) -> list[dict[str, Any]]:
    # An interval is a list in JSON, as in the report of a plan.
    return [
        {name: [*value] if isinstance(value, Interval) else value for name, value in each._asdict().items()}
        for each in rows
    ]


def difference_lines(
    found: PlanDifferences, before: PlanReading, after: PlanReading, language: Language
) -> Iterator[str]:
    """Say what differs, a line for each; nothing where two plans say the same."""
    say = _Words(language)
    for each in found.head:
        yield say.change(each)
    for line in found.removed:
        yield say.line("-", line)
    for line in found.added:
        yield say.line("+", line)
    for pair in found.changed:
        names = before.lines[pair.before - 1].name, after.lines[pair.after - 1].name
        yield say.pair(pair, *names)
        yield from (f"    {say.change(each)}" for each in pair.fields)
    for group in found.groups:
        yield say.group(group)
        yield from (f"    {say.change(each)}" for each in group.fields)
    for total in found.totals:
        figure = FieldChange(total.figure, total.before, total.after)
        yield f"{say.module(total.module)} {say.change(figure)}"
    for each in (*found.certificates, *found.notes):
        yield say.change(each)


def difference_rows(found: PlanDifferences, before: PlanReading, after: PlanReading) -> Iterator[tuple[str, ...]]:
    """Say what differs in Chinese, as rows: kind of change, what changes, its field, before, after."""
    say = _Words("zh")

    def changes(kind: str, name: str, fields: Sequence[FieldChange]) -> Iterator[tuple[str, ...]]:
        for each in fields:
            values = (say.value(each.field, each.before), say.value(each.field, each.after))
            yield (kind, name, FIELDS[each.field], *values)

    yield from changes("方案信息", "方案", found.head)
    yield from (("删除课程", each.name) for each in found.removed)
    yield from (("新增课程", each.name) for each in found.added)
    for pair in found.changed:
        names = dict.fromkeys((before.lines[pair.before - 1].name, after.lines[pair.after - 1].name))
        yield from changes("调整课程", " → ".join(names), pair.fields)
    for group in found.groups:
        kind = "删除选课组" if group.after is None else "新增选课组" if group.before is None else "调整选课组"
        yield from changes(kind, group.label, group.fields) if group.fields else iter([(kind, group.label)])
    for total in found.totals:
        change = FieldChange(total.figure, total.before, total.after)
        yield from changes("合计", say.module(total.module), [change])
    yield from changes("证书", "职业技能等级证书", found.certificates)
    yield from changes("说明", "方案说明", found.notes)


class _Words(ChangeWords):
    """Lines of what differs."""

    def line(self, sign: str, line: LineOf) -> str:
        """Say a line that only one plan has."""
        return f"{sign} {line.number} {line.name}"

    def group(self, group: GroupChange) -> str:
        """Say which choice changed, or is of one plan only."""
        sign = "-" if group.after is None else "+" if group.before is None else "~"
        return f"{sign} {self.of('choice', '选课组')} {group.label}"

    def pair(self, pair: LineChange, before: str, after: str) -> str:
        """Say which two lines are one course, and why."""
        name = before if before == after else f"{before} → {after}"
        moved = self.of("moved, ", "调整学期，") if pair.is_moved else ""
        by = self.of(*_BY[pair.by])
        return f"~ {pair.before} → {pair.after} {name} ({moved}{by})"

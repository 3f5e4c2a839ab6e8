"""What differs between two plans, as JSON and as lines in English or Chinese."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from analysis.training_plans.intervals import interval_text
from analysis.training_plans.training_plan import Interval, PlanReading
from analysis.training_plans.versions.differences import (
    WHOLE_PLAN,
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
_HUNDREDTHS = frozenset({"credits", "weekly_hours"})
_FIELDS = {
    "title": "方案名称",
    "college": "学校",
    "major_name": "专业名称",
    "major_code": "专业代码",
    "grade": "年级",
    "education_level": "培养层次",
    "duration_years": "学制",
    "education_form": "学习形式",
    "hours_per_week": "每周学时",
    "name": "课程名称",
    "english_name": "英文名称",
    "code": "课程代码",
    "module": "课程类别",
    "nature": "课程性质",
    "credits": "学分",
    "hours": "总学时",
    "theory_hours": "理论学时",
    "practice_hours": "实践学时",
    "theoryHours": "理论学时",
    "practiceHours": "实践学时",
    "duration_weeks": "周数",
    "semesters": "开课学期",
    "summer_terms": "暑期学期",
    "alternatives": "可选学期",
    "weekly_hours": "周学时",
    "weeks": "各学期周数",
    "semester_hours": "各学期学时",
    "assessment": "考核方式",
    "is_counted": "是否计入",
    "prerequisites": "先修课程",
    "department": "开课部门",
    "remark": "备注",
    "path": "所属模块",
    "option": "选项",
    "choice": "选课要求",
    "outcomes": "课程目标",
    "kind": "选择方式",
    "label": "组名",
    "choose": "须选项数",
    "options": "选项",
    "certificate": "证书",
    "note": "说明",
}
_WORDS = {
    WHOLE_PLAN: "全部课程",
    "COMMON": "公共基础课程",
    "FOUNDATION": "专业基础课程",
    "CORE": "专业核心课程",
    "EXTENSION": "专业拓展课程",
    "PRACTICE": "实践性教学环节",
    "REQUIRED": "必修",
    "ELECTIVE": "选修",
    "RESTRICTED_ELECTIVE": "限选",
    "EXAM": "考试",
    "CHECK": "考查",
    "CHOOSE_ONE": "选其一",
    "CHOOSE_CREDITS": "按学分选",
    "ALTERNATIVES": "任选其一",
}
_BY = {
    PairedBy.CODE: ("same code", "代码相同"),
    PairedBy.NAME: ("same name", "名称相同"),
    PairedBy.LIKENESS: ("names alike, please confirm", "名称相近，请确认"),
}


def write_difference_report(found: PlanDifferences, before: PlanReading, after: PlanReading) -> bytes:
    """Write what differs as JSON; credits and weekly hours are in hundredths."""
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
        yield f"{say.value('', total.module) or say.english_or('whole plan', '')} {say.change(figure)}"
    for each in (*found.certificates, *found.notes):
        yield say.change(each)


def difference_rows(found: PlanDifferences, before: PlanReading, after: PlanReading) -> Iterator[tuple[str, ...]]:
    """Say what differs in Chinese, as rows: kind of change, what changes, its field, before, after."""
    say = _Words("zh")

    def changes(kind: str, name: str, fields: Sequence[FieldChange]) -> Iterator[tuple[str, ...]]:
        for each in fields:
            values = (say.value(each.field, each.before), say.value(each.field, each.after))
            yield (kind, name, _FIELDS[each.field], *values)

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
        yield from changes("合计", say.value("", total.module), [change])
    yield from changes("证书", "职业技能等级证书", found.certificates)
    yield from changes("说明", "方案说明", found.notes)


class _Words:
    """The words of a language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def english_or(self, english: str, chinese: str) -> str:
        """Give the text of the language."""
        return chinese if self.language == "zh" else english

    def change(self, change: FieldChange) -> str:
        """Say a change of one field."""
        field = self.english_or(change.field.replace("_", " "), _FIELDS[change.field])
        colon = self.english_or(": ", "：")
        return f"{field}{colon}{self.value(change.field, change.before)} → {self.value(change.field, change.after)}"

    def line(self, sign: str, line: LineOf) -> str:
        """Say a line that only one plan has."""
        return f"{sign} {line.number} {line.name}"

    def group(self, group: GroupChange) -> str:
        """Say which choice changed, or is of one plan only."""
        sign = "-" if group.after is None else "+" if group.before is None else "~"
        return f"{sign} {self.english_or('choice', '选课组')} {group.label}"

    def pair(self, pair: LineChange, before: str, after: str) -> str:
        """Say which two lines are one course, and why."""
        name = before if before == after else f"{before} → {after}"
        moved = self.english_or("moved, ", "调整学期，") if pair.is_moved else ""
        by = self.english_or(*_BY[pair.by])
        return f"~ {pair.before} → {pair.after} {name} ({moved}{by})"

    def value(self, field: str, value: Any) -> str:
        """Show a value of a field."""
        if value is None:
            return self.english_or("nothing", "无")
        if isinstance(value, bool):
            return self.english_or("yes", "是") if value else self.english_or("no", "否")
        if isinstance(value, Interval):
            return interval_text(value, 100 if field in _HUNDREDTHS else 1)
        if isinstance(value, Mapping):
            parts = (f"{term}: {self.value(field, each)}" for term, each in sorted(value.items()))
            return ", ".join(parts) or self.value(field, None)
        if isinstance(value, tuple):
            return self.english_or(", ", "、").join(self.value("", each) for each in value) or self.value(field, None)
        if isinstance(value, int) and field in _HUNDREDTHS:
            return f"{value / 100:.12g}"
        return self.english_or(str(value), _WORDS.get(value, str(value)) if isinstance(value, str) else str(value))

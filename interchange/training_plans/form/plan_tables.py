"""All tables of the form from a plan: cover, courses, hours by module, choices, weeks, certificates, notes."""

from collections.abc import Mapping, Sequence

from analysis.code_words import MODULES
from analysis.percentages import hundredths_of_percent, percent_of_hundredths
from analysis.training_plans.intervals import figure_or_text, taken
from analysis.training_plans.number_ranges import ranges_of
from analysis.training_plans.training_plan import Interval, PlanHead, PlanLine, PlanReading, StatedTotal
from interchange.formats.csv_tables import CsvCell
from interchange.formats.laid_out_tables import FormTable
from interchange.training_plans.form import form_tables as form
from interchange.training_plans.form.course_table import course_table
from interchange.training_plans.form.form_tables import of_hundredths, plain_table
from interchange.training_plans.form.stated_outcomes import rows_of_outcomes
from interchange.training_plans.tables.plan_words import CALCULATED

_SUMMARY = ("课程类别", "课程数", "学分", "占总学分", "总学时", "占总学时", "理论学时", "实践学时")
_NATURES = {"REQUIRED": "其中：必修", "RESTRICTED_ELECTIVE": "其中：限选", "ELECTIVE": "其中：选修"}
_WHOLE = {"hours", "theoryHours", "practiceHours"}


def plan_tables(plan: PlanReading) -> list[FormTable]:
    """Give the tables in the order in which they are submitted; those of parts that the plan lacks are left out."""
    tables = [_head(plan.head), course_table(plan), _summary(plan), _groups(plan)]
    if any(each.outcomes for each in plan.lines):
        rows_of = rows_of_outcomes(plan.lines)
        tables.append(plain_table("课程目标", form.COURSE_OUTCOMES, rows_of, (8, 28, 90)))
    if plan.weeks:
        tables.append(_weeks(plan))
    if plan.certificates:
        tables.append(_certificates(plan))
    if plan.totals:
        tables.append(_totals(plan.totals))
    if plan.notes:
        tables.append(plain_table("方案说明", form.NOTES, [(each.text,) for each in plan.notes], (90,)))
    if plan.outcomes:
        rows = [(form.OUTCOME_KINDS.get(each.kind, each.kind), each.text) for each in plan.outcomes]
        tables.append(plain_table("毕业要求", form.OUTCOMES, rows, (14, 90)))
    if plan.sections:
        tables.append(plain_table("章节", form.SECTIONS, [(each,) for each in plan.sections], (60,)))
    return tables


def _head(head: PlanHead) -> FormTable:
    values = head._asdict()
    values["education_level"] = form.LEVELS.get(head.education_level or "", head.education_level)
    values["duration_years"] = f"{head.duration_years}年" if head.duration_years else None
    labels = form.HEAD_LABELS.items()
    rows = [(label, values[name]) for label, name in labels if label != form.FILED_LABEL or values[name]]
    return plain_table("方案信息", form.HEAD, rows, (16, 50))


# ---- hours by module


def _summary(plan: PlanReading) -> FormTable:
    modules: dict[str, list[PlanLine]] = {}
    for each in plan.lines:
        modules.setdefault(each.path[0] if each.path else "未归类", []).append(each)
    parts = list(modules.items())
    parts += [
        (zh, lines)
        for nature, zh in _NATURES.items()
        if (lines := [each for each in plan.lines if each.nature == nature])
    ]
    parts += _by_rules(modules)
    whole = taken(plan, plan.lines)
    rows = [_share(name, plan, lines, whole) for name, lines in [*parts, ("总计", plan.lines)]]
    widths = (28, 8, 10, 10, 10, 10, 10, 10)
    return plain_table("学时分配表", _SUMMARY, rows, widths, title=f"学时分配表{CALCULATED}")


def _by_rules(headings: Mapping[str, Sequence[PlanLine]]) -> list[tuple[str, list[PlanLine]]]:
    """Give each module that rules count, where several headings of the plan are it, or one is not it alone."""
    found = []
    for code, words in MODULES.items():
        own = {name: kept for name, lines in headings.items() if (kept := [e for e in lines if e.module == code])}
        if len(own) == 1 and all(len(kept) == len(headings[name]) for name, kept in own.items()):
            continue
        if own:
            lines = [each for kept in own.values() for each in kept]
            found.append((f"按规则归类：{words.chinese}（{'、'.join(own)}）", lines))
    return found


def _share(name: str, plan: PlanReading, lines: Sequence[PlanLine], whole: dict[str, Interval]) -> list[CsvCell]:
    own = taken(plan, tuple(lines))
    return [
        name,
        sum(each.is_counted for each in lines),
        figure_or_text(own["credits"], 100),
        _percent(own["credits"], whole["credits"]),
        figure_or_text(own["hours"]),
        _percent(own["hours"], whole["hours"]),
        figure_or_text(own["theoryHours"]),
        figure_or_text(own["practiceHours"]),
    ]


def _percent(part: Interval, whole: Interval) -> str:
    """Give the share in percent where both figures are exact."""
    if part.least != part.most or whole.least != whole.most or whole.least <= 0:
        return form.NOTHING
    return f"{percent_of_hundredths(hundredths_of_percent(part.least, whole.least))}%"


# ---- other tables


def _groups(plan: PlanReading) -> FormTable:
    rows = [
        (
            f"第{each.number}组",
            form.KINDS.get(each.kind, each.kind),
            each.label,
            each.choose,
            of_hundredths(each.credits),
        )
        for each in plan.groups
    ]
    return plain_table("选课要求", form.GROUPS, rows or [(form.NOT_STATED,)], (12, 24, 40, 10, 12))


def _weeks(plan: PlanReading) -> FormTable:
    kinds = list(dict.fromkeys(kind for each in plan.weeks for kind in each.weeks))
    rows = [
        [
            "合计" if each.semester is None else str(each.semester),
            *(of_hundredths(each.weeks.get(kind)) for kind in kinds),
        ]
        for each in plan.weeks
    ]
    return plain_table("教学周安排", ["学期", *kinds], rows, (10, *(12 for _ in kinds)))


def _certificates(plan: PlanReading) -> FormTable:
    rows = [
        (number, each.name, each.level_text, "、".join(map(str, each.semesters)), each.issuer, "、".join(each.courses))
        for number, each in enumerate(plan.certificates, 1)
    ]
    return plain_table("职业技能等级证书", form.CERTIFICATES, rows, (8, 40, 10, 12, 36, 50))


def _totals(totals: Sequence[StatedTotal]) -> FormTable:
    names = list(dict.fromkeys([*form.FIGURES, *(name for each in totals for name in each.stated)]))
    rows = [
        [
            each.label,
            each.scope,
            "、".join(ranges_of(each.lines)),
            *(_stated(name, each.stated.get(name)) for name in names),
        ]
        for each in totals
    ]
    heading = [*form.TOTALS, *(_figure_heading(each) for each in names)]
    return plain_table("原文合计", heading, rows, (24, 24, 20, *(12 for _ in names)))


def _figure_heading(name: str) -> str:
    unit, _, term = name.partition(".")
    return f"第{term}学期{form.TERM_FIGURES[unit]}" if term else {**form.FIGURES, **form.OTHER_FIGURES}[name]


def _stated(name: str, value: int | None) -> CsvCell:
    return value if name in _WHOLE else of_hundredths(value)

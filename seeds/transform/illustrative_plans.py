"""Two complete training plans that no college has: they show the form, and keep every national rule.

The names of professional courses are those of the teaching standards of 2025; credits, hours and terms are made up. The
tables stand in ``illustrative/``, so that a designer can read and change them.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from analysis.training_plans.course_outcomes import OUTCOMES, code_of_outcome
from analysis.training_plans.plan_records import PlanRecords, records_of
from analysis.training_plans.training_plan import (
    ChoiceGroup,
    Outcome,
    PlanHead,
    PlanLine,
    PlanPlace,
    PlanReading,
    TargetCertificate,
    WeekRow,
)
from seeds.transform.reference_tables import Fact, Reference, Seeds, TableRow

SET = "illustrative"
COLLEGE = "示例院校（虚构）"
GRADE, ENTRY_YEAR, HOURS_PER_WEEK, YEARS = "2026级", 2026, 24, 3
MODULES = {
    "COMMON": "公共基础课程",
    "FOUNDATION": "专业基础课程",
    "CORE": "专业核心课程",
    "EXTENSION": "专业拓展课程",
    "PRACTICE": "集中实践环节",
}
NATURES = {"REQUIRED": "必修", "RESTRICTED_ELECTIVE": "限选", "ELECTIVE": "任选"}
SECTIONS = (
    "专业名称及代码",
    "入学要求",
    "修业年限",
    "职业面向",
    "培养目标与培养规格",
    "课程设置",
    "学时安排",
    "教学进程总体安排",
    "实施保障",
    "毕业要求",
    "教学进程安排表",
)
LEVELS = {"ELEMENTARY": "初级", "INTERMEDIATE": "中级", "ADVANCED": "高级"}

_TABLES = Reference(Path(__file__).with_name("illustrative"))
_SOURCE = {
    "code": "illustrative.plans",
    "title": "本项目虚构的完整人才培养方案，只示范形式",
    "location": "seeds/data/illustrative/SOURCE.md",
    "note": "Made up; names of professional courses are those of the teaching standards of 2025",
}
_FACT = Fact(basis="ILLUSTRATIVE", sources=("Source:illustrative.plans",))
# Nothing was read in a document, so nothing stands at a place.
_NOWHERE = PlanPlace(0)
_PLACES = ("place", "notePlaces")


def transform_illustrative_plans(seeds: Seeds) -> None:
    """Add both plans with their parts."""
    seeds.node(SET, "Source", _SOURCE)
    for row in _TABLES.rows("plans.csv"):
        _add(row, records_of(illustrative_plan(row)), seeds)


def illustrative_plans() -> list[PlanReading]:
    """Give both plans as values."""
    return [illustrative_plan(row) for row in _TABLES.rows("plans.csv")]


def illustrative_plan(row: TableRow) -> PlanReading:
    """Give the plan of a row of ``plans.csv`` as values."""
    groups = {each["label"]: _group(number, each) for number, each in enumerate(_of("plan_groups.csv", row), 1)}
    lines = tuple(_line(each, groups) for each in _of("plan_lines.csv", row))
    options = {
        each.number: tuple(dict.fromkeys(line.option for line in lines if line.group == each.number and line.option))
        for each in groups.values()
    }
    return PlanReading(
        PlanHead(
            f"{row['major']}专业人才培养方案（示例）",
            COLLEGE,
            _major_name(row),
            row["plan"],
            GRADE,
            "ASSOCIATE",
            YEARS,
            "全日制",
            HOURS_PER_WEEK,
        ),
        (),
        lines,
        tuple(each._replace(options=options[each.number]) for each in groups.values()),
        (),
        (_certificate(row),),
        tuple(Outcome(each["kind"], each["text"], _NOWHERE) for each in _of("plan_outcomes.csv", row)),
        tuple(_weeks(each) for each in _TABLES.rows("plan_weeks.csv")),
        (),
        SECTIONS,
        (),
        (),
        (),
    )


def _major_name(row: TableRow) -> str:
    """Name the major so that no one takes the plan for a real one; a search then finds the real ones first."""
    return f"{row['major']}（示例）"


def _of(file: str, row: TableRow) -> Iterator[TableRow]:
    return (each for each in _TABLES.rows(file) if each["plan"] == row["plan"])


def _group(number: int, row: TableRow) -> ChoiceGroup:
    credits_wanted = int(row["credits"]) * 100 if row["credits"] else None
    choose = int(row["choose"]) if row["choose"] else None
    return ChoiceGroup(number, row["kind"], row["label"], _NOWHERE, choose, credits_wanted, ())


def _line(row: TableRow, groups: Mapping[str, ChoiceGroup]) -> PlanLine:
    theory, practice = int(row["theory"]), int(row["practice"])
    terms = [each.partition(":") for each in row["terms"].split()]
    module, group = MODULES[row["module"]], groups.get(row["group"])
    return PlanLine(
        _NOWHERE,
        row["name"],
        module_text=module,
        module=row["module"],
        nature_text=NATURES[row["nature"]],
        nature=row["nature"],
        credits=int(row["credits"]) * 100,
        hours=theory + practice,
        theory_hours=theory,
        practice_hours=practice,
        duration_weeks=int(row["weeks"]) * 100 if row["weeks"] else None,
        semesters=tuple(int(term) for term, _, _ in terms),
        weekly_hours={term: int(hours) * 100 for term, _, hours in terms if hours},
        assessment={term: row["assessment"] for term, _, _ in terms},
        path=(module, group.label) if group else (module,),
        group=group.number if group else None,
        option=row["option"] or None,
    )


def _certificate(row: TableRow) -> TargetCertificate:
    courses = tuple(row.items("courses"))
    semesters = (int(row["semester"]),)
    return TargetCertificate(_NOWHERE, row["certificate"], LEVELS[row["level"]], row["level"], semesters, None, courses)


def _weeks(row: TableRow) -> WeekRow:
    weeks = {heading: int(text) * 100 for heading, text in row.values.items() if heading != "semester"}
    return WeekRow(_NOWHERE, int(row["semester"]), weeks)


# ---- nodes and links


def _add(row: TableRow, records: PlanRecords, seeds: Seeds) -> None:
    own = {"collegeName": COLLEGE, "majorName": _major_name(row), "grade": GRADE}
    more = {"entryYear": ENTRY_YEAR, "status": "PUBLISHED", "completeness": "WHOLE"}
    plan = seeds.node(SET, "TrainingPlan", _placeless({**records.plan, **own, **more}), _FACT)
    seeds.link(SET, "PLAN_FOR", (plan, f"Major:2021:{row['plan']}"), _FACT)
    seeds.link(SET, "FOLLOWS_STANDARD", (plan, f"TeachingStandard:2025:{row['plan']}"), _FACT)
    groups = _add_parts(plan, "PlanGroup", "HAS_PLAN_GROUP", records.groups, seeds)
    for sequence, each in enumerate(records.lines, 1):
        values = {name: value for name, value in each.items() if name not in {"group", OUTCOMES}}
        line = seeds.node(SET, "PlanCourse", _placeless({**values, **own, "sequence": sequence}), _FACT)
        seeds.link(SET, "HAS_PLAN_COURSE", (plan, line), _FACT)
        if each["group"] is not None:
            seeds.link(SET, "CHOICE_OF", (line, groups[each["group"] - 1]), _FACT)
        _add_outcomes(line, each[OUTCOMES], seeds)
    _add_parts(plan, "PlanOutcome", "HAS_PLAN_OUTCOME", records.outcomes, seeds)
    _add_parts(plan, "PlanWeeks", "HAS_PLAN_WEEKS", records.weeks, seeds)
    (target,) = _add_parts(plan, "TargetCertificate", "HAS_TARGET_CERTIFICATE", records.certificates, seeds)
    name, level = row["certificate"], row["level"]
    seeds.link(SET, "TARGETS_LEVEL", (target, f"CertificateLevel:{name}:{level}"), _FACT)
    ends = (plan, f"Certificate:{name}")
    seeds.link(SET, "PLAN_NAMES_CERTIFICATE", ends, _FACT, certificateLevel=level)


def _add_outcomes(line: str, outcomes: Any, seeds: Seeds) -> None:
    for each in outcomes:
        values = {**each, "code": code_of_outcome(line, each["sequence"])}
        outcome = seeds.node(SET, "CourseOutcome", values, _FACT)
        seeds.link(SET, "PLAN_HAS_OUTCOME", (line, outcome), _FACT)


def _add_parts(plan: str, type_name: str, link: str, parts: Any, seeds: Seeds) -> list[str]:
    ids = []
    for number, each in enumerate(parts, 1):
        values = {"number": number, **each, "trainingPlanKey": plan.partition(":")[2]}
        ids.append(seeds.node(SET, type_name, _placeless(values), _FACT))
        seeds.link(SET, link, (plan, ids[-1]), _FACT)
    return ids


def _placeless(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in _PLACES}

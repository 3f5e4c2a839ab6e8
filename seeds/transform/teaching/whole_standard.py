"""Transform the one teaching standard that was read whole: what the transcription of all standards lacks of it."""

import re
from collections import defaultdict

from seeds.transform.matching import bounds, find_certificate
from seeds.transform.reference_tables import Fact, PropertyValue, Reference, Report, Seeds, TableRow, texts
from seeds.transform.sources import Sources

_FILE = "additions/teaching_standard_530701.csv"
_SOURCE = "teaching.S530701"
_STANDARD = "TeachingStandard:2025:530701"
_RULES = "TEACHING_STANDARD_530701"

# By the key of the file: kind, item, operator and unit of the rule.
RULE_ITEMS = {
    "total_hours_min": ("HOURS", "总学时", ">=", "学时"),
    "total_hours_max": ("HOURS", "总学时", "<=", "学时"),
    "hours_per_credit": ("HOURS", "每学分折合学时", "between", "学时"),
    "public_hours_share_min": ("HOURS", "公共基础课程学时占比", ">=", "%"),
    "practice_hours_share_min": ("HOURS", "实践性教学学时占比", ">=", "%"),
    "elective_hours_share_min": ("HOURS", "选修课学时占比", ">=", "%"),
    "internship_months": ("HOURS", "岗位实习时间", "≈", "月"),
    "week_activities": ("HOURS", "军训、社会实践、入学教育、毕业教育的学分", None, None),
    "students_per_teacher_max": ("TEACHERS", "学生数与专任教师数之比", "<=", ":1"),
    "dual_qualified_share_min": ("TEACHERS", "“双师型”教师占专业课教师的比例", ">=", "%"),
    "senior_title_share_min": ("TEACHERS", "高级职称专任教师的比例", ">=", "%"),
}
# A mark of the text in brackets says how strictly it binds.
_FORCES = {"一般": "AS_A_RULE", "原则上": "IN_PRINCIPLE"}
_NUMBER = re.compile(r"(\d+)(?:-(\d+))?")
_MARK = re.compile(r"\((\w+)\)$")


def transform_whole_standard(reference: Reference, sources: Sources, seeds: Seeds, report: Report) -> None:
    """Transform teaching_standard_530701.csv; certificates, occupations and courses are there."""
    fact = Fact(basis="OFFICIAL", sources=(sources.id_of(_SOURCE),))
    rows: dict[str, list[TableRow]] = defaultdict(list)
    for row in reference.rows(_FILE):
        rows[row["kind"]].append(row)
    values = seeds.values(_STANDARD)
    values["sourceIds"] = (*texts(values["sourceIds"]), *fact.sources)
    values["duration"] = rows["study_years"][0]["value"]
    values["entry"] = rows["entry"][0]["value"]
    values["industries"] = [row["value"] for row in rows["industry"]]
    values["positions"] = [row["value"] for row in rows["position"]]
    _name_certificates(rows["certificate"], values, seeds, report, fact)
    for row in rows["occupation"]:
        seeds.link("teaching", "PREPARES_FOR", (_STANDARD, f"Occupation:2022:{row['value']}"), fact)
    _mark_modules(rows["course"], seeds, fact)
    _add_rules(rows["rule"], seeds, fact)


def _name_certificates(
    rows: list[TableRow], values: dict[str, PropertyValue], seeds: Seeds, report: Report, fact: Fact
) -> None:
    values["certificatesNamed"] = [row["value"] for row in rows]
    for row in rows:
        certificate = find_certificate(seeds, row["value"])
        if certificate:
            seeds.link("teaching", "NAMES_CERTIFICATE", (_STANDARD, certificate), fact)
        else:
            report.add(row, row["value"], "named by the standard, but not among the certificates")


def _mark_modules(rows: list[TableRow], seeds: Seeds, fact: Fact) -> None:
    """Give the courses the module that the standard prints.

    Raises: ValueError if it has other courses than are here.
    """
    courses = (seeds.values(node_id) for node_id in seeds.ids("Course"))
    here = {str(values["name"]): values for values in courses if values["majorCode"] == "530701"}
    if set(here) != {row["value"] for row in rows}:
        raise ValueError(f"{_FILE}: the courses are not those of the standard in the graph")
    for row in rows:
        values = here[row["value"]]
        values["module"], _, place = row["key"].partition(":")
        values["moduleBasis"] = f"printed in the standard, course {place} of its module"
        values["sourceIds"] = (*texts(values["sourceIds"]), *fact.sources)


def _add_rules(rows: list[TableRow], seeds: Seeds, fact: Fact) -> None:
    named = {"code": _RULES, "name": "电子商务专业教学标准（高等职业教育专科）的规定", "scope": "NATIONAL"}
    rules = seeds.node("rules", "RuleSet", named, fact)
    seeds.link("rules", "RULES_OF_STANDARD", (rules, _STANDARD), fact)
    for number, row in enumerate(rows, start=1):
        kind, item, operator, unit = RULE_ITEMS[row["key"]]
        values: dict[str, PropertyValue] = {"ruleSetCode": _RULES, "code": f"{number:02}", "kind": kind, "item": item}
        values |= {"appliesTo": "电子商务（530701）", "operator": operator, "unit": unit, "valueText": row["value"]}
        rule = seeds.node("rules", "Rule", values | threshold(row["value"], operator), fact)
        seeds.link("rules", "HAS_RULE", (rules, rule), fact)


def threshold(text: str, operator: str | None) -> dict[str, PropertyValue]:
    """Read the number of a rule that compares, and the mark of how strictly it binds."""
    mark = _MARK.search(text)
    force = _FORCES[mark[1]] if mark else None
    number = _NUMBER.match(text)
    if operator is None or number is None:
        return {"force": force}
    value = None if number[2] else float(number[1])
    span = number[0] if operator == "between" else f"{operator}{number[0]}"
    return {"force": force, "value": value, **bounds(span)}

"""Transform the rules on training plans: clause, force and formula from the reference, measures from a table of ours.

``rule_measures.csv`` says for each rule what a program measures, with exact bounds; the formula stays for people.
``names_sources`` there has the sources of names of courses that the formula lacks. ``other_reading`` says how the
formula could be read otherwise, or why nothing is measured; no seed holds it.
"""

import csv
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from seeds.transform.matching import bounds, date_span, find_college, plain_number
from seeds.transform.reference_tables import Fact, PropertyValue, Reference, Seeds, TableRow, texts
from seeds.transform.sources import Sources

SET = "rules"
FILE = "additions/plan_rules.csv"
MEASURES = Path(__file__).parent / "rule_measures.csv"


class _RuleSet(NamedTuple):
    """A set of the table: its name, whom it binds, and the levels and years of the plans that it binds."""

    name: str
    scope: str
    levels: tuple[str, ...]
    years: int | None = None


_ALL_HIGHER = ("ASSOCIATE", "BACHELOR", "UNDERGRADUATE")
_SETS = {
    "HV3": _RuleSet("三年制高职", "NATIONAL", ("ASSOCIATE",), 3),
    "SV3": _RuleSet("三年制中职", "NATIONAL", ("SECONDARY",), 3),
    "SV3_2025": _RuleSet("三年制中职（2025年专业教学标准）", "NATIONAL", ("SECONDARY",), 3),
    "PLAN_SECTIONS_2019": _RuleSet("专业人才培养方案的内容", "NATIONAL", ("SECONDARY", "ASSOCIATE")),
    "COMMON_COURSES_HIGHER": _RuleSet("高职公共基础课程", "NATIONAL", ("ASSOCIATE",)),
    "COMMON_COURSES_SECONDARY": _RuleSet("中职公共基础课程", "NATIONAL", ("SECONDARY",)),
    "COMMON_HIGHER": _RuleSet("高职专科公共课程的学时与学分", "NATIONAL", ("ASSOCIATE",)),
    "COMMON_SECONDARY": _RuleSet("中职公共课程的学时与学分", "NATIONAL", ("SECONDARY",)),
    "COMMON_BACHELOR": _RuleSet("职业本科公共课程的学时与学分", "NATIONAL", ("BACHELOR",)),
    "COMMON_BACHELOR_2018": _RuleSet("本科思想政治理论课学分（2018年）", "NATIONAL", ("BACHELOR", "UNDERGRADUATE")),
    "COMMON_LIAONING": _RuleSet("辽宁高校思想政治理论课", "PROVINCE", _ALL_HIGHER),
    "INTERNSHIP": _RuleSet("职业学校学生实习管理", "NATIONAL", ("SECONDARY", "ASSOCIATE", "BACHELOR")),
    "HUBEI_SECONDARY": _RuleSet("湖北省中等职业学校教学管理", "PROVINCE", ("SECONDARY",)),
    "CREDIT_HNGYMS": _RuleSet("湖南工艺美术职业大学课程学分转换", "COLLEGE", ()),
    "CREDIT_SDYS": _RuleSet("山东艺术设计职业学院学分置换", "COLLEGE", ()),
    "CREDIT_NATIONAL": _RuleSet("职业技能等级标准的学分", "NATIONAL", ()),
}
_COLLEGES = {"CREDIT_HNGYMS": "湖南工艺美术职业大学", "CREDIT_SDYS": "山东艺术设计职业学院"}

# Sets whose rules on courses other reference tables state too, under another code.
_SAME_SETS = {"COMMON_HIGHER": "COMMON_COURSES_HIGHER", "COMMON_SECONDARY": "COMMON_COURSES_SECONDARY"}
_COURSE_MARKS = ("必修:", "必修或限选:")
_COMPUTABLE = {
    "yes": "FROM_PLAN",
    "if document": "FROM_DOCUMENT",
    "if week table": "FROM_WEEK_TABLE",
    "partly": "PARTLY",
    "no": "NOT_FROM_PLAN",
}
_LISTS = {
    "modules": "modules",
    "natures": "natures",
    "toleratedNatures": "tolerated_natures",
    "names": "names",
    "exceptNames": "except_names",
    "joinedNames": "joined_names",
}
_TEXTS = {
    "measure": "measure",
    "measureLeast": "least",
    "measureMost": "most",
    "weeksLeast": "weeks_least",
    "weeksMost": "weeks_most",
    "hoursLeast": "hours_least",
    "decidedBy": "decided_by",
}


def transform_plan_rules(reference: Reference, sources: Sources, seeds: Seeds) -> None:
    """Add what the table says to the rules that are there, and the rules and sets that are not."""
    with MEASURES.open(encoding="utf-8", newline="") as opened:
        measures = {(row["rule_set"], row["item"]): row for row in csv.DictReader(opened)}
    present = {(seeds.values(each)["ruleSetCode"], seeds.values(each)["item"]): each for each in seeds.ids("Rule")}
    for row in reference.rows(FILE):
        measure = measures[row["rule_set"], row["item"]]
        more = _measured(row, measure)
        named_in = tuple(map(sources.id_of, filter(None, measure["names_sources"].split("|"))))
        if node := present.get(_other_key(row)):
            values = seeds.values(node)
            values.update(more, sourceIds=tuple(dict.fromkeys((*texts(values["sourceIds"]), *named_in))))
        else:
            _add(row, more, seeds, Fact(basis="REPORTED", sources=(*_sources(row, sources), *named_in)))
    for code, rule_set in _SETS.items():
        seeds.values(f"RuleSet:{code}").update(educationLevels=rule_set.levels, durationYears=rule_set.years)


def _other_key(row: TableRow) -> tuple[str, str]:
    """Give set and item as other tables write them."""
    code, item = row["rule_set"], row["item"]
    for mark in _COURSE_MARKS:
        if item.startswith(mark):
            return _SAME_SETS.get(code, code), item.removeprefix(mark)
    return code, item.removeprefix("章节:")


def _sources(row: TableRow, sources: Sources) -> tuple[str, ...]:
    """Give the nodes of the pages; a remark that names a seed of ours is no page."""
    pages = (each for each in row["source"].split(" ; ") if not each.startswith("seeds "))
    return tuple(dict.fromkeys(node for page in pages for node in sources.by_address(page)))


def _measured(row: TableRow, measure: Mapping[str, str]) -> dict[str, PropertyValue]:
    return {
        "document": row["document"],
        "clause": row["clause"] or None,
        "formula": row["formula"] or None,
        "computable": _COMPUTABLE[row["computable"]],
        "force": row["force"],
        **{name: measure[column] or None for name, column in _TEXTS.items()},
        **{name: tuple(filter(None, measure[column].split("|"))) for name, column in _LISTS.items()},
        "isBandOurs": True if measure["band_ours"] else None,
        "countsBracketed": True if measure["bracketed"] else None,
        "validFrom": row["valid_from"] or None,
        **date_span("validFrom", row["valid_from"]),
        "validTo": measure["valid_to"] or None,
        **date_span("validTo", measure["valid_to"]),
    }


def _add(row: TableRow, measured: Mapping[str, PropertyValue], seeds: Seeds, fact: Fact) -> None:
    code = row["rule_set"]
    node = f"RuleSet:{code}"
    if node not in seeds.nodes:
        rule_set = _SETS[code]
        seeds.node(SET, "RuleSet", {"code": code, "name": rule_set.name, "scope": rule_set.scope}, fact)
        if college := find_college(seeds, _COLLEGES.get(code, "")):
            seeds.link(SET, "RULE_SET_OF", (node, college), fact)
    number = sum(seeds.values(each)["ruleSetCode"] == code for each in seeds.ids("Rule")) + 1
    unit, _, remark = row["unit"].partition(" ")
    rough = row["operator"] if row["operator"] in ("<=", ">=", "≈") else ""
    values = {
        "ruleSetCode": code,
        "code": f"{number:02}",
        "kind": _kind(row, measured),
        "appliesTo": row["applies_to"],
        # The colon of the reference between two Chinese words is ours.
        "item": row["item"].replace(":", "："),
        "operator": row["operator"],
        "value": plain_number(row["value"]),
        **bounds(rough + row["value"]),
        "valueText": row["value"],
        "unit": unit or None,
        "note": "; ".join(filter(None, (remark.strip("()"), _note(row["note"])))) or None,
    }
    rule = seeds.node(SET, "Rule", {**values, **measured}, fact)
    seeds.link(SET, "HAS_RULE", (node, rule), fact)


def _note(text: str) -> str:
    """Give a note without what it says to those who gathered it."""
    return re.sub("; say so$|: shows why rule sets are dated and placed$", "", text)


def _kind(row: TableRow, measured: Mapping[str, PropertyValue]) -> str:
    if row["rule_set"].startswith("CREDIT_"):
        return "CREDIT_CONVERSION"
    if row["rule_set"] == "INTERNSHIP":
        return "PLACEMENT"
    return "COMMON_COURSE" if measured["measure"] in ("COURSE_OFFERED", "COURSES_OFFERED") else "HOURS"

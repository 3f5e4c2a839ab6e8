"""Transform the rules: hours, sections, common courses, examinations, colleges' frames, and credit rules."""

import re
from collections import Counter
from collections.abc import Mapping

from seeds.transform.certificates.certificates import certificates_named
from seeds.transform.matching import (
    CERTIFICATE_LEVELS,
    bounds,
    date_span,
    find_college,
    find_college_by_site,
    level_code,
    plain_number,
)
from seeds.transform.reference_tables import Fact, PropertyValue, Reference, Report, Seeds, TableRow
from seeds.transform.sources import Sources

SET = "rules"

PLANS_2019 = "Policy:教职成〔2019〕13号"
STANDARDS_2025 = "Policy:2025年职业教育专业教学标准"

# Sets of the national rules, besides those that hour_rules.csv itself names: code, name, policy.
_SECTIONS = {
    "PLAN_SECTIONS_2019": ("专业人才培养方案的内容", PLANS_2019, "teaching/plan_required_sections.csv"),
    "STANDARD_SECTIONS_2025": ("专业教学标准的章节（2025年）", STANDARDS_2025, "teaching/standard_sections_2025.csv"),
}
_COMMON_COURSES = {"中职": "COMMON_COURSES_SECONDARY", "高职": "COMMON_COURSES_HIGHER"}

# Whose the examination rules of a source are; a source that is not here reports on a sitting.
_EXAMINATION_SCOPES = {
    "S16": "ISSUER",
    "S16b": "ISSUER",
    "S2": "ISSUER",
    "S30": "ISSUER",
    "S17": "PROVINCE",
}

_CREDIT_SCOPES = {"national guide": "NATIONAL", "college": "COLLEGE", "course": "COURSE", "issuer": "ISSUER"}

# Rules of teaching/credit_rules.csv that certificates/credit_rules.csv states too, read from the same page. Where both
# name the college, the rule of teaching/ stands for both, in the words of the source, and takes the date of the other.
_SAME_RULES = {
    "T01": "C04", "T02": "C02", "T03": "C03", "T04": "C05", "T05": "C06", "T06": "C07", "T07": "C08",
    "T08": "C30", "T09": "C31, C32", "T11": "C29", "T14": "C33",
}  # fmt: skip

_THRESHOLD = re.compile(r"(<=|>=|约)?(\d+(?:\.\d+)?)(%|周|学时|年)?")
_CONVERSION = re.compile(r"(\d+)周=(\d+)学分.*")
_RANGE = re.compile(r"\d+(?:\.\d+)?-\d+(?:\.\d+)?(%|周|学时|年)?")


def transform_rules(reference: Reference, sources: Sources, seeds: Seeds, report: Report) -> None:
    """Transform the rule tables of teaching/ and certificates/."""
    forces = {(row["rule_set"], row["item"]): row["force"] for row in reference.rows("additions/plan_rules.csv")}
    rules = _Rules(sources, seeds, forces)
    for row in reference.rows("teaching/hour_rules.csv"):
        rules.hours(row)
    for code, (name, policy, file) in _SECTIONS.items():
        for row in reference.rows(file):
            rules.section(row, (code, name, policy))
    for row in reference.rows("teaching/public_base_courses.csv"):
        rules.common_course(row)
    for row in reference.rows("certificates/exam_rules.csv"):
        rules.examination(row)
    for row in reference.rows("teaching/college_credit_systems.csv"):
        rules.frame(row, report)


class _Rules:
    """Makes the rules, each in its set, and numbers them within it."""

    def __init__(self, sources: Sources, seeds: Seeds, forces: Mapping[tuple[str, str], str]) -> None:
        self._sources = sources
        self._seeds = seeds
        self._forces = forces
        self._numbers: Counter[str] = Counter()

    def hours(self, row: TableRow) -> None:
        """Transform a rule on hours; what stands in brackets after the unit is its note."""
        fact = self._reported(row)
        self._set(row["rule_set"], row["applies_to"], "NATIONAL", fact, PLANS_2019)
        unit, _, remark = row["unit"].partition(" ")
        force = self._forces[row["rule_set"], row["item"]]
        # What holds as a rule is no equation.
        operator = "≈" if row["operator"] == "=" and force == "AS_A_RULE" else row["operator"]
        values = {
            "kind": "HOURS",
            "appliesTo": row["applies_to"],
            "item": row["item"],
            "operator": operator,
            "force": force,
            "value": plain_number(row["value"]),
            **bounds(f"{operator}{row['value']}" if operator in ("<=", ">=", "≈") else row["value"]),
            "valueText": row["value"],
            "unit": unit,
            "note": remark.strip("()") or None,
        }
        self._rule(row["rule_set"], values, fact)

    def section(self, row: TableRow, named: tuple[str, str, str]) -> None:
        """Transform a required section of a plan or of a standard."""
        code, name, policy = named
        fact = self._reported(row)
        self._set(code, name, "NATIONAL", fact, policy)
        self._rule(code, {"kind": "SECTION", "appliesTo": name, "item": row["section"], "operator": "requires"}, fact)

    def common_course(self, row: TableRow) -> None:
        """Transform a common course that plans of a level must or may contain."""
        fact = self._reported(row)
        code = _COMMON_COURSES[row["level"]]
        self._set(code, f"{row['level']}公共基础课程", "NATIONAL", fact, PLANS_2019)
        values = {
            "kind": "COMMON_COURSE",
            "appliesTo": row["level"],
            "item": row["course"],
            "operator": "requires",
            "valueText": row["requirement"],
        }
        self._rule(code, values, fact)

    def examination(self, row: TableRow) -> None:
        """Transform a rule on the examination of certificates; its set is that of its first source."""
        ids = self._sources.by_ids("certificates", row["source_id"])
        fact = Fact(basis="REPORTED", sources=ids)
        first = row["source_id"].split(" ")[0]
        code = f"EXAMINATION_{first}"
        title = self._seeds.values(ids[0])["title"]
        self._set(code, f"证书考核：{title}", _EXAMINATION_SCOPES.get(first, "OTHER"), fact)
        number = _minutes(row["value"]) if row["unit"] == "min" else plain_number(row["value"])
        values = {
            "kind": "EXAMINATION",
            "appliesTo": f"{row['certificate']} {row['level']}".strip(),
            "item": row["item"],
            "operator": None if number is None else "=",
            "value": number,
            "valueMin": number,
            "valueMax": number,
            "valueText": row["value"],
            "unit": row["unit"] or None,
            "note": f"date: {row['date']}" if row["date"] else None,
        }
        rule = self._rule(code, values, fact)
        for certificate in certificates_named(self._seeds, row["certificate"]):
            level = level_code(row["level"])
            self._seeds.link(SET, "RULES_ON_CERTIFICATE", (rule, certificate), fact, certificateLevel=level)

    def frame(self, row: TableRow, report: Report) -> None:
        """Transform a line of a college's own frame for its plans."""
        fact = self._reported(row)
        name = row["college"].strip("()")
        code = f"FRAME_{name}_{row['grade']}"
        self._set(code, f"{name} {row['grade']} 培养方案框架", "COLLEGE", fact)
        college = find_college(self._seeds, name)
        if college:
            self._seeds.link(SET, "RULE_SET_OF", (f"RuleSet:{code}", college), fact)
        else:
            report.add(row, row["college"], "the source names no college, or none of 2026 by this name")
        applies_to = f"{name} {row['grade']}"
        item = row["item"]
        values = {"kind": "PLAN_FRAME", "appliesTo": applies_to, "item": item, **_threshold(row["value"])}
        if values["unit"] is None and values["valueMin"] is not None:
            # 总学时 is counted in 学时.
            values["unit"] = next((unit for unit in ("学时", "学分") if item.endswith(unit)), None)
        self._rule(code, values, fact)

    def _reported(self, row: TableRow) -> Fact:
        return Fact(basis="REPORTED", sources=self._sources.by_address(row["source"]))

    def _set(self, code: str, name: str, scope: str, fact: Fact, policy: str | None = None) -> None:
        node_id = f"RuleSet:{code}"
        if node_id not in self._seeds.nodes:
            self._seeds.node(SET, "RuleSet", {"code": code, "name": name, "scope": scope}, fact)
        if policy:
            self._seeds.link(SET, "BASED_ON", (node_id, policy), fact)

    def _rule(self, set_code: str, values: Mapping[str, PropertyValue], fact: Fact) -> str:
        self._numbers[set_code] += 1
        key = {"ruleSetCode": set_code, "code": f"{self._numbers[set_code]:02}"}
        rule = self._seeds.node(SET, "Rule", {**key, **values}, fact)
        self._seeds.link(SET, "HAS_RULE", (f"RuleSet:{set_code}", rule), fact)
        return rule


def _minutes(text: str) -> float | None:
    """Read how long an examination takes: ``120``, ``4 items x 30``, or what stands last of ``2 modules, 120``."""
    if items := re.fullmatch(r"(\d+) items x (\d+)", text):
        return float(int(items[1]) * int(items[2]))
    return plain_number(text.rpartition(", ")[2])


def _threshold(text: str) -> dict[str, PropertyValue]:
    """Read a cell such as ``>=50%`` or ``2800-3300``; words such as ``1周=1学分`` stay as text."""
    found = _THRESHOLD.fullmatch(text)
    if found:
        mark, number, unit = found.groups()
        operator = "≈" if mark == "约" else mark or "="
        return {"operator": operator, "value": float(number), **bounds(text), "valueText": text, "unit": unit}
    if conversion := _CONVERSION.fullmatch(text):
        credits_a_week = float(conversion[2]) / float(conversion[1])
        exact = {"value": credits_a_week, "valueMin": credits_a_week, "valueMax": credits_a_week}
        return {"operator": "=", **exact, "valueText": text, "unit": "学分/周"}
    span = _RANGE.fullmatch(text)
    unit = span.group(1) if span else None
    return {"operator": "between" if span else None, **bounds(text), "valueText": text, "unit": unit}


def transform_credit_rules(reference: Reference, sources: Sources, seeds: Seeds, report: Report) -> None:
    """Transform both files of credit rules, and the conversions of the self-study examination."""
    of_certificates = {row["id"]: row for row in reference.rows("certificates/credit_rules.csv")}
    of_teaching = {f"T{number:02}": row for number, row in enumerate(reference.rows("teaching/credit_rules.csv"), 1)}
    twice = _twice_of_one_college(of_teaching, of_certificates)
    stands = {each: code for code, codes in twice.items() for each in codes}
    for code, row in of_certificates.items():
        if code in stands:
            report.add(
                row, code, f"the same rule as {stands[code]}, which has the words of the source: that one stands"
            )
        else:
            _transform_rule_of_certificates(row, sources, seeds, report)
    for code, row in of_teaching.items():
        dates = {of_certificates[each]["date_or_level"] for each in twice.get(code, ())}
        _transform_rule_of_teaching(row, code, sources, seeds, report, date=min(dates, default=""))
    links = reference.rows("teaching/major_certificate_links.csv")
    selfstudy = (row for row in links if "自考" in row["college_or_context"])
    for number, row in enumerate(selfstudy, start=1):
        _transform_selfstudy(row, f"Z{number:02}", sources, seeds)


def _twice_of_one_college(
    of_teaching: Mapping[str, TableRow], of_certificates: Mapping[str, TableRow]
) -> dict[str, list[str]]:
    """Give the rules that both files state of a college by its name: codes of certificates/ by those of teaching/."""
    same = {code: _SAME_RULES[code].split(", ") for code in _SAME_RULES}
    return {
        code: codes
        for code, codes in same.items()
        if {of_certificates[each]["body"] for each in codes} == {of_teaching[code]["college"]}
    }


def _transform_rule_of_certificates(row: TableRow, sources: Sources, seeds: Seeds, report: Report) -> None:
    when = row["date_or_level"]
    is_date = when[:1].isdigit()
    level = level_code(row["item"]) or next(
        (code for word, code in CERTIFICATE_LEVELS.items() if row["item"].endswith(f" {word}")), None
    )
    notes = [row["note"], f"level of the diploma: {when}" if when and not is_date else ""]
    values: dict[str, PropertyValue] = {
        "code": row["id"],
        "scope": _CREDIT_SCOPES[row["scope"]],
        "body": row["body"],
        "kind": row["rule_type"],
        "item": row["item"] or None,
        "certificateLevel": level,
        "value": row["value"] or None,
        **_credit_bounds(row["rule_type"], row["item"], row["value"]),
        "dateText": when if is_date else None,
        **date_span("dateText", when if is_date else None),
        "note": "; ".join(filter(None, notes)) or None,
    }
    fact = Fact(basis="REPORTED", sources=sources.by_ids("certificates", row["source_id"]))
    _add_credit_rule(row, values, seeds, report, fact)


def _transform_rule_of_teaching(
    row: TableRow, code: str, sources: Sources, seeds: Seeds, report: Report, *, date: str
) -> None:
    value = "; ".join(filter(None, (row["target_courses"], row["limit"])))
    values: dict[str, PropertyValue] = {
        "code": code,
        "scope": "COLLEGE",
        "body": row["college"],
        "kind": row["rule_kind"],
        "item": row["certificate_kind"] or None,
        "certificateLevel": level_code(row["certificate_level"]),
        "value": value or None,
        **_credit_bounds(row["rule_kind"], row["certificate_kind"], value),
        "dateText": date or None,
        **date_span("dateText", date or None),
        "note": row["note"] or None,
    }
    same = f"the same page and rule as {_SAME_RULES[code]}" if code in _SAME_RULES and not date else None
    fact = Fact(basis="REPORTED", sources=sources.by_address(row["source"]), note=same)
    _add_credit_rule(row, values, seeds, report, fact)


_CREDIT_NUMBER = re.compile(r"(?:.*; )?(<=)?(\d+(?:\.\d+)?) ?(学分|门/证书)?")
_BONUS = re.compile(r"\+(\d+) points each, cap (\d+)")


def _credit_bounds(kind: str, item: str, text: str) -> dict[str, PropertyValue]:
    """Read what a credit rule rules as numbers, where it is one: ``<=8``, ``8 学分``, ``+2 points each, cap 5``."""
    if bonus := _BONUS.fullmatch(text):
        return {"valueMin": float(bonus[1]), "valueMax": float(bonus[2]), "unit": "分"}
    found = _CREDIT_NUMBER.fullmatch(text)
    if found is None:
        return {"valueMin": None, "valueMax": None, "unit": None}
    number = float(found[2])
    is_most = found[1] is not None or kind.startswith("max_")
    unit = found[3] or ("学分" if item.startswith("credits") else "分" if kind == "score" else None)
    return {"valueMin": None if is_most else number, "valueMax": number, "unit": unit}


def _transform_selfstudy(row: TableRow, code: str, sources: Sources, seeds: Seeds) -> None:
    values: dict[str, PropertyValue] = {
        "code": code,
        "scope": "OTHER",
        "body": row["college_or_context"],
        "kind": "自考1+X成果转换",
        "item": row["major"],
        "certificateLevel": level_code(row["certificate_level"]),
        "value": row["certificate"],
        "note": "a certificate recognised for a major of the self-study examination (四川)",
    }
    seeds.node(SET, "CreditRule", values, Fact(basis="REPORTED", sources=sources.by_address(row["source"])))


def _add_credit_rule(row: TableRow, values: dict[str, PropertyValue], seeds: Seeds, report: Report, fact: Fact) -> None:
    rule = seeds.node(SET, "CreditRule", values, fact)
    body = str(values["body"])
    college = find_college(seeds, body)
    by_site = None if college else find_college_by_site(seeds, body)
    if college or by_site:
        note = "by the web address of the page" if by_site else None
        seeds.link(SET, "CREDIT_RULE_OF", (rule, str(college or by_site)), fact.noting(note))
    elif values["scope"] == "COLLEGE":
        report.add(row, str(values["body"]), "the source names no college, or none of 2026 by this name")

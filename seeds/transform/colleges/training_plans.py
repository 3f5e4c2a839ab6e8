"""Transform what is published of colleges' training plans, and the certificates they name."""

from seeds.transform.catalogue.majors import add_older_major
from seeds.transform.matching import (
    CERTIFICATE_LEVELS,
    EDUCATION_LEVELS,
    find_certificate,
    find_college,
    level_code,
    plain_number,
)
from seeds.transform.reference_tables import Fact, PropertyValue, Reference, Report, Seeds, TableRow, texts
from seeds.transform.sources import Sources

SET = "plans"

_COURSE_FILES = ("bitc_510209_2025", "gnhvc_520201", "hnjdzy_510209_2023", "rzpt_framework_2014")


def transform_training_plans(reference: Reference, sources: Sources, seeds: Seeds, report: Report) -> None:
    """Transform training_plans/ and the certificate links of named colleges."""
    for row in reference.rows("teaching/training_plans/plan_headers.csv"):
        _transform_header(row, sources, seeds, report)
    for name in _COURSE_FILES:
        for row in reference.rows(f"teaching/training_plans/{name}.csv"):
            _transform_course(row, sources, seeds, report)
    for row in reference.rows("teaching/course_certificate_links.csv"):
        _transform_course_link(row, sources, seeds, report)
    for row in reference.rows("teaching/major_certificate_links.csv"):
        _transform_major_link(row, sources, seeds, report)


def _fact(row: TableRow, sources: Sources) -> Fact:
    return Fact(basis="REPORTED", sources=sources.by_address(row["source"]))


def _transform_header(row: TableRow, sources: Sources, seeds: Seeds, report: Report) -> None:
    grade, note = _grade(row["grade"])
    values: dict[str, PropertyValue] = {
        "educationLevel": EDUCATION_LEVELS[row["level"]],
        "duration": row["duration"] or None,
        "industries": row.items("industries"),
        "positions": row.items("positions"),
        "certificatesNamed": row.items("certificates"),
    }
    fact = _fact(row, sources)
    plan = add_plan(row, row["college"], grade, seeds, report, fact=fact.noting(note))
    seeds.values(plan).update(values)
    link_major(row, plan, seeds, report, fact)
    for code in row.items("occupations"):
        occupation = f"Occupation:2022:{code}"
        if occupation in seeds.nodes:
            seeds.link(SET, "PLAN_PREPARES_FOR", (plan, occupation), fact)
        else:
            report.add(row, code, "the code is not in the table of 2022")
    for name in row.items("certificates"):
        _link_plan(row, plan, name, seeds, report, fact=fact)


def _grade(text: str) -> tuple[str | None, str | None]:
    """Give the grade; a remark in brackets is none, and becomes the note."""
    return (None, text.strip("()")) if text.startswith("(") else (text or None, None)


def add_plan(row: TableRow, college_name: str, grade: str | None, seeds: Seeds, report: Report, *, fact: Fact) -> str:
    values = {
        "collegeName": college_name,
        "majorName": row["major"],
        "majorCode": row["major_code"] or None,
        "grade": grade,
        "completeness": "FRAGMENT",
    }
    plan = seeds.node(SET, "TrainingPlan", values, fact)
    college = find_college(seeds, college_name)
    if college is None:
        report.add(row, college_name, "not a vocational college of 2026 by this name")
    else:
        is_same = college == f"College:{college_name}"
        note = None if is_same else f"named {college_name} in the source"
        seeds.link(SET, "HAS_PLAN", (college, plan), fact.noting(note))
    return plan


def _find_plan(row: TableRow, college_name: str, seeds: Seeds) -> str | None:
    """Find the plan of this college and major, whatever its grade: the row comes from the same page."""
    for node_id in seeds.ids("TrainingPlan"):
        values = seeds.values(node_id)
        if (values["collegeName"], values["majorName"]) == (college_name, row["major"]):
            return node_id
    return None


def _plan_of(row: TableRow, college_name: str, seeds: Seeds, report: Report, fact: Fact) -> str:
    found = _find_plan(row, college_name, seeds)
    if found:
        return found
    grade, note = _grade(row.values.get("grade", ""))
    stated = fact.noting(note)
    plan = add_plan(row, college_name, grade, seeds, report, fact=stated)
    link_major(row, plan, seeds, report, fact)
    return plan


def link_major(row: TableRow, plan: str, seeds: Seeds, report: Report, fact: Fact) -> None:
    """Link the major of the printed code: of 2021 if code and name agree, else of the edition before it."""
    code, name = row["major_code"], row["major"]
    level = EDUCATION_LEVELS.get(row.values.get("level", ""))
    major = f"Major:2021:{code}"
    if major in seeds.nodes and seeds.values(major)["name"] == name:
        seeds.link(SET, "PLAN_FOR", (plan, major), fact)
    elif code and level:
        seeds.link(SET, "PLAN_FOR", (plan, add_older_major(seeds, name, level, fact, code=code)), fact)
    else:
        report.add(row, name, "the source prints no code of the major, or no level: not matched")


def _transform_course(row: TableRow, sources: Sources, seeds: Seeds, report: Report) -> None:
    fact = _fact(row, sources)
    plan = _plan_of(row, row["college"], seeds, report, fact)
    theory, practice = row.values.get("theory_hours", ""), row.values.get("practice_hours", "")
    values: dict[str, PropertyValue] = {
        "moduleText": row["module"] or None,
        "credits": plain_number(row["credits"]),
        "hours": _whole(row["hours"]),
        "theoryHours": _whole(theory),
        "practiceHours": _whole(practice),
        "semesterText": row["semester"] or None,
        "courseCode": row.values.get("course_code") or None,
        "nature": row.values.get("nature") or None,
        "certificatesAsWritten": row.items("certificates"),
    }
    note = "; ".join(part for part in (sources.rest(row["source"]), *_unread(row)) if part) or None
    add_line(plan, row["course"], values, seeds, fact.noting(note))


def _whole(text: str) -> int | None:
    number = plain_number(text)
    return None if number is None else int(number)


def _unread(row: TableRow) -> list[str]:
    """Say how credits or hours are written where they are no plain number, such as (1) or 18周."""
    cells = ((name, row[name]) for name in ("credits", "hours"))
    return [f"{name} written {text}" for name, text in cells if text and plain_number(text) is None]


def add_line(plan: str, name: str, values: dict[str, PropertyValue], seeds: Seeds, fact: Fact) -> str:
    """Add a line to a plan, behind those that it has; a plan may give a course twice, in two of its modules."""
    key = {each: seeds.values(plan).get(each) for each in ("collegeName", "majorName", "grade")}
    sequence = len(lines_of(plan, seeds)) + 1
    course = seeds.node(SET, "PlanCourse", {**key, "sequence": sequence, "name": name, **values}, fact)
    seeds.link(SET, "HAS_PLAN_COURSE", (plan, course), fact.noting(None))
    return course


def _transform_course_link(row: TableRow, sources: Sources, seeds: Seeds, report: Report) -> None:
    fact = _fact(row, sources)
    plan = _plan_of(row, row["college"], seeds, report, fact)
    course = _find_course(plan, row["course"], seeds) or add_line(plan, row["course"], {}, seeds, fact)
    level = row["certificate_level"]
    written = f"{row['certificate']}({level})" if level_code(level) else row["certificate"]
    values = seeds.values(course)
    values["certificatesAsWritten"] = tuple(dict.fromkeys((*texts(values.get("certificatesAsWritten")), written)))
    certificate = find_certificate(seeds, row["certificate"])
    if certificate is None:
        report.add(row, f"{row['course']}: {row['certificate']}", _why_unknown(row["certificate"], row["kind"]))
        return
    remarks = (row["note"], "" if values["name"] == row["course"] else f"there written {row['course']}")
    seeds.link(
        SET, "LINKED_TO_CERTIFICATE", (course, certificate), fact,
        certificateLevel=level_code(level), kind=row["kind"], note="; ".join(filter(None, remarks)) or None,
    )  # fmt: skip


def _find_course(plan: str, name: str, seeds: Seeds) -> str | None:
    """Find the line of a plan; one page writes a course with and without a final 学."""
    lines = {seeds.values(line)["name"]: line for line in lines_of(plan, seeds)}
    found = (lines.get(each) for each in (name, name.removesuffix("学"), f"{name}学"))
    return next((each for each in found if each), None)


def lines_of(plan: str, seeds: Seeds) -> list[str]:
    """Give the lines of a plan so far."""
    key = seeds.values(plan)
    named = [key["collegeName"], key["majorName"], key["grade"]]
    lines = ((line, seeds.values(line)) for line in seeds.ids("PlanCourse"))
    return [line for line, of in lines if [of["collegeName"], of["majorName"], of.get("grade")] == named]


def _why_unknown(name: str, kind: str) -> str:
    if "名称未列" in name:
        return "the source does not name the certificate; kept as written"
    if kind == "执业资格":
        return "a licence to practise, not a vocational skill level certificate; kept as written"
    return "not among the certificates; kept as written"


def _transform_major_link(row: TableRow, sources: Sources, seeds: Seeds, report: Report) -> None:
    """Transform a row of a named college; rows of a standard go to teaching.py, those of self-study to rules.py."""
    context = row["college_or_context"]
    if context.startswith("(2025 standard") or "自考" in context:
        return
    if context.startswith("(paper"):
        report.add(row, f"{row['major']} {row['certificate']}", "same page and statement as in certificate_majors.csv")
    elif context.startswith("("):
        report.add(row, f"{row['major']} {row['certificate']}", "the source names no college and no level of the major")
    else:
        fact = _fact(row, sources)
        plan = _plan_of(row, context, seeds, report, fact)
        levels = row.items("certificate_level")
        written = row["certificate"] if len(levels) != 1 else f"{row['certificate']}({levels[0]})"
        note = f"levels: {'、'.join(levels)}" if len(levels) > 1 else None
        _link_plan(row, plan, written, seeds, report, fact=fact.noting(note))


def _link_plan(row: TableRow, plan: str, written: str, seeds: Seeds, report: Report, *, fact: Fact) -> None:
    """Write a certificate into the plan's list, and link it where the certificate is known."""
    values = seeds.values(plan)
    values["certificatesNamed"] = tuple(dict.fromkeys((*texts(values.get("certificatesNamed")), written)))
    name, level = _split_level(written)
    if not link_certificate(plan, name, level, seeds, fact):
        report.add(row, written, "not among the certificates; kept as written in certificatesNamed")


def link_certificate(plan: str, name: str, level: str | None, seeds: Seeds, fact: Fact) -> bool:
    """Link a plan to the certificate of this name; say whether there is one."""
    certificate = find_certificate(seeds, name)
    if certificate:
        seeds.link(SET, "PLAN_NAMES_CERTIFICATE", (plan, certificate), fact, certificateLevel=level)
    return certificate is not None


def _split_level(written: str) -> tuple[str, str | None]:
    for word in CERTIFICATE_LEVELS:
        if written.endswith(f"({word})"):
            return written.removesuffix(f"({word})"), level_code(word)
    return written, None

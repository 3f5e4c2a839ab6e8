"""Transform the teaching standards of 2025 with their courses and occupations."""

import re
from collections import Counter
from collections.abc import Collection, Mapping

from seeds.transform.matching import find_certificate
from seeds.transform.reference_tables import Fact, PropertyValue, Reference, Report, Seeds, TableRow, texts
from seeds.transform.sources import Sources
from seeds.transform.teaching.course_names import CourseName, course_names
from seeds.transform.teaching.occupations import CODES_OF_THE_DRAFT, add_named_by_standard, names_of_codes

SET = "teaching"

_MODULES = {
    "专业基础课程": "FOUNDATION",
    "专业核心课程": "CORE",
    "专业拓展课程": "EXTENSION",
    "专业拓展或核心课程": "EXTENSION_OR_CORE",
}

_DOCUMENT = re.compile(r"202502_(P\d+\.pdf)")

# A page that is a college's plan in the form of 2025, not the standard: its statements stay with the plan.
_NOT_THE_STANDARD = "2024 plan of a college"
_CUT = "…(list cut in source)"

# What the standards are of, and who says of which majors one exists that was not read.
_YEAR = 2025
_BRIEF = "Source:policies.brief"


def transform_teaching(reference: Reference, sources: Sources, seeds: Seeds, report: Report) -> None:
    """Transform the standards, their courses and the occupations they prepare for."""
    courses = list(course_names(reference, report))
    counts = Counter(each.row["major_code"] for each in courses)
    for row in reference.rows("teaching/teaching_standards.csv"):
        _transform_standard(row, sources, seeds, report, counts[row["major_code"]])
    modules = _modules(reference)
    for each in courses:
        _transform_course(each, sources, seeds, modules.pop((each.row["major_code"], each.row["course"]), None))
    for row in modules.values():
        report.add(row, row["course"], "its module has no course of this name among the clean rows")
    names = names_of_codes(reference)
    for row in reference.rows("teaching/standard_occupations.csv"):
        _transform_occupation_link(row, sources, seeds, report, names)
    _state_standards(seeds)
    report.add_file("teaching/teaching_standards.csv", "hour_rule", "the gatherer's own assignment, not in a source")


def transform_named_certificates(reference: Reference, sources: Sources, seeds: Seeds, report: Report) -> None:
    """Link the standards to the certificates that a page of the standard names; certificates come first."""
    for row in reference.rows("teaching/teaching_standards.csv"):
        if _NOT_THE_STANDARD not in row["source"]:
            for name in row.items("certificates_named"):
                _name_certificate(row, (row["major_code"], name), seeds, report, _page_fact(row, sources))
    for row in reference.rows("teaching/major_certificate_links.csv"):
        if row["college_or_context"].startswith("(2025 standard"):
            _name_certificate(row, (row["major_code"], row["certificate"]), seeds, report, _page_fact(row, sources))
    for row in reference.rows("certificates/certificate_majors.csv"):
        if row["relation"] == "national teaching standard 2025":
            fact = Fact(basis="REPORTED", sources=sources.by_ids("certificates", row["source_ids"]))
            _name_certificate(row, (row["major_code"], row["certificate"]), seeds, report, fact)


def _page_fact(row: TableRow, sources: Sources) -> Fact:
    """Rest on the page that prints the standard: the transcription of the PDFs has no certificates."""
    pages = [each for each in sources.by_address(row["source"]) if each != sources.id_of("teaching.courses")]
    return Fact(basis="REPORTED", sources=tuple(pages))


def _modules(reference: Reference) -> dict[tuple[str, str], TableRow]:
    return {(row["major_code"], row["course"]): row for row in reference.rows("teaching/courses.csv")}


def _state_standards(seeds: Seeds) -> None:
    """Say of each major of the edition in force what is known of its standard."""
    read = {str(seeds.values(node_id)["majorCode"]) for node_id in seeds.ids("TeachingStandard")}
    for values in (seeds.values(node_id) for node_id in seeds.ids("Major")):
        if values["edition"] != "2021":
            continue
        values["standardState"] = _standard_state(values, read)
        if values["standardState"] == "EXISTS_NOT_READ":
            values["sourceIds"] = (*texts(values["sourceIds"]), _BRIEF)
            note = f"a national teaching standard exists: {_BRIEF.removeprefix('Source:')}"
            values["sourceNote"] = "; ".join(str(each) for each in (values["sourceNote"], note) if each)


def _standard_state(values: Mapping[str, PropertyValue], read: Collection[str]) -> str:
    if values["code"] in read:
        return "READ"
    # Of the other levels all standards were read: 223 secondary and 64 bachelor.
    if values["educationLevel"] != "ASSOCIATE":
        return "NONE"
    is_of_supplement = isinstance(values["addedNotBefore"], int) and values["addedNotBefore"] > _YEAR
    return "EXISTS_NOT_READ" if values["isStateControlled"] and not is_of_supplement else "MAY_EXIST"


def _transform_standard(row: TableRow, sources: Sources, seeds: Seeds, report: Report, courses: int) -> None:
    document = _DOCUMENT.search(row["source"])
    values: dict[str, PropertyValue] = {
        "year": int(row["standard_year"]),
        "majorCode": row["major_code"],
        "name": row["major"],
        "courseCount": courses,
        "documentFile": document.group(1) if document else None,
    }
    if _NOT_THE_STANDARD in row["source"]:
        cells = "; ".join(row[name] for name in ("duration", "industries", "positions", "certificates_named"))
        report.add(row, cells, "read in a college's plan, not in the standard: carried with the plan only")
        fact = Fact(basis="OFFICIAL", sources=(sources.id_of("teaching.courses"),))
    else:
        values |= _read_on_page(row)
        fact = Fact(basis="OFFICIAL", sources=sources.by_address(row["source"]), note=_page_note(row))
    standard = seeds.node(SET, "TeachingStandard", values, fact)
    plain = Fact(basis="OFFICIAL", sources=(sources.id_of("teaching.courses"),))
    seeds.link(SET, "STANDARD_OF", (standard, f"Major:2021:{row['major_code']}"), plain)


def _read_on_page(row: TableRow) -> Mapping[str, PropertyValue]:
    return {
        "duration": row["duration"] or None,
        "industries": row.items("industries"),
        "positions": row.items("positions"),
        "certificatesNamed": [name for name in row.items("certificates_named") if name != _CUT],
    }


def _page_note(row: TableRow) -> str | None:
    if not row["duration"]:
        return None
    cut = "; the list of certificates is cut there" if _CUT in row["certificates_named"] else ""
    return f"duration, industries, positions and certificates as far as the second source shows them{cut}"


def _transform_course(course_name: CourseName, sources: Sources, seeds: Seeds, module: TableRow | None) -> None:
    row = course_name.row
    standard = f"TeachingStandard:2025:{row['major_code']}"
    fact = Fact(basis="OFFICIAL", sources=sources.by_address(row["source"]), note=course_name.note)
    values: dict[str, PropertyValue] = {
        "standardYear": 2025,
        "majorCode": row["major_code"],
        "sequence": int(row["seq"]),
        "name": course_name.name,
        "module": _MODULES[module["module"]] if module else None,
        "moduleBasis": module["module_basis"] if module else None,
        "nameAsRead": course_name.as_read,
    }
    course = seeds.node(SET, "Course", values, fact)
    seeds.link(SET, "HAS_COURSE", (standard, course), Fact(basis="OFFICIAL", sources=fact.sources))


def _transform_occupation_link(
    row: TableRow, sources: Sources, seeds: Seeds, report: Report, names: Mapping[str, tuple[str, str]]
) -> None:
    fact = Fact(basis="OFFICIAL", sources=sources.by_address(row["source"]))
    standard = f"TeachingStandard:2025:{row['major_code']}"
    code = row["occupation_code"]
    if code.count("-") < 3:
        seeds.link(SET, "PREPARES_FOR_GROUP", (standard, f"OccupationGroup:2022:{code}"), fact)
        return
    if code in CODES_OF_THE_DRAFT:
        node_id, note = CODES_OF_THE_DRAFT[code]
        report.add(row, code, note)
        seeds.link(SET, "PREPARES_FOR", (standard, node_id), fact.noting(note))
        return
    node_id = f"Occupation:2022:{code}"
    if node_id not in seeds.nodes:
        add_named_by_standard(row, code, names[code], seeds, report, fact=fact)
    seeds.link(SET, "PREPARES_FOR", (standard, node_id), fact)


def _name_certificate(row: TableRow, named: tuple[str, str], seeds: Seeds, report: Report, fact: Fact) -> None:
    """Write a certificate into the standard's list, and link it where the certificate is known."""
    major_code, name = named
    standard = f"TeachingStandard:2025:{major_code}"
    if name == _CUT:
        return
    values = seeds.values(standard)
    values["certificatesNamed"] = tuple(dict.fromkeys((*texts(values.get("certificatesNamed")), name)))
    values["sourceIds"] = tuple(dict.fromkeys((*texts(values["sourceIds"]), *fact.sources)))
    certificate = find_certificate(seeds, name)
    if certificate:
        seeds.link(SET, "NAMES_CERTIFICATE", (standard, certificate), fact)
    else:
        report.add(row, name, "named by the standard, but not among the certificates")

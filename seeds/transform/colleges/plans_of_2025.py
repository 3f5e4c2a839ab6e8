"""Transform the training plans of one college for those who entered in 2025, as far as their lines were kept."""

from collections import defaultdict

from seeds.transform.colleges.training_plans import add_line, add_plan, link_certificate, link_major
from seeds.transform.matching import EDUCATION_LEVELS, level_code
from seeds.transform.reference_tables import Fact, PropertyValue, Reference, Report, Seeds, TableRow, texts
from seeds.transform.sources import Sources

_COURSES = "additions/plans/sziit_2025_plan_courses.csv"
_CERTIFICATES = "additions/plans/sziit_2025_plan_certificates.csv"

_SOURCE = "plans.W1"
_TERMS = tuple(f"s{number}" for number in range(1, 9))


def transform_plans_of_2025(reference: Reference, sources: Sources, seeds: Seeds, report: Report) -> None:
    """Transform the lines, each plan with its first, and the certificates that the plans name."""
    fact = Fact(basis="REPORTED", sources=(sources.id_of(_SOURCE),))
    plans: dict[str, str] = {}
    for row in reference.rows(_COURSES):
        code = row["major_code"]
        if code not in plans:
            plans[code] = _add_plan(row, seeds, report, fact)
        add_line(plans[code], row["course"], _line(row), seeds, fact)
    named: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in reference.rows(_CERTIFICATES):
        named[plans[row["major_code"]], row["certificate"]].append(row["certificate_level"])
    for (plan, certificate), levels in named.items():
        _name(plan, certificate, levels, seeds, fact)


def _add_plan(row: TableRow, seeds: Seeds, report: Report, fact: Fact) -> str:
    plan = add_plan(row, row["college"], row["grade"], seeds, report, fact=fact)
    seeds.values(plan).update(educationLevel=EDUCATION_LEVELS[row["level"]], completeness="WITHOUT_PUBLIC_COURSES")
    link_major(row, plan, seeds, report, fact)
    return plan


def _line(row: TableRow) -> dict[str, PropertyValue]:
    return {
        "moduleText": row["module"] or None,
        "submoduleText": row["submodule"] or None,
        "credits": float(row["credits"]),
        "hours": int(row["hours"]),
        "theoryHours": int(row["theory"]) if row["theory"] else None,
        "practiceHours": int(row["practice"]) if row["practice"] else None,
        "semesterText": _terms(row),
        "courseCode": row["course_code"] or None,
        "examination": row["exam"] or None,
        "remark": row["remark"] or None,
    }


def _terms(row: TableRow) -> str | None:
    """Write the weekly hours of each term, or the one text that stands across the cells of all."""
    cells = {name: row[name] for name in _TERMS if row[name]}
    across = set(cells.values())
    weekly = "; ".join(f"{name[1:]}: {text}" for name, text in cells.items())
    written = across.pop() if len(across) == 1 and len(cells) > 1 and "学期" in weekly else weekly
    practice = f"practice: {row['practice_semester']}" if row["practice_semester"] else ""
    return "; ".join(filter(None, (written, practice))) or None


def _name(plan: str, certificate: str, levels: list[str], seeds: Seeds, fact: Fact) -> None:
    """Name a certificate once for a plan; of several levels the note has each."""
    values = seeds.values(plan)
    written = [f"{certificate}({level})" if level else certificate for level in levels]
    values["certificatesNamed"] = (*texts(values.get("certificatesNamed")), *written)
    only = level_code(levels[0]) if len(levels) == 1 else None
    note = f"levels: {'、'.join(filter(None, levels))}" if len(levels) > 1 else None
    link_certificate(plan, certificate, only, seeds, fact.noting(note))

"""Transform which majors a certificate suits."""

import re

from seeds.transform.catalogue.majors import add_older_major
from seeds.transform.matching import EDUCATION_LEVELS, find_certificate, find_major, level_code
from seeds.transform.reference_tables import Fact, Reference, Report, Seeds, TableRow
from seeds.transform.sources import Sources

SET = "certificates"

_STANDARD = "certificates.S4"
# How the file writes the kind of source that states it.
_RELATIONS = {
    "standard": "STANDARD",
    "national teaching standard": "TEACHING_STANDARD",
    "national teaching standard 2025": "TEACHING_STANDARD_2025",
    "national major profile 2022": "MAJOR_PROFILE_2022",
    "pilot practice": "PILOT_PRACTICE",
    "paper on the standard": "PAPER",
    "issuer note": "ISSUER_NOTE",
}
_EARLIER = "原版目录"
# A class of majors, or words for a group of them: no single major.
_NOT_A_MAJOR = re.compile("类|相关专业|原文")


def transform_certificate_majors(reference: Reference, sources: Sources, seeds: Seeds, report: Report) -> None:
    """Transform certificate_majors.csv."""
    rows = list(reference.rows("certificates/certificate_majors.csv"))
    # Rows with a printed or joined code first: a name that they give a code has it in the other rows as well.
    for row in sorted(rows, key=lambda row: not row["major_code"]):
        _transform_row(row, sources, seeds, report)


def _transform_row(row: TableRow, sources: Sources, seeds: Seeds, report: Report) -> None:
    ids = sources.by_ids(SET, row["source_ids"])
    basis = "OFFICIAL" if sources.id_of(_STANDARD) in ids else "REPORTED"
    major = _find(row, seeds, Fact(basis="REPORTED", sources=ids))
    certificate = find_certificate(seeds, row["certificate"])
    if certificate is None or major is None:
        report.add(row, f"{row['certificate']} {row['school_level']} {row['major']}", _reason(row))
        return
    link = Fact(basis=basis, sources=ids, note=row["note"] or None)
    seeds.link(
        SET, "SUITS", (certificate, major), link,
        certificateLevel=level_code(row["cert_level"]),
        relation=_RELATIONS[row["relation"]], nameAsWritten=row["major"],
    )  # fmt: skip


def _reason(row: TableRow) -> str:
    if _NOT_A_MAJOR.search(row["major"]):
        return "a class of majors or a group of them, not one major"
    if not row["school_level"]:
        return "the source names no level, so the name cannot be matched"
    return "no major of this name at this level in the edition of 2021"


def _find(row: TableRow, seeds: Seeds, fact: Fact) -> str | None:
    """Find the major: by its code; else by name in the earlier edition where the row says so; else in that of 2021."""
    name, level = row["major"], EDUCATION_LEVELS.get(row["school_level"])
    if level is None or _NOT_A_MAJOR.search(name):
        return None
    if level == "UNDERGRADUATE":
        return _undergraduate(row, seeds, fact)
    if row["catalogue"] == _EARLIER:
        return add_older_major(seeds, name, level, fact)
    if row["major_code"]:
        node_id = f"Major:2021:{row['major_code']}"
        return node_id if node_id in seeds.nodes else None
    return find_major(seeds, name, level)


def _undergraduate(row: TableRow, seeds: Seeds, fact: Fact) -> str:
    note = f"code {row['code_origin']}" if row["code_origin"] else None
    stated = fact.noting(note)
    return add_older_major(seeds, row["major"], "UNDERGRADUATE", stated, code=row["major_code"] or None)

"""Transform what colleges write of certificates: names that no list here has, and which majors take a certificate."""

from collections import defaultdict
from collections.abc import Sequence

from seeds.transform.certificates.certificates import SET
from seeds.transform.matching import CERTIFICATE_LEVELS, RANKS, level_code
from seeds.transform.reference_tables import Fact, PropertyValue, Reference, Report, Seeds, TableRow
from seeds.transform.sources import Sources

_CERTIFICATES = "additions/certificates_new.csv"
_STATEMENTS = "additions/certificate_majors_reported.csv"

_CODES = ("associate_code", "bachelor_code", "secondary_code")
_SOURCES = {"T1": "certificates.T1", "W1": "plans.W1"}

RELATION = "REPORTED_BY_COLLEGES"


def transform_reported_certificates(reference: Reference, sources: Sources, seeds: Seeds) -> None:
    """Transform certificates_new.csv: the issuer stays text, since no one checked what a college writes."""
    for row in reference.rows(_CERTIFICATES):
        cited = tuple(sources.id_of(_SOURCES[each]) for each in row.items("source", "|"))
        fact = Fact(basis="REPORTED", sources=cited)
        name = row["certificate"]
        levels = [CERTIFICATE_LEVELS[word] for word in row.items("levels_seen", "|")]
        values: dict[str, PropertyValue] = {
            "name": name,
            "isReportedByColleges": True,
            "issuersAsReported": row.items("issuer_as_reported", "|"),
            "levelsSeen": levels,
            "note": row["note"],
        }
        certificate = seeds.node(SET, "Certificate", values, fact)
        for code in levels:
            of_level: dict[str, PropertyValue] = {"certificateName": name, "level": code, "rank": RANKS[code]}
            level = seeds.node(SET, "CertificateLevel", of_level, fact)
            seeds.link(SET, "HAS_LEVEL", (certificate, level), fact)


def transform_reported_majors(reference: Reference, sources: Sources, seeds: Seeds, report: Report) -> None:
    """Transform certificate_majors_reported.csv: one link for a pair, with the number of statements behind it."""
    statements: dict[tuple[str, str], list[TableRow]] = defaultdict(list)
    for row in reference.rows(_STATEMENTS):
        certificate = f"Certificate:{row['certificate']}"
        codes = [row[each] for each in _CODES if row[each]]
        if seeds.values(certificate)["isReportedByColleges"] != (row["certificate_in_seeds"] == "no"):
            report.add(row, row["name_as_written"], f"written otherwise than {row['certificate']}: not tied to it")
        elif not codes:
            report.add(row, f"{row['certificate']} {row['major_as_written']}", "no code of a major of 2021")
        else:
            for code in codes:
                statements[certificate, f"Major:2021:{code}"].append(row)
    for ends, rows in statements.items():
        _link(ends, rows, sources, seeds)


def _link(ends: tuple[str, str], rows: Sequence[TableRow], sources: Sources, seeds: Seeds) -> None:
    """Link a certificate and a major; a link that another source states keeps what it says, and counts these."""
    known = seeds.links.get(("SUITS", *ends))
    if known:
        known[1]["collegeStatements"] = len(rows)
        return
    levels = {row["levels_as_written"] for row in rows}
    fact = Fact(basis="REPORTED", sources=(sources.id_of(_SOURCES["T1"]),), note=_note(rows))
    seeds.link(
        SET, "SUITS", ends, fact, relation=RELATION, collegeStatements=len(rows),
        certificateLevel=level_code(levels.pop()) if len(levels) == 1 else None,
        nameAsWritten="; ".join(dict.fromkeys(row["major_as_written"] for row in rows)),
    )  # fmt: skip


def _note(rows: Sequence[TableRow]) -> str:
    """Say how the statements write the certificate and its levels, and where they leave the diploma open."""
    written = "; ".join(dict.fromkeys(row["name_as_written"] for row in rows))
    levels = "; ".join(dict.fromkeys(row["levels_as_written"].replace("|", "、") for row in rows))
    is_open = any(sum(bool(row[each]) for each in _CODES) > 1 for row in rows)
    parts = (
        f"certificate as written: {written}",
        f"levels as written: {levels}" if levels else "",
        "a statement names no level of the diploma, and majors of several levels have the name" if is_open else "",
    )
    return "; ".join(part for part in parts if part)

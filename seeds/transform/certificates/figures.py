"""Transform published figures: pilots, statistics, and the fields that colleges report."""

from seeds.transform.certificates.certificates import ARTICLE, certificates_named
from seeds.transform.matching import bounds, date_span, find_province, plain_number
from seeds.transform.reference_tables import Fact, PropertyValue, Reference, Report, Seeds, TableRow
from seeds.transform.sources import Sources

_SCOPES = {"national": "NATIONAL", "province": "PROVINCE", "college": "COLLEGE", "event": "EVENT"}


def transform_published_figures(reference: Reference, sources: Sources, seeds: Seeds, report: Report) -> None:
    """Transform pilots.csv, credit_bank_facts.csv, major_facts.csv and reporting_fields.csv."""
    for number, row in enumerate(reference.rows("certificates/pilots.csv"), start=1):
        _transform_pilot(row, f"P{number:03}", sources, seeds, report)
    for number, row in enumerate(reference.rows("teaching/credit_bank_facts.csv"), start=1):
        _transform_statistic(row, f"credit-bank-{number:02}", "学分银行", sources, seeds)
    for number, row in enumerate(reference.rows("teaching/major_facts.csv"), start=1):
        _transform_statistic(row, f"majors-{number:02}", row["major"].strip("()"), sources, seeds)
    for row in reference.rows("teaching/reporting_fields.csv"):
        values: dict[str, PropertyValue] = {"table": row["table"], "sequence": int(row["seq"]), "name": row["field"]}
        fact = Fact(basis="REPORTED", sources=sources.by_address(row["source"]))
        seeds.node("rules", "ReportingField", values, fact)


def _transform_pilot(row: TableRow, code: str, sources: Sources, seeds: Seeds, report: Report) -> None:
    values: dict[str, PropertyValue] = {
        "code": code,
        "scope": _SCOPES[row["scope"]],
        "area": row["area"] or None,
        "institution": row["institution"] or None,
        "certificateText": row["certificate"] or None,
        "levelText": row["level"] or None,
        "date": row["date"] or None,
        **date_span("date", row["date"]),
        "metric": row["metric"],
        "value": plain_number(row["value"]),
        **bounds(row["value"]),
        "valueText": row["value"],
        "unit": row["unit"] or None,
        "note": row["note"] or None,
    }
    ids = sources.by_ids("certificates", row["source_id"])
    basis = "OFFICIAL" if sources.id_of(ARTICLE) in ids else "REPORTED"
    fact = Fact(basis=basis, sources=ids)
    record = seeds.node("certificates", "PilotRecord", values, fact)
    found = list(certificates_named(seeds, row["certificate"]))
    for certificate in found:
        seeds.link("certificates", "COUNTS_CERTIFICATE", (record, certificate), fact)
    if row["certificate"] and not found:
        report.add(row, row["certificate"], "names no single certificate; kept as written")
    province = find_province(seeds, row["area"])
    if province:
        seeds.link("certificates", "COUNTED_IN", (record, province), fact)
    elif row["area"] != "全国":
        report.add(row, row["area"] or "(no area)", "names no single province; kept as written")


def _transform_statistic(row: TableRow, code: str, subject: str, sources: Sources, seeds: Seeds) -> None:
    """Transform a figure; a value without a unit is a code or a list, and stays text."""
    values: dict[str, PropertyValue] = {
        "code": code,
        "subject": subject,
        "item": row["item"],
        "value": plain_number(row["value"]) if row["unit"] else None,
        **(bounds(row["value"]) if row["unit"] else {}),
        "valueText": row["value"],
        "unit": row["unit"] or None,
        "asOf": row["as_of"] or None,
        **date_span("asOf", row["as_of"]),
    }
    seeds.node("rules", "Statistic", values, Fact(basis="REPORTED", sources=sources.by_address(row["source"])))

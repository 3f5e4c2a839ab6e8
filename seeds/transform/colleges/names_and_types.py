"""Transform what was gathered of colleges later: the names they had before, and their types."""

from seeds.transform.reference_tables import Fact, Reference, Report, Seeds, TableRow, texts
from seeds.transform.sources import Sources

SET = "colleges"

# How the files of additions/ write a source, and its code.
_SOURCES = {"S(colleges)": "colleges.list2026", "G1": "colleges.eol", "T2": "colleges.doubleHigh2"}

# How colleges.eol writes the ownership that the list of 2026 calls otherwise.
_OWNERSHIP = {"中外合作办学": "合作办学"}


def transform_names_and_types(reference: Reference, sources: Sources, seeds: Seeds, report: Report) -> None:
    """Transform college_former_names.csv and college_types.csv."""
    for row in reference.rows("additions/college_former_names.csv"):
        _transform_former_name(row, sources, seeds)
    for row in reference.rows("additions/college_types.csv"):
        _transform_type(row, sources, seeds, report)


def _transform_former_name(row: TableRow, sources: Sources, seeds: Seeds) -> None:
    college = f"College:{row['college']}"
    # A name made up from the pattern of names is a judgement, whatever it rests on.
    basis = "EDITORIAL" if row["evidence"].startswith("inferred") else "REPORTED"
    cited = tuple(sources.id_of(_SOURCES[each]) for each in row.items("source", "|"))
    evidence = row["evidence"].replace("T2", _SOURCES["T2"])
    fact = Fact(basis=basis, sources=cited, note=f"evidence: {evidence}")
    values = {
        "collegeName": row["college"],
        "formerName": row["former_name"],
        "year": int(row["year_of_change"]) if row["year_of_change"] else None,
    }
    renaming = seeds.node(SET, "Renaming", values, fact)
    seeds.link(SET, "RENAMED_FROM", (college, renaming), fact.noting(None))
    known = seeds.values(college)
    known["formerNames"] = (*texts(known.get("formerNames")), row["former_name"])
    seeds.other_names.setdefault(row["former_name"], college)


def _transform_type(row: TableRow, sources: Sources, seeds: Seeds, report: Report) -> None:
    """Give a college its type; the list of 2026 says who owns it, and what the source has otherwise is noted."""
    college = f"College:{row['college']}"
    if college not in seeds.nodes:
        report.add(row, row["college"], "not a vocational college of the list of 2026")
        return
    values = seeds.values(college)
    values["type"] = row["type"] or None
    values["sourceIds"] = (*texts(values["sourceIds"]), sources.id_of(_SOURCES["G1"]))
    ownership = _OWNERSHIP.get(row["ownership"], row["ownership"])
    if ownership != values["ownership"]:
        note = f"{_SOURCES['G1']} has {ownership}"
        values["sourceNote"] = "; ".join(str(each) for each in (values["sourceNote"], note) if each)
        report.add(
            row, f"{row['college']} {ownership}", f"the list of 2026 has {values['ownership']}: noted at the college"
        )

"""Transform both rounds of the Double-High plan: the colleges of the lists, and their groups of majors."""

from collections.abc import Mapping

from seeds.transform.matching import find_major
from seeds.transform.reference_tables import Fact, PropertyValue, Reference, Report, Seeds, TableRow
from seeds.transform.sources import Sources

SET = "colleges"

_FIRST, _SECOND = "colleges/double_high.csv", "additions/double_high_round2.csv"
_GROUPS = "additions/double_high_round2_group_majors.csv"

# How the files of additions/ write a source, and its code.
_LIST, _REPORT, _PAGES = "colleges.doubleHigh2", "colleges.youzy2025", "colleges.doubleHigh2Groups"


def transform_double_high(reference: Reference, sources: Sources, seeds: Seeds, report: Report) -> None:
    """Transform the entries and the groups of both rounds."""
    for row in reference.rows(_FIRST):
        _transform_first(row, sources, seeds, report)
    kinds: dict[str, str] = {}
    for row in reference.rows(_SECOND):
        kinds[row["college"]] = row["kind"]
        _transform_second(row, sources, seeds, report)
    for row in reference.rows(_GROUPS):
        _transform_member(row, kinds[row["college"]], sources, seeds)


def _transform_first(row: TableRow, sources: Sources, seeds: Seeds, report: Report) -> None:
    fact = Fact(basis="REPORTED", sources=sources.by_address(row["source"]))
    college = f"College:{row['name_2026']}"
    standing: dict[str, PropertyValue] = {
        "collegeName": row["name_in_source"],
        "kind": row["kind"],
        "tier": row["tier"],
        "round": 1,
    }
    entry = seeds.node(SET, "DoubleHighEntry", standing, fact)
    if college in seeds.nodes:
        stated = fact.noting(f"name of 2019 tied to that of 2026 by: {row['name_match']}")
        seeds.link(SET, "SELECTED_IN", (college, entry), stated)
        seeds.other_names[row["name_in_source"]] = college
    else:
        report.add(row, row["name_in_source"], "no vocational college of 2026 has taken its place")
    for name in row.items("major_groups"):
        _transform_group(row, {**standing, "name": name}, college, seeds, report, fact=fact)


def _transform_group(
    row: TableRow, values: Mapping[str, PropertyValue], college: str, seeds: Seeds, report: Report, *, fact: Fact
) -> None:
    """Transform a group of the first round, known by the name of the major that leads it."""
    group = seeds.node(SET, "ProgrammeGroup", values, fact)
    if college in seeds.nodes:
        stated = fact.noting(f"name of 2019 tied to that of 2026 by: {row['name_match']}")
        seeds.link(SET, "HAS_PROGRAMME_GROUP", (college, group), stated)
    name = str(values["name"])
    major = find_major(seeds, name, "ASSOCIATE")
    if major:
        by_name = fact.noting("tied by name to the associate major of 2021")
        seeds.link(SET, "LED_BY", (group, major), by_name)
    else:
        report.add(row, name, "no associate major of 2021 has the name of the group")


def _transform_second(row: TableRow, sources: Sources, seeds: Seeds, report: Report) -> None:
    """Transform an entry of the second round; what speaks against it stays with it."""
    doubt = _doubt(row)
    codes = (_LIST, _REPORT) if row["confirmed_by"] or "Y1" in row["note"] else (_LIST,)
    named = f"the list names the group {row['group_named']}" if row["group_named"] else None
    fact = Fact(basis="REPORTED", sources=tuple(sources.id_of(each) for each in codes), note=named)
    values: dict[str, PropertyValue] = {"round": 2, "collegeName": row["college"], "kind": row["kind"], "doubt": doubt}
    entry = seeds.node(SET, "DoubleHighEntry", values, fact)
    if row["college_in_seeds"]:
        note = "" if row["college"] == row["college_in_seeds"] else f"named {row['college']} in the list"
        seeds.link(SET, "SELECTED_IN", (f"College:{row['college_in_seeds']}", entry), fact.noting(note or None))
    if doubt:
        report.add(row, row["college"], f"kept and marked: {doubt}")


def _doubt(row: TableRow) -> str | None:
    return row["note"].replace("Y1", _REPORT) or None


def _transform_member(row: TableRow, kind: str, sources: Sources, seeds: Seeds) -> None:
    """Transform a major of a group of the second round; the first row of a group makes it."""
    note = row["note"].replace("T2b", _PAGES) or None
    fact = Fact(basis="REPORTED", sources=(sources.id_of(_PAGES),))
    name = row["group_lead_name"]
    group = f"ProgrammeGroup:{row['college']}:{name}:2"
    if group not in seeds.nodes:
        values: dict[str, PropertyValue] = {"collegeName": row["college"], "name": name, "kind": kind, "round": 2}
        seeds.node(SET, "ProgrammeGroup", values, fact)
        seeds.link(SET, "HAS_PROGRAMME_GROUP", (f"College:{row['college_in_seeds']}", group), fact)
        lead = f"Major:2021:{row['group_lead_major']}"
        seeds.link(SET, "LED_BY", (group, lead), fact)
    seeds.link(SET, "HAS_MEMBER_MAJOR", (group, f"Major:2021:{row['member_major']}"), fact.noting(note))

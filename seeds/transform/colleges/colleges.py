"""Transform provinces, cities and colleges."""

import csv
from pathlib import Path

from seeds.transform.matching import EDUCATION_LEVELS
from seeds.transform.reference_tables import Fact, Reference, Report, Seeds, TableRow
from seeds.transform.sources import Sources

SET = "colleges"

# What is kept of a note that is otherwise a crawler's remark.
_NOTES = Path(__file__).with_name("college_notes.csv")

# Places under a province directly, below the prefecture level.
_COUNTY_LEVEL = frozenset({"济源市", "东方市"})

# In these the college's place is a district of the municipality, which is a province itself.
_MUNICIPALITIES = frozenset({"北京市", "天津市", "上海市", "重庆市"})


def transform_colleges(reference: Reference, sources: Sources, seeds: Seeds, report: Report) -> None:
    """Transform the tables of colleges/."""
    for row in reference.rows("colleges/provinces.csv"):
        _transform_province(row, sources, seeds)
    cities: dict[tuple[str, str], str] = {}
    for row in reference.rows("colleges/cities.csv"):
        cities[row["province"], row["name"]] = _transform_city(row, sources, seeds)
    provinces = {seeds.values(node_id)["name"]: node_id for node_id in seeds.ids("Province")}
    remarks, places = _crawler_remarks(reference), _other_places(reference)
    for row in reference.rows("colleges/colleges.csv"):
        college = _transform_college(row, sources, seeds)
        fact = _plain(row, sources)
        seeds.link(SET, "LOCATED_IN", (college, provinces[row["province"]]), fact)
        _link_city(row, college, cities, seeds, report, fact=fact)
        if row["name"] in remarks:
            _correct_note(row, college, remarks[row["name"]], seeds, report)
        if row["name"] in places:
            _correct_place(row, college, places[row["name"]], seeds, report)
    report.add_file(
        "colleges/colleges.csv", "double_high_groups", "the same groups as in double_high.csv, carried from there"
    )


def _plain(row: TableRow, sources: Sources) -> Fact:
    return Fact(basis="REPORTED", sources=sources.by_address(row["source"]))


def _transform_province(row: TableRow, sources: Sources, seeds: Seeds) -> None:
    values = {
        "code": row["gb2260"],
        "name": row["name"],
        "shortName": row["short_name"],
        "kind": row["type"],
        "region": row["region_digit_group"],
    }
    seeds.node(SET, "Province", values, Fact(basis="OFFICIAL", sources=sources.by_address(row["source"])))


def _transform_city(row: TableRow, sources: Sources, seeds: Seeds) -> str:
    fact = Fact(basis="OFFICIAL", sources=sources.by_address(row["source"]))
    city = seeds.node(SET, "City", {"code": row["gb2260"], "name": row["name"]}, fact)
    seeds.link(SET, "CITY_OF", (city, f"Province:{row['province_gb2260']}"), fact)
    return city


def _transform_college(row: TableRow, sources: Sources, seeds: Seeds) -> str:
    values = {
        "name": row["name"],
        "code": row["code"] or None,
        "educationLevel": EDUCATION_LEVELS[row["level"]],
        "ownership": row["private"],
        "authority": row["authority"] or None,
        "district": row["district"] or None,
        "website": row["website"] or None,
        "doubleHigh": row["double_high"] or None,
        "note": row["note"] or None,
        "codeBasis": row["code_basis"] or None,
    }
    ids = sources.by_address(row["source"])
    if row["double_high"]:
        ids = (*ids, sources.id_of("colleges.doubleHigh"))
    note = f"place as written: {row['city']}" if row["city"] else None
    return seeds.node(SET, "College", values, Fact(basis="REPORTED", sources=ids, note=note))


def _link_city(
    row: TableRow, college: str, cities: dict[tuple[str, str], str], seeds: Seeds, report: Report, *, fact: Fact
) -> None:
    city = cities.get((row["province"], row["city"]))
    if city:
        stated = fact.noting(f"city known by: {row['city_basis']}")
        seeds.link(SET, "SITUATED_IN", (college, city), stated)
        seeds.values(college)["sourceNote"] = None
    elif row["city"] in _MUNICIPALITIES:
        seeds.values(college)["sourceNote"] = None
    else:
        reason = "not a prefecture-level division" if row["city"] else "the sources give no city"
        report.add(row, f"{row['name']} {row['city']}".strip(), reason)


def _crawler_remarks(reference: Reference) -> dict[str, str]:
    """Give the colleges whose note holds a remark on a website and not on the college, with what is kept of it."""
    with _NOTES.open(encoding="utf-8", newline="") as opened:
        kept = {row["college"]: row["kept"] for row in csv.DictReader(opened)}
    rows = reference.rows("additions/college_note_scraps.csv")
    return {**dict.fromkeys((row["college"] for row in rows), ""), **kept}


def _correct_note(row: TableRow, college: str, kept: str, seeds: Seeds, report: Report) -> None:
    seeds.values(college)["note"] = kept or None
    done = f"kept: {kept}" if kept else "left out"
    report.add(row, f"{row['name']} {row['note']}", f"a remark on a website, not on the college: {done}")


def _other_places(reference: Reference) -> dict[str, TableRow]:
    return {row["college"]: row for row in reference.rows("additions/college_city_differences.csv")}


def _correct_place(row: TableRow, college: str, other: TableRow, seeds: Seeds, report: Report) -> None:
    """Where another source has the college elsewhere: note it; a county-level place has no city here."""
    (link,) = (key for key in seeds.links if key[0] == "SITUATED_IN" and key[1] == college)
    if other["city_elsewhere"] in _COUNTY_LEVEL:
        del seeds.links[link]
        seeds.values(college)["sourceNote"] = f"place: {other['city_elsewhere']}"
        report.add(
            row, f"{row['name']} {row['city']}", f"in {other['city_elsewhere']}, not a prefecture-level division"
        )
        return
    values = seeds.links[link][1]
    values["sourceNote"] = f"{values['sourceNote']}; colleges.eol has {other['city_elsewhere']}"
    report.add(row, f"{row['name']} {row['city']}", f"colleges.eol has {other['city_elsewhere']}: noted at the link")

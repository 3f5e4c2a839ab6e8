"""Carry provinces, cities, colleges and the Double-High groups of majors."""

from seeds.transform.matching import EDUCATION_LEVELS, find_major
from seeds.transform.reference_tables import Fact, Reference, Report, Row, Seeds
from seeds.transform.sources import Sources

SET = "colleges"

# In these the college's place is a district of the municipality, which is a province itself.
_MUNICIPALITIES = frozenset({"北京市", "天津市", "上海市", "重庆市"})


def carry_colleges(reference: Reference, sources: Sources, seeds: Seeds, report: Report) -> None:
    """Carry the tables of colleges/."""
    for row in reference.rows("colleges/provinces.csv"):
        _carry_province(row, sources, seeds)
    cities: dict[tuple[str, str], str] = {}
    for row in reference.rows("colleges/cities.csv"):
        cities[row["province"], row["name"]] = _carry_city(row, sources, seeds)
    provinces = {seeds.values(node_id)["name"]: node_id for node_id in seeds.ids("Province")}
    for row in reference.rows("colleges/colleges.csv"):
        college = _carry_college(row, sources, seeds)
        fact = _plain(row, sources)
        seeds.link(SET, "LOCATED_IN", (college, provinces[row["province"]]), fact)
        _link_city(row, college, cities, seeds, report, fact=fact)
    for row in reference.rows("colleges/double_high.csv"):
        for name in row.items("major_groups"):
            _carry_group(row, name, sources, seeds, report)
    report.add_file(
        "colleges/colleges.csv", "double_high_groups", "the same groups as in double_high.csv, carried from there"
    )


def _plain(row: Row, sources: Sources) -> Fact:
    return Fact(basis="REPORTED", sources=sources.by_address(row["source"]))


def _carry_province(row: Row, sources: Sources, seeds: Seeds) -> None:
    values = {
        "code": row["gb2260"],
        "name": row["name"],
        "shortName": row["short_name"],
        "kind": row["type"],
        "region": row["region_digit_group"],
    }
    seeds.node(SET, "Province", values, Fact(basis="OFFICIAL", sources=sources.by_address(row["source"])))


def _carry_city(row: Row, sources: Sources, seeds: Seeds) -> str:
    fact = Fact(basis="OFFICIAL", sources=sources.by_address(row["source"]))
    city = seeds.node(SET, "City", {"code": row["gb2260"], "name": row["name"]}, fact)
    seeds.link(SET, "CITY_OF", (city, f"Province:{row['province_gb2260']}"), fact)
    return city


def _carry_college(row: Row, sources: Sources, seeds: Seeds) -> str:
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
    row: Row, college: str, cities: dict[tuple[str, str], str], seeds: Seeds, report: Report, *, fact: Fact
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


def _carry_group(row: Row, name: str, sources: Sources, seeds: Seeds, report: Report) -> None:
    fact = _plain(row, sources)
    values = {
        "collegeName": row["name_in_source"],
        "name": name,
        "kind": row["kind"],
        "tier": row["tier"],
        "round": row["round"],
    }
    group = seeds.node(SET, "ProgrammeGroup", values, fact)
    college = f"College:{row['name_2026']}"
    if college in seeds.nodes:
        stated = Fact(
            basis=fact.basis, sources=fact.sources, note=f"name of 2019 tied to that of 2026 by: {row['name_match']}"
        )
        seeds.link(SET, "HAS_PROGRAMME_GROUP", (college, group), stated)
        seeds.other_names[row["name_in_source"]] = college
    else:
        report.add(row, row["name_in_source"], "no vocational college of 2026 has taken its place")
    major = find_major(seeds, name, "ASSOCIATE")
    if major:
        by_name = Fact(basis="REPORTED", sources=fact.sources, note="tied by name to the associate major of 2021")
        seeds.link(SET, "LED_BY", (group, major), by_name)
    else:
        report.add(row, name, "no associate major of 2021 has the name of the group")

"""Transform the catalogue of majors: editions, categories, classes, majors, lineage."""

import re
from collections.abc import Iterator

from seeds.transform.matching import EARLIER_EDITIONS, EDUCATION_LEVELS
from seeds.transform.reference_tables import Fact, PropertyValue, Reference, Report, Seeds, TableRow
from seeds.transform.sources import Sources

SET = "catalogue"

# Name, basis and source of each edition. Only the first is the title as printed; the others describe what is meant.
_EDITIONS = {
    "2021": ("职业教育专业目录（2021年）", "OFFICIAL", "catalogue.S1"),
    "2015": ("高职专科专业目录（2015年）及增补", "REPORTED", "catalogue.P5"),
    "2004": ("高职高专专业目录（2004年）", "REPORTED", "catalogue.P5"),
    "before-2021": ("中职专业目录（2021年之前，版次未说明）", "REPORTED", "catalogue.P6"),
    "undergraduate-2025": ("普通高等学校本科专业目录（2025年）", "REPORTED", "catalogue.X1"),
    "undergraduate": ("普通高等学校本科专业目录（版次未说明）", "REPORTED", "certificates.S4"),
}

_LEVEL_SUFFIXES = {"secondaryCode": "secondary", "associateCode": "specialist", "bachelorCode": "bachelor"}

_LEVEL_CODES = {"SECONDARY": "secondaryCode", "ASSOCIATE": "associateCode", "BACHELOR": "bachelorCode"}

# Where the lineage names a predecessor's catalogue: its edition, and the level of its majors.
_OLD_CATALOGUES = {
    "高职专科2015": ("2015", "ASSOCIATE"),
    "高职高专2004": ("2004", "ASSOCIATE"),
    "中职(2021前)": ("before-2021", "SECONDARY"),
}


def transform_catalogue(reference: Reference, sources: Sources, seeds: Seeds, report: Report) -> None:
    """Transform the tables of catalogue/."""
    for edition, (name, basis, code) in _EDITIONS.items():
        fact = Fact(basis=basis, sources=(sources.id_of(code),))
        seeds.node(SET, "Catalogue", {"edition": edition, "name": name}, fact)
    _transform_classes(reference, sources, seeds)
    news = _news_of_2021(reference)
    for row in reference.rows("catalogue/majors.csv"):
        _transform_major(row, sources, seeds, news.get(row["code"]))
    for row in reference.rows("catalogue/lineage.csv"):
        _transform_lineage(row, sources, seeds, report)
    for row in reference.rows("catalogue/additions_uncoded.csv"):
        reason = "a later addition without a code, and most without a level: not among the 1,455 majors"
        report.add(row, row["name"], reason)


def add_older_major(seeds: Seeds, name: str, level: str, fact: Fact, *, code: str | None = None) -> str:
    """Make the major of the edition before 2021 with this name, unless it is there; give its id.

    A major that lineage or another row already made is found by its name; a code is taken as the source prints it.
    """
    edition = EARLIER_EDITIONS[level]
    for node_id in seeds.ids("Major"):
        values = seeds.values(node_id)
        if values["edition"] == edition and values["name"] == name and code in (None, values["code"]):
            return node_id
    return _add_old(seeds, (edition, level), (code, name), fact)


def _transform_classes(reference: Reference, sources: Sources, seeds: Seeds) -> None:
    fact = Fact(basis="OFFICIAL", sources=(sources.id_of("catalogue.S1"),))
    for row in reference.rows("catalogue/classes.csv"):
        category = f"MajorCategory:2021:{row['category_name']}"
        if category not in seeds.nodes:
            seeds.node(SET, "MajorCategory", _class_values(row, "category"), fact)
            seeds.link(SET, "PART_OF_CATALOGUE", (category, "Catalogue:2021"), fact)
        major_class = seeds.node(SET, "MajorClass", _class_values(row, "class"), fact)
        seeds.link(SET, "PART_OF_CATEGORY", (major_class, category), fact)


def _class_values(row: TableRow, kind: str) -> dict[str, str | None]:
    codes = {name: row[f"{kind}_code_{suffix}"] or None for name, suffix in _LEVEL_SUFFIXES.items()}
    return {"edition": "2021", "name": row[f"{kind}_name"], **codes}


def _news_of_2021(reference: Reference) -> dict[str, str]:
    """Give the majors that a source calls new in the base edition, by code, with a note that says so."""
    rows = (row for row in reference.rows("catalogue/lineage.csv") if row["relation"] == "新增")
    return {row["new_code"]: f"{row['source']} calls it new in the edition of 2021 (新增)" for row in rows}


def _transform_major(row: TableRow, sources: Sources, seeds: Seeds, note: str | None) -> None:
    first, last = _years(row["catalogue_year"])
    fact = Fact(basis="OFFICIAL", sources=sources.by_ids(SET, row["source"]), note=note)
    values: dict[str, PropertyValue] = {
        "edition": "2021",
        "code": row["code"],
        "name": row["name"],
        "educationLevel": EDUCATION_LEVELS[row["level"]],
        "isStateControlled": row["code"].endswith("K"),
        "addedNotBefore": first,
        "addedNotAfter": last,
    }
    major = seeds.node(SET, "Major", values, fact)
    plain = Fact(basis="OFFICIAL", sources=fact.sources)
    seeds.link(SET, "LISTED_IN", (major, "Catalogue:2021"), plain)
    major_class = f"MajorClass:2021:{row['class_name']}"
    seeds.link(SET, "PART_OF_CLASS", (major, major_class), plain)
    _complete_class(seeds.values(major_class), row)


def _complete_class(values: dict[str, PropertyValue], row: TableRow) -> None:
    """Give a class the code of a level that has majors in it only since a supplement."""
    name = _LEVEL_CODES[EDUCATION_LEVELS[row["level"]]]
    if values[name] is None:
        values[name] = row["class_code"]
        values["sourceNote"] = f"{name} read from the additions after 2021"


def _years(text: str) -> tuple[int | None, int | None]:
    """Read the year of the supplement: ``2021`` is the base edition and gives nulls."""
    if text == "2021":
        return None, None
    first, _, last = text.partition("-")
    return int(first), int(last or first)


def _transform_lineage(row: TableRow, sources: Sources, seeds: Seeds, report: Report) -> None:
    if row["relation"].startswith("新增"):
        _check_addition(row, seeds, report)
        return
    fact = Fact(basis="REPORTED", sources=sources.by_ids(SET, row["source"]))
    old = _old_major(seeds, _OLD_CATALOGUES[row["old_catalogue"]], (row["old_code"] or None, row["old_name"]), fact)
    new = _successor(row, seeds, fact)
    if new is None:
        report.add(row, row["new_name"], "successor not found in its edition")
        return
    seeds.link(SET, "REPLACED_BY", (old, new), fact, change=row["relation"])


def _check_addition(row: TableRow, seeds: Seeds, report: Report) -> None:
    """Report an addition whose year differs from that of majors.csv; else the row says nothing new."""
    year = "".join(re.findall(r"[\d-]+", row["relation"]))
    values = seeds.values(f"Major:2021:{row['new_code']}")
    if year and _years(year) != (values["addedNotBefore"], values["addedNotAfter"]):
        report.add(row, row["relation"], "differs from catalogue_year in majors.csv, which is kept")


def _successor(row: TableRow, seeds: Seeds, fact: Fact) -> str | None:
    if row["new_catalogue"] in _OLD_CATALOGUES:
        return _old_major(seeds, _OLD_CATALOGUES[row["new_catalogue"]], (row["new_code"], row["new_name"]), fact)
    node_id = f"Major:2021:{row['new_code']}"
    return node_id if node_id in seeds.nodes else None


def _old_major(seeds: Seeds, where: tuple[str, str], named: tuple[str | None, str], fact: Fact) -> str:
    found = next(_with_code_or_name(seeds, where[0], named), None)
    return found or _add_old(seeds, where, named, fact)


def _with_code_or_name(seeds: Seeds, edition: str, named: tuple[str | None, str]) -> Iterator[str]:
    for node_id in seeds.ids("Major"):
        values = seeds.values(node_id)
        if values["edition"] == edition and (values["code"], values["name"]) == named:
            yield node_id


def _add_old(seeds: Seeds, where: tuple[str, str], named: tuple[str | None, str], fact: Fact) -> str:
    edition, level = where
    values: dict[str, PropertyValue] = {
        "edition": edition,
        "code": named[0],
        "name": named[1],
        "educationLevel": level,
        "isStateControlled": bool(named[0] and named[0].endswith("K")),
    }
    major = seeds.node(SET, "Major", values, fact)
    seeds.link(SET, "LISTED_IN", (major, f"Catalogue:{edition}"), fact.noting(None))
    return major

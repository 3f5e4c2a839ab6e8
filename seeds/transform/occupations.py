"""Carry the classification of occupations of 2022 and the skill standards that go with it."""

from collections import defaultdict

from seeds.transform.reference_tables import Fact, Reference, Report, Row, Seeds, Value, texts
from seeds.transform.sources import Sources

SET = "teaching"

_EDITION = 2022
_RANKS = ("MAJOR", "MIDDLE", "MINOR")
# The columns of occupations_2022.csv that hold a group's code and name, from the top.
_COLUMNS = (("class_code", "class_name"), ("middle_code", "middle_name"), ("group_code", "group_name"))


def carry_occupations(reference: Reference, sources: Sources, seeds: Seeds, report: Report) -> None:
    """Carry the groups of three ranks and the occupations of the table of 2022, then the groups it does not name."""
    for row in reference.rows("teaching/occupations_2022.csv"):
        fact = Fact(basis="OFFICIAL", sources=sources.by_address(row["source"]))
        for code_column, name_column in _COLUMNS:
            _add_group(seeds, row[code_column], row[name_column], fact)
        _carry_occupation(row, seeds, fact)
    for row in reference.rows("teaching/occupation_groups.csv"):
        fact = Fact(basis="REPORTED", sources=sources.by_address(row["source"]))
        _carry_other_group(row, seeds, fact)
    _report_columns(report)


def carry_skill_standards(reference: Reference, sources: Sources, seeds: Seeds, report: Report) -> None:
    """Give the occupations the titles, editions and work functions of their national skill standards."""
    by_code: dict[str, list[Row]] = defaultdict(list)
    for row in reference.rows("teaching/occupations.csv"):
        node_id = f"Occupation:{_EDITION}:{row['code']}"
        if row["basis"] != "national_skill_standard":
            _check_page_name(row, seeds, report)
        elif node_id in seeds.nodes:
            by_code[node_id].append(row)
        else:
            report.add(row, f"{row['code']} {row['name']}", "the code is not in the table of 2022: an older edition's")
    for node_id, rows in by_code.items():
        _add_skill_standards(node_id, rows, sources, seeds, report)


def _add_group(seeds: Seeds, code: str, name: str | None, fact: Fact) -> None:
    values: dict[str, Value] = {"edition": _EDITION, "code": code, "name": name, "rank": _RANKS[code.count("-")]}
    if f"OccupationGroup:{_EDITION}:{code}" in seeds.nodes:
        return
    group = seeds.node(SET, "OccupationGroup", values, fact)
    if "-" in code:
        parent = f"OccupationGroup:{_EDITION}:{code.rpartition('-')[0]}"
        seeds.link(SET, "PART_OF_GROUP", (group, parent), fact.noting(None))


def _carry_occupation(row: Row, seeds: Seeds, fact: Fact) -> None:
    values: dict[str, Value] = {
        "edition": _EDITION,
        "code": row["code"],
        "name": row["name"],
        "isGreen": row["green"] == "1",
        "isDigital": row["digital"] == "1",
    }
    occupation = seeds.node(SET, "Occupation", values, fact)
    seeds.link(SET, "IN_GROUP", (occupation, f"OccupationGroup:{_EDITION}:{row['group_code']}"), fact)


def _carry_other_group(row: Row, seeds: Seeds, fact: Fact) -> None:
    """Add a group that the table of 2022 lacks; where it has one of another name, keep that and note the other."""
    code = row["group_code"]
    node_id = f"OccupationGroup:{_EDITION}:{code}"
    if node_id not in seeds.nodes:
        major, middle = code.split("-")[0], code.rpartition("-")[0]
        _add_group(seeds, major, row["major_class"], fact)
        _add_group(seeds, middle, None, fact)
        _add_group(seeds, code, row["group_name"], fact)
    elif seeds.values(node_id)["name"] != row["group_name"]:
        seeds.values(node_id)["sourceNote"] = f"{fact.sources[0].removeprefix('Source:')} reads {row['group_name']}"


def _check_page_name(row: Row, seeds: Seeds, report: Report) -> None:
    node_id = f"Occupation:{_EDITION}:{row['code']}"
    if node_id not in seeds.nodes or seeds.values(node_id)["name"] != row["name"]:
        report.add(row, f"{row['code']} {row['name']}", "a page names the code otherwise than the table of 2022")


def _add_skill_standards(node_id: str, rows: list[Row], sources: Sources, seeds: Seeds, report: Report) -> None:
    """Join the standards of one code: those of the occupation's own name where there are any, else all of them."""
    values = seeds.values(node_id)
    own = [row for row in rows if row["name"] == values.get("name")]
    chosen = own or rows
    for row in (each for each in rows if each not in chosen):
        report.add(row, f"{row['code']} {_title(row)}", "another standard of this code has the occupation's own name")
    values["skillStandardName"] = "; ".join(dict.fromkeys(_title(row) for row in chosen))
    values["skillStandardEdition"] = "; ".join(dict.fromkeys(row["standard_edition"] for row in chosen)) or None
    values["workFunctions"] = tuple(dict.fromkeys(each for row in chosen for each in row.items("work_functions")))
    more = tuple(each for row in chosen for each in sources.by_address(row["source"]))
    values["sourceIds"] = tuple(dict.fromkeys((*texts(values["sourceIds"]), *more)))
    if not own:
        note = "the skill standard of this code has another title: it may follow an older edition of the codes"
        before = values.get("sourceNote")
        values["sourceNote"] = f"{before}; {note}" if before else note


def _title(row: Row) -> str:
    return f"{row['name']}（{row['variant']}）" if row["variant"] else row["name"]


def _report_columns(report: Report) -> None:
    file = "teaching/occupation_groups.csv"
    report.add_file(file, "occupation_titles_in_source", "titles without codes: no occupation can be keyed by them")
    report.add_file(
        file, "middle_class", "garbled by text recognition: names of middle groups come from the table of 2022"
    )
    reason = "may contain a stray level from the parse (SOURCES.md of the folder)"
    report.add_file("teaching/occupations.csv", "levels", reason)
    reason = "a name beside a code; the names come from the table of 2022, and the inferred ones stay out"
    report.add_file("teaching/standard_occupations.csv", "occupation_name", reason)

"""Transform the national occupational standards: work functions with weights by grade."""

from collections import defaultdict

from seeds.transform.matching import without_remark
from seeds.transform.reference_tables import Fact, PropertyValue, Reference, Report, Seeds, TableRow
from seeds.transform.sources import Sources

SET = "teaching"

_FILE = "additions/occupational_skill_functions.csv"
_SOURCE = "teaching.K1"


def transform_work_functions(reference: Reference, sources: Sources, seeds: Seeds, report: Report) -> None:
    """Transform occupational_skill_functions.csv, a standard at a time."""
    standards: dict[tuple[str, str, str], list[TableRow]] = defaultdict(list)
    for row in reference.rows(_FILE):
        standards[row["occupation_code"], row["occupation_standard"], row["edition"]].append(row)
    fact = Fact(basis="REPORTED", sources=(sources.id_of(_SOURCE),))
    by_name = _occupations_by_name(seeds)
    for rows in standards.values():
        standard = _transform_standard(rows, seeds, fact)
        _join(rows[0], standard, by_name, seeds, report, fact=fact)


def _transform_standard(rows: list[TableRow], seeds: Seeds, fact: Fact) -> str:
    first = rows[0]
    key: dict[str, PropertyValue] = {"occupationCode": first["occupation_code"], "edition": int(first["edition"])}
    values = {**key, "name": first["occupation_standard"]}
    standard = seeds.node(SET, "OccupationalStandard", values, fact.noting(first["note"] or None))
    places: dict[str, int] = defaultdict(int)
    for row in rows:
        places[row["grade"]] += 1
        of_function = {
            **key,
            "standardName": row["occupation_standard"],
            "grade": f"GRADE_{row['grade']}",
            "sequence": places[row["grade"]],
            "name": row["work_function"],
            "weight": float(row["skill_weight_percent"]),
        }
        function = seeds.node(SET, "WorkFunction", of_function, fact)
        seeds.link(SET, "HAS_WORK_FUNCTION", (standard, function), fact)
    return standard


def _occupations_by_name(seeds: Seeds) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for node_id in seeds.ids("Occupation"):
        found[str(seeds.values(node_id)["name"])].append(node_id)
    return found


def _join(
    row: TableRow, standard: str, by_name: dict[str, list[str]], seeds: Seeds, report: Report, *, fact: Fact
) -> None:
    """Join the occupation of the same code and name; else of the name alone, since codes changed with the editions."""
    title = row["occupation_standard"]
    names = (title, without_remark(title), title.partition("）")[2])
    by_code = f"Occupation:2022:{row['occupation_code']}"
    if by_code in seeds.nodes and seeds.values(by_code)["name"] in names:
        seeds.link(SET, "STANDARD_OF_OCCUPATION", (standard, by_code), fact)
        return
    named = next((by_name[each] for each in names if each in by_name), [])
    if len(named) == 1:
        note = f"by its name; the standard prints the code {row['occupation_code']}"
        seeds.link(SET, "STANDARD_OF_OCCUPATION", (standard, named[0]), fact.noting(note))
    else:
        report.add(row, f"{row['occupation_code']} {title}", "no one occupation of 2022 has this name: not joined")

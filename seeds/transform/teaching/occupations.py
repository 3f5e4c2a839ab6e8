"""Transform the classification of occupations of 2022 and the skill standards that go with it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from seeds.transform.reference_tables import Fact, PropertyValue, Reference, Report, Seeds, TableRow, texts
from seeds.transform.sources import Sources

SET = "teaching"

_EDITION = 2022
_RANKS = ("MAJOR", "MIDDLE", "MINOR")
# The columns of occupations_2022.csv that hold a group's code and name, from the top.
_COLUMNS = (("class_code", "class_name"), ("middle_code", "middle_name"), ("group_code", "group_name"))


# What a standard names by the code of the printed book, and the table of 2022 has under another.
CODES_OF_THE_DRAFT = {
    "4-04-04-07": (
        "Occupation:2022:4-04-04-06",
        "4-04-04-07 there; 密码技术应用员 is the seventh title of its group in the printed book, and 06 in the draft",
    )
}

_PRINTED = "teaching.groups"
_PRINTED_NOTE = "as in the printed book; {} in the table published for comment"


@dataclass(frozen=True, slots=True)
class _Book:
    """The printed classification as far as it could be read: what it has otherwise than the draft, and its titles."""

    # From the code of the draft to the code and the name of the book, groups and occupations alike.
    other: Mapping[str, tuple[str, str]]
    titles: Mapping[str, Sequence[str]]

    @classmethod
    def read(cls, reference: Reference) -> Self:
        renamed = reference.rows("additions/occupations_2022_renamed.csv")
        groups = reference.rows("teaching/occupation_groups.csv")
        return cls(
            {row["code_in_graph"]: (row["code_in_book"], row["name_in_book"]) for row in renamed},
            {row["group_code"]: row.items("occupation_titles_in_source") for row in groups},
        )


def transform_occupations(reference: Reference, sources: Sources, seeds: Seeds, report: Report) -> None:
    """Transform the groups of three ranks and the occupations of the table of 2022, then those it does not name."""
    book = _Book.read(reference)
    printed = Fact(basis="REPORTED", sources=(sources.id_of(_PRINTED),))
    for row in reference.rows("teaching/occupations_2022.csv"):
        fact = Fact(basis="OFFICIAL", sources=sources.by_address(row["source"]))
        for code_column, name_column in _COLUMNS:
            _add_group(seeds, row[code_column], row[name_column], fact, book=book, printed=printed)
        _transform_occupation(row, book, seeds, fact, printed=printed)
    for row in reference.rows("teaching/occupation_groups.csv"):
        _transform_other_group(row, seeds, printed)
    elsewhere = {name for _, name in book.other.values()}
    codes = {row["occupation_code"] for row in reference.rows("teaching/standard_occupations.csv")}
    for row in reference.rows("additions/occupations_2022_missing.csv"):
        if row["occupation"] in elsewhere or row["code_inferred"] in codes:
            report.add(row, row["occupation"], "carried under its code, or the code that a standard names")
        else:
            _transform_missing(row, seeds, printed)
    _report_columns(report)


def names_of_codes(reference: Reference) -> dict[str, tuple[str, str]]:
    """Give names for codes that the table of 2022 lacks, each with where it is from."""
    missing = reference.rows("additions/occupations_2022_missing.csv")
    found = {row["code_inferred"]: (row["occupation"], f"the name: {row['code_basis']}") for row in missing}
    for row in reference.rows("teaching/occupations.csv"):
        note = f"the name: that of the national skill standard of {row['standard_edition']} with this code"
        found.setdefault(row["code"], (row["name"], note))
    return found


def add_named_by_standard(
    row: TableRow, code: str, named: tuple[str, str], seeds: Seeds, report: Report, *, fact: Fact
) -> None:
    """Add an occupation whose code only a teaching standard shows; a name without a code gives way to it."""
    name, note = named
    report.add(row, f"{code} {name}", f"named by a teaching standard; not in the table of 2022; {note}")
    printed = "inferred" in note
    text = "PRINTED" if printed else "STANDARD"
    values: dict[str, PropertyValue] = {"edition": _EDITION, "code": code, "name": name, "standsIn": text}
    occupation = seeds.node(SET, "Occupation", values, Fact(basis="REPORTED", sources=fact.sources, note=note))
    group = f"OccupationGroup:{_EDITION}:{code.rpartition('-')[0]}"
    seeds.link(SET, "IN_GROUP", (occupation, group), Fact(basis="REPORTED", sources=fact.sources, note="by its code"))


def transform_occupational_standards(reference: Reference, sources: Sources, seeds: Seeds, report: Report) -> None:
    """Give the occupations the titles, editions and work functions of their national skill standards."""
    by_code: dict[str, list[TableRow]] = defaultdict(list)
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


def _add_group(
    seeds: Seeds, code: str, name: str, fact: Fact, *, book: _Book | None = None, printed: Fact | None = None
) -> None:
    if book and printed and code in book.other:
        fact = printed.noting(_PRINTED_NOTE.format(f"{code} {name}"))
        code, name = book.other[code]
    if f"OccupationGroup:{_EDITION}:{code}" in seeds.nodes:
        return
    values: dict[str, PropertyValue] = {
        "edition": _EDITION,
        "code": code,
        "name": name,
        "rank": _RANKS[code.count("-")],
    }
    group = seeds.node(SET, "OccupationGroup", values, fact)
    if "-" in code:
        parent = f"OccupationGroup:{_EDITION}:{code.rpartition('-')[0]}"
        seeds.link(SET, "PART_OF_GROUP", (group, parent), fact.noting(None))


def _transform_occupation(row: TableRow, book: _Book, seeds: Seeds, fact: Fact, *, printed: Fact) -> None:
    """Transform an occupation as the book prints it; a mark that the transcription left at the name is a mark."""
    name, marks = row["name"].rstrip("LS"), row["name"][len(row["name"].rstrip("LS")) :]
    code = row["code"]
    if code in book.other:
        fact = printed.noting(_PRINTED_NOTE.format(f"{code} {name}"))
        code, name = book.other[code]
    group = code.rpartition("-")[0]
    values: dict[str, PropertyValue] = {
        "edition": _EDITION,
        "code": code,
        "name": name,
        "standsIn": "PRINTED" if name in book.titles[group] else "DRAFT",
        "isGreen": row["green"] == "1" or "L" in marks,
        "isDigital": row["digital"] == "1" or "S" in marks,
    }
    occupation = seeds.node(SET, "Occupation", values, fact)
    seeds.link(SET, "IN_GROUP", (occupation, f"OccupationGroup:{_EDITION}:{group}"), fact.noting(None))


def _transform_other_group(row: TableRow, seeds: Seeds, printed: Fact) -> None:
    """Add a group that the table of 2022 lacks; where it has one of another name, keep that and note the other."""
    code = row["group_code"]
    node_id = f"OccupationGroup:{_EDITION}:{code}"
    if node_id not in seeds.nodes:
        major, middle = code.split("-")[0], code.rpartition("-")[0]
        _add_group(seeds, major, row["major_class"], printed)
        # The rest of a class (大类) is one middle group with one minor group of the same name.
        _add_group(seeds, middle, row["group_name"] if middle.endswith("99") else row["middle_class"], printed)
        _add_group(seeds, code, row["group_name"], printed)
    elif seeds.values(node_id)["name"] != row["group_name"]:
        seeds.values(node_id)["sourceNote"] = f"{_PRINTED} reads {row['group_name']}"


def _transform_missing(row: TableRow, seeds: Seeds, printed: Fact) -> None:
    """Transform an occupation of the printed book that the table of 2022 lacks; the source shows no code of it."""
    group = f"OccupationGroup:{_EDITION}:{row['group_code']}"
    inferred = f"{row['code_basis']}: {row['code_inferred']}" if row["code_inferred"] else row["code_basis"]
    values: dict[str, PropertyValue] = {"edition": _EDITION, "name": row["occupation"], "standsIn": "PRINTED"}
    occupation = seeds.node(SET, "Occupation", values, printed.noting(inferred))
    seeds.link(SET, "IN_GROUP", (occupation, group), printed)


def _check_page_name(row: TableRow, seeds: Seeds, report: Report) -> None:
    node_id = f"Occupation:{_EDITION}:{row['code']}"
    if node_id not in seeds.nodes or seeds.values(node_id)["name"] != row["name"]:
        report.add(row, f"{row['code']} {row['name']}", "a page names the code otherwise than the table of 2022")


def _add_skill_standards(node_id: str, rows: list[TableRow], sources: Sources, seeds: Seeds, report: Report) -> None:
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


def _title(row: TableRow) -> str:
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

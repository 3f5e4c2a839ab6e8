"""The courses of the standards as they are carried: clean names, and those that a look at the document put right."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from seeds.transform.reference_tables import Reference, Report, TableRow

# Each names the rows of one standard, from ``first`` to ``last``, that are one course of this name, or none.
CORRECTIONS = Path(__file__).with_name("course_corrections.csv")

_FILE = "teaching/standard_courses_all.csv"
_FLAGS = {
    "page_number_removed": "page number removed from the name",
    "leading_digit_restored": "leading digit restored",
    "doubled_cut": "a doubled piece cut off",
    "cut_at_circled_number": "cut at a circled number",
    "trailing_digit_removed": "trailing digit removed",
}


@dataclass(frozen=True, slots=True)
class CourseName:
    """A course of a standard: the row that it begins at, its name, the name as it was read, and what was done."""

    row: TableRow
    name: str
    as_read: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class _Correction:
    last: int
    name: str
    reason: str


def course_names(reference: Reference, report: Report) -> Iterator[CourseName]:
    """Give the courses in the order of the source; what is corrected or left out is reported, row by row."""
    corrections = _corrections()
    by_standard: dict[str, list[TableRow]] = defaultdict(list)
    for row in reference.rows(_FILE):
        by_standard[row["major_code"]].append(row)
    for code, rows in by_standard.items():
        waiting = iter(rows)
        for row in waiting:
            found = corrections.pop((code, int(row["seq"])), None)
            if found:
                more = [next(waiting) for _ in range(found.last - int(row["seq"]))]
                yield from _corrected(found, [row, *more], report)
            elif "suspect" in row["clean_flag"]:
                report.add(row, row["course"], "clean_flag says suspect")
            else:
                yield CourseName(row, row["course"], row["raw_if_changed"] or None, _FLAGS.get(row["clean_flag"]))
    if corrections:
        raise ValueError(f"{CORRECTIONS.name} corrects rows that are not there: {sorted(corrections)}")


def _corrections() -> dict[tuple[str, int], _Correction]:
    with CORRECTIONS.open(encoding="utf-8", newline="") as opened:
        return {
            (row["major_code"], int(row["first"])): _Correction(int(row["last"]), row["name"], row["reason"])
            for row in csv.DictReader(opened)
        }


def _corrected(correction: _Correction, rows: list[TableRow], report: Report) -> Iterator[CourseName]:
    done = f"carried as {correction.name}" if correction.name else "left out"
    for row in rows:
        report.add(row, row["course"], f"{correction.reason}: {done}")
    if correction.name:
        read = "、".join(row["course"] for row in rows)
        yield CourseName(rows[0], correction.name, read, correction.reason)

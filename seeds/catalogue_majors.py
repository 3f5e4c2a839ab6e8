"""Majors of the national catalogues as the seed files have them, without a database."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from graph.regular_files import open_table


class SeedMajor(NamedTuple):
    """A major with the edition of its catalogue."""

    edition: str
    code: str
    name: str


def read_majors(folders: Sequence[Path]) -> Iterator[SeedMajor]:
    """Give all majors with a code; none where the folders have no catalogue."""
    for folder in folders:
        for path in sorted(folder.rglob("nodes/Major.csv")):
            with open_table(path) as file:
                for row in csv.DictReader(file):
                    if row.get("code") and row.get("name"):
                        yield SeedMajor(row.get("edition") or "", row["code"], row["name"])

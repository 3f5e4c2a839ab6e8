"""Rules on credit conversion as the seed files have them, without a database."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from analysis.training_plans.improvement.conversion_rules import CreditRuleRow
from graph.regular_files import open_table


def read_credit_rules(folders: Sequence[Path]) -> Iterator[CreditRuleRow]:
    """Give all rules; none where the folders have none."""
    places = _places_of_sources(folders)
    for folder in folders:
        for path in sorted(folder.rglob("nodes/CreditRule.csv")):
            with open_table(path) as file:
                for row in csv.DictReader(file):
                    yield CreditRuleRow(
                        row["code"],
                        row["body"],
                        row["kind"],
                        row["item"],
                        row["certificateLevel"] or None,
                        row["value"],
                        float(row["valueMax"]) if row["valueMax"] else None,
                        row["unit"] or None,
                        row["note"],
                        tuple(sorted(places[each] for each in row["sourceIds"].split("|") if each in places)),
                    )


def _places_of_sources(folders: Sequence[Path]) -> dict[str, str]:
    places: dict[str, str] = {}
    for folder in folders:
        for path in sorted(folder.rglob("nodes/Source.csv")):
            with open_table(path) as file:
                places.update((row["id"], row["location"] or row["title"]) for row in csv.DictReader(file))
    return places

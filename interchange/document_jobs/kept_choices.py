"""What is known of the columns of a document, kept with its job, so that a second reading gives the same."""

from pathlib import Path

import orjson

from interchange.training_plans.tables.headings.column_choices import NO_CHOICES, ColumnChoices

CHOICES = "columns.json"


def write_choices(folder: Path, choices: ColumnChoices) -> None:
    """Keep choices next to the document, where there are any."""
    if choices != NO_CHOICES:
        by_column = {str(column): name for column, name in choices.by_column.items()}
        kept = {"byColumn": by_column, "byHeading": choices.by_heading, "ofCollege": choices.of_college}
        (folder / CHOICES).write_bytes(orjson.dumps(kept))


def read_choices(folder: Path) -> ColumnChoices:
    """Give the choices of a job."""
    path = folder / CHOICES
    if not path.exists():
        return NO_CHOICES
    kept = orjson.loads(path.read_bytes())
    by_column = {int(column): name for column, name in kept["byColumn"].items()}
    return ColumnChoices(by_column, kept["byHeading"], kept["ofCollege"])

"""Tables with cells over several rows and columns, before it is known to which kind of file they go."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from interchange.formats.csv_tables import CsvCell

# Characters that XML cannot hold; a text of a PDF may have them.
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class FormCell(NamedTuple):
    """A cell with the rows and columns that it covers."""

    value: CsvCell
    rows: int = 1
    columns: int = 1
    is_label: bool = False


class FormTable(NamedTuple):
    """A table: its cells by column in each row, and how many of the rows are heading."""

    name: str
    rows: tuple[Mapping[int, FormCell], ...]
    heading_rows: int
    widths: tuple[int, ...]


def cell_text(value: CsvCell) -> str:
    """Show a value as a text that a file can hold."""
    return "" if value is None else _NOT_IN_XML.sub("", str(value))

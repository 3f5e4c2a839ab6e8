"""Tables with cells over several rows and columns, before it is known to which kind of file they go."""

from collections.abc import Mapping
from typing import NamedTuple

from interchange.formats.csv_tables import CsvCell


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

"""A table of rows with titles in both languages, as CSV, JSON and a sheet of a workbook."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.errors import Language
from graph.model.core import Text
from interchange.alignments.table_columns import in_language
from interchange.formats.csv_tables import CsvCell, write_csv
from interchange.formats.sheets import Sheet, SheetColumn

QuestionRow = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionColumn:
    """A column: its name, which a program reads, its title for people, and what it shows of a row."""

    name: str
    title: Text
    cell: Callable[[QuestionRow], CsvCell]
    width: int = 14


@dataclass(frozen=True, slots=True)
class QuestionTable:
    """A table: its name for people, its columns, and its rows."""

    name: Text
    columns: Sequence[QuestionColumn]
    rows: Sequence[QuestionRow]

    def cells(self) -> list[list[CsvCell]]:
        """Give the cells row by row."""
        return [[each.cell(row) for each in self.columns] for row in self.rows]

    def as_csv(self, language: Language, *, for_excel: bool) -> bytes:
        """Write it as CSV."""
        titles = [in_language(each.title, language) for each in self.columns]
        return b"".join(write_csv(titles, self.cells(), for_excel=for_excel))

    def as_json(self) -> dict[str, Any]:
        """Give its columns with both titles, and its rows by the names of the columns."""
        names = [each.name for each in self.columns]
        columns = [{"name": each.name, "en": each.title.english, "zh": each.title.chinese} for each in self.columns]
        return {"columns": columns, "rows": [dict(zip(names, row, strict=True)) for row in self.cells()]}

    def as_sheet(self, language: Language) -> Sheet:
        """Give it as a sheet."""
        columns = [SheetColumn(title=in_language(each.title, language), width=each.width) for each in self.columns]
        return Sheet(name=in_language(self.name, language), columns=columns, rows=self.cells())

    def as_workbook(self, language: Language, *further: Sheet) -> bytes:
        """Write it as the first sheet of a workbook."""
        from interchange.formats.workbooks import write_workbook  # noqa: PLC0415  # a start needs no workbook

        return write_workbook([self.as_sheet(language), *further])


def value(name: str, title: Text, width: int = 14) -> QuestionColumn:
    """Show a value of the row as it is."""
    return QuestionColumn(name=name, title=title, cell=lambda row: row[name], width=width)


def joined(name: str, title: Text, width: int = 20) -> QuestionColumn:
    """Show a list of codes or words in one cell."""
    return QuestionColumn(name=name, title=title, cell=lambda row: "; ".join(row[name]), width=width)


def of_node(name: str, field: str, key: str, title: Text, width: int = 20) -> QuestionColumn:
    """Show a value of a node of the row; no node: nothing."""
    return QuestionColumn(name=name, title=title, cell=lambda row: (row[field] or {}).get(key), width=width)

"""A table of rows with titles in both languages, as CSV, JSON and a sheet of a workbook."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from analysis.code_words import CodeWords
from graph.errors import Language
from graph.model.core import Text
from interchange.alignments.table_columns import in_language
from interchange.formats.csv_tables import CsvCell, write_csv
from interchange.formats.sheets import Sheet, SheetColumn

QuestionRow = Mapping[str, Any]
# Between several values of one cell.
_SEPARATOR = "; "


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionColumn:
    """A column: its name, which a program reads, its title for people, and what it shows of a row.

    ``words``: those of the codes in its cells, which people read in the place of the codes.
    """

    name: str
    title: Text
    cell: Callable[[QuestionRow], CsvCell | list[str]]
    width: int = 14
    words: Mapping[str, CodeWords] = field(default_factory=dict)

    def value(self, row: QuestionRow) -> CsvCell:
        """Give the cell for a program."""
        found = self.cell(row)
        return _SEPARATOR.join(found) if isinstance(found, list) else found

    def shown(self, row: QuestionRow, language: Language) -> CsvCell:
        """Give the cell for a person."""
        found = self.cell(row)
        if isinstance(found, list):
            return _SEPARATOR.join(str(self._word(each, language)) for each in found)
        return self._word(found, language)

    def _word(self, found: CsvCell, language: Language) -> CsvCell:
        return in_language(self.words[found], language) if self.words and isinstance(found, str) else found


@dataclass(frozen=True, slots=True)
class QuestionTable:
    """A table: its name for people, its columns, and its rows."""

    name: Text
    columns: Sequence[QuestionColumn]
    rows: Sequence[QuestionRow]

    def shown(self, language: Language) -> list[list[CsvCell]]:
        """Give the cells row by row, codes in words."""
        return [[each.shown(row, language) for each in self.columns] for row in self.rows]

    def as_csv(self, language: Language, *, for_excel: bool) -> bytes:
        """Write it as CSV."""
        titles = [in_language(each.title, language) for each in self.columns]
        return b"".join(write_csv(titles, self.shown(language), for_excel=for_excel))

    def as_json(self) -> dict[str, Any]:
        """Give its columns with both titles, and its rows by the names of the columns."""
        columns = [{"name": each.name, "en": each.title.english, "zh": each.title.chinese} for each in self.columns]
        return {
            "columns": columns,
            "rows": [{each.name: each.value(row) for each in self.columns} for row in self.rows],
        }

    def as_sheet(self, language: Language) -> Sheet:
        """Give it as a sheet."""
        columns = [SheetColumn(title=in_language(each.title, language), width=each.width) for each in self.columns]
        return Sheet(name=in_language(self.name, language), columns=columns, rows=self.shown(language))

    def as_workbook(self, language: Language, *further: Sheet) -> bytes:
        """Write it as the first sheet of a workbook."""
        from interchange.formats.workbooks import write_workbook  # noqa: PLC0415  # a start needs no workbook

        return write_workbook([self.as_sheet(language), *further])


def value(
    name: str, title: Text, width: int = 14, words: Mapping[str, CodeWords] = MappingProxyType({})
) -> QuestionColumn:
    """Show a value of the row; of several all in one cell."""
    return QuestionColumn(name=name, title=title, cell=lambda row: row[name], width=width, words=words)


def of_node(
    name: str,
    node: str,
    key: str,
    title: Text,
    *,
    width: int = 20,
    words: Mapping[str, CodeWords] = MappingProxyType({}),
) -> QuestionColumn:
    """Show a value of a node of the row; no node: nothing."""
    return QuestionColumn(name=name, title=title, cell=lambda row: (row[node] or {}).get(key), width=width, words=words)

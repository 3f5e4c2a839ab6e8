"""From the sheets of a file to the rows of the table of alignments: which columns are which, and what the cells hold.

People move, hide and add columns, translate titles, merge cells, and put a title above the header. Numbers come as text
and texts as numbers, digits in full width.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from interchange.alignments.import_errors import TableFormError
from interchange.alignments.table_columns import ALL_COLUMNS, BY_FIELD, NEEDED, SHEETS
from interchange.documents.sheet_values import CellValue, PlainSheet, column_letters

# A header stands below a title and some notes at most.
HEADER_WITHIN = 20
_UNSEEN = re.compile(r"[\s*＊:：]+|[（(].*?[)）]")


@dataclass(frozen=True, slots=True)
class TableLine:
    """A row of the file: where it stands, what its cells hold by field, and where each of them is."""

    sheet: str
    number: int
    cells: Mapping[str, CellValue]
    places: Mapping[str, str]

    def has(self, field: str) -> bool:
        """Whether the file has this column."""
        return field in self.cells

    def text(self, field: str) -> str:
        """Give a text as it was written, without blanks around it; nothing there: empty."""
        return (self.cells.get(field) or "").replace("\r\n", "\n").strip()

    def code(self, field: str) -> str:
        """Give a code: letters and digits of full width become plain ones, and blanks go."""
        return plain(self.text(field))


@dataclass(frozen=True, slots=True)
class TableReading:
    """What a file holds: its rows, and what was not read of it."""

    lines: Sequence[TableLine]
    other_sheets: Sequence[str]
    other_columns: Sequence[str]


def plain(text: str) -> str:
    """Give a code without what no one sees in it."""
    shown = (each for each in unicodedata.normalize("NFKC", text) if unicodedata.category(each) != "Cf")
    return re.sub(r"\s+", "", "".join(shown))


def _title(text: str) -> str:
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text)).casefold()


_FIELDS: Mapping[str, str] = {
    _title(name): each.field for each in ALL_COLUMNS for name in (each.title.english, each.title.chinese, *each.aliases)
}


def read_table(sheets: Sequence[PlainSheet]) -> TableReading:
    """Read every sheet that has a header of ours. Raises: TableFormError where none has."""
    lines: list[TableLine] = []
    others: list[str] = []
    unread: list[str] = []
    is_ours = False
    for sheet in sheets:
        header = _header_of(sheet)
        if header is None:
            others.append(sheet.name)
            continue
        is_ours = True
        columns = _columns(sheet.rows[header])
        unread += [
            f"{sheet.name}: {value}"
            for place, value in enumerate(sheet.rows[header])
            if place not in columns and value not in (None, "")
        ]
        lines += _lines(sheet, header, columns)
    if not is_ours:
        titles = [[BY_FIELD[field].title for field in each] for each in NEEDED]
        raise TableFormError(
            [(" / ".join(t.english for t in each), " / ".join(t.chinese for t in each)) for each in titles]
        )
    return TableReading(lines, [each for each in others if each not in _LIST_SHEETS], list(dict.fromkeys(unread)))


# What the export adds for a person to read; another language than that of the titles is no reason to report them.
_LIST_SHEETS = {title for each in SHEETS.values() for title in (each.english, each.chinese)}


def _columns(row: Sequence[CellValue]) -> dict[int, str]:
    """Give the fields of the columns by their place; of two columns with one title the first."""
    found: dict[int, str] = {}
    for place, value in enumerate(row):
        field = _FIELDS.get(_title(str(value))) if value is not None else None
        if field and field not in found.values():
            found[place] = field
    return found


def _is_header(row: Sequence[CellValue]) -> bool:
    fields = set(_columns(row).values())
    return all(fields & set(each) for each in NEEDED)


def _header_of(sheet: PlainSheet) -> int | None:
    for place, row in enumerate(sheet.rows[:HEADER_WITHIN]):
        if _is_header(row):
            return place
    return None


def _lines(sheet: PlainSheet, header: int, columns: Mapping[int, str]) -> list[TableLine]:
    found: list[TableLine] = []
    for number, row in enumerate(sheet.rows[header + 1 :], header + 2):
        # A header of merged cells comes once for each row that they span; a printed table repeats it on each page.
        if _is_header(row):
            continue
        cells = {field: row[place] if place < len(row) else None for place, field in columns.items()}
        line = TableLine(
            sheet.name,
            number,
            cells,
            {field: f"{sheet.name}!{column_letters(place)}{number}" for place, field in columns.items()},
        )
        if any(line.text(field) for field in cells):
            found.append(line)
    return found

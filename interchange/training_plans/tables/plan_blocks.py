"""Tables within tables: courses side by side under a heading that begins anew, and text pasted into one column."""

import csv
from collections.abc import Iterator

from interchange.documents.document_kinds import COLUMNS_LARGEST
from interchange.documents.document_pages import DocumentPage, DocumentTable, PrintedLine, TableCell
from interchange.training_plans.tables.headings.plan_labels import is_name_label
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_words import bare

_SEPARATORS = "\t,，|;；"
_LABELS_LEAST = 3
# A longer text is a paragraph, not a row of a table.
_TEXT_LARGEST = 4_000
_SIDES_LARGEST = 6


def blocks_of(page: DocumentPage, table: DocumentTable) -> Iterator[DocumentTable]:
    """Give the tables that a table holds: itself, but where its heading says otherwise."""
    table = _split_text(table)
    grid = Grid(page, table)
    starts = next(filter(None, (_starts(grid, row) for row in range(grid.row_count))), [0])
    if len(starts) == 1:
        yield table
        return
    for start, end in zip(starts, [*starts[1:], table.column_count], strict=True):
        # What reaches over several sides stands above or below them all, and is read with the first.
        cells = tuple(each for each in table.cells if start <= each.column < end)
        yield table._replace(cells=cells)


def _starts(grid: Grid, row: int) -> list[int]:
    """Give the columns where the same labels begin anew in a row, if they do."""
    cells = grid.own_cells(row)
    labels = [bare(grid.text_of(each)) for each in cells]
    sides = sum(label == labels[0] for label in labels)
    size = len(labels) // max(sides, 1)
    if not 1 < sides <= _SIDES_LARGEST or size < _LABELS_LEAST or labels != labels[:size] * sides:
        return []
    return [cells[at * size].column for at in range(sides)] if any(map(is_name_label, labels)) else []


def _split_text(table: DocumentTable) -> DocumentTable:
    """Split the rows of a table of one column at the sign that parts the labels of its heading."""
    if table.column_count != 1:
        return table
    separator = next(filter(None, (_separator(each.text) for each in table.cells)), None)
    if separator is None:
        return table
    rows = {each.row: _parts(each.text, separator) for each in table.cells}
    width = max(map(len, rows.values()))
    if width > COLUMNS_LARGEST:
        return table
    cells: list[TableCell] = []
    for each in table.cells:
        parts = rows[each.row]
        if len(parts) == 1:
            cells.append(each._replace(columns=width))
            continue
        cells += [
            TableCell(each.row, column, 1, 1, (PrintedLine(part, None),), each.box)
            for column, part in enumerate(parts)
            if part
        ]
    return table._replace(cells=tuple(cells), column_count=width)


def _separator(text: str) -> str | None:
    """Give the sign that parts a heading of courses."""
    if len(text) > _TEXT_LARGEST:
        return None
    for separator in _SEPARATORS:
        labels = list(map(bare, text.split(separator)))
        if len(labels) >= _LABELS_LEAST and any(map(is_name_label, labels)):
            return separator
    return None


def _parts(text: str, separator: str) -> list[str]:
    if len(text) > _TEXT_LARGEST:
        return [text]
    return [each.strip() for each in next(csv.reader([text.replace("\0", "")], delimiter=separator), [""])]

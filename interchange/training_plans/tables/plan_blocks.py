"""Tables within tables: courses side by side under a heading that begins anew, and text pasted into one column."""

import csv
from collections.abc import Iterator

from interchange.documents.document_kinds import COLUMNS_LARGEST
from interchange.documents.document_pages import DocumentPage, DocumentTable, PrintedLine, TableCell
from interchange.training_plans.tables.headings.plan_labels import is_name_label, meaning_of, names_courses, plain_label
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_numbers import hundredths
from interchange.training_plans.tables.plan_words import LABEL_LARGEST, TOTAL_WORD, bare

_SEPARATORS = "\t,，|;；"
_LABELS_LEAST = 3
# A longer text is a paragraph, not a row of a table.
_TEXT_LARGEST = 4_000
_SIDES_LARGEST = 6


def blocks_of(page: DocumentPage, table: DocumentTable) -> Iterator[DocumentTable]:
    """Give the tables that a table holds: itself, but where its heading says otherwise."""
    table = _split_text(table)
    grid = Grid(page, table)
    sides = ((row, starts) for row in range(grid.row_count) if (starts := _starts(grid, row)))
    heading, starts = next(sides, (0, [0]))
    if len(starts) == 1:
        yield table
        return
    below = _below(grid, heading, starts)
    for side in map(range, starts, [*starts[1:], table.column_count]):
        yield table._replace(cells=tuple(_of_side(grid, range(heading, below), side, starts[0])), is_side=True)
    if below < table.row_count:
        yield from blocks_of(page, table._replace(cells=tuple(each for each in table.cells if each.row >= below)))


def _of_side(grid: Grid, rows: range, side: range, left: int) -> Iterator[TableCell]:
    """Give the cells of one side, and what left of all sides names the modules of its rows.

    What reaches over several sides stands above or below them all, and is read with the first.
    """
    above = [each for each in grid.table.cells if each.row < rows.stop]
    own = [each for each in above if each.column in side]
    shown = {row for each in own if each.text.strip() for row in range(each.row, each.row + each.rows)}
    yield from own
    yield from _labels_of_totals(grid, rows, side, left)
    for each in above:
        if each.column >= left:
            continue
        if each.column + each.columns > left:
            yield from [each] if side.start == left else []
            continue
        # A module without a course on this side would be a title of what is below it.
        held = sorted(shown & {*rows} & {*range(each.row, each.row + each.rows)})
        if held:
            yield each._replace(row=held[0], rows=held[-1] - held[0] + 1)


def _labels_of_totals(grid: Grid, rows: range, side: range, left: int) -> Iterator[TableCell]:
    """Give what the first side calls a row of totals, which has figures alone on a later side."""
    for row in rows if side.start > left else ():
        cells = grid.own_cells(row)
        named = [each for each in cells if left <= each.column < side.start and _is_total(grid, each)]
        own = [each for each in cells if each.column in side]
        if named and own and all(hundredths(grid.text_of(each)) is not None for each in own):
            yield named[0]._replace(column=side.start, columns=1)


def _is_total(grid: Grid, cell: TableCell) -> bool:
    text = bare(grid.text_of(cell))
    return len(text) <= LABEL_LARGEST and bool(TOTAL_WORD.search(text))


def _below(grid: Grid, heading: int, starts: list[int]) -> int:
    """Give the row where another table of courses begins below all sides, with its title; all rows where none does.

    Its labels stand below several sides: one side may have another heading in a row of its own.
    """
    for row in range(heading + 1, grid.row_count):
        labels = {each.column: plain_label(grid.text_of(each)) for each in grid.own_cells(row)}
        known = [column for column, label in labels.items() if meaning_of(label, "") is not None]
        sides = {sum(start <= column for start in starts[1:]) for column in known}
        if len(known) < _LABELS_LEAST or len(sides) < 2 or not names_courses([*labels.values()]) or _starts(grid, row):
            continue
        title = grid.own_cells(row - 1)
        return row - 1 if len(title) == 1 and title[0].columns > 1 and row - 1 > heading else row
    return grid.row_count


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

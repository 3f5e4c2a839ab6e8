"""The header of a table that is repeated on the next page, with no line between it and a row that goes on there."""

from typing import NamedTuple

from interchange.documents.document_pages import DocumentTable, TableCell


class HeaderCell(NamedTuple):
    """A cell of a header: its place below the first row of the header, and what it says line by line."""

    row: int
    column: int
    rows: int
    lines: tuple[str, ...]


Header = tuple[HeaderCell, ...]


def header_cells(table: DocumentTable, first: int, below: int) -> Header:
    """Give the header that stands in the rows from the first to the one below it."""
    return tuple(
        HeaderCell(each.row - first, each.column, min(each.rows, below - each.row), _texts(each))
        for each in sorted(table.cells, key=lambda each: (each.row, each.column))
        if first <= each.row < below
    )


def is_header_again(table: DocumentTable, row: int, header: Header) -> bool:
    """Whether the header stands again from this row on."""
    return bool(header) and header_cells(table, row, row + _height(header)) == header


def with_header_apart(table: DocumentTable, header: Header) -> DocumentTable:
    """Give the header rows of its own where its last row goes on with other text."""
    height = _height(header)
    of = {(each.row, each.column): each for each in header}
    top = [each for each in table.cells if each.row < height]
    is_same = {(each.row, each.column) for each in top} == of.keys()
    if not header or not is_same or not all(_begins_with(each, of[each.row, each.column], height) for each in top):
        return table
    if all(_texts(each) == of[each.row, each.column].lines for each in top):
        return table
    apart, below = [], [each._replace(row=each.row + 1) for each in table.cells if each.row >= height]
    for each in top:
        said = of[each.row, each.column]
        apart.append(each._replace(rows=said.rows, lines=each.lines[: len(said.lines)]))
        if said.row + said.rows == height:
            rest = each.lines[len(said.lines) :]
            below.append(each._replace(row=height, rows=each.rows - said.rows + 1, lines=rest))
    cells = sorted([*apart, *below], key=lambda each: (each.row, each.column))
    return table._replace(cells=tuple(cells), row_count=table.row_count + 1)


def _begins_with(cell: TableCell, said: HeaderCell, height: int) -> bool:
    """Whether a cell is that of the header; only one of its last row may go on with other text."""
    if said.row + said.rows < height:
        return (cell.rows, _texts(cell)) == (said.rows, said.lines)
    return cell.rows >= said.rows and _texts(cell)[: len(said.lines)] == said.lines


def _height(header: Header) -> int:
    return max((each.row + each.rows for each in header), default=0)


def _texts(cell: TableCell) -> tuple[str, ...]:
    return tuple(each.text for each in cell.lines)

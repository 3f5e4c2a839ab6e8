"""The header of a table that is repeated on the next page, with no line between it and a row that goes on there."""

from collections.abc import Mapping

from interchange.documents.document_pages import DocumentTable

# What each column of a header says, line by line.
HeaderLines = Mapping[int, tuple[str, ...]]


def header_lines(table: DocumentTable, row: int) -> HeaderLines:
    """Give the lines of a header by column."""
    return {each.column: tuple(line.text for line in each.lines) for each in table.cells if each.row == row}


def with_header_apart(table: DocumentTable, header: HeaderLines) -> DocumentTable:
    """Give the header a row of its own where the first row begins with it and goes on with other text."""
    first = [each for each in table.cells if each.row == 0]
    begun = {each.column: tuple(line.text for line in each.lines[: len(header.get(each.column, ()))]) for each in first}
    if not header or begun != header or all(len(each.lines) == len(header[each.column]) for each in first):
        return table
    apart = [each._replace(rows=1, lines=each.lines[: len(header[each.column])]) for each in first]
    below = [
        each._replace(row=each.row + 1, lines=each.lines if each.row else each.lines[len(header[each.column]) :])
        for each in table.cells
    ]
    return table._replace(cells=(*apart, *below), row_count=table.row_count + 1)

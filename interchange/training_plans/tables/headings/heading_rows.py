"""Which rows of a table are its heading, and what stands in them over each column."""

import re
from itertools import pairwise

from interchange.documents.document_pages import TableCell
from interchange.training_plans.tables.headings.plan_labels import meaning_of, plain_label
from interchange.training_plans.tables.headings.term_columns import is_term
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_words import bare, fold

# Rows that a heading may have: a title of the columns, years, semesters, weeks.
_ROWS_LARGEST = 6
# Above the row that names courses.
_ROWS_ABOVE = 3
_PAIRS = (
    ("考核", re.compile(r"考[试查察]课?(?:学期)?")),
    ("课程性质", re.compile(r"(?:必修|选修|限选|任选|限定选修|任意选修)课?")),
)
# One label that says two things: 第一学期周学时, 第3学期(学分), 第一学年/1.
_OF_A_TERM = re.compile(r"(.*学期|.*学年(?=/))[/(]?((?:周|总)?(?:学时|课时|时数)|学分|周数|[1-6一二三四五六])\)?")
WEEKS_ONLY = re.compile(r"\d{1,2}(?:[+/]\d{1,2})?(?:周|[wW])?$|^\d{1,2}学?周")


def first_row(grid: Grid, row: int) -> int:
    """Give the first row of the heading whose labels stand in this row."""
    first = min((each.row for each in grid.row_cells(row)), default=row)
    while row - first < _ROWS_ABOVE and first and _is_above_heading(grid, first - 1):
        first -= 1
    return first


def last_row(grid: Grid, row: int) -> int:
    cells = [each for each in grid.own_cells(row) if each.rows < _ROWS_LARGEST]
    last = max((each.row + each.rows - 1 for each in cells), default=row)
    while last + 1 < grid.row_count and last - row < _ROWS_LARGEST and _is_heading_row(grid, last + 1):
        last += 1
    return last


def _is_above_heading(grid: Grid, row: int) -> bool:
    """Whether the labels of a row stand over several columns, or are known: names may stand in the last row."""
    cells = grid.own_cells(row)
    known = [
        bool(meaning_of(label, "学时性质") or is_term(label)) for label in map(plain_label, map(grid.text_of, cells))
    ]
    fits = all(is_known or each.columns > 1 for is_known, each in zip(known, cells, strict=True))
    return len(cells) > 1 and any(known) and fits and numbers_are_terms(grid, row)


def _is_heading_row(grid: Grid, row: int) -> bool:
    """Whether all that begins in a row are labels, and several: a row of names and figures is not."""
    texts = [_parts(grid, each)[0] for each in grid.own_cells(row)]
    if len(texts) < 2:
        return False
    labels = [plain_label(each) for each in texts]
    known = [bool(meaning_of(each, "学时性质") or is_term(each) or WEEKS_ONLY.match(bare(each))) for each in labels]
    words = [each for each in labels if not each.isdigit()]
    return all(known) and (bool(words) or len(texts) >= 4) and numbers_are_terms(grid, row)


def numbers_are_terms(grid: Grid, row: int) -> bool:
    """Whether the numbers of a row count semesters, or are the weeks of terms above them: those of a total are not."""
    cells = [each for each in grid.own_cells(row) if bare(grid.text_of(each)).isdigit()]
    numbers = [int(bare(grid.text_of(each))) for each in cells]
    if len(numbers) != 1 and all(after == before + 1 for before, after in pairwise(numbers)):
        return True
    above = [[plain_label(grid.text(at, each.column)) for at in range(max(row - 3, 0), row)] for each in cells]
    return all(any(map(is_term, labels)) for labels in above)


def labels_of(grid: Grid, first: int, last: int, column: int) -> list[str]:
    cells = {id(cell): cell for row in range(first, last + 1) if (cell := grid.cell(row, column))}
    return [text for cell in cells.values() for text in _parts(grid, cell)]


def names_term(text: str) -> bool:
    """Whether a label names a term, alone or with what its column has."""
    match = _OF_A_TERM.fullmatch(bare(text))
    return is_term(plain_label(text)) or bool(match and is_term(match[1]))


def _parts(grid: Grid, cell: TableCell) -> list[str]:
    """Give the label in a cell, or two where one names a term and one says more: 1, 14周; 第一学期周学时."""
    if (match := _OF_A_TERM.fullmatch(bare(grid.text_of(cell)))) and is_term(match[1]):
        return [match[1], match[2]]
    first, *rest = [fold(each.text) for each in cell.lines if each.text.strip()] or [""]
    is_term_above = bool(rest) and is_term(plain_label(first)) and not is_term(plain_label(grid.text_of(cell)))
    parts = [first, "".join(rest)] if is_term_above else [grid.text_of(cell)]
    return list(filter(None, parts))


def name_pairs(labels: dict[int, list[str]]) -> None:
    """Put 考核 above 考试 and 考查, and 性质 above 必修 and 选修, where nothing stands above both or the second."""
    alone = {index: plain_label(texts[0]) for index, texts in labels.items() if len(texts) == 1}
    for above, pattern in _PAIRS:
        both = {index: label for index, label in alone.items() if pattern.fullmatch(label)}
        if len({label[:2] for label in both.values()}) > 1:
            labels.update({index: [above, label] for index, label in both.items()})
            continue
        for index, label in both.items():
            # Without merged cells what stands above both stands above the first.
            left = plain_label(labels.get(index - 1, [""])[-1]) if labels.get(index - 1) else ""
            if pattern.fullmatch(left) and left[:2] != label[:2]:
                labels[index] = [above, label]

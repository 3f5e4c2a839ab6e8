"""Tables that repeat courses to say something of them: what changed, and what our own form calculated. None is read."""

import re
from typing import NamedTuple

from analysis.training_plans.training_plan import PlanRemark
from interchange.documents.document_pages import Document, DocumentPage, DocumentTable, PrintedLine
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_words import bare, is_calculated
from interchange.training_plans.tables.table_kinds import find_header

_CHANGE = r"(?:变更|调整|修订|修改|更改|变动|更新|更正)"
# 变更前, 调整前学分, 学分(调整后), 修订后课程设置.
_BEFORE_OR_AFTER = re.compile(rf"(.*?)\(?{_CHANGE}([前后])\)?的?(.*)")
# 原学分 next to 现学分, 原课程名称 next to 新课程名称.
_FORMER_OR_PRESENT = re.compile(r"(原|现|新)(.+)")
# What is compared of courses; 原专业名称 and 修订前版本 are facts of a plan.
_OF_COURSES = re.compile(r"课程|课名|科目|学分|学时|课时|学期|考核|内容|情况|安排|方案|计划|20\d\d[级版]")
# Most cells are none, and are not looked at further.
_MAY_BE_A_SIDE = re.compile(r"[前后]|^[原现新]")
_LABEL_LARGEST, _SUBJECT_LARGEST = 16, 60
# As many rows of a heading may stand above those that name both sides.
_HEADING_ROWS = 2
# Labels of rows stand in one of the first columns.
_LABEL_COLUMNS = 3


class _Side(NamedTuple):
    """Which side of a change a label names; of what, where the label of the other side must say the same."""

    is_before: bool
    subject: str


def is_calculated_table(grid: Grid) -> bool:
    """Whether a table of our own form says in its first words that it was calculated from the lines."""
    cells = next(filter(None, map(grid.own_cells, grid.rows())), [])
    return bool(cells) and is_calculated(grid.text_of(cells[0]))


def first_row_of_changes(grid: Grid) -> int | None:
    """Give the row where a table begins that sets what was against what is: two such labels in its heading.

    Above the heading of courses such labels are facts of the plan: 修订前方案 2022版, 修订后方案 2025版.
    """
    compared = [row for row in grid.rows() if _compares([grid.text_of(each) for each in grid.own_cells(row)])]
    if not compared:
        return _first_labelled_row(grid)
    headings = [header.first for row in grid.rows() if row not in compared and (header := find_header(grid, row))]
    below = max(
        (each for each in headings if not any(each <= row <= each + _HEADING_ROWS for row in compared)), default=-1
    )
    return next((_heading_around(grid, row) for row in compared if row > below), None)


def _compares(labels: list[str]) -> bool:
    """Whether labels next to each other name both sides of a change."""
    sides = {side for each in labels if _MAY_BE_A_SIDE.search(each) and (side := _side_of(bare(each)))}
    return any(each.is_before and each._replace(is_before=False) in sides for each in sides)


def _side_of(label: str) -> _Side | None:
    if len(label) > _LABEL_LARGEST:
        return None
    if match := _BEFORE_OR_AFTER.fullmatch(label):
        subject = f"{match[1]}{match[3]}".strip("():：")
        return _Side(match[2] == "前", "") if not subject or _OF_COURSES.search(subject) else None
    match = _FORMER_OR_PRESENT.fullmatch(label)
    return _Side(match[1] == "原", match[2]) if match and _OF_COURSES.search(match[2]) else None


def _heading_around(grid: Grid, row: int) -> int:
    """Give the first row of the heading that these labels are a part of."""
    headers = (header for first in range(row) if (header := find_header(grid, first)))
    return next((each.first for each in headers if each.last >= row), row)


def _first_labelled_row(grid: Grid) -> int | None:
    """Give the row where courses begin whose rows are labelled 变更前 and 变更后, with their heading."""
    for column in range(min(grid.column_count, _LABEL_COLUMNS)):
        texts = {row: bare(grid.text(row, column)) for row in grid.rows() if grid.begins(row, column)}
        rows = [row for row, text in texts.items() if re.fullmatch(rf"{_CHANGE}[前后]", text)]
        if len({texts[row][-1] for row in rows}) > 1:
            headers = (header for first in range(rows[0]) if (header := find_header(grid, first)))
            return next((each.first for each in headers if each.last + 1 == rows[0]), rows[0])
    return None


def without_tables_left_out(document: Document) -> tuple[Document, dict[int, PlanRemark | None]]:
    """Give a document without the tables that are not read, and what is said of each of these, by their numbers.

    A table that our own form calculated is left out without a word.
    """
    left: dict[int, PlanRemark | None] = {}

    def kept(page: DocumentPage, block: PrintedLine | DocumentTable) -> PrintedLine | DocumentTable:
        if not isinstance(block, DocumentTable):
            return block
        first, remark = _left_out(Grid(page, block))
        if first >= block.row_count:
            return block
        left[block.number] = remark
        return block._replace(cells=tuple(each for each in block.cells if each.row < first), row_count=first)

    pages = [page._replace(blocks=tuple(kept(page, each) for each in page.blocks)) for page in document.pages]
    return document._replace(pages=tuple(pages)), left


def _left_out(grid: Grid) -> tuple[int, PlanRemark | None]:
    """Give the first row that is not read, and what is said of it; courses above a table of changes are read."""
    if is_calculated_table(grid):
        return 0, None
    changes = first_row_of_changes(grid)
    if changes is None:
        return grid.row_count, None
    first = changes if any(find_header(grid, row) for row in range(changes)) else 0
    subject = " ".join(grid.text_of(each) for each in grid.row_cells(first))[:_SUBJECT_LARGEST]
    return first, PlanRemark("table-of-changes", subject, grid.place(first))

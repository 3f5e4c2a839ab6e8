"""The header of a requirement table: what each column holds, and of which level where levels stand side by side."""

import re
from enum import Enum
from typing import NamedTuple

from interchange.documents.document_pages import DocumentTable, TableCell
from interchange.standards.official_text import depth, leading_code, plain
from interchange.standards.skill.skill_standard import LEVELS

REQUIREMENT_DEPTH = 3
_LEVEL = re.compile(r"初级|中级|高级")
_HEADING_LONGEST = 60
_HEADER_LONGEST = 16
# A header stands in one of this many rows; titles may stand above it.
HEADER_WITHIN = 3
_NOTE = re.compile(r"注\s*\d*\s*[:：]")
_AREA_LINE = re.compile(r"\s*(?:工作)?领域")
_NOT_CHINESE = re.compile(r"[^\u4e00-\u9fff]")
# Below the header of a merged column: what its parts hold.
_PART = re.compile(r"(?:编号|编码|代码|序号|名称|内容|描述|要求|.{0,4}(?:知识|技能|素养|素质).{0,2})?")
# A cell of fewer Chinese characters is a mark or a share, and no requirement.
_REQUIREMENT_SHORTEST = 5


class ColumnUse(Enum):
    """What a column holds."""

    AREA = "area"
    TASK = "task"
    REQUIREMENT = "requirement"
    # What stands next to the skills: knowledge, attitudes.
    KNOWLEDGE = "knowledge"
    LEVEL = "level"
    CODE = "code"
    NUMBER = "number"
    OTHER = "other"


class TableHeader(NamedTuple):
    """What the columns hold, the level of each (empty: of none, or of all), and the first row below the header."""

    columns: tuple[ColumnUse, ...] = ()
    levels: tuple[str, ...] = ()
    below: int = 0

    def use(self, cell: TableCell) -> ColumnUse:
        """Say what a cell holds."""
        return self.columns[cell.column] if cell.column < len(self.columns) else ColumnUse.OTHER

    def levels_of(self, cell: TableCell) -> tuple[str, ...]:
        """Give the levels that a cell is of; empty where it stands in no column of a level."""
        return tuple(filter(None, dict.fromkeys(self.levels[cell.column : cell.column + cell.columns])))

    def levels_side_by_side(self) -> tuple[str, ...]:
        """Give the levels that have columns of their own, the lowest first."""
        return tuple(each for each in LEVELS.values() if each in self.levels)


def level_of(heading: str) -> str:
    """Give the level that a heading names, if it names exactly one; running text names several, or is long."""
    text = re.sub(r"\s", "", plain(heading))
    found = set(_LEVEL.findall(text))
    is_sentence = text.endswith(("。", "；", "，")) or _NOTE.match(text)
    if len(found) == 1 and len(text) <= _HEADING_LONGEST and not is_sentence:
        return LEVELS[found.pop()]
    return ""


def whole_level(cell: str) -> str:
    """Complete a level in a column of its own: set upright, the end of a page cuts 中 from 级."""
    text = re.sub(r"\s", "", plain(cell))
    return f"{text}级" if f"{text}级" in LEVELS else cell


def header_at(table: DocumentTable, row: int) -> TableHeader:
    """Read the header that begins in a row, with the rows below it that name parts of its columns."""
    columns = columns_at(table, row)
    levels = _levels_at(table, row)
    below = row + 1
    while below < table.row_count and _is_below_header(table, below):
        columns = _refined(columns, columns_at(table, below))
        levels = tuple(lower or upper for upper, lower in zip(levels, _levels_at(table, below), strict=True))
        below += 1
    if len(set(filter(None, levels))) < 2 or not _holds_requirements(table, columns, levels, below):
        return TableHeader(columns, (), below)
    of_level = {ColumnUse.OTHER: ColumnUse.REQUIREMENT, ColumnUse.LEVEL: ColumnUse.REQUIREMENT}
    columns = tuple(of_level.get(use, use) if level else use for use, level in zip(columns, levels, strict=True))
    return TableHeader(columns, levels, below)


def columns_at(table: DocumentTable, row: int) -> tuple[ColumnUse, ...]:
    """Say what the columns hold by the words of one row."""
    return tuple(meaning(each) for each in _texts_at(table, row))


def names_columns(columns: tuple[ColumnUse, ...]) -> bool:
    """Whether these are the columns of a requirement table; an area may be named by a row or line of its own."""
    return {ColumnUse.AREA, ColumnUse.TASK} <= set(columns) or columns_without_areas(columns)


def columns_without_areas(columns: tuple[ColumnUse, ...]) -> bool:
    """Whether these are columns of tasks and requirements alone; a column that is not known may be that of areas."""
    has_unknown = bool({ColumnUse.AREA, ColumnUse.OTHER} & set(columns))
    return not has_unknown and {ColumnUse.TASK, ColumnUse.REQUIREMENT} <= set(columns)


def area_in(text: str) -> bool:
    """Whether a text names a work area with its code: 工作领域1：饮食照护."""
    code, rest = leading_code(text)
    return depth(code) == 1 and bool(rest.strip()) and len(text) <= _HEADING_LONGEST and not text.endswith("。")


def is_area_line(text: str) -> bool:
    """Whether a line outside tables names a work area and says so."""
    return bool(_AREA_LINE.match(text)) and area_in(text)


def is_header_row(table: DocumentTable, row: int) -> bool:
    """Whether a row names the columns; a name may have the same words, but then a code stands in its row."""
    cells = [each for each in table.cells if each.row <= row < each.row + each.rows]
    return names_columns(columns_at(table, row)) and all(depth(leading_code(each.text)[0]) <= 1 for each in cells)


def is_without_requirements(table: DocumentTable) -> bool:
    """Whether a table says something else of areas and tasks, such as their weights: no column is of requirements."""
    headers = (
        header_at(table, row).columns for row in range(min(table.row_count, HEADER_WITHIN)) if is_header_row(table, row)
    )
    columns = next(headers, (ColumnUse.REQUIREMENT,))
    is_bare = ColumnUse.REQUIREMENT not in columns or columns_without_areas(columns)
    return is_bare and not has_requirements(table)


def has_requirements(table: DocumentTable) -> bool:
    """Whether a code of a requirement begins a cell."""
    return any(depth(leading_code(each.text)[0]) == REQUIREMENT_DEPTH for each in table.cells)


def columns_by_depth(table: DocumentTable) -> tuple[ColumnUse, ...]:
    """Say what columns are by their codes, where a table goes on without header and with other columns."""
    meanings = {1: ColumnUse.AREA, 2: ColumnUse.TASK, 3: ColumnUse.REQUIREMENT}
    columns = [ColumnUse.OTHER] * table.column_count
    for cell in table.cells:
        columns[cell.column] = meanings.get(depth(leading_code(cell.text)[0]), columns[cell.column])
    if ColumnUse.REQUIREMENT in columns:
        before = columns.index(ColumnUse.REQUIREMENT)
        for index, column in zip(range(before - 1, -1, -1), (ColumnUse.TASK, ColumnUse.AREA), strict=False):
            columns[index] = column
    return tuple(columns)


def _texts_at(table: DocumentTable, row: int) -> list[str]:
    """Give what each column has in a row; a cell over several columns counts for each."""
    texts = [""] * table.column_count
    for cell in table.cells:
        if cell.row <= row < cell.row + cell.rows:
            for index in range(cell.column, min(cell.column + cell.columns, table.column_count)):
                texts[index] = cell.text
    return texts


def _levels_at(table: DocumentTable, row: int) -> tuple[str, ...]:
    return tuple(
        level_of(text) if use not in {ColumnUse.AREA, ColumnUse.TASK} else ""
        for text, use in zip(_texts_at(table, row), columns_at(table, row), strict=True)
    )


def _holds_requirements(
    table: DocumentTable, columns: tuple[ColumnUse, ...], levels: tuple[str, ...], below: int
) -> bool:
    """Whether the columns of levels hold what a task requires: their header says so, or the texts below."""
    if any(use is ColumnUse.REQUIREMENT and level for use, level in zip(columns, levels, strict=True)):
        return True
    texts = [each.text for each in table.cells if each.row >= below and levels[each.column]]
    return any(len(_NOT_CHINESE.sub("", each)) >= _REQUIREMENT_SHORTEST for each in texts)


def meaning(header: str) -> ColumnUse:
    """Say what a column of this header holds."""
    if leading_code(header)[0]:
        return ColumnUse.OTHER
    # A header in two languages is read by its Chinese words.
    text = _NOT_CHINESE.sub("", header)
    if len(text) > _HEADER_LONGEST:
        return ColumnUse.OTHER
    if re.search("知识|素养|素质", text) and "技能" not in text:
        return ColumnUse.KNOWLEDGE
    for words, column in (
        ("领域|职业功能", ColumnUse.AREA),
        ("任务|工作内容", ColumnUse.TASK),
        ("要求", ColumnUse.REQUIREMENT),
        ("等级|级别", ColumnUse.LEVEL),
        ("技能", ColumnUse.REQUIREMENT),
        ("序号", ColumnUse.NUMBER),
        ("编|代码", ColumnUse.CODE),
    ):
        if re.search(words, text):
            return column
    return ColumnUse.OTHER


def _is_below_header(table: DocumentTable, row: int) -> bool:
    """Whether a row names the parts of merged columns: its halves, or the levels."""
    texts = {re.sub(r"\s", "", each.text) for each in table.cells if each.row == row}
    is_one_title = len(texts) == 1 and not any(map(_PART.fullmatch, texts))
    return texts not in (set(), {""}) and not is_one_title and all(map(_names_a_part, texts))


def _names_a_part(text: str) -> bool:
    return bool(_PART.fullmatch(text)) or (len(text) <= _HEADER_LONGEST and bool(level_of(text)))


def _refined(columns: tuple[ColumnUse, ...], below: tuple[ColumnUse, ...]) -> tuple[ColumnUse, ...]:
    """Give the columns with what the row below says of the parts of the column of requirements."""
    parts = {ColumnUse.KNOWLEDGE, ColumnUse.REQUIREMENT}
    return tuple(
        lower if upper in {ColumnUse.REQUIREMENT, ColumnUse.OTHER} and lower in parts else upper
        for upper, lower in zip(columns, below, strict=True)
    )

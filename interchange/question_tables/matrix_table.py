"""A matrix of coverage as a table of its cells, and as the matrix itself: an answer of `coverageMatrix`."""

from collections.abc import Mapping
from typing import Any

from analysis.code_words import ALIGNMENT_KINDS, ALIGNMENT_ROLES
from graph.errors import Language
from graph.model.core import Text
from interchange.alignments.table_columns import in_language
from interchange.formats.sheets import Sheet, SheetColumn
from interchange.question_tables.columns import QuestionColumn, QuestionTable, value

_COUNTS = (
    value("requirements", Text("Requirements (number)", "技能要求（条）")),
    value("covered", Text("Covered (requirements)", "已覆盖（条）")),
    value("partlyCovered", Text("Partly covered (requirements)", "部分覆盖（条）")),
    value("notCovered", Text("Gap (requirements)", "缺口（条）")),
    value("unknown", Text("Not reviewed (requirements)", "未评审（条）")),
    value("suggested", Text("Waiting suggestions (number)", "待定建议（条）")),
    value("lower", Text("Lower bound (0 to 1)", "覆盖下界（0 至 1）")),
    value("upper", Text("Upper bound (0 to 1)", "覆盖上界（0 至 1）")),
    value("strength", Text("Greatest strength (0 to 1)", "最大强度（0 至 1）")),
)
_CODES = (
    value("kinds", Text("Kinds", "对接类型"), 20, ALIGNMENT_KINDS),
    value("roles", Text("Roles", "对接作用"), 20, ALIGNMENT_ROLES),
)
COLUMNS: tuple[QuestionColumn, ...] = (
    value("row", Text("Row", "行"), 24),
    value("column", Text("Column", "列"), 24),
    *_COUNTS,
    *_CODES,
    value("suits", Text("Suits", "是否适用")),
    value("rowId", Text("Row id", "行 id"), 30),
    value("columnId", Text("Column id", "列 id"), 30),
)
_CELL = " ".join(each.name for each in (*_COUNTS, *_CODES))
SELECTION = f"columns {{ column {{ id distinctName }} }} rows {{ row {{ id distinctName }} cells {{ {_CELL} suits }} }}"


def matrix_table(matrix: Mapping[str, Any]) -> QuestionTable:
    """Give the cells one after another, each with its row and column."""
    columns = [each["column"] for each in matrix["columns"]]
    rows = [
        {
            **cell,
            "row": each["row"]["distinctName"],
            "rowId": each["row"]["id"],
            "column": column["distinctName"],
            "columnId": column["id"],
        }
        for each in matrix["rows"]
        for column, cell in zip(columns, each["cells"], strict=True)
    ]
    return QuestionTable(Text("Cells", "各格"), COLUMNS, rows)


def matrix_sheet(matrix: Mapping[str, Any], language: Language) -> Sheet:
    """Give the matrix itself, with the greatest strength in each cell; an empty one: no accepted alignment."""
    names = [each["column"]["distinctName"] for each in matrix["columns"]]
    first = SheetColumn(title=in_language(Text("Row", "行"), language), width=24)
    return Sheet(
        name=in_language(Text("Matrix", "矩阵"), language),
        columns=[first, *(SheetColumn(title=each) for each in names)],
        rows=[[each["row"]["distinctName"], *(cell["strength"] for cell in each["cells"])] for each in matrix["rows"]],
    )

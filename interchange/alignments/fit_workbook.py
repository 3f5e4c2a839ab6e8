"""Write requirements with their state and their evidence as a workbook: one by one, the proofs, and the totals."""

from collections.abc import Sequence

from graph.errors import Language
from graph.model.core import Text
from interchange.alignments.fit_table import (
    COLUMNS,
    PROOF_COLUMNS,
    WORDS,
    Fit,
    FitColumn,
    FitRow,
    is_empty_bound,
    proof_rows,
)
from interchange.alignments.table_columns import in_language
from interchange.formats.csv_tables import CsvCell
from interchange.formats.sheets import Sheet, SheetColumn
from interchange.formats.workbooks import write_workbook

_REQUIREMENTS, _PROOFS = Text("Requirements", "技能要求"), Text("Evidence", "依据")
_TOTALS, _VALUE = Text("Totals", "合计"), Text("Value", "数值")
_SUBJECT, _TARGET, _LEVEL = Text("Subject", "主体"), Text("Target", "目标"), Text("Level", "等级")
_COUNTS = {
    "requirements": Text("Requirements in all", "技能要求总数"),
    "covered": Text("Covered", "已覆盖"),
    "partlyCovered": Text("Partly covered", "部分覆盖"),
    "unknown": Text("Not reviewed", "未评审"),
    "notCovered": Text("Gaps", "缺口"),
    "suggested": Text("Not reviewed, with a waiting suggestion", "未评审但有待定建议"),
    "lower": Text("At least", "至少"),
    "upper": Text("At most", "至多"),
}


def write_fit_workbook(fit: Fit, subject: str, target: str, language: Language, level: str | None = None) -> bytes:
    """Write the workbook.

    The totals are of all requirements, also where only some states are listed. They name a level.
    """
    counts: list[list[CsvCell]] = [
        [in_language(title, language), _count(fit, name, language)] for name, title in _COUNTS.items()
    ]
    named = {_SUBJECT: subject, _TARGET: target, **({_LEVEL: in_language(WORDS[level], language)} if level else {})}
    ends: list[list[CsvCell]] = [[in_language(title, language), each] for title, each in named.items()]
    titles = [SheetColumn(title=in_language(_TOTALS, language), width=36)]
    return write_workbook(
        [
            _sheet(_REQUIREMENTS, COLUMNS, fit["items"], language),
            _sheet(_PROOFS, PROOF_COLUMNS, proof_rows(fit), language),
            Sheet(
                name=in_language(_TOTALS, language),
                columns=[*titles, SheetColumn(title=in_language(_VALUE, language), width=48)],
                rows=[*ends, *counts],
            ),
        ]
    )


def _count(fit: Fit, name: str, language: Language) -> CsvCell:
    if is_empty_bound(fit, name):
        return in_language(WORDS["UNKNOWN"], language)
    count: float | None = fit[name]
    return count


def _sheet(name: Text, columns: Sequence[FitColumn], rows: Sequence[FitRow], language: Language) -> Sheet:
    return Sheet(
        name=in_language(name, language),
        columns=[SheetColumn(title=in_language(each.title, language), width=each.width) for each in columns],
        rows=[[each.cell(row, language) for each in columns] for row in rows],
    )

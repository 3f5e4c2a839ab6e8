"""Requirements with their state and their evidence for programs: codes instead of words, and lists as lists."""

from collections.abc import Mapping, Sequence
from typing import Any

from interchange.alignments.fit_table import COLUMNS, PROOF_COLUMNS, Fit, FitColumn, FitRow, proof_rows

BOUNDS = frozenset({"lower", "upper"})


def fit_values(fit: Fit, counted: Sequence[str]) -> dict[str, Any]:
    """Give the requirements, their evidence, and the totals by these names.

    The totals are of all requirements, also where only some states are listed. Bounds are null where no one has looked
    at anything: 0 and 1 would say nothing.
    """
    is_unknown = fit["unknown"] == fit["requirements"]
    totals = {name: None if is_unknown and name in BOUNDS else fit[name] for name in counted}
    evidence = _table(PROOF_COLUMNS, proof_rows(fit))
    return {**_table(COLUMNS, fit["items"]), "evidence": evidence, "totals": totals}


def _table(columns: Sequence[FitColumn], rows: Sequence[FitRow]) -> Mapping[str, Any]:
    described = [{"name": each.name, "en": each.title.english, "zh": each.title.chinese} for each in columns]
    return {"columns": described, "rows": [{each.name: _value(each, row) for each in columns} for row in rows]}


def _value(column: FitColumn, row: FitRow) -> Any:
    return column.value(row) if column.value else column.cell(row, "en")

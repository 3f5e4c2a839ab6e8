"""The report of a table before it is brought in: the same file and graph give the same bytes."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from graph.query.statement import Run
from interchange.alignments.ends_by_name import find_ends_by_name
from interchange.alignments.known_alignments import read_known
from interchange.alignments.row_problems import RowProblem
from interchange.alignments.table_comparison import (
    RowFinding,
    RowState,
    TableComparison,
    id_of_alignment,
    id_of_course,
    id_of_requirement,
)
from interchange.alignments.table_reading import TableLine, TableReading
from interchange.alignments.touched_pairs import TouchedPair, read_touched_pairs

FORM = "oneplusx.alignment-table-report/1"
_COUNTED_ONLY = (RowState.UNCHANGED, RowState.OPEN)
_SHOWN = ("kind", "role", "strength", "status", "rationale", "changeReason")


async def find_changes(run: Run, reading: TableReading) -> list[RowFinding]:
    """Compare every row with the graph."""
    lines, unclear = await find_ends_by_name(run, reading.lines)
    known = await read_known(
        run,
        filter(None, map(id_of_alignment, lines)),
        filter(None, map(id_of_course, lines)),
        filter(None, map(id_of_requirement, lines)),
    )
    return list(TableComparison(known, unclear).findings(lines))


async def find_touched(run: Run, findings: Sequence[RowFinding]) -> list[TouchedPair]:
    """Give the programmes and certificates between which rows change an alignment."""
    return await read_touched_pairs(run, [each.ends for each in findings if each.change])


def count_states(findings: Sequence[RowFinding]) -> dict[str, int]:
    """Count the rows of each state."""
    counts = Counter(each.state for each in findings)
    return {each.value: counts[each] for each in RowState}


def write_table_report(
    data: bytes, reading: TableReading, findings: Sequence[RowFinding], touched: Sequence[TouchedPair]
) -> bytes:
    """Write the report as JSON. Rows that change nothing are counted only."""
    report = {
        "form": FORM,
        "file": {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)},
        "counts": count_states(findings),
        "sheetsNotRead": list(reading.other_sheets),
        "columnsNotRead": list(reading.other_columns),
        "rowsNotInTheFile": {
            "en": "An alignment that has no row here is left as it is.",
            "zh": "文件中没有的对接保持不变。",
        },
        "touched": [
            {"subject": each.subject._asdict(), "target": each.target._asdict(), "rows": each.rows} for each in touched
        ],
        "rows": [_row(each) for each in findings if each.state not in _COUNTED_ONLY],
    }
    return orjson.dumps(report, option=orjson.OPT_INDENT_2) + b"\n"


def _row(finding: RowFinding) -> dict[str, Any]:
    line, change = finding.line, finding.change
    return {
        "sheet": line.sheet,
        "row": line.number,
        "state": finding.state.value,
        "alignment": finding.alignment or None,
        "name": finding.name,
        "action": change.get("action"),
        "edited": list(finding.edited),
        "before": dict(finding.before),
        "read": {name: line.text(name) for name in ("kind", "role", "strength")},
        "values": {name: change[name] for name in _SHOWN if name in change},
        "needs": finding.needs or None,
        "problems": [_told(line, each) for each in finding.problems],
        "notices": [_told(line, each) for each in finding.notices],
    }


def _told(line: TableLine, said: RowProblem) -> dict[str, str]:
    cell = line.places.get(said.field, f"{line.sheet}!{line.number}")
    return {"cell": cell, "rule": said.rule, "en": said.english, "zh": said.chinese}


def changes_of(data: bytes, findings: Sequence[RowFinding]) -> list[Mapping[str, Any]]:
    """Give the changes that the rows ask for; each has a reason, which may be the row itself."""
    digest = hashlib.sha256(data).hexdigest()[:12]
    return [
        {**each.change, "reason": each.change["changeReason"] or f"{digest} {each.line.sheet}!{each.line.number}"}
        for each in findings
        if each.change
    ]

"""``oneplusx import alignments``: bring a table of alignments (对接表) back, first as a report, then for good."""

import hashlib
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from graph.connection.database import Database
from interchange.alignments.import_errors import TableReportError
from interchange.alignments.table_comparison import RowFinding
from interchange.alignments.table_reading import read_table
from interchange.alignments.table_report import count_states, find_changes, find_touched, write_table_report
from interchange.alignments.touched_pairs import TouchedPair
from interchange.documents.sheet_reading import read_sheets
from server.commands.documents.confirmation import DryRunOption, ReportFile, ReportToConfirm
from server.commands.documents.document_files import bytes_of, write_bytes
from server.commands.graph_access import out, with_database
from server.commands.language import language, say
from server.commands.usage import UsageMistakeError
from server.imports.table_changes import STATES, TableChange, finding_line, write_changes
from server.settings import read_settings

ROWS_SHOWN = 50
PAIRS_SHOWN = 10


def import_alignments(
    file: Annotated[Path, typer.Argument(help=say("The table, XLSX or CSV.", "对接表，XLSX 或 CSV。"))],
    *,
    dry_run: DryRunOption = False,
    report: ReportFile = None,
    confirm: ReportToConfirm = None,
) -> None:
    if dry_run == bool(confirm):
        raise UsageMistakeError(
            "Give either --dry-run or --confirm REPORT.", "请给出 --dry-run 或 --confirm 报告之一。"
        )
    data = bytes_of(file)
    reading = read_table(read_sheets(data))

    async def look(database: Database) -> tuple[list[RowFinding], list[TouchedPair]]:
        findings = await find_changes(database.read, reading)
        touched = await find_touched(database.read, findings)
        if confirm:
            _require_same(bytes_of(confirm), write_table_report(data, reading, findings, touched))
            token = read_settings().editor_token.get_secret_value() or None
            await write_changes(database, TableChange.of(data, findings), token)
        return findings, touched

    findings, touched = with_database(look)
    written = write_table_report(data, reading, findings, touched)
    if report:
        write_bytes(report, written)
    for line in _lines(findings, hashlib.sha256(written).hexdigest(), is_written=confirm is not None):
        out.print(line, markup=False, soft_wrap=True)
    if confirm:
        for line in next_lines(touched):
            out.print(line, markup=False, soft_wrap=True)
    if any(each.problems for each in findings):
        raise typer.Exit(1)


def next_lines(touched: Sequence[TouchedPair]) -> Iterator[str]:
    """Name the command that shows the coverage of each programme and certificate that the rows touch."""
    for each in touched[:PAIRS_SHOWN]:
        command = shlex.join(["oneplusx", "coverage", each.subject.id, each.target.id])
        yield say(
            f"{each.subject.name} and {each.target.name} ({each.rows} rows): `{command}` counts what is accepted.",
            f"{each.subject.name}与{each.target.name}（{each.rows} 行）：用 {command} 查看覆盖，只计已采纳的对接。",
        )


def _require_same(confirmed: bytes, now: bytes) -> None:
    if confirmed != now:
        raise TableReportError(*(hashlib.sha256(each).hexdigest() for each in (confirmed, now)))


def _lines(findings: Sequence[RowFinding], digest: str, *, is_written: bool) -> Iterator[str]:
    counts = count_states(findings)
    en = ", ".join(f"{counts[state]} {words[0]}" for state, words in STATES.items())
    zh = "，".join(f"{words[1]} {counts[state]}" for state, words in STATES.items())
    yield say(f"rows: {en}", f"行数：{zh}")
    if lost := sum(each.is_acceptance_lost for each in findings):
        yield say(
            f"accepted until now, and with the change waiting for a decision again: {lost}",
            f"目前已采纳、改动后须重新决定：{lost} 行",
        )
    # What stands in the way first.
    shown = sorted((each for each in findings if each.problems or each.notices), key=lambda each: not each.problems)
    for each in shown[:ROWS_SHOWN]:
        yield f"  {finding_line(each, chinese=language() == 'zh')}"
    if (more := len(shown) - ROWS_SHOWN) > 0:
        yield say(f"  and {more} more, in the report", f"  另有 {more} 行，见报告")
    yield say(
        "An alignment that has no row in the file is left as it is.", "文件中没有的对接保持不变，删除行不会删除对接。"
    )
    if is_written:
        yield say(f"Report sha256 {digest}; its changes were written.", f"报告 sha256 {digest}；其中的变更已写入。")
    else:
        yield say(f"Report sha256 {digest}; nothing was written.", f"报告 sha256 {digest}；未写入任何内容。")

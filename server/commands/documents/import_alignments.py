"""``oneplusx import alignments``: bring a table of alignments (对接表) back, first as a report, then for good."""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from graph.connection.database import Database
from graph.errors import OneplusxError, RowsRefusedError
from interchange.alignments.import_errors import TableRefusedError, TableReportError
from interchange.alignments.table_comparison import RowFinding, RowState
from interchange.alignments.table_reading import read_table
from interchange.alignments.table_report import changes_of, count_states, find_changes, write_table_report
from interchange.documents.sheet_reading import read_sheets
from resolvers.editing.alignment_import import IMPORT_ALIGNMENTS
from resolvers.editing.transaction import perform
from server.commands.documents.document_files import bytes_of, write_bytes
from server.commands.graph_access import out, with_database
from server.commands.language import language, say
from server.commands.usage import UsageMistakeError
from server.settings import read_settings

ROWS_SHOWN = 50
_STATES = {
    RowState.NEW: ("new", "新增"),
    RowState.CHANGED: ("changed", "修改"),
    RowState.UNCHANGED: ("unchanged", "未变"),
    RowState.CONFLICT: ("in conflict", "冲突"),
    RowState.REFUSED: ("refused", "拒绝"),
}


def import_alignments(
    file: Annotated[Path, typer.Argument(help=say("The table, XLSX or CSV.", "对接表，XLSX 或 CSV。"))],
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=say("Report only, write nothing to the graph.", "仅报告，不写入图。"))
    ] = False,
    report: Annotated[
        Path | None,
        typer.Option(help=say("Write the whole report to this file, as JSON.", "将完整报告以 JSON 写入此文件。")),
    ] = None,
    confirm: Annotated[
        Path | None,
        typer.Option(
            help=say(
                "Write what this report says, as the editor of ONEPLUSX_EDITOR_TOKEN.",
                "写入这份报告所述的内容，编辑者由 ONEPLUSX_EDITOR_TOKEN 指定。",
            )
        ),
    ] = None,
) -> None:
    if dry_run == bool(confirm):
        raise UsageMistakeError(
            "Give either --dry-run or --confirm REPORT.", "请给出 --dry-run 或 --confirm 报告之一。"
        )
    data = bytes_of(file)
    reading = read_table(read_sheets(data))

    async def look(database: Database) -> list[RowFinding]:
        findings = await find_changes(database.read, reading)
        if confirm:
            _require_same(bytes_of(confirm), write_table_report(data, reading, findings))
            await _write(database, data, findings)
        return findings

    findings = with_database(look)
    written = write_table_report(data, reading, findings)
    if report:
        write_bytes(report, written)
    for line in _lines(findings, hashlib.sha256(written).hexdigest(), is_written=confirm is not None):
        out.print(line, markup=False, soft_wrap=True)
    if any(each.problems for each in findings):
        raise typer.Exit(1)


def _require_same(confirmed: bytes, now: bytes) -> None:
    if confirmed != now:
        raise TableReportError(*(hashlib.sha256(each).hexdigest() for each in (confirmed, now)))


async def _write(database: Database, data: bytes, findings: Sequence[RowFinding]) -> None:
    """Make the changes of all rows. Raises: TableRefusedError with nothing written."""
    if refused := [each for each in findings if each.problems]:
        raise TableRefusedError([(_shown(each, chinese=False), _shown(each, chinese=True)) for each in refused])
    changes = changes_of(data, findings)
    if not changes:
        return
    token = read_settings().editor_token.get_secret_value() or None
    # Where the server did not confirm the write, the same command finds what it made.
    key = hashlib.sha256(repr(changes).encode()).hexdigest()
    try:
        await perform(database, IMPORT_ALIGNMENTS, {"rows": changes, "idempotencyKey": key}, token, metadata={})
    except RowsRefusedError as error:
        changed = [each for each in findings if each.change]
        raise TableRefusedError([_refusal(changed[each.row], each.error) for each in error.rows]) from error


def _refusal(finding: RowFinding, error: OneplusxError) -> tuple[str, str]:
    place = f"{finding.line.sheet}!{finding.line.number} {finding.name}"
    return f"{place}: {error.en}", f"{place}：{error.zh}"


def _lines(findings: Sequence[RowFinding], digest: str, *, is_written: bool) -> Iterator[str]:
    counts = count_states(findings)
    en = ", ".join(f"{counts[state]} {words[0]}" for state, words in _STATES.items())
    zh = "，".join(f"{words[1]} {counts[state]}" for state, words in _STATES.items())
    yield say(f"rows: {en}", f"行数：{zh}")
    shown = [each for each in findings if each.problems]
    for each in shown[:ROWS_SHOWN]:
        yield f"  {_shown(each, chinese=language() == 'zh')}"
    if (more := len(shown) - ROWS_SHOWN) > 0:
        yield say(f"  and {more} more, in the report", f"  另有 {more} 行，见报告")
    yield say(
        "An alignment that has no row in the file is left as it is.", "文件中没有的对接保持不变，删除行不会删除对接。"
    )
    if is_written:
        yield say(f"Report sha256 {digest}; its changes were written.", f"报告 sha256 {digest}；其中的变更已写入。")
    else:
        yield say(f"Report sha256 {digest}; nothing was written.", f"报告 sha256 {digest}；未写入任何内容。")


def _shown(finding: RowFinding, *, chinese: bool) -> str:
    line = finding.line
    said = [
        f"{line.places.get(each.field, f'{line.sheet}!{line.number}')} {each.chinese if chinese else each.english}"
        for each in finding.problems
    ]
    return f"{_STATES[finding.state][chinese]} {finding.name}: {'; '.join(said)}"

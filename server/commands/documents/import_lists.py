"""``oneplusx import standards``: bring the list of the national platform in, first as a report, then for good."""

import datetime as dt
import hashlib
import re
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from graph.connection.database import Database
from interchange.standard_imports.confirmed_import import ImportDraft, confirm_import
from interchange.standard_lists.list_findings import GraphState
from interchange.standard_lists.list_import import ListFile, ListImport, look_at_list
from interchange.standard_lists.list_reading import read_list
from interchange.standard_lists.list_report import STATES, ListReport, completeness, remark_line
from interchange.standard_lists.listed_record import ListReading, ListRemark
from server.commands.documents.confirmation import DryRunOption, ReportFile, ReportToConfirm, required_token
from server.commands.documents.document_files import bytes_of, write_bytes
from server.commands.graph_access import out, with_database
from server.commands.language import language, say
from server.commands.usage import UsageMistakeError

REMARKS_SHOWN = 20
ANSWERS_SHOWN = 5
_DATE = re.compile(r"20\d{2}(?:-\d{2}){0,2}")


def import_standards(
    file: Annotated[Path, typer.Argument(help=say("The list, as JSON.", "清单（JSON）。"))],
    *,
    dry_run: DryRunOption = False,
    report: ReportFile = None,
    confirm: ReportToConfirm = None,
    retrieved_on: Annotated[
        str,
        typer.Option(
            help=say(
                "With --confirm: the day, month or year in which the platform gave the list, such as 2026-11-28.",
                "与 --confirm 同用：从平台取得清单的日期、月份或年份，如 2026-11-28。",
            )
        ),
    ] = "",
) -> None:
    if dry_run == bool(confirm):
        raise UsageMistakeError(
            "Give either --dry-run or --confirm REPORT.", "请给出 --dry-run 或 --confirm 报告之一。"
        )
    if retrieved_on and not (confirm and _is_date(retrieved_on)):
        raise UsageMistakeError(
            f"{retrieved_on!r} is no date for --confirm. Write 2026-11-28, 2026-11 or 2026.",
            f"{retrieved_on!r} 不是与 --confirm 同用的日期。请写成 2026-11-28、2026-11 或 2026。",
        )
    data = bytes_of(file)
    reading = read_list(data)
    if confirm:
        held = bytes_of(confirm)
        digests = (hashlib.sha256(data).hexdigest(), hashlib.sha256(held).hexdigest())
        _confirm(reading, ListFile(file.name, data, held, digests, retrieved_on))
    else:
        _look(file, data, reading, report)


def _is_date(text: str) -> bool:
    """Whether it is a year, a month of one, or a day that the calendar has."""
    if not _DATE.fullmatch(text):
        return False
    try:
        dt.date.fromisoformat(text + "2000-01-01"[len(text) :])
    except ValueError:
        return False
    return True


def _confirm(reading: ListReading, file: ListFile) -> None:
    token = required_token()

    async def work(database: Database) -> ImportDraft:
        return await confirm_import(database, lambda _: ListImport(reading, file), {}, token)

    _show(written_lines(with_database(work)))


def _look(file: Path, data: bytes, reading: ListReading, report: Path | None) -> None:
    """Say what the list holds. Raises: Exit where there are problems."""
    found = with_database(lambda database: look_at_list(database.read, reading))
    written = found.to_bytes(data)
    if report:
        write_bytes(report, written)
    _show(list_lines(found, hashlib.sha256(written).hexdigest()))
    if report:
        _show([_next_line(file, report, adds=any(each.adds for each in found.findings))])
    if found.problems:
        raise typer.Exit(1)


def _next_line(file: Path, report: Path, *, adds: bool) -> str:
    if not adds:
        return say("There is nothing to write.", "没有可写入的内容。")
    command = shlex.join(["oneplusx", "import", "standards", str(file), "--confirm", str(report)])
    return say(f"Next: `{command}` writes it.", f"下一步：{command} 写入。")


def list_lines(report: ListReport, digest: str) -> Iterator[str]:
    """Say what the list holds, what the graph has of it, and what is missing; ``digest`` is that of the report."""
    counts = report.counts()
    yield say(
        f"{counts['records']} records: {counts['standards']} standards ({counts['withFileKey']} with a file key), "
        f"{counts['certificateLevels']} levels of certificates; {counts['leftOut']} left out",
        f"记录 {counts['records']} 条：标准 {counts['standards']} 个（{counts['withFileKey']} 个有文件键），"
        f"证书等级 {counts['certificateLevels']} 个；未采用 {counts['leftOut']} 条",
    )
    yield from _completeness_lines(report)
    states = [(STATES[each], counts[f"has{each}"]) for each in GraphState if counts[f"has{each}"]]
    if states:
        en = ", ".join(f"{words[0]} {count}" for words, count in states)
        zh = "，".join(f"{words[1]} {count}" for words, count in states)
        yield say(f"the graph has of the standards: {en}", f"图中对这些标准已有：{zh}")
    adds = say(", ", "，").join(f"{name} {counts[key]}" for key, name in _added_names().items() if key in counts)
    yield say(f"would be added: {adds or '-'}", f"将新增：{adds or '-'}")
    yield from _remark_lines(say("problems", "问题"), report.problems)
    yield from _remark_lines(say("differences", "差异"), report.differences)
    yield from _remark_lines(say("guessed", "推定"), report.reading.guesses)
    yield from _remark_lines(say("not read", "未读取"), report.reading.not_read)
    yield say(f"Report sha256 {digest}; nothing was written.", f"报告 sha256 {digest}；未写入任何内容。")


def _added_names() -> dict[str, str]:
    return {
        "addsCertificate": say("certificates", "证书"),
        "addsLevel": say("levels", "等级"),
        "addsOrganization": say("issuing organisations", "颁发机构"),
        "addsStandardCode": say("codes", "标准代码"),
        "addsListing": say("entries of the platform", "平台条目"),
        "addsIsReportedByColleges": say("certificates no longer known from colleges alone", "不再仅见于院校自述的证书"),
    }


def _completeness_lines(report: ListReport) -> Iterator[str]:
    found = completeness(report)
    if found.total is None:
        yield say(
            "No answer says how many there are: whether the list is whole is not known.",
            "没有应答给出总数：清单是否完整不得而知。",
        )
        return
    if found.missing_at_least:
        yield say(
            f"The list is not whole: at least {found.missing_at_least} of {found.total} are missing.",
            f"清单不完整：共 {found.total} 条，至少缺 {found.missing_at_least} 条。",
        )
    for number, answer in found.cut[:ANSWERS_SHOWN]:
        yield say(
            f"answer {number} holds {answer.records} of {answer.total} records",
            f"第 {number} 份应答共 {answer.total} 条，只含 {answer.records} 条",
        )
    if (more := len(found.cut) - ANSWERS_SHOWN) > 0:
        yield say(f"  and {more} more answers, in the report", f"  另有 {more} 份应答，见报告")


def _remark_lines(name: str, remarks: Sequence[ListRemark]) -> Iterator[str]:
    if not remarks:
        return
    yield say(f"{name}: {len(remarks)}", f"{name} {len(remarks)} 处")
    yield from (f"  {remark_line(each, language())}" for each in remarks[:REMARKS_SHOWN])
    if (more := len(remarks) - REMARKS_SHOWN) > 0:
        yield say(f"  and {more} more, in the report", f"  另有 {more} 处，见报告")


def written_lines(draft: ImportDraft) -> Iterator[str]:
    """Say what was written, and how to take it out again."""
    counts = ", ".join(f"{name} {count}" for name, count in draft.counts.items())
    yield say(f"{draft.node_id} was written: {counts}", f"已写入 {draft.node_id}：{counts}")
    if completed := draft.after["completed"]:
        yield say(f"certificates that were there and were completed: {completed}", f"原有证书中补全了 {completed} 个")
    if left := draft.after["counts"]["leftOut"]:
        yield say(f"left out: {left}; the report says why", f"未采用 {left} 条，原因见报告")
    yield say(
        f"`oneplusx import undo {draft.node_id}` takes it out again.", f"撤销：oneplusx import undo {draft.node_id}。"
    )


def _show(lines: Sequence[str] | Iterator[str]) -> None:
    for line in lines:
        out.print(line, markup=False, soft_wrap=True)

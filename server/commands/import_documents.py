"""``oneplusx import``: bring a document in. What was read is reported first; confirming the report writes it."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import orjson
import typer

from graph.connection.database import Database
from graph.errors import AccessError
from interchange.standard_imports.confirmed_import import ImportDraft, confirm_import, look_at_import
from interchange.standard_imports.import_errors import AnswersFileError, ReportDiffersError
from interchange.standard_imports.imported_facts import ImportedFile
from server.commands.document_files import bytes_of, write_bytes
from server.commands.graph_access import out, with_database
from server.commands.import_lines import draft_lines, reading_lines
from server.commands.language import say
from server.commands.standard_document import StandardDocument, read_standard
from server.commands.usage import UsageMistakeError
from server.settings import read_settings, variable

import_app = typer.Typer(no_args_is_help=True)


@import_app.callback()
def _group() -> None:
    """Keep ``standard`` a command of its own: Typer leaves out the name of a single one."""


@import_app.command(
    "standard",
    help=say(
        "Read a skill level or teaching standard (PDF or DOCX), report what was read, and write what is confirmed.",
        "读取职业技能等级标准或专业教学标准（PDF 或 DOCX），报告读到的内容，并写入经确认的内容。",
    ),
)
def import_standard(
    file: Annotated[Path, typer.Argument(help=say("The document.", "文档。"))],
    *,
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run",
            help=say(
                "Write nothing to the graph; with --confirm: show what would be written.",
                "不写入图；与 --confirm 同用时，显示将写入的内容。",
            ),
        ),
    ] = False,
    report: Annotated[
        Path | None,
        typer.Option(help=say("Write the whole report to this file, as JSON.", "将完整报告以 JSON 写入此文件。")),
    ] = None,
    confirm: Annotated[
        Path | None,
        typer.Option(help=say("Write what this report of the document says.", "写入该文档的这份报告所述的内容。")),
    ] = None,
    answer: Annotated[
        list[str] | None,
        typer.Option(help=say("Answer a question: NAME=ANSWER; repeat it.", "回答一个问题：名称=答案；可重复。")),
    ] = None,
    answers: Annotated[
        Path | None,
        typer.Option(help=say("Answers as a JSON object, by question.", "答案文件：JSON 对象，按问题名称。")),
    ] = None,
) -> None:
    if not (dry_run or confirm):
        raise UsageMistakeError("Give --dry-run or --confirm REPORT.", "请给出 --dry-run 或 --confirm 报告。")
    data = bytes_of(file)
    document = read_standard(data)
    digest = hashlib.sha256(document.report).hexdigest()
    if confirm is None:
        if report:
            write_bytes(report, document.report)
        _show(reading_lines(document.reading, digest))
        if document.reading.problems:
            raise typer.Exit(1)
        return
    require_same(confirm, document.report)
    source = ImportedFile(file.name, hashlib.sha256(data).hexdigest(), digest)
    draft = with_database(
        lambda database: _import(database, document, source, _answers(answer or (), answers), dry_run=dry_run)
    )
    _show(draft_lines(draft, is_written=not dry_run))


async def _import(
    database: Database, document: StandardDocument, source: ImportedFile, given: Mapping[str, str], *, dry_run: bool
) -> ImportDraft:
    if dry_run:
        return await look_at_import(database, document.importing(source), given)
    token = read_settings().editor_token.get_secret_value()
    if not token:
        raise AccessError.no_token_set(variable("editor_token"))
    return await confirm_import(database, document.importing(source), given, token)


def _show(lines: Sequence[str]) -> None:
    for line in lines:
        out.print(line, markup=False, soft_wrap=True)


def require_same(confirmed: Path, fresh: bytes) -> None:
    """Raise ReportDiffersError unless the report that is confirmed is what reading the file gives now."""
    held = bytes_of(confirmed)
    if held != fresh:
        raise ReportDiffersError(hashlib.sha256(held).hexdigest(), hashlib.sha256(fresh).hexdigest())


def _answers(single: Sequence[str], file: Path | None) -> dict[str, str]:
    """Give all answers; one on the command line goes before that of the file."""
    given = _answers_in(file) if file else {}
    for each in single:
        name, sign, answer = each.partition("=")
        if not sign:
            raise UsageMistakeError(f"{each!r} is not NAME=ANSWER.", f"{each!r} 不是 名称=答案 的形式。")
        given[name.strip()] = answer
    return given


def _answers_in(file: Path) -> dict[str, str]:
    try:
        values = orjson.loads(bytes_of(file))
    except orjson.JSONDecodeError:
        raise AnswersFileError(str(file)) from None
    if not isinstance(values, dict) or not all(isinstance(each, str) for each in values.values()):
        raise AnswersFileError(str(file))
    return values

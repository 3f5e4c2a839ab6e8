"""``oneplusx import``: bring a document in. What was read is reported first; confirming the report writes it."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from graph.connection.database import Database
from interchange.standard_imports.confirmed_import import ImportDraft, confirm_import, look_at_import
from interchange.standard_imports.imported_facts import ImportedFile
from interchange.standard_imports.other_versions import OtherVersion, other_versions
from interchange.standard_imports.reading_import import import_of
from interchange.standards.corrections.corrected_reading import correct_reading
from interchange.standards.corrections.correction import Correction
from interchange.standards.corrections.correction_table import read_corrections, write_corrections
from interchange.standards.skill.skill_standard import SkillStandardReading
from interchange.standards.standard_document import StandardDocument, StandardReading, read_standard
from interchange.standards.teaching.teaching_standard import TeachingStandardReading
from server.commands.documents.confirmation import AnswerOption, AnswersFile, all_answers, require_same, required_token
from server.commands.documents.document_files import bytes_of, write_bytes
from server.commands.documents.import_alignments import import_alignments
from server.commands.documents.import_lines import carry_line, confirming_line, draft_lines, reading_lines
from server.commands.documents.import_lists import import_standards
from server.commands.documents.import_undoing import import_undo
from server.commands.documents.versions_there import version_lines
from server.commands.graph_access import out, with_database
from server.commands.language import language, say
from server.commands.usage import UsageMistakeError

import_app = typer.Typer(no_args_is_help=True)


import_app.command(
    "alignments",
    help=say(
        "Read a table of alignments (XLSX or CSV), report what it would change, and write it once confirmed.",
        "读取对接表（XLSX 或 CSV），报告将作的变更，确认后写入。",
    ),
)(import_alignments)
import_app.command(
    "standards",
    help=say(
        "Read the list of the national platform (JSON), report what the graph has of each standard, and write what is "
        "confirmed.",
        "读取国家平台的标准清单（JSON），报告图中已有的情况，并写入经确认的内容。",
    ),
)(import_standards)
import_app.command(
    "undo",
    help=say(
        "Take out what the latest import of a standard or a list wrote, unless something was built on it since.",
        "撤销某标准或清单最近一次导入写入的内容；其后已有内容以它为基础时拒绝。",
    ),
)(import_undo)


@import_app.command(
    "standard",
    help=say(
        "Read a skill level or teaching standard (PDF, DOCX, or our XLSX template), report what was read, and write "
        "what is confirmed.",
        "读取职业技能等级标准或专业教学标准（PDF、DOCX 或 XLSX 模板），报告读到的内容，并写入经确认的内容。",
    ),
)
def import_standard(
    file: Annotated[Path | None, typer.Argument(help=say("The document.", "文档。"))] = None,
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
    template: Annotated[
        Path | None,
        typer.Option(
            help=say(
                "Write the XLSX template of a skill standard: empty, or with --dry-run filled with what was read.",
                "写出职业技能等级标准的 XLSX 模板：空白，或与 --dry-run 同用时填入读到的内容。",
            )
        ),
    ] = None,
    confirm: Annotated[
        Path | None,
        typer.Option(help=say("Write what this report of the document says.", "写入该文档的这份报告所述的内容。")),
    ] = None,
    carry_from: Annotated[
        str | None,
        typer.Option(
            help=say(
                "Suggest the alignments with this earlier version, such as 1.0, for the new one.",
                "将此旧版本（如 1.0）的对接作为建议沿用到新版本。",
            )
        ),
    ] = None,
    answer: AnswerOption = None,
    answers: AnswersFile = None,
    corrections: Annotated[
        Path | None,
        typer.Option(
            help=say("Correct what was read by this table or JSON list.", "按此表格或 JSON 列表更正所读内容。")
        ),
    ] = None,
    corrections_template: Annotated[
        Path | None,
        typer.Option(
            help=say(
                "With --dry-run: write the table to correct what was read in.",
                "与 --dry-run 同用：写出用于更正的表格。",
            )
        ),
    ] = None,
) -> None:
    if file is None:
        _write_template(template, None)
        return
    if not (dry_run or confirm):
        raise UsageMistakeError("Give --dry-run or --confirm REPORT.", "请给出 --dry-run 或 --confirm 报告。")
    data = bytes_of(file)
    document = read_standard(data)
    if confirm is None:
        if corrections_template:
            write_bytes(corrections_template, write_corrections(document.reading, document.report, language()))
        _look(file, _corrected(document, corrections), report, template)
        return
    require_same(confirm, document.report)
    own, reported = (hashlib.sha256(each).hexdigest() for each in (data, document.report))
    carry_from = carry_from or None
    source, given = ImportedFile(file.name, own, reported), all_answers(answer or (), answers)
    token = None if dry_run else required_token()
    making = import_of(document.reading, source, _corrections_in(corrections, document.report))

    async def work(database: Database) -> tuple[ImportDraft, list[OtherVersion]]:
        if token is None:
            draft = await look_at_import(database, making, given, carry_from=carry_from)
            return draft, [] if carry_from else await _versions(database, _corrected(document, corrections).reading)
        return await confirm_import(database, making, given, token, carry_from=carry_from), []

    draft, versions = with_database(work)
    _show(draft_lines(draft, is_written=not dry_run))
    _show([carry_line(each) for each in versions if each.carried])


async def _versions(database: Database, reading: StandardReading) -> list[OtherVersion]:
    """Give the versions whose alignments can be carried: of skill standards only."""
    return await other_versions(database.read, reading) if isinstance(reading, SkillStandardReading) else []


def _corrections_in(file: Path | None, report: bytes) -> list[Correction]:
    return read_corrections(bytes_of(file), report) if file else []


def _corrected(document: StandardDocument, corrections: Path | None) -> StandardDocument:
    """Give what was read, corrected, with the report on what was read."""
    reading = correct_reading(document.reading, _corrections_in(corrections, document.report)).reading
    return document._replace(reading=reading) if corrections else document


def _look(file: Path, document: StandardDocument, report: Path | None, template: Path | None) -> None:
    """Say what was read. Raises: Exit where there are problems."""
    if report:
        write_bytes(report, document.report)
    if template:
        _write_template(template, document.reading)
    _show(reading_lines(document.reading, hashlib.sha256(document.report).hexdigest()))
    _show(list(version_lines(document.reading)))
    if report:
        _show([confirming_line(str(file), str(report))])
    if document.reading.problems:
        raise typer.Exit(1)


def _write_template(template: Path | None, reading: StandardReading | None) -> None:
    from interchange.standards.template.template_writing import write_template  # noqa: PLC0415  # its library is large

    if template is None:
        raise UsageMistakeError("Name a document, or give --template FILE.", "请给出文档，或给出 --template 文件。")
    if isinstance(reading, TeachingStandardReading):
        raise UsageMistakeError(
            "The template is of skill level standards; this is a teaching standard.",
            "模板仅用于职业技能等级标准；该文档是专业教学标准。",
        )
    write_bytes(template, write_template(reading))


def _show(lines: Sequence[str]) -> None:
    for line in lines:
        out.print(line, markup=False, soft_wrap=True)

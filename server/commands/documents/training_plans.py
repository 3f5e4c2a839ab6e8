"""``oneplusx plan``: bring a college's training plan in. What was read is reported first; confirming it writes it."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from analysis.code_words import MODULES
from analysis.training_plans.intervals import interval_text, taken
from analysis.training_plans.training_plan import PlanReading, PlanRemark
from graph.connection.database import Database
from interchange.documents.document_errors import FileExistsAlreadyError
from interchange.documents.document_kinds import DocumentKind
from interchange.documents.document_pages import Document
from interchange.documents.document_reading import read_document
from interchange.standard_imports.confirmed_import import ImportDraft
from interchange.standard_imports.imported_facts import ImportedFile
from interchange.standards.corrections.correction_table import read_corrections
from interchange.training_plan_imports.confirmed_plans import PlanDocument, confirm_plans, look_at_plans
from interchange.training_plans.column_mapping import read_mapping, write_mapping
from interchange.training_plans.corrections.corrected_plans import correct_plans
from interchange.training_plans.form.form_tables import KINDS
from interchange.training_plans.plan_head import NamedMajor
from interchange.training_plans.plan_reading import read_training_plans
from interchange.training_plans.plan_report import message, where, write_plan_report
from interchange.training_plans.tables.headings.column_choices import NO_CHOICES, ColumnChoices, choices_of
from seeds.catalogue_majors import read_majors
from server.commands.documents.confirmation import AnswerOption, AnswersFile, all_answers, require_same, required_token
from server.commands.documents.document_files import bytes_of, write_bytes
from server.commands.documents.import_lines import draft_lines
from server.commands.documents.plan_columns import known_columns
from server.commands.graph_access import out, with_database
from server.commands.language import language, say
from server.commands.usage import UsageMistakeError
from server.settings import read_settings

plan_app = typer.Typer(no_args_is_help=True)
REMARKS_SHOWN = 20
File = Annotated[Path, typer.Argument(help=say("The document.", "文档。"))]


class ConfirmedStatus(StrEnum):
    """What a plan is once its import is confirmed."""

    DRAFT = "draft"
    PUBLISHED = "published"


@plan_app.callback()
def _group() -> None:
    """Keep ``import`` a command of its own: Typer leaves out the name of a single one."""


@plan_app.command(
    "import",
    help=say(
        "Read training plans (XLSX, XLS, HTML, CSV, DOCX, PDF), report what was read, guessed and not read, and write "
        "what is confirmed.",
        "读取人才培养方案（XLSX、XLS、HTML、CSV、DOCX、PDF），报告读到、推定和未读取的内容，并写入经确认的内容。",
    ),
)
def import_plan(
    file: File,
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
    as_json: Annotated[
        bool,
        typer.Option("--json", help=say("Print the whole report as JSON.", "以 JSON 输出完整报告。")),
    ] = False,
    confirm: Annotated[
        Path | None,
        typer.Option(help=say("Write what this report of the document says.", "写入该文档的这份报告所述的内容。")),
    ] = None,
    answer: AnswerOption = None,
    answers: AnswersFile = None,
    status: Annotated[
        ConfirmedStatus,
        typer.Option(
            help=say(
                "draft: the editors of its college alone read it, until it is published.",
                "draft：发布前仅本院校编辑者可读。",
            )
        ),
    ] = ConfirmedStatus.PUBLISHED,
    column: Annotated[
        list[str] | None,
        typer.Option(
            help=say(
                "What a column of the tables of courses means: E=practiceHours. Repeat it for several.",
                "课程表某列的含义，如 E=practiceHours，可多次给出。",
            )
        ),
    ] = None,
    mapping: Annotated[
        Path | None,
        typer.Option(
            help=say(
                "Meanings of columns by their headings: read from this file, and kept in it.",
                "按表头确定列含义的文件：先读取，再保存本次结果。",
            )
        ),
    ] = None,
    college_columns: Annotated[
        bool,
        typer.Option(
            "--college-columns",
            help=say(
                "Read columns as editors of your college confirmed before: needs the graph, and your token.",
                "按本院校编辑者此前确认的表头对应关系读取：须连接图并设置令牌。",
            ),
        ),
    ] = False,
    corrections: Annotated[
        Path | None,
        typer.Option(
            help=say("Correct what was read by this table or JSON list.", "按此表格或 JSON 列表更正所读内容。")
        ),
    ] = None,
) -> None:
    if not (dry_run or confirm):
        raise UsageMistakeError("Give --dry-run or --confirm REPORT.", "请给出 --dry-run 或 --confirm 报告。")
    known = read_mapping(str(mapping), bytes_of(mapping)) if mapping and mapping.exists() else {}
    of_college = known_columns() if college_columns else {}
    data, document, plans = read_plans(file, ColumnChoices(choices_of(column or ()), known, of_college))
    if mapping:
        write_bytes(mapping, write_mapping(plans, known))
    written = write_plan_report(data, document, plans)
    given = read_corrections(bytes_of(corrections), written) if corrections else []
    if confirm:
        require_same(confirm, written)
        own, reported = (hashlib.sha256(each).hexdigest() for each in (data, written))
        are_drafts = status is ConfirmedStatus.DRAFT
        confirmed = PlanDocument(plans, ImportedFile(file.name, own, reported), are_drafts, given)
        _write(confirmed, all_answers(answer or (), answers), is_written=not dry_run)
        return
    if report:
        write_bytes(report, written)
    corrected = [each.reading for each in correct_plans(plans, given)]
    if as_json:
        _show([write_plan_report(data, document, corrected).decode().rstrip("\n")])
    else:
        _show(_lines(corrected, hashlib.sha256(written).hexdigest()))
    if any(each.problems for each in corrected):
        raise typer.Exit(1)


def _write(document: PlanDocument, given: Mapping[str, str], *, is_written: bool) -> None:
    token = required_token() if is_written else None

    async def work(database: Database) -> list[ImportDraft]:
        if token is None:
            return await look_at_plans(database, document, given)
        return await confirm_plans(database, document, given, token)

    for draft in with_database(work):
        _show(draft_lines(draft._replace(versions=()), is_written=is_written))


def _show(lines: Iterable[str]) -> None:
    for line in lines:
        out.print(line, markup=False, highlight=False, soft_wrap=True)


@plan_app.command(
    "template",
    help=say("Write a form to fill in, as a workbook.", "生成可填写的人才培养方案模板（工作簿）。"),
)
def template(
    file: Annotated[Path, typer.Argument(help=say("The workbook to write.", "要写入的工作簿。"))],
    *,
    replace: Annotated[bool, typer.Option(help=say("Write over a file that is there.", "覆盖已存在的文件。"))] = False,
) -> None:
    from interchange.training_plans.plan_template import write_template  # noqa: PLC0415  # its library takes half a second

    if file.exists() and not replace:
        raise FileExistsAlreadyError(str(file))
    write_bytes(file, write_template())
    out.print(
        say(f"{file}: fill it in, then run ", f"{file}：填写后运行 ") + f"oneplusx plan import {file} --dry-run",
        markup=False,
        soft_wrap=True,
    )


def read_plans(file: Path, choices: ColumnChoices = NO_CHOICES) -> tuple[bytes, Document, tuple[PlanReading, ...]]:
    """Read the plans of a document, and check their majors against the catalogues of the seeds."""
    data = bytes_of(file)
    document = read_document(data, kinds=tuple(DocumentKind))
    majors = [NamedMajor(*each) for each in read_majors(read_settings().seeds_dir)]
    return data, document, read_training_plans(document, majors, choices)


def _lines(plans: Sequence[PlanReading], digest: str) -> Iterator[str]:
    for plan in plans:
        yield from _plan(plan)
    yield say(f"Report sha256 {digest}; nothing was written.", f"报告 sha256 {digest}；未写入任何内容。")


def _plan(plan: PlanReading) -> Iterator[str]:
    head = plan.head
    yield "  ".join(filter(None, (head.college, head.major_name, head.major_code, head.grade)))
    yield _taken(plan)
    counts = Counter(each.module for each in plan.lines if each.is_counted)
    for module, words in MODULES.items():
        if counts[module]:
            yield say(f"{module}: {counts[module]} lines", f"{words.chinese}：{counts[module]} 行")
    if counts[None]:
        yield say(f"without module: {counts[None]} lines", f"未归入模块：{counts[None]} 行")
    for group in plan.groups:
        label = f"{where(group.place, language())} {group.label}"
        number = f"{(group.credits or 0) / 100:g}" if group.kind == "CHOOSE_CREDITS" else str(group.choose)
        yield say(f"  {group.kind} {number}: {label}", f"  {KINDS[group.kind]} {number}：{label}")
    for certificate in plan.certificates:
        terms = "、".join(map(str, certificate.semesters))
        yield "  ".join(filter(None, ("  X", certificate.name, certificate.level_text, terms)))
    yield from _remarks(say("guessed", "推定"), plan.guesses)
    yield from _remarks(say("problems", "问题"), plan.problems)
    yield from _remarks(say("not read", "未读取"), plan.not_read)


def _taken(plan: PlanReading) -> str:
    figures = taken(plan, plan.lines)
    credits_taken, hours = interval_text(figures["credits"], 100), interval_text(figures["hours"])
    lines = sum(each.is_counted for each in plan.lines)
    return say(
        f"{lines} lines that count, {credits_taken} credits, {hours} hours",
        f"计入 {lines} 行，学分 {credits_taken}，学时 {hours}",
    )


def _remarks(title: str, remarks: Sequence[PlanRemark]) -> Iterator[str]:
    if remarks:
        yield say(f"{title}: {len(remarks)}", f"{title} {len(remarks)} 处")
    for each in remarks[:REMARKS_SHOWN]:
        yield f"  {message(each, language())}"
    if (more := len(remarks) - REMARKS_SHOWN) > 0:
        yield say(f"  and {more} more, in the report", f"  另有 {more} 处，见报告")

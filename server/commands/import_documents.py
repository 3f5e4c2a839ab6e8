"""``oneplusx import``: bring a document in. What was read is reported first; so far nothing is written."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from interchange.documents.document_errors import DocumentFileError, ReportFileError
from interchange.documents.document_kinds import BYTES_LARGEST
from interchange.documents.document_reading import read_document
from interchange.standards.skill_standard import LEVELS, LevelTree, Remark, SkillStandardReading
from interchange.standards.skill_tree import read_skill_standard
from interchange.standards.standard_report import message, write_report
from interchange.standards.teaching_reading import is_teaching_standard, read_teaching_standard
from interchange.standards.teaching_report import write_teaching_report
from interchange.standards.teaching_standard import TeachingStandardReading
from server.commands.graph_access import out
from server.commands.language import language, say

import_app = typer.Typer(no_args_is_help=True)
REMARKS_SHOWN = 20


@import_app.callback()
def _group() -> None:
    """Keep ``standard`` a command of its own: Typer leaves out the name of a single one."""


@import_app.command(
    "standard",
    help=say(
        "Read a skill level or teaching standard (PDF or DOCX) and report what was read, guessed and not read.",
        "读取职业技能等级标准或专业教学标准（PDF 或 DOCX），报告读到、推定和未读取的内容。",
    ),
)
def import_standard(
    file: Annotated[Path, typer.Argument(help=say("The document.", "文档。"))],
    *,
    dry_run: Annotated[  # noqa: ARG001  # asked for by name, since the same command will write
        bool,
        typer.Option("--dry-run", help=say("Report only, write nothing to the graph.", "仅报告，不写入图。")),
    ],
    report: Annotated[
        Path | None,
        typer.Option(help=say("Write the whole report to this file, as JSON.", "将完整报告以 JSON 写入此文件。")),
    ] = None,
) -> None:
    data = _bytes_of(file)
    document = read_document(data)
    reading: SkillStandardReading | TeachingStandardReading
    if is_teaching_standard(document):
        reading = read_teaching_standard(document)
        written, lines = write_teaching_report(data, document, reading), _teaching_lines(reading)
    else:
        reading = read_skill_standard(document)
        written, lines = write_report(data, document, reading), _skill_lines(reading)
    if report:
        _write(report, written)
    for line in (*lines, *_end(reading, hashlib.sha256(written).hexdigest())):
        out.print(line, markup=False, soft_wrap=True)
    if reading.problems:
        raise typer.Exit(1)


def _bytes_of(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            # One byte more than the limit is enough to be refused.
            return opened.read(BYTES_LARGEST + 1)
    except OSError as error:
        raise DocumentFileError(str(file), error.strerror or "") from None


def _write(report: Path, written: bytes) -> None:
    try:
        report.write_bytes(written)
    except OSError as error:
        raise ReportFileError(str(report), error.strerror or "") from None


def _skill_lines(reading: SkillStandardReading) -> Iterator[str]:
    head = reading.head
    yield "  ".join(filter(None, (head.title, head.code, head.version)))
    for level in reading.levels:
        yield _counts(level)


def _teaching_lines(reading: TeachingStandardReading) -> Iterator[str]:
    yield "  ".join(filter(None, (reading.title, reading.major.code, reading.major.name)))
    counts = Counter(each.module for each in reading.courses)
    for module, zh in (("FOUNDATION", "专业基础课程"), ("CORE", "专业核心课程"), ("EXTENSION", "专业拓展课程")):
        yield say(f"{module}: {counts[module]} courses", f"{zh}：{counts[module]} 门")
    yield say(
        f"{len(reading.occupations)} occupations, {len(reading.positions)} positions, "
        f"{len(reading.certificates)} certificates, {len(reading.rules)} rules",
        f"职业 {len(reading.occupations)}，岗位 {len(reading.positions)}，"
        f"证书 {len(reading.certificates)}，规则 {len(reading.rules)}",
    )


def _end(reading: SkillStandardReading | TeachingStandardReading, digest: str) -> Iterator[str]:
    yield from _remarks(say("guessed", "推定"), reading.guesses)
    yield from _remarks(say("problems", "问题"), reading.problems)
    yield from _remarks(say("not read", "未读取"), reading.not_read)
    yield say(f"Report sha256 {digest}; nothing was written.", f"报告 sha256 {digest}；未写入任何内容。")


def _counts(level: LevelTree) -> str:
    zh = next(name for name, code in LEVELS.items() if code == level.level)
    areas, tasks = len(level.areas), sum(len(each.tasks) for each in level.areas)
    requirements = level.requirement_count()
    return say(
        f"{level.level}: {areas} work areas, {tasks} tasks, {requirements} requirements",
        f"{zh}：工作领域 {areas}，工作任务 {tasks}，职业技能要求 {requirements}",
    )


def _remarks(title: str, remarks: Sequence[Remark]) -> Iterator[str]:
    if remarks:
        yield say(f"{title}: {len(remarks)}", f"{title} {len(remarks)} 处")
    for each in remarks[:REMARKS_SHOWN]:
        yield f"  {message(each, language())}"
    if (more := len(remarks) - REMARKS_SHOWN) > 0:
        yield say(f"  and {more} more, in the report", f"  另有 {more} 处，见报告")

"""``oneplusx plan export``: write a training plan in the form in which a college submits it.

Of a document the accepted alignments and the version before are not known: the first are left out, the second can be
named. Of a plan of the graph both are read.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analysis.training_plans.content_words import ContentWords
from analysis.training_plans.plan_content import ContentDifference
from analysis.training_plans.training_plan import PlanReading
from graph.connection.database import Database
from interchange.documents.document_errors import FileExistsAlreadyError
from interchange.formats.laid_out_tables import FormTable
from interchange.training_plans.plan_errors import NothingToWriteError
from resolvers.identify import Request
from resolvers.stored_training_plans import rights_of_plan
from seeds.credit_rules import read_credit_rules
from seeds.rule_sets import read_rule_sets
from server.commands.documents.document_files import write_bytes
from server.commands.graph_access import out, with_database
from server.commands.graph_question import ask
from server.commands.language import language, say
from server.commands.plans.chosen_plan import PlanNumberOption, PlanSource, choose_plan, chosen_among
from server.commands.plans.stored_plans import names_stored_plan, plan_id_of
from server.plans.reports.plan_reports import (
    DOCUMENT,
    OPERATION,
    ReportSources,
    plan_reports,
    read_plan_reports,
    variables_of,
)
from server.settings import read_settings

if TYPE_CHECKING:
    from interchange.training_plans.form.plan_export import ExportedPlan

plan_export_app = typer.Typer()
LOST_SHOWN, VALUE_LARGEST = 50, 60


@plan_export_app.command(
    "export",
    help=say(
        "Write a training plan in the form in which it is submitted, read it back, and name what a file cannot carry.",
        "按报送格式导出人才培养方案，并回读核对，列出文件无法承载的内容。",
    ),
)
def export_plan(
    source: PlanSource,
    *,
    xlsx: Annotated[Path | None, typer.Option(help=say("The workbook to write.", "要写入的工作簿。"))] = None,
    docx: Annotated[Path | None, typer.Option(help=say("The Word file to write.", "要写入的 Word 文件。"))] = None,
    plan: PlanNumberOption = None,
    before: Annotated[
        str | None,
        typer.Option(
            help=say(
                "The version before, for a list of changes: its document, or its id or slug in the graph.",
                "上一版本方案（用于生成变更清单）：其文档，或其在图中的 id 或短名。",
            )
        ),
    ] = None,
    plan_before: Annotated[
        int | None, typer.Option(min=1, help=say("Which plan of that document.", "该文档中第几个方案。"))
    ] = None,
    replace: Annotated[bool, typer.Option(help=say("Write over a file that is there.", "覆盖已存在的文件。"))] = False,
) -> None:
    from interchange.training_plans.form.plan_export import EXPORTS  # noqa: PLC0415  # half a second

    targets = [(file, EXPORTS[ending]) for ending, file in (("xlsx", xlsx), ("docx", docx)) if file]
    if not targets:
        raise NothingToWriteError
    for each, _ in targets:
        if each.exists() and not replace:
            raise FileExistsAlreadyError(str(each))
    revised = choose_plan(before, plan_before) if before else None
    if names_stored_plan(source):
        stored, reports = with_database(lambda database: _stored(database, source, revised))
        meant = chosen_among([stored], plan)
    else:
        meant = choose_plan(source, plan)
        reports = plan_reports(meant, _seeds(revised))
    lost = [_write(each, export(meant, reports), meant) for each, export in targets]
    if any(lost):
        raise typer.Exit(1)


def _seeds(before: PlanReading | None) -> ReportSources:
    folders = read_settings().seeds_dir
    return ReportSources(read_rule_sets(folders), list(read_credit_rules(folders)), before=before)


async def _stored(
    database: Database, source: str, before: PlanReading | None
) -> tuple[PlanReading, Sequence[FormTable]]:
    """Read a plan with the rights of its college: anyone who runs a command may read the graph."""
    plan_id = await plan_id_of(database, source)
    rights = await rights_of_plan(database.read, plan_id)
    data = await ask(database, Request(DOCUMENT, variables_of(plan_id), OPERATION, rights=rights))
    return await read_plan_reports(database.read, data, before)


def _write(file: Path, written: "ExportedPlan", plan: PlanReading) -> bool:
    """Write a file and say what it has; whether something of the plan is not in it."""
    write_bytes(file, written.data)
    lines = len(plan.lines)
    head = say(f"{file}: {lines} lines, read back and compared", f"{file}：{lines} 行，已回读核对")
    for each in (head, *_lost(written.lost, ContentWords(language(), plan))):
        out.print(each, markup=False, highlight=False, soft_wrap=True)
    return bool(written.lost)


def _lost(lost: Sequence[ContentDifference], words: ContentWords) -> Iterator[str]:
    for each in lost[:LOST_SHOWN]:
        before, after = map(_shortened, words.shown(each))
        yield say(
            f"  not carried by the file: {words.where(each)}: {before}, read back as {after}",
            f"  文件无法承载：{words.where(each)}：{before}，回读为 {after}",
        )
    if (more := len(lost) - LOST_SHOWN) > 0:
        yield say(f"  and {more} more", f"  另有 {more} 处")


def _shortened(text: str) -> str:
    return text if len(text) <= VALUE_LARGEST else f"{text[:VALUE_LARGEST]}…"

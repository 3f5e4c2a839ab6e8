"""``oneplusx plan export``: write a training plan in the form in which a college submits it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from analysis.training_plans.plan_content import ContentDifference
from analysis.training_plans.training_plan import PlanReading
from interchange.documents.document_errors import FileExistsAlreadyError
from interchange.training_plans.plan_errors import NothingToWriteError
from server.commands.documents.document_files import write_bytes
from server.commands.documents.training_plans import File
from server.commands.graph_access import out
from server.commands.language import say
from server.commands.plans.chosen_plan import PlanNumberOption, choose_plan

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
    file: File,
    *,
    xlsx: Annotated[Path | None, typer.Option(help=say("The workbook to write.", "要写入的工作簿。"))] = None,
    docx: Annotated[Path | None, typer.Option(help=say("The Word file to write.", "要写入的 Word 文件。"))] = None,
    plan: PlanNumberOption = None,
    replace: Annotated[bool, typer.Option(help=say("Write over a file that is there.", "覆盖已存在的文件。"))] = False,
) -> None:
    from interchange.training_plans.form.plan_export import export_document, export_workbook  # noqa: PLC0415  # half a second

    targets = [(each, export) for each, export in ((xlsx, export_workbook), (docx, export_document)) if each]
    if not targets:
        raise NothingToWriteError
    for each, _ in targets:
        if each.exists() and not replace:
            raise FileExistsAlreadyError(str(each))
    meant = choose_plan(file, plan)
    lost = [_write(each, export(meant), meant) for each, export in targets]
    if any(lost):
        raise typer.Exit(1)


def _write(file: Path, written: "ExportedPlan", plan: PlanReading) -> bool:
    """Write a file and say what it has; whether something of the plan is not in it."""
    write_bytes(file, written.data)
    lines = len(plan.lines)
    head = say(f"{file}: {lines} lines, read back and compared", f"{file}：{lines} 行，已回读核对")
    for each in (head, *_lost(written.lost)):
        out.print(each, markup=False, highlight=False, soft_wrap=True)
    return bool(written.lost)


def _lost(lost: Sequence[ContentDifference]) -> Iterator[str]:
    for each in lost[:LOST_SHOWN]:
        before, after = _shown(each.before), _shown(each.after)
        yield say(
            f"  not carried by the file: {each.path}: {before}, read back as {after}",
            f"  文件无法承载：{each.path}：{before}，回读为 {after}",
        )
    if (more := len(lost) - LOST_SHOWN) > 0:
        yield say(f"  and {more} more", f"  另有 {more} 处")


def _shown(value: Any) -> str:
    text = say("nothing", "无") if value in (None, "", {}) else str(value)
    return text if len(text) <= VALUE_LARGEST else f"{text[:VALUE_LARGEST]}…"

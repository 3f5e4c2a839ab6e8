"""``oneplusx export``: write what people work on in a spreadsheet."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from graph.connection.database import Database
from graph.counted import ROWS
from graph.errors import OneplusxError, OperationTooLargeError
from interchange.alignments.alignment_csv import write_alignment_csv
from interchange.alignments.ends_by_name import id_of_certificate, id_of_programme
from resolvers.questions.coverage.alignment_table import ROWS_LARGEST
from server.api.tables.alignment_tables import SUGGESTIONS_LARGEST, table_of, table_request
from server.commands.documents.document_files import write_bytes
from server.commands.graph_access import out, with_database
from server.commands.graph_question import ask
from server.commands.language import language, say
from server.commands.usage import UsageMistakeError

export_app = typer.Typer(no_args_is_help=True)
CSV_ENDING, WORKBOOK_ENDING = ".csv", ".xlsx"


class TitleLanguage(StrEnum):
    """The language of the titles in a file."""

    CHINESE = "zh"
    ENGLISH = "en"


class ExportFileError(OneplusxError):
    """The name of a file says no form that is written."""

    code = "EXPORT_FILE"

    def __init__(self, file: str) -> None:
        super().__init__(
            f"{file}: name a file that ends in {WORKBOOK_ENDING} or {CSV_ENDING}.",
            f"{file}：文件名须以 {WORKBOOK_ENDING} 或 {CSV_ENDING} 结尾。",
        )


@export_app.callback()
def _group() -> None:
    """Keep ``alignments`` a command of its own: Typer leaves out the name of a single one."""


@export_app.command(
    "alignments",
    help=say(
        "Write alignments as a spreadsheet (XLSX or CSV) to change and bring back with `import alignments`.",
        "将对接导出为表格（XLSX 或 CSV），修改后用 `import alignments` 导回。",
    ),
)
def export_alignments(
    file: Annotated[Path, typer.Argument(help=say("The file to write.", "要写入的文件。"))],
    *,
    standard: Annotated[
        str | None,
        typer.Option(
            help=say(
                "Only this teaching standard or plan: code of the major, or an id.",
                "只导出此专业教学标准或方案：专业代码，或 id。",
            )
        ),
    ] = None,
    certificate: Annotated[
        str | None,
        typer.Option(
            help=say(
                "Only this certificate: code of its standard, its name, or an id (a level, a standard).",
                "只导出此证书：标准代码、证书名称，或 id（等级、标准）。",
            )
        ),
    ] = None,
    suggestions: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=SUGGESTIONS_LARGEST,
            help=say(
                "Add this many suggestions, the likeliest first; needs --standard and --certificate.",
                "附上若干条建议，最可能的在前；须同时给出 --standard 与 --certificate。",
            ),
        ),
    ] = None,
    titles: Annotated[
        TitleLanguage | None, typer.Option("--language", help=say("Language of the titles.", "标题的语言。"))
    ] = None,
) -> None:
    if file.suffix.lower() not in {CSV_ENDING, WORKBOOK_ENDING}:
        raise ExportFileError(str(file))
    if suggestions and not (standard and certificate):
        raise UsageMistakeError(
            "--suggestions needs --standard and --certificate.",
            "--suggestions 须同时给出 --standard 与 --certificate。",
        )
    table = with_database(lambda database: read_table(database, standard, certificate, suggestions))
    chosen = titles.value if titles else language()
    if file.suffix.lower() == CSV_ENDING:
        written = write_alignment_csv(table, chosen, for_excel=True)
    else:
        from interchange.alignments.alignment_workbook import write_alignment_workbook  # noqa: PLC0415  # half a second

        written = write_alignment_workbook(table, chosen)
    write_bytes(file, written)
    out.print(f"{file}{_content(table)}", markup=False, soft_wrap=True)


def _content(table: Mapping[str, Any]) -> str:
    suggested = table.get("suggestions")
    count = len(table["rows"]) - (suggested or 0)
    if suggested is None:
        return say(f": {count} alignments.", f"：{count} 条对接。")
    return say(f": {count} alignments, {suggested} suggestions.", f"：{count} 条对接，{suggested} 条建议。")


async def read_table(
    database: Database, standard: str | None, certificate: str | None, suggestions: int | None = None
) -> dict[str, Any]:
    """Ask `alignmentTable` and `suggestAlignments`. Raises: OperationTooLargeError; what the questions raise."""
    subject = await id_of_programme(database.read, standard) if standard else None
    target = await id_of_certificate(database.read, certificate) if certificate else None
    table = table_of(await ask(database, table_request(subject, target, suggestions)))
    if table["total"] > ROWS_LARGEST:
        raise OperationTooLargeError(table["total"], budget=ROWS_LARGEST, counted=ROWS)
    return table

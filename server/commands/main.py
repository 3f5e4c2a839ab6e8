"""The command line, ``oneplusx``: serve, load, check, status, documents, export, import, plan, backup and others."""

import logging
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.markup import escape

from graph.connection.database import DRIVER_ERRORS
from graph.database_errors import GraphRefusedError
from graph.errors import ArchiveError, OneplusxError
from graph.upkeep import constraints
from interchange.archive.backup import backup as write_backup
from interchange.archive.restore import judged, restore_archive
from seeds.seed_files import require_layers
from server.api.trusted_documents import DIGEST_PREFIX, digest_of, read_trusted
from server.commands.coverage import coverage as show_coverage
from server.commands.documents.export_documents import export_app
from server.commands.documents.import_documents import import_app
from server.commands.documents.plan_columns import columns as show_plan_columns
from server.commands.documents.plan_comparison import plan_comparison_app
from server.commands.documents.plan_exports import plan_export_app
from server.commands.documents.training_plans import plan_app
from server.commands.editors import editors_app
from server.commands.graph_access import err, out, with_database
from server.commands.hints import with_hint
from server.commands.language import counted, language, say
from server.commands.plans.plan_check import check as check_plan
from server.commands.plans.plan_credits import convert as convert_credits_of_plan
from server.commands.plans.plan_draft import draft as draft_plan
from server.commands.plans.plan_embed import embed as embed_certificate_in_plan
from server.commands.plans.plan_portfolio import portfolio as portfolio_of_plan
from server.commands.plans.plan_schedule import schedule as schedule_plan
from server.commands.progress import progress_bars
from server.commands.serve import serve as run_server
from server.commands.status import NAMES_SHOWN, lines, read_state
from server.commands.usage import UsageMistakeError, run
from server.settings import read_settings, unknown_variables

# Without Typer's own tracebacks: to colour one it reads all the source that a large program has, for minutes.
app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help=say("The 1+X graph: diplomas and skill certificates.", "1+X 图谱：学历证书与职业技能等级证书。"),
)
app.add_typer(
    editors_app, name="editors", help=say("Who may write: add, revoke, list.", "谁可以写入：添加、撤销、列出。")
)
app.add_typer(export_app, name="export", help=say("Write spreadsheets: alignments.", "导出表格：对接。"))
app.add_typer(import_app, name="import", help=say("Bring in standards and alignments.", "导入标准与对接。"))
app.command(
    "coverage",
    help=say(
        "Show how far the courses of a programme carry a certificate: counts by level, and each requirement.",
        "显示专业课程对证书要求的覆盖：按等级计数，并逐条列出技能要求。",
    ),
)(show_coverage)
plan_app.add_typer(plan_export_app)
plan_app.add_typer(plan_comparison_app)
app.add_typer(
    plan_app,
    name="plan",
    help=say(
        "Training plans of colleges: import, check, draft, compare, schedule, credits, embed, portfolio, export.",
        "院校人才培养方案：导入、检查、起草、比较、排课、学分、证书融入、证书组合、导出。",
    ),
)
plan_app.command(
    "columns",
    help=say(
        "Show what editors of your college confirmed that columns mean, or remove a heading.",
        "列出本院校编辑者确认过的列含义，或删除某个表头的对应关系。",
    ),
)(show_plan_columns)
plan_app.command(
    "check",
    help=say(
        "Judge the plans of a file, or one of the graph, by the rules, and say what would decide those left open. "
        "Ends with 1 where a rule fails.",
        "按规则检查文件或图中的培养方案，说明无法判断的规则缺少什么。有规则违反时退出码为 1。",
    ),
)(check_plan)
plan_app.command(
    "draft",
    help=say(
        "Draft a plan for a major and a grade from the teaching standard and the rules, and say what stays open.",
        "据专业教学标准与规则，为院校的某专业年级起草方案，并列出尚缺的内容。",
    ),
)(draft_plan)
plan_app.command(
    "schedule",
    help=say(
        "Place the courses of a plan in semesters: even weekly hours, few moves, examinations in time.",
        "优化方案的开课学期：均衡周学时、少调整、与考证同步。",
    ),
)(schedule_plan)
plan_app.command(
    "credits",
    help=say(
        "Convert certificates of a plan to credits of its courses, by a college's rules.",
        "按院校规则，将方案中的证书转换为课程学分。",
    ),
)(convert_credits_of_plan)
plan_app.command(
    "embed",
    help=say(
        "Find the least edits by which a plan teaches what a certificate requires.",
        "求出方案覆盖某证书要求所需的最少改动。",
    ),
)(embed_certificate_in_plan)
plan_app.command(
    "portfolio",
    help=say(
        "Weigh hours added against requirements of certificates that a plan then teaches: every best trade-off.",
        "权衡所增学时与方案可覆盖的证书要求：给出全部最优取舍。",
    ),
)(portfolio_of_plan)
FOLDERS = say(
    "Folders of seed files. By default ONEPLUSX_SEEDS_DIR.", "种子文件目录，可多个。默认取 ONEPLUSX_SEEDS_DIR。"
)


def main() -> None:
    """Run the command line; an error of ours or of the graph server is one message and the exit code 1."""
    # Where no log is set up Python would print what the driver logs next to our message.
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    try:
        _warn_of_unknown_variables()
        sys.exit(run(app))
    except UsageMistakeError as error:
        _end_with(error, exit_code=2)
    except OneplusxError as error:
        _end_with(error)
    except DRIVER_ERRORS as error:
        _end_with(GraphRefusedError(getattr(error, "code", None) or "Bolt", error.message))


def _end_with(error: OneplusxError, exit_code: int = 1) -> NoReturn:
    err.print(f"[red]{error.code}[/red] {escape(with_hint(error, ' '.join(sys.argv[1:3])))}", soft_wrap=True)
    sys.exit(exit_code)


def _warn_of_unknown_variables() -> None:
    for name, near in unknown_variables():
        hint = say(f"; {near} is meant?", f"；是否应为 {near}？") if near else say(".", "。")
        err.print(say(f"{name} is no setting{hint}", f"没有名为 {name} 的设置{hint}"), markup=False, soft_wrap=True)


@app.command(
    help=say(
        "Start the graph, load the seeds if they changed, and serve the API until Ctrl-C.",
        "启动图数据库，种子有变化时载入，并提供 API 服务，直到按下 Ctrl-C。",
    )
)
def serve(
    host: Annotated[str | None, typer.Option(help=say("Address to listen on.", "监听地址。"))] = None,
    port: Annotated[str | None, typer.Option(help=say("Port to listen on.", "监听端口。"))] = None,
    workers: Annotated[str | None, typer.Option(help=say("API processes.", "API 进程数。"))] = None,
) -> None:
    run_server(read_settings(host=host, port=port, workers=workers), progress_bars)


@app.command(
    help=say("Load the seed files into the graph: all or nothing.", "将种子文件载入图数据库：要么全部，要么不写。")
)
def load(
    folders: Annotated[list[Path] | None, typer.Argument(help=FOLDERS)] = None,
    allow_loss: Annotated[
        str | None,
        typer.Option(help=say("Why facts of the release before may go.", "允许上一次发布的数据消失的理由。")),
    ] = None,
) -> None:
    from seeds.load import load as load_seeds  # noqa: PLC0415  # as in serve: its tables of pinyin are large

    chosen = folders or read_settings().seeds_dir
    require_layers(chosen)
    with progress_bars() as tell:
        report = with_database(
            lambda database: load_seeds(database, *chosen, allow_loss=allow_loss, progress=tell), may_begin=True
        )
    out.print(
        say(
            f"Release {report.release}: {report.created} created, {report.changed} changed, "
            f"{report.removed} removed, {report.unchanged} unchanged.",
            f"发布 {report.release}：新建 {report.created}，修改 {report.changed}，"
            f"删除 {report.removed}，未变 {report.unchanged}。",
        ),
        soft_wrap=True,
    )


@app.command(
    help=say(
        "Check all seed files without a database; every error names file, row and column.",
        "不连接数据库，检查全部种子文件；每处错误都指出文件、行和列。",
    )
)
def check(folders: Annotated[list[Path] | None, typer.Argument(help=FOLDERS)] = None) -> None:
    from seeds.checks.check import check as check_seeds  # noqa: PLC0415  # only a check needs it

    report = check_seeds(*(folders or read_settings().seeds_dir))
    for each in report.problems:
        out.print(each.message(language()), markup=False, soft_wrap=True)
    if more := report.problem_count - len(report.problems):
        out.print(say(f"and {counted(more, 'more problem')}.", f"另有 {more} 处问题。"))
    out.print(
        say(
            f"{counted(report.nodes, 'node')}, {counted(report.links, 'link')}, "
            f"{counted(report.problem_count, 'problem')}.",
            f"节点 {report.nodes}，关系 {report.links}，问题 {report.problem_count}。",
        )
    )
    if not report.is_good:
        raise typer.Exit(1)


@app.command(
    help=say(
        "Check the trusted documents and show the id of each, its operations and its file.",
        "检查登记的文档，显示每个文档的 id、操作和文件。",
    )
)
def documents(
    path: Annotated[
        Path | None,
        typer.Argument(help=say("By default ONEPLUSX_TRUSTED_DOCUMENTS.", "默认取 ONEPLUSX_TRUSTED_DOCUMENTS。")),
    ] = None,
) -> None:
    from schema.build import executable_schema  # noqa: PLC0415  # it takes most of a second to make

    place = path or read_settings().trusted_documents
    if place is None:
        err.print(
            say("Name a folder, or set ONEPLUSX_TRUSTED_DOCUMENTS.", "请给出目录，或设置 ONEPLUSX_TRUSTED_DOCUMENTS。")
        )
        raise typer.Exit(1)
    for key, each in read_trusted(place, executable_schema()).items():
        shown = f"{DIGEST_PREFIX}{key}" if key == digest_of(each.text) else key
        out.print(f"{shown}  {', '.join(each.operations)}  {each.place}", markup=False, soft_wrap=True)


@app.command(
    help=say(
        "Write the whole graph into one archive that either engine can restore.",
        "将整个图写入一个归档文件，两种引擎均可恢复。",
    )
)
def backup(
    file: Annotated[Path, typer.Argument(help=say("The archive to write.", "要写入的归档文件。"))],
    *,
    replace: Annotated[bool, typer.Option(help=say("Write over a file that is there.", "覆盖已存在的文件。"))] = False,
) -> None:
    if file.exists() and not replace:
        raise ArchiveError(f"{file} is there already; --replace writes over it.", f"{file} 已存在；--replace 可覆盖。")
    manifest = with_database(lambda database: write_backup(database, file))
    rows = sum(each.rows for each in manifest.members.values())
    out.print(
        say(
            f"{file}: {rows} nodes and links at revision {manifest.revision}.",
            f"{file}：共 {rows} 个节点和关系，修订号 {manifest.revision}。",
        ),
        soft_wrap=True,
    )


@app.command(
    help=say(
        "Bring an archive into an empty graph: checked first, then all or nothing.",
        "将归档恢复到空图：先检查，要么全部，要么不写。",
    )
)
def restore(
    file: Annotated[Path, typer.Argument(help=say("The archive to read.", "要读取的归档文件。"))],
) -> None:
    # A bad setting goes first, as in every command.
    read_settings()
    # The archive is judged before a graph is begun for it.
    archive = judged(file)
    with progress_bars() as tell:
        with_database(
            lambda database: restore_archive(database, archive, lambda done, total: tell("write", done, total)),
            may_begin=True,
            may_replace=True,
        )
    out.print(
        say(f"{file}: {archive.rows} nodes and links restored.", f"{file}：已恢复 {archive.rows} 个节点和关系。"),
        soft_wrap=True,
    )


@app.command(
    help=say(
        "Make all constraints and indexes of the graph anew, where one is damaged.",
        "重建图的全部约束和索引，用于索引损坏时。",
    )
)
def reindex() -> None:
    with_database(constraints.rebuild)
    out.print(say("All constraints and indexes were made anew.", "已重建全部约束和索引。"))


@app.command(
    help=say(
        "Show the graph: where it is, its release, revision, and whether its constraints and indexes are the model's.",
        "显示图数据库：位置、发布、修订号，以及约束和索引是否与模型一致。",
    )
)
def status(
    *,
    everything: Annotated[
        bool,
        typer.Option("--all", help=say("Show all names, not the first few.", "显示全部名称，而非前几个。")),
    ] = False,
) -> None:
    found = with_database(read_state)
    for line in lines(found, None if everything else NAMES_SHOWN):
        out.print(line, markup=False, soft_wrap=True)
    if not found.is_good:
        raise typer.Exit(1)

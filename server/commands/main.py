"""The command line, ``oneplusx``: serve, load, check, status, documents, backup, restore, editors."""

import asyncio
import locale
import logging
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated, NoReturn, TypeVar

import typer
from rich.console import Console
from rich.markup import escape

from graph.connection.address import GraphAddress
from graph.connection.database import DRIVER_ERRORS, Database, Limits
from graph.errors import ArchiveError, GraphRefusedError, Language, OneplusxError
from graph.upkeep import editors
from interchange.archive.backup import backup as write_backup
from interchange.archive.restore import restore as read_backup
from server.api.trusted_documents import PREFIX, read_trusted
from server.commands.progress import progress_bars
from server.commands.serve import serve as run_server
from server.commands.status import NAMES_SHOWN, lines, read_state
from server.graph_source import open_graph
from server.settings import Settings

T = TypeVar("T")
# Without Typer's own tracebacks: to colour one it reads all the source that a large program has, for minutes.
app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="The 1+X graph: diplomas and skill certificates.",
)
editors_app = typer.Typer(no_args_is_help=True, help="Who may write: add, revoke, list.")
app.add_typer(editors_app, name="editors")
out = Console(highlight=False)
err = Console(stderr=True, highlight=False)
# A load is many statements in one transaction.
LOAD_LIMITS = Limits(statement_s=120.0)


def main() -> None:
    """Run the command line; an error of ours or of the graph server is one message and the exit code 1."""
    # Where no log is set up Python would print what the driver logs beside our message.
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    try:
        app()
    except OneplusxError as error:
        _end_with(error)
    except DRIVER_ERRORS as error:
        _end_with(GraphRefusedError(getattr(error, "code", None) or type(error).__name__, error.message))


def _end_with(error: OneplusxError) -> NoReturn:
    err.print(f"[red]{error.code}[/red] {escape(error.message(_language()))}")
    sys.exit(1)


def _language() -> Language:
    """Give the language of whoever typed the command, also where the machine has not installed it."""
    asked = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), None)
    return "zh" if (asked or locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on.")] = None,
    workers: Annotated[int | None, typer.Option(help="API processes.")] = None,
) -> None:
    """Start the graph, load the seeds if they changed, and serve the API until Ctrl-C."""
    given = {"host": host, "port": port, "workers": workers}
    run_server(Settings(**{name: value for name, value in given.items() if value is not None}), progress_bars)  # type: ignore[arg-type]  # names and types are those of Settings


@app.command()
def load(
    data: Annotated[Path | None, typer.Argument(help="Folder of the seed files.")] = None,
    allow_loss: Annotated[str | None, typer.Option(help="Why facts of the release before may go.")] = None,
) -> None:
    """Load the seed files into the graph: all or nothing."""
    from seeds.load import load as load_seeds  # noqa: PLC0415  # as in serve: its tables of pinyin are large

    with progress_bars() as tell:
        report = _with_database(
            lambda database: load_seeds(database, data or Settings().seeds_dir, allow_loss=allow_loss, progress=tell)
        )
    out.print(
        f"Release {report.release.name}: {report.created} created, {report.changed} changed, "
        f"{report.removed} removed, {report.unchanged} unchanged."
    )


@app.command()
def check(data: Annotated[Path | None, typer.Argument(help="Folder of the seed files.")] = None) -> None:
    """Check all seed files without a database; every error names file, row and column."""
    from seeds.check import check as check_seeds  # noqa: PLC0415  # only a check needs it

    report = check_seeds(data or Settings().seeds_dir)
    for each in report.problems:
        out.print(each.message(_language()), markup=False, soft_wrap=True)
    out.print(f"{report.nodes} nodes, {report.links} links, {len(report.problems)} problems.")
    if not report.is_good:
        raise typer.Exit(1)


@app.command()
def documents(
    path: Annotated[Path | None, typer.Argument(help="By default ONEPLUSX_TRUSTED_DOCUMENTS.")] = None,
) -> None:
    """Check the trusted documents and show the id of each, its operations and its file."""
    from schema.build import executable_schema  # noqa: PLC0415  # it takes most of a second to make

    place = path or Settings().trusted_documents
    if place is None:
        err.print("Name a folder, or set ONEPLUSX_TRUSTED_DOCUMENTS.")
        raise typer.Exit(1)
    for digest, each in read_trusted(place, executable_schema()).items():
        out.print(f"{PREFIX}{digest}  {', '.join(each.operations)}  {each.place}", markup=False, soft_wrap=True)


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(help="The archive to write.")],
    *,
    replace: Annotated[bool, typer.Option(help="Write over a file that is there.")] = False,
) -> None:
    """Write the whole graph into one archive that either engine can restore."""
    if file.exists() and not replace:
        raise ArchiveError(f"{file} is there already; --replace writes over it.", f"{file} 已存在；--replace 可覆盖。")
    manifest = _with_database(lambda database: write_backup(database, file))
    rows = sum(each.rows for each in manifest.members.values())
    out.print(f"{file}: {rows} nodes and links at revision {manifest.revision}.", soft_wrap=True)


@app.command()
def restore(file: Annotated[Path, typer.Argument(help="The archive to read.", exists=True, dir_okay=False)]) -> None:
    """Bring an archive into an empty graph: checked first, then all or nothing."""
    with progress_bars() as tell:
        archive = _with_database(
            lambda database: read_backup(database, file, lambda done, total: tell("write", done, total))
        )
    out.print(f"{file}: {archive.rows} nodes and links restored.", soft_wrap=True)


@app.command()
def status(
    *, everything: Annotated[bool, typer.Option("--all", help="Show all names, not the first few.")] = False
) -> None:
    """Show the graph: where it is, its release, revision, and whether its constraints and indexes are the model's."""
    found = _with_database(read_state)
    for line in lines(found, None if everything else NAMES_SHOWN):
        out.print(line, markup=False, soft_wrap=True)
    if not found.is_good:
        raise typer.Exit(1)


@editors_app.command("add")
def add_editor(
    name: Annotated[str, typer.Argument(help="Name, as the audit trail will show it.")],
    role: Annotated[editors.Role, typer.Option(help="designer: proposes. reviewer: also decides.")],
) -> None:
    """Add an editor and show the token, once; the graph keeps a digest of it only."""
    token = _with_database(lambda database: editors.add(database, name, role))
    out.print(f"{name.strip()} is a {role}. The token is shown only here:\n{token}", soft_wrap=True)


@editors_app.command("revoke")
def revoke_editor(name: Annotated[str, typer.Argument(help="Name of the editor.")]) -> None:
    """Take an editor's right to write; what they wrote stays."""
    if not _with_database(lambda database: editors.revoke(database, name)):
        err.print(f"There is no editor {name!r}.", markup=False)
        raise typer.Exit(1)


@editors_app.command("list")
def list_editors() -> None:
    """Show every editor: name, role, added, revoked."""
    for name, role, added, revoked in _with_database(editors.all_editors):
        out.print(f"{name}  {role}  since {added}{f', revoked {revoked}' if revoked else ''}", markup=False)


def _with_database(work: Callable[[Database], Awaitable[T]]) -> T:
    """Run ``work`` against the graph of the settings, started for it if need be."""

    async def run(address: GraphAddress) -> T:
        async with Database.open(address, LOAD_LIMITS) as database:
            await database.verify()
            return await work(database)

    with open_graph(Settings()) as graph:
        return asyncio.run(run(graph.address))

"""The command line, ``oneplusx``: serve, load, check, status."""

import asyncio
import locale
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from rich.console import Console

from graph import constraints
from graph.address import GraphAddress
from graph.errors import Language, OneplusxError
from graph.execute import Database, Limits, Statement
from graph.revision import read_revision
from server.graph_source import graph_address
from server.progress import progress_bars
from server.serve import serve as run_server
from server.settings import Settings

T = TypeVar("T")
app = typer.Typer(no_args_is_help=True, add_completion=False, help="The 1+X graph: diplomas and skill certificates.")
out = Console(highlight=False)
err = Console(stderr=True, highlight=False)
# A load is many statements in one transaction.
LOAD_LIMITS = Limits(statement_s=120.0)


def main() -> None:
    """Run the command line; an error of ours is one message and the exit code 1."""
    try:
        app()
    except OneplusxError as error:
        err.print(f"[red]{error.code}[/red] {error.message(_language())}", markup=True)
        sys.exit(1)


def _language() -> Language:
    return "zh" if (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"


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
def status() -> None:
    """Show the graph: where it is, its release, revision, and whether its constraints and indexes are the model's."""

    async def read(database: Database) -> tuple[list[str], int, constraints.Drift]:
        releases = await database.read(_CURRENT)
        return [row[0] for row in releases], await read_revision(database), await constraints.drift(database)

    releases, revision, drift = _with_database(read)
    out.print(f"release   {releases[0] if releases else 'none; run `oneplusx load`'}")
    out.print(f"revision  {revision}")
    for word in ("missing", "extra", "failed"):
        names = getattr(drift, word)
        out.print(f"{word:<9} {', '.join(names) if names else 'none'}", soft_wrap=True)
    if drift.missing or drift.failed:
        raise typer.Exit(1)


_CURRENT = Statement("MATCH (r:Release) WHERE r.isCurrent RETURN r.name")


def _with_database(work: Callable[[Database], Awaitable[T]]) -> T:
    """Run ``work`` against the graph of the settings, started for it if need be."""

    async def run(address: GraphAddress) -> T:
        async with Database.open(address, LOAD_LIMITS) as database:
            await database.verify()
            return await work(database)

    with graph_address(Settings()) as address:
        return asyncio.run(run(address))

"""``oneplusx plan columns``: what editors of the college confirmed that columns mean, and how one is taken out."""

from typing import Annotated

import orjson
import typer

from graph.connection.database import Database
from graph.upkeep.column_mappings import ColumnMapping
from interchange.training_plan_imports.kept_columns import kept_columns, remove_columns
from server.commands.documents.confirmation import required_token
from server.commands.graph_access import out, with_database
from server.commands.language import say


def known_columns() -> dict[str, str]:
    """Give the meanings by heading that are kept for the college of the token. Raises: AccessError."""
    token = required_token()
    return {each.heading: each.meaning for each in with_database(lambda database: kept_columns(database.read, token))}


def columns(
    *,
    remove: Annotated[
        list[str] | None,
        typer.Option(help=say("Remove what is kept of this heading; repeat it.", "删除该表头的对应关系，可多次给出。")),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help=say("Print as JSON.", "以 JSON 输出。"))] = False,
) -> None:
    token = required_token()

    async def work(database: Database) -> tuple[list[str], list[ColumnMapping]]:
        removed = await remove_columns(database, token, remove) if remove else []
        return removed, await kept_columns(database.read, token)

    removed, kept = with_database(work)
    missing = sorted({*(remove or ())} - {*removed})
    for each in kept if not as_json else ():
        _print(f"{each.heading}  {each.meaning}  {each.editor}  {each.confirmed_on}")
    if as_json:
        _print(orjson.dumps([each._asdict() for each in kept]).decode())
    for heading in missing:
        typer.echo(say(f"Nothing is kept of {heading}.", f"没有表头“{heading}”的对应关系。"), err=True)
    if missing:
        raise typer.Exit(1)


def _print(line: str) -> None:
    out.print(line, markup=False, highlight=False, soft_wrap=True)

"""``oneplusx import undo``: take out what an import of a standard wrote."""

from collections.abc import Mapping
from typing import Annotated

import typer

from graph.connection.database import Database
from interchange.import_undo.import_undo import UndoneImport, look_at_undo, undo_import
from server.commands.documents.confirmation import required_token
from server.commands.graph_access import out, with_database
from server.commands.language import say


def import_undo(
    standard: Annotated[
        str,
        typer.Argument(
            help=say(
                "Id of the standard or list: SkillStandard:990003:1.0.",
                "标准或清单的 id，如 SkillStandard:990003:1.0。",
            )
        ),
    ],
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=say("Only say what would go.", "仅说明将删除的内容。"))
    ] = False,
) -> None:
    token = None if dry_run else required_token()

    async def work(database: Database) -> UndoneImport:
        if token is None:
            return await look_at_undo(database, standard)
        return (await undo_import(database, standard, token)).answer

    done = with_database(work)
    for line in _would(standard, done) if dry_run else _was(standard, done):
        out.print(line, markup=False, soft_wrap=True)


def _would(standard: str, done: UndoneImport) -> tuple[str, ...]:
    return (
        say(
            f"The import of {standard} can be undone; the graph is as before.", f"{standard} 的导入可以撤销；图未变更。"
        ),
        say(f"would be taken out: {_counts(done.removed)}", f"将删除：{_counts(done.removed)}"),
        say(f"would be as before: {_counts(done.restored)}", f"将恢复原值：{_counts(done.restored)}"),
    )


def _was(standard: str, done: UndoneImport) -> tuple[str, ...]:
    return (
        say(f"The import of {standard} was undone", f"已撤销 {standard} 的导入"),
        say(f"taken out: {_counts(done.removed)}", f"删除：{_counts(done.removed)}"),
        say(f"as before: {_counts(done.restored)}", f"恢复原值：{_counts(done.restored)}"),
    )


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items()) or "-"

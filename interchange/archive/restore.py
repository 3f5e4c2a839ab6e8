"""Bring the graph of an archive into an empty graph, in one transaction."""

from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from graph.connection.database import Database
from graph.database_errors import WriteConflictError
from graph.errors import ArchiveError, MigrationError
from graph.model import MODEL
from graph.query.revision import keep_revision_at_least, take_turn
from graph.query.statement import Statement, Writer
from graph.upkeep import bulk, column_mappings, constraints, editors, migrations
from interchange.archive.archive import Archive, node_member, problem, read_archive

TIMEOUT_S = 600.0

# Called with how many rows are written, of how many.
RestoreProgress = Callable[[int, int], None]


async def restore(database: Database, path: Path, progress: RestoreProgress = lambda _, __: None) -> Archive:
    """Check the archive, then write all of it into an empty graph, or nothing. Raises: what the two steps raise."""
    return await restore_archive(database, judged(path), progress)


def judged(path: Path) -> Archive:
    """Check an archive whole. Raises: ArchiveError when it is not whole, or of a newer program."""
    archive = read_archive(path)
    _require_known(archive)
    return archive


async def restore_archive(database: Database, archive: Archive, progress: RestoreProgress) -> Archive:
    """Write all of a checked archive into an empty graph, or nothing.

    Editors and the record of migrations are restored too; migrations that are newer than the archive are applied.
    The revision becomes greater than both the graph's and the archive's.
    Raises: ArchiveError when the graph is not empty; MigrationError when the graph is of a newer program;
    EngineError when its disk has too little room; what ``Database.write`` raises.
    """
    await migrations.require_known(database)
    await constraints.apply(database)
    # After the constraints, whose indexes take room of their own.
    database.address.require_room_for(archive.rows)
    await database.write(lambda writer: _write(writer, archive, progress), timeout_s=TIMEOUT_S)
    await migrations.migrate(database)
    return archive


def _require_known(archive: Archive) -> None:
    """Refuse the archive of a newer program before its data are in a graph that then no one here can use."""
    try:
        migrations.compare(archive.applied())
    except MigrationError as error:
        name = node_member(migrations.MIGRATION_LABEL)
        raise problem(archive.path, name, 0, error.en.rstrip("."), error.zh.rstrip("。")) from error


async def _write(writer: Writer, archive: Archive, progress: RestoreProgress) -> None:
    await take_turn(writer)
    await _require_empty(writer, archive.path)
    # A graph that was only started has its own record of migrations; the archive's takes its place.
    await writer.run(Statement(f"MATCH (m:{migrations.MIGRATION_LABEL}) DELETE m"))
    done = 0
    for text, rows in _steps(archive):
        ((count,),) = await writer.run(Statement(text, {"rows": rows}))
        if count != len(rows):
            raise WriteConflictError
        progress(done := done + count, archive.rows)
    await keep_revision_at_least(writer, archive.manifest.revision)


async def _require_empty(writer: Writer, path: Path) -> None:
    for label in (*MODEL.node_types, editors.EDITOR_LABEL, column_mappings.COLUMN_MAPPING_LABEL):
        if await writer.run(Statement(f"MATCH (n:{label}) RETURN n.id LIMIT 1")):
            raise ArchiveError(
                f"The graph is not empty: it has a {label}. {path} was not restored. Restore into a new graph.",
                f"图数据库非空：其中已有 {label}。未恢复 {path}。请恢复到新的图数据库。",
            )


def _steps(archive: Archive) -> Iterator[tuple[str, list[Any]]]:
    for label, nodes in groupby(archive.nodes(), key=lambda each: each[0]):
        yield from ((bulk.create_nodes(label), batch) for batch in bulk.batches({"values": each} for _, each in nodes))
    for relationship, links in groupby(archive.links(), key=lambda each: each[0]):
        text = bulk.create_links(relationship)
        yield from ((text, batch) for batch in bulk.batches(_link(values) for _, values in links))


def _link(values: dict[str, Any]) -> dict[str, Any]:
    own = {name: value for name, value in values.items() if name not in {"start", "end"}}
    return {"start": values["start"], "end": values["end"], "values": own}

"""Undo an import of a standard: take out what it wrote, and give what it changed its values before; one transaction."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import orjson

from graph.connection.database import Commit, Database
from graph.errors import IdempotencyKeyError
from graph.model import MODEL
from graph.model.changes import AUDIT_LINKS
from graph.query.revision import take_turn
from graph.query.statement import Run, Statement, Writer
from graph.upkeep import bulk, editors
from graph.upkeep.editors import Editor
from graph.upkeep.newest_versions import renew_replaced
from graph.upkeep.trail import change_values, later_moment
from interchange.import_undo.import_manifest import ImportManifest, WrittenRow, by_type
from interchange.import_undo.import_use import ImportUse
from interchange.import_undo.node_names import names_of
from interchange.import_undo.undo_errors import NAMED_LARGEST, ImportInUseError, NothingToUndoError, Reason
from interchange.standard_imports.confirmed_import import ACTION, EDITORIAL_FACT, IMPORTERS, RequestKey
from seeds.difference import Difference, RowKey, TypeChanges
from seeds.write import write_difference

UNDO = "UNDO_IMPORT"
# What was imported and can be undone: a standard, or a list of standards, which is the source of what it brought.
UNDONE_TYPES = ("SkillStandard", "TeachingStandard", "Source")


class ImportChange(NamedTuple):
    """The change of an import, as the trail has it."""

    node_type: str
    node_id: str
    id: str
    version: int
    at: str
    after: str
    manifest: ImportManifest


class UndoneImport(NamedTuple):
    """What undoing an import, whose ``change`` this is, takes out, and what gets its values back: counts by type."""

    node_id: str
    change: str
    removed: Mapping[str, int]
    restored: Mapping[str, int]


async def look_at_undo(database: Database, node_id: str) -> UndoneImport:
    """Say what undoing the latest import of a standard would do. Raises: NothingToUndoError, ImportInUseError."""
    change = await _latest_import(database.read, node_id)
    return _Undoing(change, await _unused(database.read, change)).counts()


async def undo_import(
    database: Database,
    node_id: str,
    token: str | None,
    request: RequestKey | None = None,
    *,
    only_change: str | None = None,
) -> Commit[UndoneImport]:
    """Undo the latest import of a standard, or nothing; with ``only_change`` only where that is its change.

    Raises: AccessError; NothingToUndoError; ImportInUseError; IdempotencyKeyError; what ``Database.write`` raises.
    """
    await editors.require(database.read, token, IMPORTERS)
    asked = request or RequestKey()

    async def once(writer: Writer) -> UndoneImport:
        await take_turn(writer)
        editor = await editors.require(writer.run, token, IMPORTERS)
        code = asked.code(editor)
        if done := await _done_before(writer.run, code, asked.digest):
            return done
        change = await _latest_import(writer.run, node_id)
        if only_change not in (None, change.id):
            raise NothingToUndoError(node_id)
        undoing = _Undoing(change, await _unused(writer.run, change))
        await undoing.write(writer)
        if change.node_type == "SkillStandard":
            await renew_replaced(writer, node_id.split(":")[1])
        await _record(writer, undoing, editor, code, asked.digest)
        return undoing.counts()

    return await database.write_marked(once)


async def _latest_import(run: Run, node_id: str) -> ImportChange:
    """Give the change of the import. Raises: NothingToUndoError where the last change is none."""
    node_type = node_id.partition(":")[0]
    if node_type not in UNDONE_TYPES:
        raise NothingToUndoError(node_id)
    text = (
        f"MATCH (c:Change)-[:{AUDIT_LINKS[node_type]}]->(n:{node_type} {{id: $id}}) "
        "RETURN c.id, c.version, c.at, c.after, c.action, c.undo ORDER BY c.at DESC, c.id DESC"
    )
    rows = await run(Statement(text, {"id": node_id}))
    undone = {orjson.loads(after).get("undone") for *_, after, action, _ in rows if action == UNDO}
    left = [row for row in rows if row[4] != UNDO and row[0] not in undone]
    if not left or left[0][4] != ACTION or not left[0][5]:
        raise NothingToUndoError(node_id)
    change, _, at, after, _, packed = left[0]
    return ImportChange(
        node_type, node_id, change, max(row[1] for row in rows), at, after, ImportManifest.unpack(packed)
    )


async def _unused(run: Run, change: ImportChange) -> ImportUse:
    use = ImportUse(run, change.manifest)
    if reasons := sorted(await use.look(), key=lambda each: not each.is_final):
        shown = reasons[:NAMED_LARGEST]
        names = await names_of(run, (node for each in shown for node in each.nodes))
        named = [_named(each, names) for each in shown]
        raise ImportInUseError(change.node_id, [*named, *reasons[NAMED_LARGEST:]], change.id)
    return use


def _named(reason: Reason, names: Mapping[str, str]) -> Reason:
    return reason._replace(name=" → ".join(names[each] for each in reason.nodes if each in names))


class _Undoing:
    """What to take out of the graph, and what to set back."""

    def __init__(self, change: ImportChange, use: ImportUse) -> None:
        self.change = change
        rows = change.manifest.rows
        self.alignments = use.alignments
        self.set_back = use.set_back
        kept = self._kept(rows, use)
        self.restored = [each for each in rows if each.before is not None]
        self.removed = [
            each
            for each in rows
            if each.before is None and use.is_as_written(each) and (each.type, each.key) not in kept
        ]
        self._keep_sources(rows, use)

    def _keep_sources(self, rows: Sequence[WrittenRow], use: ImportUse) -> None:
        """Leave a source of the import while something that stays rests on it."""
        going = {(each.type, each.key) for each in (*self.removed, *self.restored)}
        staying = [each for each in rows if (each.type, each.key) not in going]
        self.removed = [
            each
            for each in self.removed
            if each.type != "Source" or not any(use.rests_on(each.key[0], row) for row in staying)
        ]

    def _kept(self, rows: Sequence[WrittenRow], use: ImportUse) -> set[tuple[str, RowKey]]:
        """Give what supports the standard and something else by now, with the structure that leads there."""
        used = {each.node for each in use.foreign}
        used |= {each.key[0] for each in rows if len(each.key) == 1 and each.supports and not use.is_as_written(each)}
        links = [
            each for each in rows if each.supports and len(each.key) > 1 and MODEL.relationships[each.type].structural
        ]
        leading = [each for each in links if each.key[1] in used]
        used |= {each.key[0] for each in leading}
        nodes = [each for each in rows if each.supports and len(each.key) == 1 and each.key[0] in used]
        return {(each.type, each.key) for each in (*leading, *nodes)}

    def counts(self) -> UndoneImport:
        """Count by type."""
        removed = {name: len(of) for name, of in by_type(self.removed).items()}
        if self.alignments:
            removed["Alignment"] = len(self.alignments)
        restored = Counter([*(each.type for each in self.restored), *(each.type for each, _ in self.set_back)])
        return UndoneImport(self.change.node_id, self.change.id, _in_order(removed), _in_order(restored))

    async def write(self, writer: Writer) -> None:
        """Take out links, then nodes; set back what was changed."""
        removed = by_type(self.removed)
        for each in filter(MODEL.relationships.__contains__, removed):
            await _run_rows(writer, _delete_links(each), removed[each])
        alignments = [{"start": each} for each in self.alignments]
        await bulk.run_batches(writer, _delete_nodes("Alignment"), alignments)
        for each in filter(MODEL.node_types.__contains__, removed):
            await _run_rows(writer, _delete_nodes(each), removed[each])
        await write_difference(writer, *_set_back(self.restored), lambda _, __: None)
        for node, values in self.set_back:
            text = f"MATCH (n:{node.type} {{id: $id}}) SET n += $values RETURN n.id"
            await writer.run(Statement(text, {"id": node.id, "values": values}))


def _set_back(rows: Sequence[WrittenRow]) -> tuple[Difference, dict[str, dict[Any, dict[str, Any]]]]:
    changes = {name: TypeChanges() for name in (*MODEL.node_types, *MODEL.relationships)}
    values: dict[str, dict[Any, dict[str, Any]]] = {}
    for each in rows:
        changes[each.type].changed.append(each.key)
        values.setdefault(each.type, {})[each.key] = each.before or {}
    return Difference(changes), values


def _delete_links(name: str) -> str:
    each = MODEL.relationships[name]
    ends = f"(a:{each.start} {{id: row.start}})-[l:{each.type}]->(b:{each.end} {{id: row.end}})"
    return f"UNWIND $rows AS row MATCH {ends} DELETE l"


def _delete_nodes(name: str) -> str:
    return f"UNWIND $rows AS row MATCH (n:{name} {{id: row.start}}) DETACH DELETE n"


async def _run_rows(writer: Writer, text: str, rows: Sequence[WrittenRow]) -> None:
    await bulk.run_batches(writer, text, [{"start": each.key[0], "end": each.key[-1]} for each in rows])


async def _done_before(run: Run, code: str, digest: str) -> UndoneImport | None:
    """Give what the same request did. Raises: IdempotencyKeyError where its key was used for something else."""
    text = "MATCH (c:Change {id: $id}) RETURN c.digest, c.after"
    rows = await run(Statement(text, {"id": f"Change:{code}"}))
    if not rows:
        return None
    ((known, after),) = rows
    if known != digest:
        raise IdempotencyKeyError
    values = orjson.loads(after)
    return UndoneImport(values["id"], values["undone"], _in_order(values["removed"]), _in_order(values["restored"]))


def _in_order(counts: Mapping[str, int]) -> dict[str, int]:
    return {name: counts[name] for name in (*MODEL.node_types, *MODEL.relationships) if name in counts}


async def _record(writer: Writer, undoing: _Undoing, editor: Editor, code: str, digest: str) -> None:
    """Add the undoing to the trail; it leads to the standard where that was there before the import."""
    change, done = undoing.change, undoing.counts()
    after = {"id": done.node_id, "undone": change.id, "removed": dict(done.removed), "restored": dict(done.restored)}
    values = change_values(
        code,
        editor.name,
        UNDO,
        at=later_moment(change.at),
        version=change.version + 1,
        before=change.after,
        after=after,
        digest=digest,
    )
    await writer.run(Statement("CREATE (c:Change) SET c = $values", {"values": values}))
    text = (
        f"MATCH (c:Change {{id: $change}}) MATCH (n:{change.node_type} {{id: $id}}) "
        f"CREATE (c)-[:{AUDIT_LINKS[change.node_type]} {EDITORIAL_FACT}]->(n)"
    )
    await writer.run(Statement(text, {"change": values["id"], "id": done.node_id}))

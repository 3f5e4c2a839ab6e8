"""The check of versions: a change is refused where the node is no longer as its editor saw it."""

from collections.abc import Mapping, Sequence
from typing import Any

from graph.errors import NotFoundError, UserError, VersionConflictError
from graph.model.changes import AUDIT_LINKS
from graph.query.statement import Statement, Writer

# The stored values of a node, or why they may not be changed.
Seen = Mapping[str, Any] | UserError


async def read_as_seen(
    writer: Writer, node: str, node_id: str, version: int, properties: Sequence[str]
) -> Mapping[str, Any]:
    """Give these properties of a node, ``version`` among them, if it still has the version that the editor saw.

    Raises: NotFoundError, VersionConflictError with the name of who changed it.
    """
    (seen,) = await read_all_as_seen(writer, node, [(node_id, version)], properties)
    if isinstance(seen, UserError):
        raise seen
    return seen


async def read_all_as_seen(
    writer: Writer, node: str, versions: Sequence[tuple[str, int]], properties: Sequence[str]
) -> list[Seen]:
    """Give these properties of nodes, in this order; in place of a node that is not as the editor saw it, the error."""
    columns = ", ".join(f"n.{each}" for each in properties)
    text = f"UNWIND $ids AS id MATCH (n:{node} {{id: id}}) RETURN id, {columns}"
    rows = await writer.run(Statement(text, {"ids": [node_id for node_id, _ in versions]}))
    found = {row[0]: dict(zip(properties, row[1:], strict=True)) for row in rows}
    changed = [key for key, version in versions if key in found and found[key]["version"] != version]
    editors = await last_editors(writer, node, changed) if changed else {}

    def seen(node_id: str, version: int) -> Seen:
        if node_id not in found:
            return NotFoundError(node, node_id)
        now = found[node_id]
        if now["version"] == version:
            return now
        by = editors.get(node_id) or now.get("reviewer") or now.get("author") or "?"
        return VersionConflictError(node_id, seen=version, now=now["version"], by=by)

    return [seen(*each) for each in versions]


async def last_editors(writer: Writer, node: str, node_ids: Sequence[str]) -> dict[str, str]:
    """Name who changed each node last, which need not be its author or reviewer; not in it: only the seeds did."""
    text = (
        f"UNWIND $ids AS id MATCH (n:{node} {{id: id}})<-[:{AUDIT_LINKS[node]}]-(c:Change) "
        "RETURN id, c.editor ORDER BY c.version"
    )
    return dict(await writer.run(Statement(text, {"ids": list(node_ids)})))

"""The check of versions: a change is refused where the node is no longer as its editor saw it."""

from collections.abc import Sequence
from typing import Any

from graph.errors import NotFoundError, VersionConflictError
from graph.model.changes import AUDIT_LINKS
from graph.query.statement import Statement, Writer


async def read_as_seen(
    writer: Writer, node: str, node_id: str, version: int, properties: Sequence[str]
) -> dict[str, Any]:
    """Give these properties of a node, ``version`` among them, if it still has the version that the editor saw.

    Raises: NotFoundError, VersionConflictError with the name of who changed it.
    """
    columns = ", ".join(f"n.{each}" for each in properties)
    rows = await writer.run(Statement(f"MATCH (n:{node} {{id: $id}}) RETURN {columns}", {"id": node_id}))
    if not rows:
        raise NotFoundError(node, node_id)
    before = dict(zip(properties, rows[0], strict=True))
    if before["version"] != version:
        by = await _last_editor(writer, node, node_id) or before.get("reviewer") or before.get("author") or "?"
        raise VersionConflictError(node_id, seen=version, now=before["version"], by=by)
    return before


async def _last_editor(writer: Writer, node: str, node_id: str) -> str | None:
    """Name who changed a node last, which need not be its author or reviewer; None: only the seeds did."""
    text = (
        f"MATCH (c:Change)-[:{AUDIT_LINKS[node]}]->(n:{node} {{id: $id}}) "
        "RETURN c.editor ORDER BY c.version DESC LIMIT 1"
    )
    rows = await writer.run(Statement(text, {"id": node_id}))
    return rows[0][0] if rows else None

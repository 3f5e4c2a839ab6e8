"""What the mutations check of their input, beyond what the schema does."""

from collections.abc import Collection

from graph.errors import BadArgumentError, NotFoundError
from graph.query.statement import Statement, Writer
from resolvers.editing.mutation import TEXT_LARGEST, Input


async def require_node(writer: Writer, label: str, node_id: str) -> None:
    """Raise NotFoundError unless there is such a node."""
    if not await writer.run(Statement(f"MATCH (n:{label} {{id: $id}}) RETURN n.id", {"id": node_id})):
        raise NotFoundError(label, node_id)


def text_of(values: Input, name: str) -> str:
    """Give a text that must say something. Raises: BadArgumentError."""
    text = str(values[name]).strip()
    if not 0 < len(text) <= TEXT_LARGEST:
        raise BadArgumentError(name, f"1 to {TEXT_LARGEST} characters.", f"须为 1 至 {TEXT_LARGEST} 个字符。")
    return text


def type_of(values: Input, name: str, allowed: Collection[str]) -> str:
    """Give the type that an id names. Raises: BadArgumentError when this argument takes no such id."""
    found = str(values[name]).partition(":")[0]
    if found not in allowed:
        en, zh = ", ".join(allowed), "、".join(allowed)
        raise BadArgumentError(name, f"an id of one of: {en}.", f"须为以下类型之一的 id：{zh}。")
    return found

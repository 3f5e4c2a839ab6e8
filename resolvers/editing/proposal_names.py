"""What a proposal is called before it is made: its subject and its target."""

from collections.abc import Iterator, Sequence

from graph.model import MODEL
from graph.model.course_sides import ALIGNED_SUBJECTS, ALIGNED_TARGETS
from graph.model.drafts import published
from graph.query.statement import Statement, Writer

SubjectAndTarget = tuple[str, str]


async def name_proposals(writer: Writer, proposals: Sequence[SubjectAndTarget]) -> list[str | None]:
    """Give names such as `Java程序设计 → 1.1.1 能编写代码`; None: there is neither end."""
    ids = _ids_by_type(proposals)
    if not ids:
        return [None] * len(proposals)
    text = " UNION ALL ".join(_named(kind) for kind in ids)
    rows = await writer.run(Statement(text, {kind: sorted(of) for kind, of in ids.items()}))
    names = {node_id: " ".join(filter(None, (code, title))) for node_id, code, title in rows}
    return [_name(names, *each) for each in proposals]


def _ids_by_type(proposals: Sequence[SubjectAndTarget]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for kind, node_id in _typed(proposals):
        found.setdefault(kind, set()).add(node_id)
    return found


def _typed(proposals: Sequence[SubjectAndTarget]) -> Iterator[tuple[str, str]]:
    for subject, target in proposals:
        for node_id, types in ((subject, ALIGNED_SUBJECTS), (target, ALIGNED_TARGETS)):
            kind = node_id.partition(":")[0]
            if kind in types:
                yield kind, node_id


def _named(kind: str) -> str:
    """Write what nodes of a type are called. What everybody reads does not speak of a draft."""
    node_type = MODEL.node_types[kind]
    public = f" WHERE {published('n')}" if node_type.has_drafts else ""
    code = "n.code" if kind in ALIGNED_TARGETS else "NULL"
    return (
        f"UNWIND ${kind} AS id MATCH (n:{kind} {{id: id}}){public} "
        f"RETURN n.id AS id, {code} AS code, n.{node_type.title} AS title"
    )


def _name(names: dict[str, str], subject: str, target: str) -> str | None:
    one, x = names.get(subject), names.get(target)
    return f"{one or '?'} → {x or '?'}" if one or x else None

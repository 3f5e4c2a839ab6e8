"""What nodes are called: an id says little to a person who must take something back."""

from collections.abc import Iterable

from graph.model import MODEL
from graph.model.course_sides import ALIGNED_SUBJECTS
from graph.query.statement import Run, Statement
from graph.upkeep import bulk


async def names_of(run: Run, ids: Iterable[str]) -> dict[str, str]:
    """Give the names of these nodes, by id, as far as they have one; of an alignment the names of both its ends."""
    by_type: dict[str, list[str]] = {}
    for each in dict.fromkeys(ids):
        by_type.setdefault(each.partition(":")[0], []).append(each)
    names: dict[str, str] = {}
    for name, of in by_type.items():
        if name in MODEL.node_types:
            for batch in bulk.batches(of):
                rows = await run(Statement(_text(name), {"ids": batch}))
                names |= {node_id: " ".join(filter(None, parts)) for node_id, *parts in rows}
    return {node_id: name for node_id, name in names.items() if name}


def _text(name: str) -> str:
    if name == "Alignment":
        return (
            "UNWIND $ids AS id MATCH (a:Alignment {id: id})-[:ALIGNED_TO]->(r) "
            f"MATCH (a)-[:{'|'.join(ALIGNED_SUBJECTS.values())}]->(c) RETURN id, c.name, '→', r.code, r.text"
        )
    code = "n.code" if name == "SkillRequirement" else "null"
    return (
        f"UNWIND $ids AS id MATCH (n:{name} {{id: id}}) RETURN id, {code}, toString(n.{MODEL.node_types[name].title})"
    )

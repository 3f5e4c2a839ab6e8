"""What nodes are called: an id says little to a person who must take something back."""

from collections.abc import Iterable

from graph.model import MODEL
from graph.model.course_sides import COURSE_SIDES
from graph.model.drafts import published
from graph.query.alignment_names import name_alignments
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
                names |= await _names(run, name, batch)
    return {node_id: name for node_id, name in names.items() if name}


async def _names(run: Run, name: str, ids: list[str]) -> dict[str, str]:
    if name == "Alignment":
        return await name_alignments(run, ids)
    if name == "Review":
        return await _names_of_reviews(run, ids)
    code = "n.code" if name == "SkillRequirement" else "null"
    title = f"toString(n.{MODEL.node_types[name].title})"
    text = f"UNWIND $ids AS id MATCH (n:{name} {{id: id}}) RETURN id, {code}, {title}"
    rows = await run(Statement(text, {"ids": ids}))
    return {node_id: " ".join(filter(None, parts)) for node_id, *parts in rows}


async def _names_of_reviews(run: Run, ids: list[str]) -> dict[str, str]:
    """Name a search by the programme or plan that was searched: of its conclusion there may be many alike."""
    reviews = "|".join(each.reviews for each in COURSE_SIDES)
    text = (
        f"UNWIND $ids AS id MATCH (n:Review {{id: id}})-[:{reviews}]->(h) WHERE {published('h')} "
        "RETURN id, coalesce(h.name, h.collegeName + ' ' + h.majorName)"
    )
    return {node_id: name or "" for node_id, name in await run(Statement(text, {"ids": ids}))}

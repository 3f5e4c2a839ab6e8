"""What an alignment is called in a sentence: its subject and its target, which say more than its code."""

from collections.abc import Mapping, Sequence

from graph.model import MODEL
from graph.model.course_sides import ALIGNED_SUBJECTS, ALIGNED_TARGETS
from graph.query.statement import Run, Statement


def _links(types: Mapping[str, str]) -> str:
    return "|".join(types.values())


def _title(node: str, types: Mapping[str, str]) -> str:
    """Write what a node of one of these types is called."""
    titles = dict.fromkeys(MODEL.node_types[each].title for each in types)
    return f"coalesce({', '.join(f'{node}.{each}' for each in titles)})"


_NAMES = (
    "UNWIND $ids AS id MATCH (a:Alignment {id: id}) "
    f"OPTIONAL MATCH (a)-[:{_links(ALIGNED_SUBJECTS)}]->(s) OPTIONAL MATCH (a)-[:{_links(ALIGNED_TARGETS)}]->(t) "
    f"RETURN id, {_title('s', ALIGNED_SUBJECTS)}, t.code, {_title('t', ALIGNED_TARGETS)}"
)


async def name_alignments(run: Run, ids: Sequence[str]) -> dict[str, str]:
    """Give names such as `Java程序设计 → 1.1.1 能编写代码` by id, for the alignments that there are."""
    rows = await run(Statement(_NAMES, {"ids": list(ids)}))
    return {row[0]: _name(*row[1:]) for row in rows}


def _name(subject: str | None, code: str | None, target: str | None) -> str:
    return f"{subject or '?'} → {' '.join(filter(None, (code, target))) or '?'}"

"""Small standards written to a graph: for each id of a standard its requirements as (level, task, text)."""

from collections.abc import Iterable, Mapping

from graph.connection.database import Database, Statement

RANKS = {"ELEMENTARY": 1, "INTERMEDIATE": 2, "ADVANCED": 3}
CHAIN = (
    ("SkillStandard", "HAS_STANDARD_LEVEL", "StandardLevel"),
    ("StandardLevel", "HAS_WORK_AREA", "WorkArea"),
    ("WorkArea", "HAS_TASK", "WorkTask"),
    ("WorkTask", "HAS_REQUIREMENT", "SkillRequirement"),
)
FACT = {"basis": "REPORTED", "sourceIds": []}


async def write_standards(
    database: Database,
    standards: Mapping[str, Iterable[tuple[str, str, str]]],
    nodes: Mapping[str, dict] | None = None,
    links: Iterable[tuple[str, str, str]] = (),
) -> None:
    """Replace the graph by standards and what else is given.

    Requirement n of a task "1.2" has the code 1.2.n, and the task is named after its code.
    """
    parts, inside = _parts(standards)
    await write_nodes(database, {**parts, **(nodes or {})}, {*inside, *links})


def _parts(
    standards: Mapping[str, Iterable[tuple[str, str, str]]],
) -> tuple[dict[str, dict], set[tuple[str, str, str]]]:
    nodes: dict[str, dict] = {}
    links: set[tuple[str, str, str]] = set()
    for standard, requirements in standards.items():
        code, version = standard.split(":")
        nodes[f"SkillStandard:{standard}"] = {"code": code, "version": version, "name": "证书"}
        in_task: dict[tuple[str, str], int] = {}
        for sequence, (level, task, text) in enumerate(requirements, 1):
            number = in_task[level, task] = in_task.get((level, task), 0) + 1
            base = {"standardCode": code, "standardVersion": version, "level": level, "sequence": sequence}
            path = [
                (f"SkillStandard:{standard}", {}),
                (f"StandardLevel:{standard}:{level}", {"rank": RANKS[level], "name": "证书"}),
                (f"WorkArea:{standard}:{level}:{task[0]}", {"code": task[0], "name": f"领域{task[0]}"}),
                (f"WorkTask:{standard}:{level}:{task}", {"code": task, "name": f"任务{task}"}),
                (f"SkillRequirement:{standard}:{level}:{task}.{number}", {"code": f"{task}.{number}", "text": text}),
            ]
            for key, values in path[1:]:
                nodes.setdefault(key, {**base, **values})  # type: ignore[dict-item]  # rows of several shapes
            links |= {
                (kind, start, end) for (_, kind, _), (start, _), (end, _) in zip(CHAIN, path, path[1:], strict=False)
            }
    return nodes, links


async def write_nodes(
    database: Database, nodes: Mapping[str, dict], links: Iterable[tuple[str, str, str]] = ()
) -> None:
    """Replace the graph by nodes by id, and links as (type, start, end), in one commit; an id begins with its type."""

    async def run(writer) -> None:
        await writer.run(Statement("MATCH (n) WHERE NOT n:GraphRevision DETACH DELETE n"))
        for label in sorted({label_of(each) for each in nodes}):
            rows = [{"id": key, **each, **FACT} for key, each in nodes.items() if label_of(key) == label]
            await writer.run(Statement(f"UNWIND $rows AS row CREATE (n:{label}) SET n = row", {"rows": rows}))
        for kind, start, end in sorted({(kind, label_of(one), label_of(other)) for kind, one, other in links}):
            pairs = [[a, b] for k, a, b in sorted(links) if (k, label_of(a), label_of(b)) == (kind, start, end)]
            text = f"UNWIND $pairs AS p MATCH (a:{start} {{id: p[0]}}) MATCH (b:{end} {{id: p[1]}}) CREATE (a)-[:{kind}]->(b)"
            await writer.run(Statement(text, {"pairs": pairs}))

    await database.write(run)


def label_of(key: str) -> str:
    return key.partition(":")[0]

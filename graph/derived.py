"""The derived cover links against the alignments they are derived from."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.execute import Database
from graph.model.alignments import COVERING
from graph.statement import Parameters, Statement

# The subject of an alignment, the link from the alignment to it, and the cover link derived from the alignment.
DERIVED: Mapping[str, tuple[str, str]] = {
    "Course": ("ALIGNS", "COVERS"),
    "PlanCourse": ("ALIGNS_PLAN_COURSE", "PLAN_COVERS"),
}
EXAMPLES = 10


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Alignments that lack their cover link, and those whose cover link should not be or says something else."""

    missing: tuple[str, ...]
    wrong: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.missing or self.wrong)


async def disagreement(database: Database) -> Disagreement:
    """Compare both, and name up to ten alignments of each kind and subject. Only reads."""
    missing: list[str] = []
    wrong: list[str] = []
    params = {"kinds": sorted(COVERING), "limit": EXAMPLES}
    for subject in DERIVED:
        missing += await _ids(database, missing_covers(subject, "$kinds"), params)
        wrong += await _ids(database, wrong_covers(subject, "$kinds"), params)
    return Disagreement(tuple(missing), tuple(wrong))


async def _ids(database: Database, found: str, params: Parameters) -> list[str]:
    rows = await database.read(Statement(f"{found} RETURN alignment ORDER BY alignment LIMIT $limit", params))
    return [row[0] for row in rows]


def missing_covers(subject: str, kinds: str) -> str:
    """Write what finds each ``alignment`` that has no cover link; ``kinds`` is the parameter of the covering kinds."""
    link, cover = DERIVED[subject]
    return (
        f"MATCH (s:{subject})<-[:{link}]-(a:Alignment {{status: 'ACCEPTED'}})-[:ALIGNED_TO]->(t:SkillRequirement) "
        f"WHERE a.kind IN {kinds} AND a.role IS NOT NULL "
        f"AND NOT EXISTS {{ MATCH (s)-[c:{cover}]->(t) WHERE c.alignmentId = a.id }} WITH a.id AS alignment"
    )


def wrong_covers(subject: str, kinds: str) -> str:
    """Write what finds the ``alignment`` of each cover link that should not be or says something else."""
    link, cover = DERIVED[subject]
    says_so = "a.status = 'ACCEPTED' AND a.kind = c.kind AND a.role = c.role AND a.strength = c.strength"
    return (
        f"MATCH (s:{subject})-[c:{cover}]->(t:SkillRequirement) WHERE NOT c.kind IN {kinds} OR NOT EXISTS {{ "
        f"MATCH (s)<-[:{link}]-(a:Alignment)-[:ALIGNED_TO]->(t) WHERE a.id = c.alignmentId AND {says_so} }} "
        "WITH c.alignmentId AS alignment"
    )

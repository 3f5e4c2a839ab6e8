"""The derived cover links against the alignments they are derived from."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.execute import Database
from graph.model.alignments import COVERING
from graph.statement import Statement

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
    for subject, (link, cover) in DERIVED.items():
        params = {"kinds": sorted(COVERING), "limit": EXAMPLES}
        missing += [row[0] for row in await database.read(Statement(_missing(subject, link, cover), params))]
        wrong += [row[0] for row in await database.read(Statement(_wrong(subject, link, cover), params))]
    return Disagreement(tuple(missing), tuple(wrong))


def _missing(subject: str, link: str, cover: str) -> str:
    return (
        f"MATCH (s:{subject})<-[:{link}]-(a:Alignment {{status: 'ACCEPTED'}})-[:ALIGNED_TO]->(t:SkillRequirement) "
        "WHERE a.kind IN $kinds AND a.role IS NOT NULL "
        f"AND NOT EXISTS {{ MATCH (s)-[c:{cover}]->(t) WHERE c.alignmentId = a.id }} "
        "RETURN a.id ORDER BY a.id LIMIT $limit"
    )


def _wrong(subject: str, link: str, cover: str) -> str:
    says_so = "a.status = 'ACCEPTED' AND a.kind = c.kind AND a.role = c.role AND a.strength = c.strength"
    return (
        f"MATCH (s:{subject})-[c:{cover}]->(t:SkillRequirement) WHERE NOT c.kind IN $kinds OR NOT EXISTS {{ "
        f"MATCH (s)<-[:{link}]-(a:Alignment)-[:ALIGNED_TO]->(t) WHERE a.id = c.alignmentId AND {says_so} }} "
        "RETURN c.alignmentId ORDER BY c.alignmentId LIMIT $limit"
    )

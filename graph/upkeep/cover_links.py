"""What is derived against what it is derived from: cover links and alignments, stored counts and requirements."""

from dataclasses import dataclass

from graph.connection.database import Database
from graph.model import MODEL
from graph.model.alignments import COVER_TAKES, COVERING
from graph.model.course_sides import COVER_LINKS, EVIDENCE_PATHS, EvidencePath
from graph.query.statement import Parameters, Statement

EXAMPLES = 10
# The kinds of alignments that cover, as Cypher.
KINDS = str(sorted(COVERING))


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Alignments that lack their cover link, and those whose cover link should not be or says something else.

    ``miscounted``: levels of standards whose stored number of requirements is not theirs; the cube counts by it.
    """

    missing: tuple[str, ...]
    wrong: tuple[str, ...]
    miscounted: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.missing or self.wrong or self.miscounted)


async def disagreement(database: Database) -> Disagreement:
    """Compare both, and name up to ten alignments of each kind and subject. Only reads."""
    params = {"limit": EXAMPLES}
    missing = [key for each in EVIDENCE_PATHS for key in await _ids(database, missing_covers(each), params)]
    wrong = [key for each in COVER_LINKS for key in await _ids(database, wrong_covers(each), params)]
    miscounted = [row[0] for row in await database.read(Statement(_MISCOUNTED, params))]
    return Disagreement(tuple(missing), tuple(wrong), tuple(miscounted))


# A requirement also names its level itself; the cube groups by that.
_MISCOUNTED = (
    "MATCH (l:StandardLevel) WITH l, COUNT { MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)"
    "-[:HAS_REQUIREMENT]->(r:SkillRequirement) WHERE r.standardCode = l.standardCode "
    "AND r.standardVersion = l.standardVersion AND r.level = l.level } AS many "
    "WHERE l.requirementCount IS NULL OR l.requirementCount <> many RETURN l.id ORDER BY l.id LIMIT $limit"
)


async def _ids(database: Database, found: str, params: Parameters) -> list[str]:
    rows = await database.read(Statement(f"{found} RETURN alignment ORDER BY alignment LIMIT $limit", params))
    return [row[0] for row in rows]


def missing_covers(path: EvidencePath) -> str:
    """Write what finds each ``alignment`` that has no cover link."""
    return (
        f"MATCH (a:Alignment {{status: 'ACCEPTED'}}) WHERE a.kind IN {KINDS} AND a.role IS NOT NULL "
        f"MATCH (a){path.to_course}(s:{path.side.course}) MATCH (a)-[:ALIGNED_TO]->(t:SkillRequirement) "
        f"WHERE NOT EXISTS {{ MATCH (s)-[c:{path.side.covers}]->(t) WHERE c.alignmentId = a.id }} "
        "WITH a.id AS alignment"
    )


def wrong_covers(cover: str) -> str:
    """Write what finds the ``alignment`` of each cover link that should not be or says something else."""
    # LIMIT parts the look-up by id from the rest, and takes nothing away. Without it Neo4j compares all alignments of a
    # course, in an order of conditions that differs from start to start, and so do its reads.
    same = " AND ".join(
        f"coalesce(a.{name} = c.{name}, a.{name} IS NULL AND c.{name} IS NULL)" for name in (*COVER_TAKES, "basis")
    )
    says_so = f"a.status = 'ACCEPTED' AND {same}"
    unfounded = " AND ".join(
        f"NOT EXISTS {{ MATCH (a:Alignment {{id: c.alignmentId}}) WITH a LIMIT 1 WHERE {says_so} "
        f"MATCH (a){each.to_course}(s) MATCH (a)-[:ALIGNED_TO]->(t) }}"
        for each in EVIDENCE_PATHS
        if each.side.covers == cover
    )
    return (
        f"MATCH (s:{MODEL.relationships[cover].start})-[c:{cover}]->(t:SkillRequirement) "
        f"WHERE NOT c.kind IN {KINDS} OR ({unfounded}) WITH c.alignmentId AS alignment"
    )

"""What is derived against what it is derived from: cover links and alignments, stored counts and requirements."""

from dataclasses import dataclass

from graph.connection.database import Database
from graph.model import MODEL
from graph.model.alignments import COVER_LINKS, COVER_TAKES, COVERING
from graph.query.statement import Parameters, Statement

EXAMPLES = 10


@dataclass(frozen=True, slots=True)
class Derivation:
    """Where a cover link comes from: a type of course, the link from an alignment, and the cover link.

    ``outcome`` is the link from the course to its outcomes, where the alignment speaks of one of those.
    """

    course: str
    aligns: str
    cover: str
    outcome: str | None = None

    @property
    def to_course(self) -> str:
        """The way from an alignment to the course it is evidence of."""
        return f"-[:{self.aligns}]->(:CourseOutcome)<-[:{self.outcome}]-" if self.outcome else f"-[:{self.aligns}]->"

    @property
    def to_alignment(self) -> str:
        """The same way from the course."""
        return f"-[:{self.outcome}]->(:CourseOutcome)<-[:{self.aligns}]-" if self.outcome else f"<-[:{self.aligns}]-"


# An alignment of an outcome is evidence of the outcome's course.
DERIVATIONS = (
    Derivation("Course", "ALIGNS", "COVERS"),
    Derivation("Course", "ALIGNS_OUTCOME", "COVERS", outcome="HAS_OUTCOME"),
    Derivation("PlanCourse", "ALIGNS_PLAN_COURSE", "PLAN_COVERS"),
    Derivation("PlanCourse", "ALIGNS_OUTCOME", "PLAN_COVERS", outcome="PLAN_HAS_OUTCOME"),
)


# The cover link of each type of course.
COVER_OF = {each.course: each.cover for each in DERIVATIONS}


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
    params = {"kinds": sorted(COVERING), "limit": EXAMPLES}
    missing = [key for each in DERIVATIONS for key in await _ids(database, missing_covers(each, "$kinds"), params)]
    wrong = [key for each in COVER_LINKS for key in await _ids(database, wrong_covers(each, "$kinds"), params)]
    miscounted = [row[0] for row in await database.read(Statement(_MISCOUNTED, {"limit": EXAMPLES}))]
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


def missing_covers(each: Derivation, kinds: str) -> str:
    """Write what finds each ``alignment`` that has no cover link; ``kinds`` is the parameter of the covering kinds."""
    return (
        f"MATCH (a:Alignment {{status: 'ACCEPTED'}}) WHERE a.kind IN {kinds} AND a.role IS NOT NULL "
        f"MATCH (a){each.to_course}(s:{each.course}) MATCH (a)-[:ALIGNED_TO]->(t:SkillRequirement) "
        f"WHERE NOT EXISTS {{ MATCH (s)-[c:{each.cover}]->(t) WHERE c.alignmentId = a.id }} WITH a.id AS alignment"
    )


def wrong_covers(cover: str, kinds: str) -> str:
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
        for each in DERIVATIONS
        if each.cover == cover
    )
    return (
        f"MATCH (s:{MODEL.relationships[cover].start})-[c:{cover}]->(t:SkillRequirement) "
        f"WHERE NOT c.kind IN {kinds} OR ({unfounded}) WITH c.alignmentId AS alignment"
    )

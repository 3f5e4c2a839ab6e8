"""What questions about evidence are asked of: subjects with courses, targets with requirements, roles and strength."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.model.alignments import FIRST_DAYS
from graph.model.codes import CERTIFICATE_LEVEL_CODE
from graph.model.course_sides import COURSE_SIDES, STANDARD_SIDE, TRAINING_PLAN_SIDE, CourseSide
from graph.query.plan import ProjectNode
from resolvers.questions.question import QuestionRequest


def evidence_of(side: CourseSide, course: str) -> Iterator[tuple[str, str]]:
    """Write the paths from a course to the alignments ``a`` that are evidence of it, each with its condition.

    What is said of an outcome is said of its course; that an outcome does not match says nothing of the others.
    """
    for path in side.evidence_paths:
        yield f"({course}){path.to_alignment}(a:Alignment)", "a.kind <> 'NO_MATCH'" if path.outcome else "true"


def each_alignment(side: CourseSide, course: str) -> str:
    """Write a step from a course to the alignments ``a`` that are evidence of it, over all paths, in one list.

    Where rows are to come in one order, they cannot be read path by path.
    """
    lists = " + ".join(f"[{path} WHERE {only} | a]" for path, only in evidence_of(side, course))
    return f"UNWIND {lists} AS a"


def found_nowhere(side: CourseSide, no_matches: str, along: str = "") -> str:
    """Write what follows from accepted NO_MATCHes ``n`` on ``r``: holders ``s`` of all whose courses they speak.

    ``along``: what else is kept, behind a comma; the courses are counted for each.
    """
    return (
        f"{no_matches} MATCH (n)-[:{side.aligns}]->(d:{side.course})<-[:{side.holds}]-(s:{side.holder}) "
        f"WITH s, r{along}, count(DISTINCT d) AS without "
        f"WHERE without = COUNT {{ (s)-[:{side.holds}]->(:{side.course}) }}"
    )


def without_match(side: CourseSide, holder: str, counts: str) -> str:
    """Write that of no course of a holder it is left open whether it matches ``r``; ``counts``: an alignment ``o``.

    The same as ``found_nowhere``, as a condition: within one Neo4j takes no count.
    """
    no_match = f"MATCH (d)<-[:{side.aligns}]-(o:Alignment)-[:ALIGNED_TO]->(q) WHERE q.id = r.id AND {counts}"
    return f"NOT EXISTS {{ MATCH ({holder})-[:{side.holds}]->(d:{side.course}) WHERE NOT EXISTS {{ {no_match} }} }}"


@dataclass(frozen=True, slots=True)
class Subject:
    """How the courses ``c`` of a type of subject, and their holders ``h``, are reached from ``id``.

    ``is_held``: the subject is a course, and what holds it is not a part of it.
    """

    side: CourseSide
    courses: str
    holders: str
    is_held: bool = False

    @property
    def reviews(self) -> str:
        """Write the path to the reviews ``v`` of its holders."""
        return f"{self.holders}<-[:{self.side.reviews}]-(v:Review)"


SUBJECTS: Mapping[str, Subject] = {
    "Course": Subject(
        STANDARD_SIDE,
        "(c:Course {id: id})",
        "(:Course {id: id})<-[:HAS_COURSE]-(h:TeachingStandard)",
        is_held=True,
    ),
    "TeachingStandard": Subject(
        STANDARD_SIDE,
        "(:TeachingStandard {id: id})-[:HAS_COURSE]->(c:Course)",
        "(h:TeachingStandard {id: id})",
    ),
    "Major": Subject(
        STANDARD_SIDE,
        "(:Major {id: id})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)",
        "(:Major {id: id})<-[:STANDARD_OF]-(h:TeachingStandard)",
    ),
    "PlanCourse": Subject(
        TRAINING_PLAN_SIDE,
        "(c:PlanCourse {id: id})",
        "(:PlanCourse {id: id})<-[:HAS_PLAN_COURSE]-(h:TrainingPlan)",
        is_held=True,
    ),
    "TrainingPlan": Subject(
        TRAINING_PLAN_SIDE,
        "(:TrainingPlan {id: id})-[:HAS_PLAN_COURSE]->(c:PlanCourse)",
        "(h:TrainingPlan {id: id})",
    ),
}


def courses_of(request: QuestionRequest) -> str:
    """Write what finds the courses ``c`` of the argument ``subject``."""
    return f"MATCH {at(SUBJECTS[request.types['subject']].courses, request['subject'])}"


# Of them, those that can be given as a set.
COURSE_TYPES = tuple(each.course for each in COURSE_SIDES)

# A level of the newest version of a standard that has it: of a certificate no other counts.
NEWEST_LEVEL = "(l:StandardLevel WHERE l.replacedBy IS NULL)"

# A level that a newer version of its standard replaces.
REPLACED_LEVEL = "(l:StandardLevel WHERE l.replacedBy IS NOT NULL)"


def not_replaced(requirement: str) -> str:
    """Write the condition that a requirement is of no level that a newer version of its standard replaces."""
    levels = (
        f"({requirement})<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)<-[:HAS_WORK_AREA]-(l:StandardLevel)"
    )
    return f"NOT EXISTS {{ MATCH {levels} WHERE l.replacedBy IS NOT NULL }}"


# The path from ``id`` to the levels of a standard that a target stands for; a work area is a part of one.
TARGETS: Mapping[str, str] = {
    "StandardLevel": "(l:StandardLevel {id: id})",
    "SkillStandard": "(:SkillStandard {id: id})-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)",
    "CertificateLevel": f"(:CertificateLevel {{id: id}})-[:SPECIFIED_BY]->{NEWEST_LEVEL}",
    "Certificate": f"(:Certificate {{id: id}})-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->{NEWEST_LEVEL}",
    "WorkArea": "(w:WorkArea {id: id})<-[:HAS_WORK_AREA]-(l:StandardLevel)",
}


def at(path: str, parameter: str) -> str:
    """Write a path that starts at the node whose id is a parameter."""
    return path.replace("{id: id}", f"{{id: {parameter}}}")


def work_areas(target: str, parameter: str) -> str:
    """Write the path to the work areas ``w`` of a target, with their levels ``l``."""
    levels = at(TARGETS[target], parameter)
    return levels if target == "WorkArea" else f"{levels}-[:HAS_WORK_AREA]->(w:WorkArea)"


def in_force(alignment: str, day: str) -> str:
    """Write the condition that an alignment is in force on a day; no day given: any is.

    One that names no first day begins when it was decided, one that waits when it was proposed.
    """
    first = ", ".join(f"{alignment}.{each}" for each in FIRST_DAYS)
    begun = f"coalesce({first}, {day}) <= {day}"
    return f"({day} IS NULL OR ({begun} AND coalesce({alignment}.validTo > {day}, true)))"


def counting(alignment: str, day: str) -> str:
    """Write that an alignment may count: accepted or suggested, and in force on the day, if one is given."""
    return f"{alignment}.status IN ['ACCEPTED', 'SUGGESTED'] AND {in_force(alignment, day)}"


def no_match(alignment: str) -> str:
    """Write that an alignment says, accepted, that there is no match."""
    return f"{alignment}.kind = 'NO_MATCH' AND {alignment}.status = 'ACCEPTED'"


def on_grounds(review: str, grounds: str) -> str:
    """Write the condition that a review rests on one of these grounds; none given: on any."""
    return f"({grounds} IS NULL OR {review}.ground IN {grounds})"


def closed_by(review: str, day: str) -> str:
    """Write the condition that a review was closed by a day; no day given: any was."""
    return f"({day} IS NULL OR {review}.closedOn <= {day})"


def in_standard_order(requirement: str) -> str:
    """Write the order of requirements of one or more standards: by standard, level, and place in the level."""
    keys = ("standardCode", "standardVersion", "level", "sequence", "id")
    return ", ".join(rank_of(f"{requirement}.level") if key == "level" else f"{requirement}.{key}" for key in keys)


def rank_of(level: str) -> str:
    """Write the rank of a level."""
    ranks = " ".join(f"WHEN '{code}' THEN {place}" for place, code in enumerate(CERTIFICATE_LEVEL_CODE.codes))
    return f"CASE {level} {ranks} END"


def sources_of(link: str, project: ProjectNode) -> str:
    """Write the list of the sources that a link names, for the record field ``sources``."""
    wanted = project("sources", "source", "Source")
    found = f"UNWIND {link}.sourceIds AS key MATCH (source:Source {{id: key}})"
    return f"COLLECT {{ {found} RETURN {wanted} ORDER BY source.id }}"

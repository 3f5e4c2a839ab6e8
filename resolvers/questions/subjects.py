"""What questions about evidence are asked of: subjects with courses, targets with requirements, roles and strength."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import BadArgumentError
from graph.model.codes import CERTIFICATE_LEVEL
from graph.model.core import CodeList
from graph.plan import ProjectNode
from resolvers.declaring import Argument
from resolvers.selection import Asked


@dataclass(frozen=True, slots=True)
class Subject:
    """How the courses of a type of subject, and the reviews that speak of it, are reached from ``id``."""

    courses: str
    aligns: str
    reviews: str

    @property
    def course_type(self) -> str:
        """The node type of its courses."""
        return "PlanCourse" if "PlanCourse" in self.courses else "Course"


SUBJECTS: Mapping[str, Subject] = {
    "Course": Subject(
        "(c:Course {id: id})",
        "ALIGNS",
        "(:Course {id: id})<-[:HAS_COURSE]-(:TeachingStandard)<-[:REVIEW_OF]-(v:Review)",
    ),
    "TeachingStandard": Subject(
        "(:TeachingStandard {id: id})-[:HAS_COURSE]->(c:Course)",
        "ALIGNS",
        "(:TeachingStandard {id: id})<-[:REVIEW_OF]-(v:Review)",
    ),
    "Major": Subject(
        "(:Major {id: id})<-[:STANDARD_OF]-(:TeachingStandard)-[:HAS_COURSE]->(c:Course)",
        "ALIGNS",
        "(:Major {id: id})<-[:STANDARD_OF]-(:TeachingStandard)<-[:REVIEW_OF]-(v:Review)",
    ),
    "PlanCourse": Subject(
        "(c:PlanCourse {id: id})",
        "ALIGNS_PLAN_COURSE",
        "(:PlanCourse {id: id})<-[:HAS_PLAN_COURSE]-(:TrainingPlan)<-[:REVIEW_OF_PLAN]-(v:Review)",
    ),
    "TrainingPlan": Subject(
        "(:TrainingPlan {id: id})-[:HAS_PLAN_COURSE]->(c:PlanCourse)",
        "ALIGNS_PLAN_COURSE",
        "(:TrainingPlan {id: id})<-[:REVIEW_OF_PLAN]-(v:Review)",
    ),
}

# The levels of a standard that a target stands for; a work area is a part of one.
TARGETS: Mapping[str, str] = {
    "StandardLevel": "(l:StandardLevel {{id: {id}}})",
    "SkillStandard": "(:SkillStandard {{id: {id}}})-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)",
    "CertificateLevel": "(:CertificateLevel {{id: {id}}})-[:SPECIFIED_BY]->(l:StandardLevel)",
    "Certificate": (
        "(:Certificate {{id: {id}}})-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)"
    ),
    "WorkArea": "(w:WorkArea {{id: {id}}})<-[:HAS_WORK_AREA]-(l:StandardLevel)",
}


def codes_given(asked: Asked, name: str, codes: CodeList) -> Any:
    """Read a list of codes; left out: all of them."""
    given = asked.arguments.get(name)
    return list(codes.codes) if given is None else given


def least_strength(value: float) -> float:
    """Give a least strength. Raises: BadArgumentError unless it is 0 to 1."""
    if not 0 <= value <= 1:
        raise BadArgumentError("minStrength", "0 to 1.", "取值为 0 到 1。")
    return value


def in_force(alignment: str, day: str) -> str:
    """Write the condition that an alignment is in force on a day; no day given: any is."""
    begun = f"({alignment}.validFrom IS NULL OR {alignment}.validFrom <= {day})"
    return f"({day} IS NULL OR ({begun} AND ({alignment}.validTo IS NULL OR {alignment}.validTo > {day})))"


def in_standard_order(requirement: str) -> str:
    """Write the order of requirements of one or more standards: by standard, level, and place in the level."""
    rank = " ".join(f"WHEN '{code}' THEN {place}" for place, code in enumerate(CERTIFICATE_LEVEL.codes))
    keys = ("standardCode", "standardVersion", "level", "sequence", "id")
    return ", ".join(
        f"CASE {requirement}.{key} {rank} END" if key == "level" else f"{requirement}.{key}" for key in keys
    )


def sources_of(link: str, project: ProjectNode) -> str:
    """Write the list of the sources that a link names, for the record field ``sources``."""
    wanted = project("sources", "source", "Source")
    found = f"UNWIND {link}.sourceIds AS key MATCH (source:Source {{id: key}})"
    return f"COLLECT {{ {found} RETURN {wanted} ORDER BY source.id }}"


MIN_STRENGTH = Argument(
    name="minStrength",
    annotation="Float",
    description="Least strength of an alignment that counts, 0 to 1.",
    default=0.0,
)
ROLES = Argument(
    name="roles",
    annotation="list[AlignmentRole] | None",
    description="Roles that count. By default all.",
    default=None,
)
AS_OF = Argument(
    name="asOf",
    annotation="Date | None",
    description="Only alignments in force on this day. By default all.",
    default=None,
)

"""What questions about evidence are asked of: subjects with courses, targets with requirements, roles and strength."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import BadArgumentError
from graph.model.core import CodeList
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

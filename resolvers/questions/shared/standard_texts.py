"""What questions about the wording of standards read: requirements and tasks of a target in the standard's order."""

from typing import Any, NamedTuple

from resolvers.questions.parts import Part, row, rows
from resolvers.questions.question import QuestionRequest
from resolvers.questions.shared.evidence import work_areas

ROWS_DEFAULT, ROWS_LARGEST = 200, 500


class TextLine(NamedTuple):
    """A requirement, work task or course: where it stands, its text, and its node as it is shown."""

    level: str | None
    code: str
    text: str
    node: Any


def requirements_of(request: QuestionRequest, argument: str, field: str) -> Part[list[TextLine]]:
    """Read the requirements of a target, shown in this record field."""
    node = request.project(field, "r", "SkillRequirement")
    return rows(
        f"MATCH {tasks_path(request, argument)}-[:HAS_REQUIREMENT]->(r:SkillRequirement)",
        row(TextLine, level="r.level", code="r.code", text="r.text", node=node),
        order="l.rank, l.id, r.sequence, r.id",
    )


def tasks_of(request: QuestionRequest, argument: str, field: str) -> Part[list[TextLine]]:
    """Read the work tasks of a target, shown in this record field."""
    return rows(
        f"MATCH {tasks_path(request, argument)}",
        row(TextLine, level="t.level", code="t.code", text="t.name", node=request.project(field, "t", "WorkTask")),
        order="l.rank, l.id, t.sequence, t.id",
    )


def functions_of(request: QuestionRequest, argument: str, grades: str, field: str) -> Part[list[TextLine]]:
    """Read the work functions of a national occupational standard, of the grades of an argument."""
    standard = f"MATCH (:OccupationalStandard {{id: {request[argument]}}})"
    node = request.project(field, "t", "WorkFunction")
    return rows(
        f"{standard}-[:HAS_WORK_FUNCTION]->(t:WorkFunction) WHERE t.grade IN {request[grades]}",
        row(TextLine, level="t.grade", code="toString(t.sequence)", text="t.name", node=node),
        order="t.grade DESC, t.sequence, t.id",
    )


def no_lines() -> Part[list[TextLine]]:
    """Read nothing: a side that has no such texts."""
    return rows("UNWIND [] AS t", row(TextLine, level="null", code="null", text="null", node="null"))


def tasks_path(request: QuestionRequest, argument: str) -> str:
    """Write the path from the levels ``l`` of a target over its work areas ``w`` to its work tasks ``t``."""
    return f"{work_areas(request.types[argument], request[argument])} MATCH (w)-[:HAS_TASK]->(t:WorkTask)"

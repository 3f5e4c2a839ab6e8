"""What questions about the wording of standards read: requirements and tasks of a target in the standard's order."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from graph.errors import BadArgumentError
from resolvers.questions.parts import Part, row, rows
from resolvers.questions.question import QuestionRequest
from resolvers.questions.shared.evidence import work_areas

ROWS_DEFAULT, ROWS_LARGEST = 200, 500
# Of each side of a comparison, which looks at all pairs of texts that differ. Where all do, as many take 0.7 s of one
# core.
LINES_LARGEST = 1_000
# One more is read: it shows that a side is too long.
LINES_LIMIT = str(LINES_LARGEST + 1)


class TextLine(NamedTuple):
    """A requirement, work task or course: where it stands, its text, and its node as it is shown."""

    level: str | None
    code: str
    text: str
    node: Any


def require_comparable(argument: str, lines: Sequence[object]) -> None:
    """Raise: BadArgumentError where a side of a comparison has more lines than are compared."""
    if len(lines) > LINES_LARGEST:
        raise BadArgumentError(
            argument,
            f"it has more than {LINES_LARGEST:,} requirements or courses, and no more are compared. Compare level by "
            "level: `standardLevels` lists those of a standard.",
            f"技能要求或课程超过 {LINES_LARGEST:,} 条，无法比较。请按等级比较：标准的等级见 `standardLevels`。",
        )


def requirements_of(request: QuestionRequest, argument: str, field: str, *, limit: str = "") -> Part[list[TextLine]]:
    """Read the requirements of a target, shown in this record field."""
    node = request.project(field, "r", "SkillRequirement")
    return rows(
        f"MATCH {tasks_path(request, argument)}-[:HAS_REQUIREMENT]->(r:SkillRequirement)",
        row(TextLine, level="r.level", code="r.code", text="r.text", node=node),
        order="l.rank, l.id, r.sequence, r.id",
        limit=limit,
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

"""What questions about the wording of standards read: requirements and tasks of a target in the standard's order."""

from collections.abc import Callable, Mapping

from graph.errors import BadArgumentError, BadPageSizeError, NotFoundError
from graph.query.plan import Bind, Inputs, ProjectNode
from resolvers.questions.shared.evidence import TARGETS

ROWS_DEFAULT, ROWS_LARGEST = 200, 500


def exists(kind: str, parameter: str) -> str:
    """Write whether a node is there."""
    return f"EXISTS {{ MATCH (:{kind} {{id: {parameter}}}) }}"


def requirements_of(target: str, parameter: str, project: ProjectNode, field: str = "requirement") -> str:
    """Write the requirements of a target: level, code, text, and what is asked of each in this field."""
    return (
        f"COLLECT {{ MATCH {_tasks(target, parameter)}-[:HAS_REQUIREMENT]->(r:SkillRequirement) "
        f"RETURN [r.level, r.code, r.text, {project(field, 'r', 'SkillRequirement')}] "
        "ORDER BY l.rank, l.id, r.sequence, r.id }"
    )


def tasks_of(target: str, parameter: str, project: ProjectNode) -> str:
    """Write the work tasks of a target: level, code, name, and what is asked of each as `task`."""
    return (
        f"COLLECT {{ MATCH {_tasks(target, parameter)} "
        f"RETURN [t.level, t.code, t.name, {project('task', 't', 'WorkTask')}] "
        "ORDER BY l.rank, l.id, t.sequence, t.id }"
    )


def _tasks(target: str, parameter: str) -> str:
    areas = TARGETS[target].format(id=parameter)
    if target != "WorkArea":
        areas += "-[:HAS_WORK_AREA]->(w:WorkArea)"
    return f"{areas} MATCH (w)-[:HAS_TASK]->(t:WorkTask)"


def rows_shown(value: object) -> int:
    """Give how many rows to show. Raises: BadPageSizeError unless it is 1 to 500."""
    if not isinstance(value, int) or not 1 <= value <= ROWS_LARGEST:
        raise BadPageSizeError(value, largest=ROWS_LARGEST)
    return value


def share(argument: str, *, least: float) -> Callable[[float], float]:
    """Make the check of an argument that is a share: ``least`` to 1. It raises BadArgumentError."""

    def check(value: float) -> float:
        if not least <= value <= 1:
            raise BadArgumentError(argument, f"{least} to 1.", f"取值为 {least} 到 1。")
        return value

    return check


def missing(kinds: Mapping[str, str], binds: Mapping[str, Bind]) -> Callable[[Inputs], NotFoundError]:
    """Make the error that one of the named nodes is not there; ``kinds``: their types by argument."""

    def error(inputs: Inputs) -> NotFoundError:
        return NotFoundError(" / ".join(kinds.values()), " / ".join(str(binds[each].read(inputs)) for each in kinds))

    return error

"""The matrix of support (支撑矩阵): how lines of a plan carry skill requirements, by accepted alignments alone.

H, M and L follow what a person has accepted: H the course treats the requirement whole, M its larger part or a part, L
a smaller part. What someone looked for and did not find is a dash. An empty cell is unknown, not a no.
"""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from graph.model.codes import CERTIFICATE_LEVEL_CODE
from interchange.formats.laid_out_tables import FormTable
from interchange.training_plans.form.form_tables import NOTHING, plain_table
from interchange.training_plans.tables.plan_words import CALCULATED

NAME = "支撑矩阵"
SUPPORT = {"EXACT": "H", "BROADER": "H", "MAJOR": "M", "NARROWER": "M", "MINOR": "L", "NO_MATCH": NOTHING}
_STRONGEST_FIRST = ("H", "M", "L", NOTHING)
# What a page holds next to the requirement; more courses go to another table.
COURSES_LARGEST = 20


class _Requirement(NamedTuple):
    level: str
    code: str
    text: str
    id: str


def support_matrices(rows: Sequence[Mapping[str, Any]]) -> list[FormTable]:
    """Make the matrix of rows of ``alignmentTable`` for a plan; no table where nothing was accepted."""
    cells: dict[tuple[_Requirement, str], str] = {}
    for each in rows:
        value = SUPPORT.get(each["kind"]) if each["status"] == "ACCEPTED" else None
        if value and each["requirement"] and each["courseName"]:
            place = (_requirement(each), each["courseName"])
            cells[place] = min(value, cells.get(place, value), key=_STRONGEST_FIRST.index)
    requirements = sorted({each for each, _ in cells})
    courses = sorted({each for _, each in cells})
    parts = [courses[at : at + COURSES_LARGEST] for at in range(0, len(courses), COURSES_LARGEST)]
    return [_table(number, requirements, part, cells) for number, part in enumerate(parts, 1)]


def _requirement(row: Mapping[str, Any]) -> _Requirement:
    return _Requirement(
        row["level"] or "", row["requirementCode"] or "", row["requirementText"] or "", row["requirement"]
    )


def _table(
    number: int,
    requirements: Sequence[_Requirement],
    courses: Sequence[str],
    cells: Mapping[tuple[_Requirement, str], str],
) -> FormTable:
    name = NAME if number == 1 else f"{NAME}{number}"
    body = [
        (_level(each.level), each.code, each.text, *(cells.get((each, course)) for course in courses))
        for each in requirements
    ]
    heading = ("等级", "编号", "技能要求", *courses)
    title = f"{name}：H 全部、M 主要或部分、L 少量、{NOTHING} 经查无对应，空白为未知{CALCULATED}"
    return plain_table(name, heading, body, (10, 10, 50, *(10 for _ in courses)), title=title)


def _level(code: str) -> str:
    text = CERTIFICATE_LEVEL_CODE.codes.get(code)
    return text.chinese[:2] if text else ""

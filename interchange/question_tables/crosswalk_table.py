"""Two standards compared as a table, requirements before work tasks: an answer of `crosswalk`."""

from collections.abc import Iterator, Mapping
from typing import Any

from analysis.code_words import CERTIFICATE_LEVELS, CROSSWALK_MATCHES, OCCUPATIONAL_GRADES, CodeWords
from graph.model.core import Text
from interchange.question_tables.columns import QuestionColumn, QuestionRow, QuestionTable, value

_REQUIREMENT = "requirement { id level code text }"
_TASK = "task { id level code name } workFunction { id grade sequence name }"
SELECTION = (
    f"rows {{ match jaccard shared a {{ {_REQUIREMENT} }} b {{ {_REQUIREMENT} }} }} "
    f"taskRows {{ match jaccard shared a {{ {_TASK} }} b {{ {_TASK} }} }}"
)
_PARTS = {"REQUIREMENT": CodeWords("Requirement", "技能要求"), "TASK": CodeWords("Task", "工作任务")}
_LEVELS = {**CERTIFICATE_LEVELS, **OCCUPATIONAL_GRADES}
COLUMNS: tuple[QuestionColumn, ...] = (
    value("part", Text("Part", "部分"), words=_PARTS),
    value("levelA", Text("Level of a", "a 的等级"), words=_LEVELS),
    value("codeA", Text("Code of a", "a 的代码"), 10),
    value("textA", Text("Text of a", "a 的文字"), 44),
    value("match", Text("Match", "对应"), words=CROSSWALK_MATCHES),
    value("jaccard", Text("Jaccard index", "Jaccard 系数")),
    value("levelB", Text("Level of b", "b 的等级"), words=_LEVELS),
    value("codeB", Text("Code of b", "b 的代码"), 10),
    value("textB", Text("Text of b", "b 的文字"), 44),
    value("shared", Text("Shared components", "共有成分"), 30),
    value("idA", Text("Id of a", "a 的 id"), 30),
    value("idB", Text("Id of b", "b 的 id"), 30),
)


def crosswalk_table(crosswalk: Mapping[str, Any]) -> QuestionTable:
    """Give the table."""
    rows = [*_rows("REQUIREMENT", crosswalk["rows"]), *_rows("TASK", crosswalk["taskRows"])]
    return QuestionTable(Text("Crosswalk", "对照"), COLUMNS, rows)


def _rows(part: str, rows: list[QuestionRow]) -> Iterator[QuestionRow]:
    for each in rows:
        common = {name: each[name] for name in ("match", "jaccard", "shared")}
        yield {"part": part, **common, **_side("A", each["a"]), **_side("B", each["b"])}


def _side(letter: str, side: QuestionRow | None) -> QuestionRow:
    """Give one side, whichever it has: a requirement, a work task or a work function."""
    node: QuestionRow = next((each for each in (side or {}).values() if each), {})
    found = {
        "level": node.get("level") or node.get("grade"),
        "code": node.get("code") or node.get("sequence"),
        "text": node.get("text") or node.get("name"),
        "id": node.get("id"),
    }
    return {f"{name}{letter}": each for name, each in found.items()}

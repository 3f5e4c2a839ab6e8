"""Suggestions as rows of the table of alignments (对接表): a designer decides on them in the spreadsheet."""

from collections.abc import Mapping, Sequence
from typing import Any

from interchange.alignments.table_columns import AlignmentsTable

# As the reason itself, which is Chinese.
_MATCHED = {"OUTCOME": "课程目标", "TYPICAL_TASKS": "典型工作任务", "CONTENT": "主要教学内容"}
_DIGITS = 2


def with_suggestions(table: AlignmentsTable, suggestions: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Add suggestions below the alignments of a table, in the order in which `suggestAlignments` gives them.

    ``suggestions`` of the table is how many: a table for which none were asked for has no such value.
    """
    courses = {each["course"]: each for each in table["courses"]}
    requirements = {each["requirement"]: each for each in table["requirements"]}
    added = [
        {
            **courses[each["course"]["id"]],
            **requirements[each["requirement"]["id"]],
            "probability": None if each["probability"] is None else round(each["probability"], _DIGITS),
            "ground": _ground(each),
        }
        for each in suggestions
    ]
    return {
        **table,
        "total": table["total"] + len(added),
        "suggestions": len(added),
        "rows": [*table["rows"], *added],
    }


def _ground(suggestion: Mapping[str, Any]) -> str:
    """Say which words stand where, and of which text of the course they are, if not of its name."""
    reason: str = suggestion["reason"]
    label = _MATCHED.get(suggestion["matched"])
    return f"{label}“{suggestion['matchedText']}”：{reason}" if label else reason

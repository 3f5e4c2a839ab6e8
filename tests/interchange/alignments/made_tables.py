"""Tables of alignments as `alignmentTable` gives them, made up for tests."""

from typing import Any


def table_row(**values: Any) -> dict[str, Any]:
    return {
        "alignment": "Alignment:a1",
        "version": 1,
        "standard": "TeachingStandard:2025:1",
        "standardName": "软件技术",
        "course": "Course:2025:1:1",
        "courseName": "程序设计基础",
        "requirement": "SkillRequirement:9:1.0:ELEMENTARY:1.10",
        "level": "ELEMENTARY",
        "requirementCode": "1.10",
        "requirementText": "能编写代码",
        "kind": "MAJOR",
        "role": "TEACHES",
        "strength": 0.6,
        "status": "SUGGESTED",
        "basis": "EDITORIAL",
        "rationale": "=见课程标准第4单元",
        "author": "dora",
        "reviewer": None,
        "decisionReason": None,
        **values,
    }


def made_table(*rows: dict[str, Any]) -> dict[str, Any]:
    fields = ("course", "courseName", "standard", "standardName")
    others = ("requirement", "level", "requirementCode", "requirementText")
    return {
        "total": len(rows),
        "rows": list(rows),
        "courses": [{name: row[name] for name in fields} for row in rows],
        "requirements": [{name: row[name] for name in others} for row in rows],
        "earlier": [],
    }

"""What people answered to the questions about majors when other versions of a standard were imported."""

import json
from collections.abc import Mapping
from typing import Any

from graph.query.statement import Run, Statement
from interchange.standard_imports.import_questions import NONE
from interchange.standard_imports.named_majors import level_of
from interchange.standards.skill.skill_standard import SuitableMajor

# The name under which the change of an import holds them.
MAJOR_ANSWERS = "majorAnswers"


class EarlierAnswers:
    """The latest answer to each question about a major, by schools, code and name as the document has them."""

    def __init__(self, answers: Mapping[tuple[str, ...], str]) -> None:
        self._answers = answers

    @classmethod
    async def read(cls, run: Run, code: str) -> "EarlierAnswers":
        """Read those of all versions of a standard. What was answered in an import that was undone does not count."""
        text = (
            "MATCH (s:SkillStandard)<-[:CHANGED_SKILL_STANDARD]-(c:Change) "
            "WHERE s.code = $code AND c.action IN ['IMPORT', 'UNDO_IMPORT'] "
            "RETURN s.id, c.action, c.after, c.at ORDER BY c.at, c.id"
        )
        standing: dict[str, list[tuple[str, list[dict[str, Any]]]]] = {}
        for standard, action, after, at in await run(Statement(text, {"code": code})):
            of_standard = standing.setdefault(standard, [])
            if action == "IMPORT":
                of_standard.append((at, json.loads(after).get(MAJOR_ANSWERS, [])))
            elif of_standard:
                of_standard.pop()
        in_order = sorted((each for found in standing.values() for each in found), key=lambda each: each[0])
        return cls({_key(**_asked(each)): each["answer"] for _, answers in in_order for each in answers})

    def of(self, named: SuitableMajor) -> str | None:
        """Give the latest answer for this major: the id of one of the catalogue, or NONE. None: it was never asked."""
        return self._answers.get(_key(named.education, named.code, named.name))


def kept_answer(named: SuitableMajor, major: str | None) -> dict[str, str]:
    """Give the answer to a question about a major as the change of an import holds it."""
    return {"education": named.education, "code": named.code, "name": named.name, "answer": major or NONE}


def _asked(kept: Mapping[str, str]) -> dict[str, str]:
    return {name: kept[name] for name in ("education", "code", "name")}


def _key(education: str, code: str, name: str) -> tuple[str, ...]:
    """Give by what a question is known again: other words for schools of one level are the same."""
    return level_of(education) or education, code, name

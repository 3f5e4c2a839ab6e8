"""Which occupations, or groups of them, a standard names: code and name must agree, as with majors."""

from collections.abc import Sequence
from typing import NamedTuple

from graph.query.folding import fold
from graph.query.statement import Run, Statement
from interchange.standard_imports.import_errors import ImportAnswerError
from interchange.standard_imports.import_questions import NONE, ImportAnswers, ImportQuestion
from interchange.standards.teaching.teaching_standard import CodedName

CHOICES_LARGEST = 5
_LINKS = {"Occupation": "PREPARES_FOR", "OccupationGroup": "PREPARES_FOR_GROUP"}


class KnownOccupation(NamedTuple):
    """An occupation or a group of the classification, and the link by which a standard names it."""

    id: str
    code: str
    name: str
    link: str


class KnownOccupations:
    """The occupations and groups of the graph."""

    def __init__(self, occupations: Sequence[KnownOccupation]) -> None:
        self._occupations = occupations

    @classmethod
    async def read(cls, run: Run) -> "KnownOccupations":
        """Read them."""
        found = []
        for label, link in _LINKS.items():
            rows = await run(Statement(f"MATCH (n:{label}) RETURN n.id, coalesce(n.code, ''), n.name ORDER BY n.id"))
            found += [KnownOccupation(node_id, code, name, link) for node_id, code, name in rows]
        return cls(found)

    def named(self, printed: CodedName, question: str, answers: ImportAnswers) -> KnownOccupation | None:
        """Give the one with this code and name, or the one that the answer gives. None: none, or open."""
        agreeing = [each for each in self._occupations if self._agrees(each, printed)]
        if len(agreeing) == 1:
            return agreeing[0]
        near = [
            each for each in self._occupations if each.code == printed.code or fold(each.name) == fold(printed.name)
        ]
        asked = ImportQuestion(
            question,
            f"{printed.code} {printed.name}".strip(),
            "which occupation is it? Its code. none: the standard gets no link from this name",
            "是哪个职业？可填职业代码。都不是：不因此名称建立关系",
            (*(f"{each.code} ({each.name})" for each in near[:CHOICES_LARGEST]), NONE),
        )
        answer = answers.take(asked)
        if answer in (None, NONE):
            return None
        found = [each for each in self._occupations if each.code == answer]
        if len(found) != 1:
            raise ImportAnswerError.unfit(asked, str(answer))
        return found[0]

    @staticmethod
    def _agrees(each: KnownOccupation, printed: CodedName) -> bool:
        return bool(printed.code) and (each.code, fold(each.name)) == (printed.code, fold(printed.name))

"""Which college a plan is of: by its name, or a name that it had."""

from collections.abc import Sequence
from typing import NamedTuple

from graph.query.folding import fold
from graph.query.statement import Run, Statement
from interchange.standard_imports.import_errors import ImportAnswerError
from interchange.standard_imports.import_questions import NONE, ImportAnswers, ImportQuestion

CHOICES_LARGEST = 5


class KnownCollege(NamedTuple):
    """A college of the graph."""

    id: str
    name: str
    code: str | None
    former_names: Sequence[str]


class KnownColleges:
    """The colleges of the graph."""

    def __init__(self, colleges: Sequence[KnownCollege]) -> None:
        self._colleges = colleges

    @classmethod
    async def read(cls, run: Run) -> "KnownColleges":
        """Read them."""
        text = "MATCH (c:College) RETURN c.id, c.name, c.code, coalesce(c.formerNames, []) ORDER BY c.id"
        return cls([KnownCollege(*row) for row in await run(Statement(text))])

    def named(self, name: str | None, question: str, answers: ImportAnswers) -> tuple[str, str | None]:
        """Give name and id of the college of a plan, asking where the name is not known. Empty: the question is open.

        Who answers ``none`` keeps the name as written, without a college of the graph.
        """
        written = fold(name or "")
        found = [each for each in self._colleges if fold(each.name) == written]
        found = found or [each for each in self._colleges if written in map(fold, each.former_names)]
        if name and len(found) == 1:
            return name, found[0].id
        asked = ImportQuestion(
            question,
            name or "",
            "which college is it? Its name or code" + (", or none" if name else ""),
            "是哪所院校？答案为院校名称或代码" + ("，或 none" if name else ""),
            (*(each.name for each in self._near(written)), *([NONE] if name else [])),
        )
        answer = answers.take(asked)
        if answer is None:
            return name or "", None
        if answer == NONE and name:
            return name, None
        chosen = [each for each in self._colleges if answer in (each.code, each.name)]
        if len(chosen) != 1:
            raise ImportAnswerError.unfit(asked, answer)
        return name or chosen[0].name, chosen[0].id

    def _near(self, written: str) -> list[KnownCollege]:
        """Give colleges whose name is part of the one written, or the other way round."""
        names = ((each, fold(each.name)) for each in self._colleges)
        near = [each for each, name in names if written and (name in written or written in name)]
        return near[:CHOICES_LARGEST]

"""Which college a plan is of: by its name, or a name that it had."""

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from graph.query.folding import fold
from graph.query.statement import Run, Statement
from interchange.standard_imports.import_errors import ImportAnswerError
from interchange.standard_imports.import_questions import NONE, ImportAnswers, ImportQuestion

CHOICES_LARGEST = 5
# Names of colleges begin with their place, mostly two or three characters.
ALIKE_LEAST = 4


class KnownCollege(NamedTuple):
    """A college of the graph."""

    id: str
    name: str
    code: str | None
    former_names: Sequence[str]


class KnownColleges:
    """The colleges of the graph."""

    def __init__(self, colleges: Sequence[KnownCollege], reader: str = "") -> None:
        """``reader``: id of the college whose editor imports; it is the first to be offered."""
        self._colleges = colleges
        self._reader = reader

    @classmethod
    async def read(cls, run: Run, reader: str) -> "KnownColleges":
        """Read them."""
        text = "MATCH (c:College) RETURN c.id, c.name, c.code, coalesce(c.formerNames, []) ORDER BY c.id"
        return cls([KnownCollege(*row) for row in await run(Statement(text))], reader)

    def named(
        self, name: str | None, question: str, answers: ImportAnswers, filed: str | None = None
    ) -> tuple[str, str | None]:
        """Give name and id of the college of a plan, asking where the name is not known. Empty: the question is open.

        ``filed``: the college under which our own form says that the plan is filed. Who answers ``none`` keeps the
        name as written, without a college of the graph.
        """
        found = (self._called(filed) if filed else []) or self._called(name or "")
        if name and len(found) == 1:
            return name, found[0].id
        asked = _question(question, name, self._near(name or ""))
        answer = answers.take(asked)
        if answer is None:
            return name or "", None
        if answer == NONE and name:
            return name, None
        chosen = [each for each in self._colleges if answer == each.code] or self._called(answer)
        if len(chosen) != 1:
            raise ImportAnswerError.unfit(_question(question, name, self._near(answer)), answer)
        return name or chosen[0].name, chosen[0].id

    def _called(self, name: str) -> list[KnownCollege]:
        """Give the colleges that have this name, or else had it."""
        written = fold(name)
        found = [each for each in self._colleges if fold(each.name) == written]
        return found or [each for each in self._colleges if written in map(fold, each.former_names)]

    def _near(self, name: str) -> list[KnownCollege]:
        """Give the editor's own college, then those whose name begins alike, the most alike first."""
        written = fold(name)
        own = [each for each in self._colleges if each.id == self._reader]
        alike = [(_same_start(fold(each.name), written), each) for each in self._colleges if each not in own]
        near = sorted((pair for pair in alike if pair[0] >= ALIKE_LEAST), key=lambda pair: (-pair[0], pair[1].id))
        return [*own, *(each for _, each in near)][:CHOICES_LARGEST]


def _same_start(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _question(question: str, name: str | None, near: Sequence[KnownCollege]) -> ImportQuestion:
    return ImportQuestion(
        question,
        name or "",
        "which college is it? Its name or code",
        "是哪所院校？可填院校名称或代码",
        (*(each.name for each in near), *([NONE] if name else [])),
    )

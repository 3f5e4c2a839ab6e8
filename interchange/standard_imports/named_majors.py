"""Which majors of the catalogue a standard names: code and name must agree, since editions give codes anew."""

from collections.abc import Sequence
from typing import NamedTuple

from graph.query.folding import fold
from graph.query.statement import Run, Statement
from interchange.standard_imports.import_errors import ImportAnswerError
from interchange.standard_imports.import_questions import NONE, ImportAnswers, ImportQuestion

LATEST_EDITION = "2021"
CHOICES_LARGEST = 5


class KnownMajor(NamedTuple):
    """A major of one edition of the catalogue."""

    id: str
    edition: str
    code: str
    name: str

    @property
    def choice(self) -> str:
        """Write it as an answer takes it."""
        return f"{self.edition}:{self.code}"


class KnownMajors:
    """The majors of all editions."""

    def __init__(self, majors: Sequence[KnownMajor]) -> None:
        self._majors = majors

    @classmethod
    async def read(cls, run: Run) -> "KnownMajors":
        """Read them."""
        rows = await run(Statement("MATCH (m:Major) RETURN m.id, m.edition, m.code, m.name ORDER BY m.id"))
        return cls([KnownMajor(node_id, edition, code or name, name) for node_id, edition, code, name in rows])

    def named(self, code: str, name: str, question: str, answers: ImportAnswers) -> str | None:
        """Give the id of the major with this code and name, or the one that the answer gives. None: none, or open."""
        agreeing = [each for each in self._majors if (each.code, fold(each.name)) == (code, fold(name))]
        if len(agreeing) == 1:
            return agreeing[0].id
        near = agreeing or [each for each in self._majors if each.code == code or fold(each.name) == fold(name)]
        asked = ImportQuestion(
            question,
            f"{code} {name}".strip(),
            "which major is it? EDITION:CODE, such as 2021:510203",
            "是哪个专业？可填“版本:代码”，如 2021:510203",
            (*(f"{each.choice} ({each.name})" for each in near[:CHOICES_LARGEST]), NONE),
        )
        answer = answers.take(asked)
        return None if answer in (None, NONE) else self._answered(asked, str(answer))

    def has(self, code: str, name: str) -> bool:
        """Whether some edition has this code with this name."""
        return any((each.code, fold(each.name)) == (code, fold(name)) for each in self._majors)

    def name_of(self, major: str) -> str:
        """Give the name of the major with this id."""
        return next(each.name for each in self._majors if each.id == major)

    def _answered(self, asked: ImportQuestion, answer: str) -> str:
        edition, _, code = answer.rpartition(":")
        found = [each for each in self._majors if each.code == code and edition in ("", each.edition)]
        latest = [each for each in found if each.edition == LATEST_EDITION]
        if len(found) == 1 or len(latest) == 1:
            return (latest or found)[0].id
        raise ImportAnswerError.unfit(asked, answer)

"""Which certificate a standard belongs to, or names: by name, other spellings, and the code of its standard."""

from collections.abc import Sequence
from typing import NamedTuple

from graph.query.folding import fold
from graph.query.statement import Run, Statement
from interchange.standard_imports.import_errors import ImportAnswerError
from interchange.standard_imports.import_questions import NEW, ImportAnswers, ImportQuestion


class KnownCertificate(NamedTuple):
    """A certificate of the graph."""

    id: str
    name: str
    aliases: Sequence[str]
    standard_code: str | None

    def is_called(self, name: str) -> bool:
        """Whether this is its name, or another spelling of it."""
        return fold(name) in {fold(each) for each in (self.name, *self.aliases)}


class KnownCertificates:
    """The certificates of the graph."""

    def __init__(self, certificates: Sequence[KnownCertificate]) -> None:
        self._certificates = certificates

    @classmethod
    async def read(cls, run: Run) -> "KnownCertificates":
        """Read them, each with the code that it or a version of its standard has."""
        text = (
            "MATCH (c:Certificate) OPTIONAL MATCH (c)-[:HAS_STANDARD]->(s:SkillStandard) "
            "WITH c, min(s.code) AS code "
            "RETURN c.id, c.name, coalesce(c.aliases, []), coalesce(c.standardCode, code) ORDER BY c.id"
        )
        return cls([KnownCertificate(*row) for row in await run(Statement(text))])

    def called(self, name: str) -> KnownCertificate | None:
        """Give the certificate of this name or spelling."""
        return next((each for each in self._certificates if each.is_called(name)), None)

    def of_standard(self, name: str, code: str, answers: ImportAnswers) -> KnownCertificate | None:
        """Give the certificate of a standard. None: it is new, or the question is open.

        Asks where name and code point to different ones.
        """
        by_name = self.called(name)
        by_code = [each for each in self._certificates if each.standard_code == code]
        if by_name and by_name.standard_code in (None, code):
            return by_name
        if not by_name and not by_code:
            return None
        asked = ImportQuestion(
            "certificate",
            f"{code} {name}",
            "name and code are those of different certificates; which is it? Its name",
            "名称与代码分属不同的证书；是哪一个？可填证书名称",
            (*(each.name for each in ([by_name] if by_name else []) + by_code), NEW),
        )
        answer = answers.take(asked)
        if answer in (None, NEW) and not (answer == NEW and by_name):
            return None
        found = self.called(str(answer))
        if found is None:
            raise ImportAnswerError.unfit(asked, str(answer))
        return found

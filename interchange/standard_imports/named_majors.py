"""Which majors of the catalogue a standard names: code and name must agree, since editions give codes anew."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

from graph.model.catalogue import EDITIONS_IN_FORCE, MAJOR
from graph.model.codes import EDUCATION_LEVEL
from graph.query.folding import fold
from graph.query.statement import Run, Statement
from interchange.standard_imports.import_errors import ImportAnswerError
from interchange.standard_imports.import_questions import NONE, ImportAnswers, ImportQuestion, listed_zh

LATEST_EDITION = "2021"
CHOICES_LARGEST = 5
# What standards call the schools of a level of education.
_SCHOOLS = (
    (re.compile("中等职业|中职|中专"), "SECONDARY"),
    (re.compile("(?:职业|职教|高职)[^，、及和与]{0,4}本科"), "BACHELOR"),
    (re.compile("(?:应用型?|普通|学术)本科|^本科"), "UNDERGRADUATE"),
    (re.compile("(?:高等职业|高职)(?!(?:教育)?本科)|专科"), "ASSOCIATE"),
)


class KnownMajor(NamedTuple):
    """A major of one edition of the catalogue."""

    id: str
    edition: str
    code: str
    name: str
    level: str
    # The ids of the majors of a later edition that took its place.
    successors: Collection[str] = ()

    @property
    def choice(self) -> str:
        """Write it as an answer takes it."""
        return f"{self.edition}:{self.code}"

    @property
    def shown_choice(self) -> str:
        """Write it with its name and the term of its level of education."""
        term = EDUCATION_LEVEL.codes[self.level].chinese.partition("：")[0].partition("（")[0]
        return f"{self.choice} ({self.name}, {term})"


# Says, of the majors that are offered, what the answer `none` does, in English and Chinese.
NoneSays = Callable[[Sequence[KnownMajor]], tuple[str, str]]


def _nothing(_: Sequence[KnownMajor]) -> tuple[str, str]:
    return "", ""


class KnownMajors:
    """The majors of all editions."""

    def __init__(self, majors: Sequence[KnownMajor]) -> None:
        self._majors = majors

    @classmethod
    async def read(cls, run: Run) -> "KnownMajors":
        """Read them, those of the newest edition first."""
        text = (
            "MATCH (m:Major) OPTIONAL MATCH (m)-[:REPLACED_BY]->(s:Major) "
            "RETURN m.id, m.edition, m.code, m.name, m.educationLevel, collect(s.id)"
        )
        found = (
            KnownMajor(node_id, edition, code or name, name, level, tuple(later))
            for node_id, edition, code, name, level, later in await run(Statement(text))
        )
        return cls(sorted(found, key=lambda each: MAJOR.list_key(each.id)))

    def named(
        self,
        code: str,
        name: str,
        question: str,
        answers: ImportAnswers,
        *,
        education: str = "",
        earlier: Collection[str] = (),
        was_none: bool = False,
        none_says: NoneSays = _nothing,
    ) -> str | None:
        """Give the id of the major with this code and name, or the one that the answer gives. None: none, or open.

        ``education``: the schools that the document names it for; majors of their level are asked about first.
        ``earlier``: the ids of what an earlier version was linked with by this name; the only one is proposed.
        ``was_none``: that it is none was the latest answer of another version, and is proposed before all else.
        """
        agreeing = [each for each in self._majors if (each.code, fold(each.name)) == (code, fold(name))]
        if len(agreeing) == 1:
            return agreeing[0].id
        near = agreeing or [each for each in self._majors if each.code == code or fold(each.name) == fold(name)]
        level = level_of(education)
        if level and not any(each.level == level and each.edition in EDITIONS_IN_FORCE for each in near):
            near = list(dict.fromkeys([*near, *self._later(near, name, level)]))
        before = [each for each in self._majors if each.id in earlier]
        near = [*before, *(each for each in near if each not in before)]
        near.sort(key=lambda each: each not in before and level not in ("", each.level))
        none_en, none_zh = none_says(near)
        before_en, before_zh = _before_says(before, was_none=was_none)
        asked = ImportQuestion(
            question,
            " ".join(filter(None, (education, code, name))),
            f"which major is it? EDITION:CODE, such as 2021:510203{before_en}{none_en}",
            f"是哪个专业？可填“版本:代码”，如 2021:510203{before_zh}{none_zh}",
            (*(each.shown_choice for each in near[:CHOICES_LARGEST]), NONE),
            NONE if was_none else _proposed(near, before, "" if code else level, name),
        )
        answer = answers.take(asked)
        return None if answer in (None, NONE) else self._answered(asked, str(answer))

    def _later(self, near: Sequence[KnownMajor], name: str, level: str) -> Iterator[KnownMajor]:
        """Give what took the place of these, and what has the name within its own, of this level of today."""
        later = {node_id for each in near for node_id in each.successors}
        for each in self._majors:
            is_near = each.id in later or (name and fold(name) in fold(each.name))
            if is_near and each.level == level and each.edition in EDITIONS_IN_FORCE:
                yield each

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
        raise ImportAnswerError.no_major(asked, answer, [each.choice for each in found])


def _before_says(before: Sequence[KnownMajor], *, was_none: bool) -> tuple[str, str]:
    listed = [each.shown_choice for each in before]
    en = f". By this name the certificate is linked with {', '.join(listed)} already" if before else ""
    zh = f"。此前已按此名称与 {listed_zh(listed)}建立关系" if before else ""
    if not was_none:
        return en, zh
    return f"{en}. For another version the answer was none", f"{zh}。导入其他版本时回答为“都不是”"


def _proposed(near: Sequence[KnownMajor], before: Sequence[KnownMajor], level: str, name: str) -> str:
    """Give what a person chose before, or what bears the name. A code that contradicts it speaks against all of those.

    ``level``: empty where the document gives such a code, or no level.
    """
    if len(before) == 1:
        return before[0].choice
    same = [each for each in near if each.level == level and fold(each.name) == fold(name)]
    return _likely(same) if level else ""


def level_of(schools: str) -> str:
    """Give the level of education of such schools. Empty: the document does not say, or names several."""
    levels = [level for pattern, level in _SCHOOLS if pattern.search(schools)]
    return levels[0] if len(levels) == 1 else ""


def _likely(majors: Sequence[KnownMajor]) -> str:
    """Give the only one offered today, or else the only one, as an answer takes it. Empty: there are several."""
    in_force = [each for each in majors if each.edition in EDITIONS_IN_FORCE]
    found = in_force or majors
    return found[0].choice if len(found) == 1 else ""

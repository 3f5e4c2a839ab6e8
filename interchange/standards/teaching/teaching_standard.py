"""A teaching standard as it was read: head, occupations, courses by module, rules of hours, practice conditions."""

from typing import NamedTuple

from interchange.standards.skill.skill_standard import Place, Remark


class CodedName(NamedTuple):
    """A name with its code as printed; the code may be missing."""

    code: str
    name: str


class TeachingCourse(NamedTuple):
    """A course of a module; a core course has its typical tasks and its content.

    ``is_printed``: the document says so; a person may have written it otherwise.
    """

    module: str
    name: str
    tasks: str
    content: str
    places: tuple[Place, ...]
    is_printed: bool = True


class StatedRule(NamedTuple):
    """A rule with its figure, how binding its clause is, and the clause as printed."""

    item: str
    value: str
    force: str
    clause: str


class TeachingStandardReading(NamedTuple):
    """All that was read from one document."""

    title: str
    major: CodedName
    education: str
    years: str
    entry: str
    industries: tuple[CodedName, ...]
    occupations: tuple[CodedName, ...]
    positions: tuple[str, ...]
    certificates: tuple[str, ...]
    courses: tuple[TeachingCourse, ...]
    rules: tuple[StatedRule, ...]
    practice: str
    guesses: tuple[Remark, ...]
    problems: tuple[Remark, ...]
    not_read: tuple[Remark, ...]

"""A skill level standard as it was read: its tree, where each item stands, and what was guessed or is wrong."""

from typing import NamedTuple

from interchange.documents.document_pages import Box

LEVELS = {"初级": "ELEMENTARY", "中级": "INTERMEDIATE", "高级": "ADVANCED"}


class Place(NamedTuple):
    """Where something stands: its page and box, and its row where it is in a table."""

    page: int
    box: Box | None
    table: int | None = None
    row: int | None = None


class SkillText(NamedTuple):
    """A skill requirement. It has several places where the end of a page cuts it.

    ``is_printed``, here and above it: the document says so; a person may have written it otherwise.
    """

    code: str
    text: str
    places: tuple[Place, ...]
    is_printed: bool = True


class Task(NamedTuple):
    """A work task with its skill requirements."""

    code: str
    name: str
    places: tuple[Place, ...]
    requirements: tuple[SkillText, ...]
    is_printed: bool = True


class Area(NamedTuple):
    """A work area with its tasks."""

    code: str
    name: str
    places: tuple[Place, ...]
    tasks: tuple[Task, ...]
    is_printed: bool = True


class LevelTree(NamedTuple):
    """A level with its work areas. ``is_column``: it stands next to other levels over one table of areas and tasks."""

    level: str
    areas: tuple[Area, ...]
    is_column: bool = False

    def requirement_count(self) -> int:
        """Count the requirements."""
        return sum(len(task.requirements) for area in self.areas for task in area.tasks)


class SuitableMajor(NamedTuple):
    """A major that the standard names, at the education level under which it stands; the code may be missing."""

    education: str
    code: str
    name: str


class StandardHead(NamedTuple):
    """What stands before the tables. Null: the document does not say so in a form that is read.

    ``terms`` has a line for each term.
    """

    title: str
    code: str
    version: str
    year: int | None
    publisher: str
    date: str
    scope: str
    terms: str
    majors: tuple[SuitableMajor, ...]
    positions: tuple[str, ...]
    levels: tuple[str, ...]
    higher_levels_include: bool | None


class Remark(NamedTuple):
    """A guess, a problem, or something not read: by which rule, where, and on what.

    ``number`` is by which a problem is known after others were corrected; 0: by its place in the list.
    """

    rule: str
    subject: str
    place: Place | None
    number: int = 0


class SkillStandardReading(NamedTuple):
    """All that was read from one document."""

    head: StandardHead
    levels: tuple[LevelTree, ...]
    guesses: tuple[Remark, ...]
    problems: tuple[Remark, ...]
    not_read: tuple[Remark, ...]

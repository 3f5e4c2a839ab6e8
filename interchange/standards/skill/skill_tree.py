"""From requirements one after the other to the tree of a standard, with what its numbering says about it."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Protocol

from interchange.documents.document_errors import StandardNotFoundError
from interchange.documents.document_pages import UNREADABLE, Document
from interchange.standards.official_text import depth, tidy
from interchange.standards.skill.skill_items import Name, RequirementDraft, SkillItems
from interchange.standards.skill.skill_standard import (
    LEVELS,
    Area,
    LevelTree,
    Place,
    Remark,
    SkillStandardReading,
    SkillText,
    Task,
)
from interchange.standards.skill.table_header import REQUIREMENT_DEPTH
from interchange.standards.standard_head import read_whole_head

_TASK_DEPTH = 2
# The problems that the tree finds by itself, from the rows it is made of.
TREE_RULES = frozenset(
    {
        "requirement-without-code",
        "task-without-requirement",
        "unreadable-characters",
        "name-missing",
        "number-missing",
        "number-doubled",
    }
)


class CollectedItems(Protocol):
    """Requirements one after the other, from whatever they were read, with the names of areas and tasks."""

    items: list[RequirementDraft]
    names: dict[tuple[str, str], Name]
    guesses: list[Remark]

    @property
    def side_by_side(self) -> Collection[str]:
        """The levels that stand side by side over one table of areas and tasks."""


class SkillTree:
    """Makes the tree. Codes say what belongs where; what they leave out or repeat is a problem."""

    def __init__(self, items: CollectedItems) -> None:
        self.items = items.items
        self.names = items.names
        self.guesses = list(items.guesses)
        self.problems: list[Remark] = []
        # The levels that stand side by side over one table: an empty cell there leaves out a number.
        self._columns = frozenset(items.side_by_side)

    def levels(self) -> tuple[LevelTree, ...]:
        """Give the levels in the order of the document."""
        self._number_what_has_no_code()
        found: dict[str, list[RequirementDraft]] = defaultdict(list)
        for each in self.items:
            found[each.level].append(each)
        return tuple(
            LevelTree(level, tuple(self._areas(level, items)), level in self._columns) for level, items in found.items()
        )

    def _number_what_has_no_code(self) -> None:
        """Give a requirement without code the number that is missing there, if exactly that one is."""
        for index, item in enumerate(self.items):
            if item.code:
                continue
            codes = [each.code if each.level == item.level and each.task == item.task else "" for each in self.items]
            before = next(filter(None, reversed(codes[:index])), "")
            code = f"{item.task}.{_last_number(before) + 1}"
            if item.task and code not in codes:
                item.code = code
                self.guesses.append(Remark("code-by-sequence", code, _first(item.places)))
            else:
                self.problems.append(Remark("requirement-without-code", tidy(item.text), _first(item.places)))

    def _areas(self, level: str, items: list[RequirementDraft]) -> Iterator[Area]:
        areas: dict[str, dict[str, list[RequirementDraft]]] = defaultdict(lambda: defaultdict(list))
        for each in items:
            areas[each.task.partition(".")[0]][each.task].append(each)
        self._add_empty_tasks(level, areas)
        self._check_numbers(level, list(areas), "", _first(items[0].places), self._first_area(level, list(areas)))
        for area, tasks in areas.items():
            place = next((_first(each[0].places) for each in tasks.values() if each), _first(items[0].places))
            self._check_numbers(level, list(tasks), f"{area}.", place)
            name = self._name(level, area, place)
            yield Area(area, name.text, tuple(name.places), tuple(self._tasks(level, tasks)), name.is_printed)

    def _add_empty_tasks(self, level: str, areas: dict[str, dict[str, list[RequirementDraft]]]) -> None:
        """Add the tasks that are named and have no requirement, each in its place."""
        for (of_level, code), name in self.names.items():
            area = code.partition(".")[0]
            if of_level != level or depth(code) != _TASK_DEPTH or not name.text or code in areas.get(area, {}):
                continue
            self.problems.append(Remark("task-without-requirement", code, _first(name.places)))
            tasks = {**areas[area], code: list[RequirementDraft]()}
            areas[area] = {task: tasks[task] for task in sorted(tasks, key=_last_number)}

    def _tasks(self, level: str, tasks: dict[str, list[RequirementDraft]]) -> Iterator[Task]:
        for task, items in tasks.items():
            place = _first(items[0].places if items else self.names[level, task].places)
            self._check_numbers(level, [each.code for each in items], f"{task}.", place)
            name = self._name(level, task, place)
            requirements = tuple(
                SkillText(each.code, tidy(each.text), tuple(each.places), each.is_printed) for each in items
            )
            for each in requirements:
                if UNREADABLE in each.text:
                    self.problems.append(Remark("unreadable-characters", each.code, _first(each.places)))
            yield Task(task, name.text, tuple(name.places), requirements, name.is_printed)

    def _name(self, level: str, code: str, place: Place | None) -> Name:
        name = self.names.get((level, code), Name())
        if not name.text:
            self.problems.append(Remark("name-missing", code, place))
        if UNREADABLE in name.text:
            self.problems.append(Remark("unreadable-characters", code, place))
        return name

    def _check_numbers(self, level: str, codes: list[str], prefix: str, place: Place | None, first: int = 1) -> None:
        numbers = [_last_number(each) for each in codes if each]
        beside = self._numbers_beside(prefix) if level in self._columns else set[int]()
        for missing in sorted(set(range(first, max(numbers, default=0))) - set(numbers) - beside):
            self.problems.append(Remark("number-missing", f"{prefix}{missing}", place))
        for doubled in sorted({each for each in numbers if numbers.count(each) > 1}):
            self.problems.append(Remark("number-doubled", f"{prefix}{doubled}", place))

    def _first_area(self, level: str, codes: list[str]) -> int:
        """Give the number that areas begin with; where they are numbered on through the levels, it is the next one."""
        levels = list(LEVELS.values())
        before = levels[levels.index(level) - 1] if levels.index(level) else ""
        numbers = [_last_number(each.task.partition(".")[0]) for each in self.items if each.level == before]
        after = max(numbers, default=0) + 1
        return after if after in map(_last_number, codes) and "1" not in codes else 1

    def _numbers_beside(self, prefix: str) -> set[int]:
        """Give the numbers that stand at any of the levels side by side; requirements only where they run through."""
        texts: dict[str, set[str]] = defaultdict(set)
        for each in self.items:
            if each.level in self._columns and each.code.startswith(prefix):
                texts[each.code].add(tidy(each.text))
        at = depth(prefix) or 1
        if at == REQUIREMENT_DEPTH and any(len(each) > 1 for each in texts.values()):
            return set()
        return {int(code.split(".")[at - 1]) for code in texts if code}


def _first(places: Sequence[Place]) -> Place | None:
    """Give where something begins; None: a person added it."""
    return places[0] if places else None


def _last_number(code: str) -> int:
    return int(code.rpartition(".")[2] or 0)


def read_skill_standard(document: Document) -> SkillStandardReading:
    """Read a document as a skill level standard."""
    items = SkillItems(document)
    tree = SkillTree(items)
    levels = tree.levels()
    if not levels:
        raise StandardNotFoundError
    head, unread, tables = read_whole_head(document)
    missing = [each for each in head.levels if each not in {level.level for level in levels}]
    problems = [*tree.problems, *(Remark("level-without-table", each, None) for each in missing)]
    not_read = [each for each in items.not_read if not _is_of_the_head(each, tables)]
    return SkillStandardReading(head, levels, tuple(tree.guesses), tuple(problems), (*not_read, *unread))


def _is_of_the_head(remark: Remark, tables: AbstractSet[int]) -> bool:
    return remark.rule == "table-of-another-kind" and remark.place is not None and remark.place.table in tables

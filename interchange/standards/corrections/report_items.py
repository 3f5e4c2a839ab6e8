"""The items of a report that can be corrected, by the keys that corrections name."""

from collections.abc import Iterator
from typing import NamedTuple

from interchange.standards.corrections.correction import ReadItem
from interchange.standards.corrections.skill_corrections import head_items
from interchange.standards.corrections.teaching_corrections import HEAD_ITEMS
from interchange.standards.skill.skill_standard import LevelTree, Place, SkillStandardReading
from interchange.standards.standard_document import StandardReading
from interchange.standards.teaching.teaching_standard import TeachingStandardReading


class ReportItem(NamedTuple):
    """An item: its key, what was read, and where."""

    item: str
    read: ReadItem
    places: tuple[Place, ...] = ()


def report_items(reading: StandardReading) -> Iterator[ReportItem]:
    """Give all items in the order of the report."""
    if isinstance(reading, TeachingStandardReading):
        yield from _teaching_items(reading)
    else:
        yield from _skill_items(reading)


def _skill_items(reading: SkillStandardReading) -> Iterator[ReportItem]:
    head = reading.head
    yield from (ReportItem(*each) for each in head_items(head))
    for number, major in enumerate(head.majors, start=1):
        yield ReportItem(f"major:{number}", ReadItem("", major.code, major.name))
    yield from _listed("position", head.positions)
    for tree in reading.levels:
        yield ReportItem(tree.level, ReadItem(tree.level))
        yield from _rows(tree)


def _rows(tree: LevelTree) -> Iterator[ReportItem]:
    for a, area in enumerate(tree.areas, start=1):
        yield ReportItem(f"{tree.level}:{a}", ReadItem(tree.level, area.code, area.name), area.places)
        for b, task in enumerate(area.tasks, start=1):
            yield ReportItem(f"{tree.level}:{a}:{b}", ReadItem(tree.level, task.code, task.name), task.places)
            for c, each in enumerate(task.requirements, start=1):
                key = f"{tree.level}:{a}:{b}:{c}"
                yield ReportItem(key, ReadItem(tree.level, each.code, each.text), each.places)


def _teaching_items(reading: TeachingStandardReading) -> Iterator[ReportItem]:
    yield from (ReportItem(name, ReadItem(text=getattr(reading, name))) for name in HEAD_ITEMS)
    coded = {"major": [reading.major], "industry": reading.industries, "occupation": reading.occupations}
    for kind, listed in coded.items():
        for number, each in enumerate(listed, start=1):
            yield ReportItem(f"{kind}:{number}", ReadItem("", each.code, each.name))
    yield from _listed("position", reading.positions)
    yield from _listed("certificate", reading.certificates)
    for number, course in enumerate(reading.courses, start=1):
        key = f"{course.module}:{number}"
        yield ReportItem(key, ReadItem(course.module, "", course.name), course.places)
        yield ReportItem(f"{key}:tasks", ReadItem(text=course.tasks), course.places)
        yield ReportItem(f"{key}:content", ReadItem(text=course.content), course.places)


def _listed(kind: str, texts: tuple[str, ...]) -> Iterator[ReportItem]:
    for number, each in enumerate(texts, start=1):
        yield ReportItem(f"{kind}:{number}", ReadItem(text=each))

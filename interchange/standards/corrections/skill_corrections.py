"""Correct the reading of a skill level standard: the tree is made anew from its rows, and checked by the same rules."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any, NamedTuple

from interchange.standards.corrections.correction import ADDED_ROW, EVERY_PART, Correction, Corrections, ReadItem
from interchange.standards.corrections.correction_errors import CorrectionError
from interchange.standards.corrections.listed_items import correct_coded, correct_texts
from interchange.standards.official_text import depth
from interchange.standards.skill.skill_items import Name, RequirementDraft
from interchange.standards.skill.skill_standard import (
    LEVELS,
    Area,
    LevelTree,
    Remark,
    SkillStandardReading,
    StandardHead,
    SuitableMajor,
    Task,
)
from interchange.standards.skill.skill_tree import TREE_RULES, SkillTree

RANKS = {code: rank for rank, code in enumerate(LEVELS.values())}
AREA, TASK, REQUIREMENT = 1, 2, 3
_CODE = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,2}")


class HeadForm(NamedTuple):
    """What an item of the head may be: its pattern, and the same in words."""

    pattern: re.Pattern[str]
    en: str
    zh: str


HEAD_FORMS = {
    "title": HeadForm(re.compile(r".{1,100}"), "a title has at most 100 characters.", "名称不超过 100 个字符。"),
    "code": HeadForm(
        re.compile(r"[0-9A-Z]{6,12}"),
        "a code has 6 to 12 digits and capital letters.",
        "代码由 6 至 12 位数字和大写字母组成。",
    ),
    "version": HeadForm(re.compile(r"\d{1,2}\.\d{1,2}"), "a version has a form such as 1.0.", "版本号形如 1.0。"),
    "year": HeadForm(re.compile(r"(?:19|20)\d\d"), "a year is one of 1900 to 2099.", "年份须为 1900 至 2099。"),
    "publisher": HeadForm(
        re.compile(r".{1,200}"), "a publisher has at most 200 characters.", "发布单位不超过 200 个字符。"
    ),
    "date": HeadForm(
        re.compile(r"(?:19|20)\d\d(?:-\d\d){0,2}"),
        "a date has a form such as 2021-12-01, 2021-12 or 2021.",
        "日期形如 2021-12-01、2021-12 或 2021。",
    ),
}


class CorrectedRows:
    """The rows of the tree as they are once corrected, in the form in which printed ones are collected."""

    def __init__(self, reading: SkillStandardReading, corrections: Corrections) -> None:
        self.items: list[RequirementDraft] = []
        self.names: dict[tuple[str, str], Name] = {}
        self.guesses: list[Remark] = []
        self.side_by_side = [each.level for each in reading.levels if each.is_column]
        self._moved: list[RequirementDraft] = []
        self._corrections = corrections
        for each in reading.levels:
            self._level(each)
        for added in corrections.added(ADDED_ROW, ("level", "code", "text")):
            self._add(added)
        for moved in self._moved:
            _insert(self.items, moved)

    def _level(self, tree: LevelTree) -> None:
        own = self._take(tree.level, ReadItem(tree.level), 0)
        if not own.removes:
            for number, area in enumerate(tree.areas, start=1):
                self._area(f"{tree.level}:{number}", own.level or tree.level, area)

    def _area(self, item: str, level: str, area: Area) -> None:
        own = self._take(item, ReadItem(_printed_level(item), area.code, area.name), AREA)
        if own.removes:
            return
        level, code = own.level or level, own.code or area.code
        self._name(level, code, own, area)
        for number, task in enumerate(area.tasks, start=1):
            self._task(f"{item}:{number}", level, _below(task.code, area.code, code), task)

    def _task(self, item: str, level: str, code: str, task: Task) -> None:
        own = self._take(item, ReadItem(_printed_level(item), task.code, task.name), TASK)
        if own.removes:
            return
        level, code = own.level or level, own.code or code
        self._name(level, code, own, task)
        for number, each in enumerate(task.requirements, start=1):
            which = f"{item}:{number}"
            change = self._take(which, ReadItem(_printed_level(item), each.code, each.text), REQUIREMENT)
            if change.removes:
                continue
            new_code = change.code or _below(each.code, task.code, code)
            of_task = new_code.rpartition(".")[0] or code
            draft = RequirementDraft(change.level or level, new_code, of_task, change.text or each.text, [*each.places])
            draft.is_printed = change.as_printed or not change.text
            moves = (draft.level, draft.code) != (_printed_level(item), each.code)
            (self._moved if moves else self.items).append(draft)

    def _take(self, item: str, read: ReadItem, at: int) -> Correction:
        own = self._corrections.of(item, read, EVERY_PART if at else ("level", "removes"))
        _require_fit(own, at)
        return own

    def _name(self, level: str, code: str, own: Correction, read: Area | Task) -> None:
        name = self.names.setdefault((level, code), Name())
        if name.text and not own.text:
            return
        name.text, name.places = own.text or read.name, [*read.places]
        name.is_printed = own.as_printed or not own.text

    def _add(self, own: Correction) -> None:
        _require_fit(own, depth(own.code))
        if not (own.level and own.code and own.text):
            raise CorrectionError.unfit(
                "", own.text or own.code, "give level, code and text.", "请给出等级、编号和文字。"
            )
        if depth(own.code) == REQUIREMENT:
            draft = RequirementDraft(own.level, own.code, own.code.rpartition(".")[0], own.text, [])
            draft.is_printed = own.as_printed
            self._moved.append(draft)
        else:
            self.names[own.level, own.code] = Name(own.text, [], own.as_printed)


def correct_skill_standard(reading: SkillStandardReading, corrections: Corrections) -> SkillStandardReading:
    """Give the reading as corrected. Raises: CorrectionError naming the correction that does not fit."""
    rows = CorrectedRows(reading, corrections)
    tree = SkillTree(rows)
    levels = tree.levels()
    if not levels:
        raise CorrectionError.nothing_left()
    head = _corrected_head(reading.head, corrections)
    there = {each.level for each in levels}
    kept = [each for each in reading.problems if each.rule not in TREE_RULES and each.subject not in there]
    return reading._replace(head=head, levels=levels, problems=(*kept, *tree.problems))


def head_items(head: StandardHead) -> Iterator[tuple[str, ReadItem]]:
    """Give the items of the head that can be corrected, by name."""
    for name in HEAD_FORMS:
        yield name, ReadItem(text=str(getattr(head, name) or ""))


def _corrected_head(head: StandardHead, corrections: Corrections) -> StandardHead:
    new: dict[str, Any] = {}
    for name, read in head_items(head):
        own = corrections.of(name, read, ("text",))
        form = HEAD_FORMS[name]
        if own.text and not form.pattern.fullmatch(own.text):
            raise CorrectionError.unfit(name, own.text, form.en, form.zh)
        if own.text:
            new[name] = own.text
    year = int(new.pop("year", 0)) or head.year
    majors = tuple(
        SuitableMajor(education, *named)
        for education, named in zip_longest(
            [each.education for each in head.majors], correct_coded("major", head.majors, corrections), fillvalue=""
        )
    )
    positions = correct_texts("position", head.positions, corrections)
    return head._replace(**new, year=year, majors=majors, positions=positions)


def _printed_level(item: str) -> str:
    """Give the level under which an item was read, whatever it becomes."""
    return item.partition(":")[0]


def _below(code: str, before: str, after: str) -> str:
    """Give the code of something below what got another code."""
    return after + code.removeprefix(before) if before and code.startswith(f"{before}.") else code


def _require_fit(own: Correction, at: int) -> None:
    """Raise: CorrectionError where a level or code is none, or the code is of another depth than its item."""
    if own.level and own.level not in RANKS:
        among = ", ".join(RANKS)
        raise CorrectionError.unfit(own.item, own.level, f"a level is one of {among}.", f"等级须为 {among} 之一。")
    if own.code and (not _CODE.fullmatch(own.code) or (own.item and depth(own.code) != at)):
        raise CorrectionError.unfit(
            own.item,
            own.code,
            "a work area has a code such as 1, a task 1.2, a requirement 1.2.3.",
            "工作领域编号形如 1，工作任务形如 1.2，技能要求形如 1.2.3。",
        )


def _insert(items: list[RequirementDraft], one: RequirementDraft) -> None:
    """Put a row where its level and code belong; all others stay in the order of the document."""
    at = next((place for place, each in enumerate(items) if _order(each) > _order(one)), len(items))
    items.insert(at, one)


def _order(each: RequirementDraft) -> tuple[int, list[int]]:
    return RANKS.get(each.level, 0), [int(number) for number in (each.code or each.task).split(".") if number]

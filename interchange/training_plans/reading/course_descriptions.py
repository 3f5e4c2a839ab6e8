"""Descriptions of courses in a text: what stands below a title 《…》 in a paragraph of its own is of that course."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from analysis.training_plans.training_plan import PlanLine, PlanPlace
from interchange.training_plans.plan_head import HeadText
from interchange.training_plans.tables.numerals import NUMERAL, number_of
from interchange.training_plans.tables.plan_words import bare, fold, title_number, without_number

# 3.《数控技术》, （1）《数控技术》课程简介, 《数控技术》（64学时）: a title alone, and no sentence.
_TITLE = re.compile(
    r"《(?P<name>[^《》]{2,40})》(?:\([^()。]{1,30}\))?(?P<is_course>课程)?(?:简介|介绍|说明|描述|标准|概述|大纲)?[:：]?"
)
_HEADING_LARGEST = 40
_CHAPTER = re.compile(
    r"[一二三四五六七八九十]+、|第[一二三四五六七八九十\d]+(?:部分|[章节])|附?[表件录]\s*[\d一二三四五六七八九十]"
)
# The parts of a description may be numbered as chapters are: 一、课程目标.
_OF_COURSE = re.compile(
    r"(?:本?课程)?(?:的)?(?:教学|学习|课程|主要|考核|评价|实施|性质|目标|内容|任务|要求|方法|建议|方式|与|和|及|、|标准|简介|描述)+"
)
# What a plan has chapters of, and no course: 7.教学进程总体安排.
_OF_PLAN = re.compile(
    r"(?:本?专业)?(?:教学进程|教学计划|课程设置|毕业(?:要求|条件|标准)|实施保障|师资(?:队伍|配备)|培养方案|职业面向|各类课程"
    r"|(?:学时|学分|[与和、])+(?:比例|统计|结构|构成))[^:]*:?"
)
# A part of a description may be called so too: then it is numbered as its other parts are.
_OF_EITHER = re.compile(r"(?:教学|学时|学分|[与和、])+(?:总体)?(?:安排|分配)")
_NUMBER = re.compile(rf"[(附续表]*((?:\d{{1,2}}\.)*)(\d{{1,2}}|{NUMERAL})(?!\d)")


class _Number(NamedTuple):
    """The number of a heading; ``level``: the signs around it, the numbers before it, and whether it is in digits."""

    level: str
    at: int


class _Course(NamedTuple):
    """The course of a description, and the level of its title; ``is_sure``: the title says that it is a course."""

    name: str
    level: str
    is_sure: bool


class CourseDescriptions:
    """Follows the lines of a document, and keeps which of them stand in the description of a course."""

    def __init__(self) -> None:
        self.course: _Course | None = None
        self.of_places: dict[PlanPlace, _Course] = {}
        # The last numbers of the headings above a description, and of those in it, by level: the next one tells whose.
        self.above: dict[str, int] = {}
        self.inside: dict[str, int] = {}

    def take(self, text: str, place: PlanPlace) -> None:
        """Take a line outside tables."""
        if match := _TITLE.fullmatch(bare(without_number(text))):
            self.course = _Course(bare(match["name"]), _number(text).level, bool(match["is_course"]))
            self.inside = {}
        elif _is_heading(text):
            self._take_heading(text)
        if self.course:
            self.of_places[place] = self.course

    def _take_heading(self, text: str) -> None:
        number, is_chapter = _number(text), bool(_CHAPTER.match(bare(text)))
        if self.course and not _OF_COURSE.fullmatch(bare(without_number(text))):
            self.course = None if is_chapter or self._ends(text, number, self.course) else self.course
        if is_chapter and not self.course:
            self.above = {}
        if number.level:
            numbers = self.inside if self.course else self.above
            numbers[number.level] = number.at

    def _ends(self, text: str, number: _Number, course: _Course) -> bool:
        """Whether a heading ends a description: one of the plan, or the next of those above or of the title."""
        heading = bare(without_number(text))
        if _OF_PLAN.fullmatch(heading) or (not number.level and _OF_EITHER.fullmatch(heading)):
            return True
        is_next_inside = number.at == self.inside.get(number.level, 0) + 1
        is_next = not is_next_inside and number.at == self.above.get(number.level, number.at) + 1
        return bool(number.level) and (number.level == course.level or is_next)

    def end(self) -> None:
        """End a description where a table of courses stands."""
        self.course = None

    def without(self, texts: Iterable[HeadText], lines: Sequence[PlanLine]) -> Iterator[HeadText]:
        """Leave out the texts on courses: on one that the plan has, or that the title itself calls one."""
        names = {bare(each.name) for each in lines}
        for each in texts:
            course = self.of_places.get(each.place)
            if course is None or not (course.is_sure or course.name in names):
                yield each


def _is_heading(text: str) -> bool:
    heading = bare(without_number(text))
    return len(heading) <= _HEADING_LARGEST and not heading.endswith(("。", ";", "；", ",", "，"))


def _number(text: str) -> _Number:
    signs, match = title_number(text), _NUMBER.match(fold(text))
    if not signs or match is None:
        return _Number("", 0)
    kind = "digits" if match[2].isascii() else "numerals"
    return _Number(f"{signs} {match[1]}{kind}", number_of(match[2]) or 0)

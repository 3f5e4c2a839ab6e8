"""Descriptions of courses in a text: what stands below a title 《…》 in a paragraph of its own is of that course."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from analysis.training_plans.training_plan import PlanLine, PlanPlace
from interchange.training_plans.plan_head import HeadText
from interchange.training_plans.tables.plan_words import bare, title_number, without_number

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


class _Course(NamedTuple):
    """The course of a description, and how its title is numbered; ``is_sure``: the title says that it is a course."""

    name: str
    number: str
    is_sure: bool


class CourseDescriptions:
    """Follows the lines of a document, and keeps which of them stand in the description of a course."""

    def __init__(self) -> None:
        self.course: _Course | None = None
        self.of_places: dict[PlanPlace, _Course] = {}

    def take(self, text: str, place: PlanPlace) -> None:
        """Take a line outside tables."""
        if match := _TITLE.fullmatch(bare(without_number(text))):
            self.course = _Course(bare(match["name"]), title_number(text), bool(match["is_course"]))
        elif self.course and _ends(text, self.course):
            self.course = None
        if self.course:
            self.of_places[place] = self.course

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


def _ends(text: str, course: _Course) -> bool:
    """Whether a heading ends a description: a chapter of the plan, or one numbered as the title of the description."""
    heading = bare(without_number(text))
    if (
        len(heading) > _HEADING_LARGEST
        or heading.endswith(("。", ";", "；", ",", "，"))
        or _OF_COURSE.fullmatch(heading)
    ):
        return False
    return bool(_CHAPTER.match(bare(text))) or (bool(course.number) and title_number(text) == course.number)

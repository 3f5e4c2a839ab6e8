"""Correct the reading of a teaching standard: its head, what it lists, and its courses."""

import re
from typing import Any

from interchange.standards.corrections.correction import ADDED_ROW, Correction, Corrections, ReadItem
from interchange.standards.corrections.correction_errors import CorrectionError
from interchange.standards.corrections.listed_items import correct_coded, correct_texts
from interchange.standards.teaching.teaching_standard import CodedName, TeachingCourse, TeachingStandardReading

MODULES = ("FOUNDATION", "CORE", "EXTENSION")
HEAD_ITEMS = ("title", "years", "entry")
_MAJOR_CODE = re.compile(r"\d{6}[A-Z]{0,2}")
# A problem that names a course which the person corrected, added or removed is settled by that.
_ON_COURSES = frozenset({"core-course-in-one-place-only", "name-missing"})


def correct_teaching_standard(reading: TeachingStandardReading, corrections: Corrections) -> TeachingStandardReading:
    """Give the reading as corrected. Raises: CorrectionError naming the correction that does not fit."""
    head: dict[str, Any] = {
        name: corrections.of(name, ReadItem(text=getattr(reading, name)), ("text",)).text for name in HEAD_ITEMS
    }
    major = corrections.of("major:1", ReadItem("", reading.major.code, reading.major.name), ("code", "text"))
    if major.code and not _MAJOR_CODE.fullmatch(major.code):
        raise CorrectionError.unfit("major:1", major.code, "a major has a code of six digits.", "专业代码为六位数字。")
    courses, settled = _courses(reading, corrections)
    problems = [each for each in reading.problems if each.rule not in _ON_COURSES or each.subject not in settled]
    return reading._replace(
        **{name: text for name, text in head.items() if text},
        major=CodedName(major.code or reading.major.code, major.text or reading.major.name),
        industries=_coded("industry", reading.industries, corrections),
        occupations=_coded("occupation", reading.occupations, corrections),
        positions=correct_texts("position", reading.positions, corrections),
        certificates=correct_texts("certificate", reading.certificates, corrections),
        courses=courses,
        problems=tuple(problems),
    )


def _coded(kind: str, listed: tuple[CodedName, ...], corrections: Corrections) -> tuple[CodedName, ...]:
    return tuple(CodedName(*each) for each in correct_coded(kind, listed, corrections))


def _courses(
    reading: TeachingStandardReading, corrections: Corrections
) -> tuple[tuple[TeachingCourse, ...], frozenset[str]]:
    """Give the courses, and of those that were corrected the names as read and the items."""
    courses: list[TeachingCourse] = []
    settled: set[str] = set()
    for number, each in enumerate(reading.courses, start=1):
        item = f"{each.module}:{number}"
        own = corrections.of(item, ReadItem(each.module, "", each.name), ("level", "text", "removes"))
        _require_module(own)
        if not own.is_empty:
            settled |= {each.name} if each.name or not (own.text or own.removes) else {item}
        if own.removes:
            continue
        tasks, content = (
            corrections.of(f"{item}:{name}", ReadItem(text=text), ("text",))
            for name, text in (("tasks", each.tasks), ("content", each.content))
        )
        is_printed = all(one.as_printed or not one.text for one in (own, tasks, content))
        new = (own.level or each.module, own.text or each.name, tasks.text or each.tasks, content.text or each.content)
        courses.append(TeachingCourse(*new, each.places, is_printed))
    for own in corrections.added(ADDED_ROW, ("level", "text")):
        _require_module(own)
        if not (own.level and own.text):
            raise CorrectionError.unfit("", own.text or own.level, "give module and name.", "请给出模块和课程名称。")
        courses.append(TeachingCourse(own.level, own.text, "", "", (), own.as_printed))
    return tuple(courses), frozenset(settled)


def _require_module(own: Correction) -> None:
    if own.level and own.level not in MODULES:
        among = ", ".join(MODULES)
        raise CorrectionError.unfit(own.item, own.level, f"a module is one of {among}.", f"模块须为 {among} 之一。")

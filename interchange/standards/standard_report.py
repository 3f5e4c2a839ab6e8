"""The report of a standard that was read, before anything is written: the same file gives the same bytes."""

import hashlib
from collections.abc import Iterable
from typing import Any

import orjson

from graph.errors import Language
from interchange.documents.document_pages import Document
from interchange.standards.skill.skill_standard import Area, Place, Remark, SkillStandardReading, SkillText, Task

FORM = "oneplusx.skill-standard-report/1"
# What each rule says of its subject, in English and Chinese.
RULES: dict[str, tuple[str, str]] = {
    "level-by-order": (
        "no heading names the level: taken by the order of the levels",
        "标题未写明等级：按初级、中级、高级的次序推定",
    ),
    "text-continues-on-the-next-page": (
        "the row has no code and begins a page: read as the rest of this requirement",
        "页首一行没有编号：视为该技能要求的续文",
    ),
    "name-in-pieces": (
        "the name is printed in pieces: joined in their order",
        "名称分段排印：按次序合并",
    ),
    "words-at-the-end-of-a-line": (
        "a line ends between Latin letters: joined so",
        "行末断在西文字母之间：如此合并",
    ),
    "code-by-sequence": (
        "no code is printed: this number is the one missing there",
        "未印编号：按前后编号补为此号",
    ),
    "digit-belongs-to-the-text": (
        "a digit right after the code begins the text",
        "编号之后紧接的数字属于正文",
    ),
    "requirement-without-code": (
        "has no code, and the numbers around leave none: give it one, or leave it out",
        "没有编号，且前后编号之间无空缺：请补编号，或去掉",
    ),
    "name-missing": (
        "no name is printed for this code: add it",
        "该编号没有名称：请补上",
    ),
    "number-missing": (
        "the numbers skip this one: see whether the document lacks it, or we do",
        "编号在此缺号：请核对是文件缺漏还是读取遗漏",
    ),
    "number-doubled": (
        "stands more than once: correct one of them",
        "编号重复：请更正其中之一",
    ),
    "unreadable-characters": (
        "has characters that the font of the document does not name (shown as �): type them in",
        "含有文档字体未标明的字符（显示为 �）：请补正",
    ),
    "level-unknown": (
        "is no level: write 初级, 中级 or 高级",
        "不是等级：请填写初级、中级或高级",
    ),
    "name-differs": (
        "is another name for this code than above: correct one of them",
        "与上文同一编号的名称不同：请更正其中之一",
    ),
    "level-without-table": (
        "the document names this level, and no table of it was read",
        "文档提到该等级，但未读到其表格",
    ),
    "core-course-in-one-place-only": (
        "stands in the list of core courses or in their table, not in both: see which is right",
        "只见于专业核心课程的列举或表格之一：请核对",
    ),
    "course-continues-on-the-next-page": (
        "the row has no number and begins a page: read as the rest of this course",
        "页首一行没有序号：视为该课程的续文",
    ),
    "text-outside-cells": (
        "is printed across the lines of a table or next to it, in none of its cells: not read",
        "文字跨越表格框线或位于表格旁，不在任何单元格内：未读取",
    ),
    "table-of-another-kind": (
        "a table without work areas, tasks and requirements: not read",
        "不是工作领域、工作任务、职业技能要求的表格：未读取",
    ),
}


def write_report(data: bytes, document: Document, reading: SkillStandardReading) -> bytes:
    """Write the report as JSON."""
    report = {
        "report": FORM,
        "file": file_as_values(data, document),
        "standard": _head(reading),
        "counts": {each.level: each.requirement_count() for each in reading.levels},
        "levels": [{"level": each.level, "areas": [_area(area) for area in each.areas]} for each in reading.levels],
        "guesses": remarks_as_values(reading.guesses),
        "problems": remarks_as_values(reading.problems),
        "notRead": remarks_as_values(reading.not_read),
    }
    return as_json(report)


def as_json(report: dict[str, Any]) -> bytes:
    """Write a report so that the same values give the same bytes."""
    return orjson.dumps(report, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def file_as_values(data: bytes, document: Document) -> dict[str, Any]:
    """Say which file was read."""
    return {
        "sha256": hashlib.sha256(data).hexdigest(),
        "kind": document.kind,
        "bytes": len(data),
        "pages": len(document.pages),
    }


def message(remark: Remark, language: Language) -> str:
    """Give a remark in one line: where, on what, and what the rule says."""
    en, zh = RULES[remark.rule]
    place = remark.place
    if language == "zh":
        where = "" if place is None else f"第 {place.page} 页" + (f"表 {place.table}" if place.table else "")
        where += f"第 {place.row} 行" if place and place.row else ""
        return f"{where}：{remark.subject}：{zh}" if where else f"{remark.subject}：{zh}"
    where = "" if place is None else f"page {place.page}" + (f", table {place.table}" if place.table else "")
    where += f", row {place.row}" if place and place.row else ""
    return f"{where}: {remark.subject}: {en}" if where else f"{remark.subject}: {en}"


def _head(reading: SkillStandardReading) -> dict[str, Any]:
    head = reading.head
    return {
        "title": head.title,
        "code": head.code,
        "version": head.version,
        "year": head.year,
        "publisher": head.publisher,
        "date": head.date,
        "scope": head.scope,
        "terms": head.terms,
        "majors": [each._asdict() for each in head.majors],
        "positions": head.positions,
        "levels": head.levels,
        "higherLevelsInclude": head.higher_levels_include,
    }


def _area(area: Area) -> dict[str, Any]:
    return {
        "code": area.code,
        "name": area.name,
        "places": places_as_values(area.places),
        "tasks": [_task(each) for each in area.tasks],
    }


def _task(task: Task) -> dict[str, Any]:
    return {
        "code": task.code,
        "name": task.name,
        "places": places_as_values(task.places),
        "requirements": [_requirement(each) for each in task.requirements],
    }


def _requirement(requirement: SkillText) -> dict[str, Any]:
    return {"code": requirement.code, "text": requirement.text, "places": places_as_values(requirement.places)}


def remarks_as_values(remarks: Iterable[Remark]) -> list[dict[str, Any]]:
    """Give remarks with the texts of their rules."""
    return [
        {
            "rule": each.rule,
            "subject": each.subject,
            "en": RULES[each.rule][0],
            "zh": RULES[each.rule][1],
            "places": places_as_values([each.place] if each.place else []),
        }
        for each in remarks
    ]


def places_as_values(places: Iterable[Place]) -> list[dict[str, Any]]:
    """``box`` is left, top, right, bottom in points from the upper left corner; null where there are no pages."""
    return [
        {"page": each.page, "table": each.table, "row": each.row, "box": list(each.box) if each.box else None}
        for each in places
    ]

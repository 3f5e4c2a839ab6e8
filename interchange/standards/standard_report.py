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
    "parted-without-numbers": (
        "the cell has several texts without numbers: parted where a line ends with a stop",
        "单元格内有多条无编号文字：在以句号、分号结束的行末拆分",
    ),
    "line-without-number": (
        "a line of the cell has no number, and begins as those with numbers do: read as one of its own",
        "单元格内一行没有编号，但开头与有编号的各条相同：视为单独一条",
    ),
    "one-text-may-be-several": (
        "one text without number, which may be several requirements: see how it is printed",
        "一条无编号文字，可能是多条要求：请对照原文",
    ),
    "level-by-order": (
        "no heading names the level: taken by the order of the levels",
        "标题未写明等级：按初级、中级、高级的次序推定",
    ),
    "level-named-in-passing": (
        "a line above the row names this level, but its code goes on from the row before: no heading",
        "该行上方的文字提到此等级，但编号与上一行连续：不视为标题",
    ),
    "cell-over-several-levels": (
        "the cell stands over the columns of several levels: read as a requirement of each",
        "单元格横跨多个等级的栏：视为各等级共有的要求",
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
    "name-with-marks-within": (
        "has marks of a list within, and one code after it: read as one name",
        "名称中含顿号，其后只有一个代码：视为一个名称",
    ),
    "entry-without-code": (
        "has no code, as the others of its list have: see whether it is an entry of its own",
        "所在列表的其他各项都有代码，此项没有：请核对是否为单独一项",
    ),
    "code-by-sequence": (
        "no code is printed: this number is the one missing there",
        "未印编号：按前后编号补为此号",
    ),
    "digit-belongs-to-the-text": (
        "a digit right after the code begins the text",
        "编号之后紧接的数字属于正文",
    ),
    "code-cut-by-the-page": (
        "the end of a page or line cuts the code: joined so",
        "编号被页末或行末截断：如此合并",
    ),
    "code-within-the-line": (
        "the code stands within a line, after the requirement before: parted there",
        "编号位于行内、紧接上一条要求之后：由此拆分",
    ),
    "code-of-another-task": (
        "the code that is printed here is of another task: read by its place as this number, or as one without number",
        "此处所印编号属于其他任务：按所在位置视为此号，或视为没有编号",
    ),
    "number-within-its-task": (
        "requirements are numbered within their task only: completed by the code of the task",
        "技能要求只在任务内编号：按任务编号补全",
    ),
    "task-without-requirement": (
        "the task has a name, and no requirement was read: see whether the document has none, or we do",
        "该任务有名称，但未读到技能要求：请核对是文件没有还是读取遗漏",
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
    "row-without-label": (
        "the row has no label and goes on from the one above: joined to it",
        "该行没有项目名称，接上一行：并入上一行",
    ),
    "table-of-no-courses": (
        "a table of neither core courses nor occupations: not read",
        "既不是专业核心课程表，也不是职业面向表：未读取",
    ),
    "name-on-the-next-page": (
        "the last row of a page names no course and is cut: it belongs to the first course of the next page",
        "页末一行没有课程名称且内容中断，归入下一页的第一门课程",
    ),
    "course-continues-on-the-next-page": (
        "the row has no number and begins a page: read as the rest of this course",
        "页首一行没有序号：视为该课程的续文",
    ),
    "text-outside-cells": (
        "is printed across the lines of a table or next to it, in none of its cells: not read",
        "文字跨越表格框线或位于表格旁，不在任何单元格内：未读取",
    ),
    "text-between-tables": (
        "is printed between the tables, or as a row over all columns: not read",
        "位于各表之间，或为通栏的一行：未读取",
    ),
    "text-of-another-column": (
        "stands in a column next to the skills, without codes of its own: not read",
        "位于技能以外的栏目且没有独立编号：未读取",
    ),
    "section-not-known": (
        "the heading of a section of which no word is known: its text was not read",
        "不认识的章节标题：该节文字未读取",
    ),
    "section-without-entries": (
        "the section has text, and no major or position was read from it: see what it lists",
        "该节有文字，但未读到专业或岗位：请核对其中所列",
    ),
    "section-without-place": (
        "has no place in the graph: nothing but rules with figures was read from it",
        "在图谱中没有对应位置：除带数字的规定外未读取",
    ),
    "section-not-kept": (
        "has no place in the graph: its text was not read",
        "在图谱中没有对应位置：该节文字未读取",
    ),
    "level-description-not-kept": (
        "describes a level: it has no place in the graph, and was not read",
        "对等级的描述：在图谱中没有对应位置，未读取",
    ),
    "text-without-heading": (
        "begins the text that stands above the first heading of a section: not read",
        "位于第一个章节标题之前：未读取",
    ),
    "majors-without-heading": (
        "seems to name majors, and no heading of suitable majors stands above: not read",
        "似乎列出专业，但其上没有适用专业的标题：未读取",
    ),
    "table-without-lines": (
        "is the header of a table without ruling lines: the table was not read",
        "表格没有框线，此为其表头：该表未读取",
    ),
    "picture": (
        "a picture: what it shows was not read; see whether it holds a heading or a table",
        "图片：其内容未读取，请核对其中是否有标题或表格",
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
    where = place_text(remark.place, language)
    if language == "zh":
        return "：".join(filter(None, (where, remark.subject, zh)))
    return ": ".join(filter(None, (where, remark.subject, en)))


def place_text(place: Place | None, language: Language) -> str:
    """Say where something stands; empty where no place is known."""
    if place is None:
        return ""
    if language == "zh":
        where = f"第 {place.page} 页" + (f"表 {place.table}" if place.table else "")
        return where + (f"{' ' if place.table else ''}第 {place.row} 行" if place.row else "")
    where = f"page {place.page}" + (f", table {place.table}" if place.table else "")
    return where + (f", row {place.row}" if place.row else "")


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

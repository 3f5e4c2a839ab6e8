"""From the pages of a document to a teaching standard."""

import re
from collections.abc import Iterator

from interchange.documents.document_errors import StandardNotFoundError
from interchange.documents.document_pages import Document, DocumentTable
from interchange.standards.official_text import Joint, tidy
from interchange.standards.printed_lines import numbered_sections, printed_lines, section
from interchange.standards.teaching.teaching_courses import TeachingCourses
from interchange.standards.teaching.teaching_rules import stated_rules
from interchange.standards.teaching.teaching_standard import CodedName, TeachingStandardReading

_TITLE = re.compile(r"(\S{2,30}专业教学标准(?:[（(][^）)]+[）)])?)")
_MAJOR = re.compile(r"^(.+?)[（(](\d{6}[A-Z]{0,2})[）)]")
_CODED = re.compile(r"^(.+?)(?:[（(]([\dA-Z][\dA-Z-]*(?:[、，,]\d+)*)[）)])?$")
_COMMAS_OUTSIDE_BRACKETS = re.compile(r"[、，,；;](?![^（(]*[）)])")
# What the first column of the table of occupations calls its second.
_ROWS = {"行业": "industries", "职业类别": "occupations", "岗位": "positions", "证书": "certificates"}
_EDUCATIONS = ("高职专科", "高等职业教育专科", "职业本科", "高职本科", "高等职业教育本科", "中等职业教育", "中职")
_OF_THE_LIST = re.compile(r"(?:等|…+)$")


def read_teaching_standard(document: Document) -> TeachingStandardReading:
    """Read a document as a teaching standard."""
    lines = list(printed_lines(document))
    sections = numbered_sections(lines)
    text = tidy("".join(lines))
    courses = TeachingCourses(document, text)
    if not courses.courses:
        raise StandardNotFoundError
    outlook = _outlook(document)
    title = _TITLE.search("\n".join(lines))
    return TeachingStandardReading(
        title=title[1] if title else "",
        major=_major(section(sections, "专业名称")),
        education=next((each for each in _EDUCATIONS if each in text[:400]), ""),
        years=_first_sentence(section(sections, "修业年限")),
        entry=_first_sentence(section(sections, "入学")),
        industries=tuple(_coded(outlook.get("industries", ""))),
        occupations=tuple(_coded(outlook.get("occupations", ""))),
        positions=tuple(each.name for each in _coded(outlook.get("positions", ""))),
        certificates=tuple(each.name for each in _coded(outlook.get("certificates", ""))),
        courses=courses.courses,
        rules=tuple(stated_rules(text)),
        practice=tidy("".join(section(sections, "教学条件"))),
        guesses=tuple(courses.guesses),
        problems=tuple(courses.problems),
        not_read=tuple(courses.not_read),
    )


def is_teaching_standard(document: Document) -> bool:
    """Whether the first title of the document is that of a teaching standard."""
    for line in printed_lines(document):
        if "专业教学标准" in line:
            return True
        if "职业技能等级标准" in line:
            return False
    return False


def _major(lines: list[str]) -> CodedName:
    match = _MAJOR.match(tidy("".join(lines)))
    return CodedName(match[2], match[1]) if match else CodedName("", "")


def _first_sentence(lines: list[str]) -> str:
    return tidy("".join(lines)).removesuffix("。")


def _outlook(document: Document) -> dict[str, str]:
    """Give the rows of the table of occupations (职业面向); its label may be cut by the end of a page."""
    joint = Joint("\n".join(document.texts()))
    found: dict[str, str] = {}
    for _, block in document.blocks():
        if isinstance(block, DocumentTable) and block.column_count == 2:
            for row in range(block.row_count):
                texts = {each.column: joint.lines(each.lines, each.box) for each in block.cells if each.row == row}
                label = tidy(texts.get(0, ""))
                field = next((field for word, field in _ROWS.items() if word in label), "")
                if field:
                    found.setdefault(field, tidy(texts.get(1, "")))
    return found


def _coded(text: str) -> Iterator[CodedName]:
    for each in _COMMAS_OUTSIDE_BRACKETS.split(text):
        name = _OF_THE_LIST.sub("", each.strip("。 "))
        match = _CODED.match(name)
        if match:
            yield CodedName(match[2] or "", match[1])

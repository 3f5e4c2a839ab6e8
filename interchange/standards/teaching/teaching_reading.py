"""From the pages of a document to a teaching standard."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from interchange.documents.document_errors import StandardNotFoundError
from interchange.documents.document_pages import Document, PrintedLine
from interchange.standards.official_text import tidy
from interchange.standards.printed_lines import (
    is_at_a_table,
    is_caption,
    is_of_the_page,
    lines_and_heads,
    pictures,
    place_of_line,
    printed_lines,
    running_heads,
)
from interchange.standards.skill.skill_standard import Place, Remark
from interchange.standards.teaching.outlook import Outlook
from interchange.standards.teaching.teaching_courses import TeachingCourses, without_lists
from interchange.standards.teaching.teaching_rules import stated_rules
from interchange.standards.teaching.teaching_sections import (
    CONDITIONS,
    COURSES,
    ENTRY,
    HOURS,
    MAJOR,
    OTHERS,
    OUTLOOK,
    YEARS,
    TeachingSections,
)
from interchange.standards.teaching.teaching_standard import CodedName, TeachingStandardReading

_TITLE = re.compile(r"(\S{2,30}专业教学标准(?:[（(][^）)]+[）)])?)")
# What all of them are called, and no title of one.
_SERIES = re.compile(r"(?:国家)?(?:(?:高等|中等)?职业(?:教育|学校)|高职|中职)?(?:国家)?专业教学标准(?:[（(].*[）)])?")
_LEVEL_ABOVE = re.compile(r"(?:高等|中等)职业教育(?:专科|本科)?|(?:高职|职业)(?:专科|本科)")
_LEVEL_BELOW = re.compile(r"[（(](?:高等|中等)职业(?:教育|学校)[^（()）]{0,6}[)）]")
_MAJOR = re.compile(r"^(.+?)[（(](\d{6}[A-Z]{0,2})[）)]")
_CODED = re.compile(r"^(.+?)(?:[（(]([\dA-Z][\dA-Z-]*(?:[、，,]\d+)*)[）)])?$")
# Entries are parted by a mark, or a code in brackets ends one.
_ENTRIES = re.compile(r"[、，,；;](?![^（(]*[）)])|(?<=\d[）)])(?=[\u4e00-\u9fff])")
_EDUCATIONS = ("高职专科", "高等职业教育专科", "职业本科", "高职本科", "高等职业教育本科", "中等职业教育", "中职")
# Where the section of entry states the years as well: a part of a sentence, or a sentence.
_YEARS_WITHIN = re.compile(r"(?:^|(?<=[。；;，,]))[^。；;，,（）()]*(?:修业年限|学制)[^。；;]*[。；;]?")
_SENTENCE = re.compile(r"[。；：]")
_A_SENTENCE = re.compile(r"[^。]{10,}。")
# A mark that no code stands before: it is one within a name, and kept as a character that no document has.
_MARK_IN_A_NAME, _KEPT = re.compile(r"(?<![\d）)])、"), "\ue000"
_ENDS_WITH_A_CODE = re.compile(r"[（(][\dA-Z-]+[)）](?:等|…)*[。；]?$")
_OF_THE_LIST = re.compile(r"(?:等|…+)$")


def read_teaching_standard(document: Document) -> TeachingStandardReading:
    """Read a document as a teaching standard."""
    lines = list(printed_lines(document))
    sections = TeachingSections(lines)
    text = tidy("".join(lines))
    courses = TeachingCourses(document, text)
    if not courses.courses:
        raise StandardNotFoundError
    outlook = Outlook(document, courses.tables)
    entry, years = _entry_and_years(sections)
    title = _title(list(lines_and_heads(document)))
    reading = TeachingStandardReading(
        title=title,
        major=_major(sections.lines(MAJOR)),
        education=_education(title, text),
        years=years,
        entry=entry,
        industries=tuple(_coded(_with_codes(outlook.text("industries")))),
        occupations=tuple(_coded(_with_codes(outlook.text("occupations")))),
        positions=tuple(each.name for each in _coded(outlook.text("positions"))),
        certificates=tuple(each.name for each in _coded(outlook.text("certificates"))),
        courses=courses.courses,
        rules=tuple(stated_rules(text)),
        practice=tidy("".join(sections.every_line(CONDITIONS))),
        guesses=(*outlook.guesses, *_without_codes(outlook), *_joined_names(outlook), *courses.guesses),
        problems=tuple(courses.problems),
        not_read=(
            *courses.not_read,
            *_not_read(document, courses.tables | outlook.tables),
            *_between_parts(document, courses.tables),
        ),
    )
    return reading._replace(not_read=(*reading.not_read, *_unread_sections(document, sections, reading)))


def is_teaching_standard(document: Document) -> bool:
    """Whether the first title of the document is that of a teaching standard."""
    for line in lines_and_heads(document):
        if "专业教学标准" in line:
            return True
        if "职业技能等级标准" in line:
            return False
    return False


def _title(lines: list[str]) -> str:
    """Give the title, with the level where the line above or below is that; a line above may name the series."""
    for before, line, after in zip(["", *lines], lines, [*lines[1:], ""], strict=False):
        match = _TITLE.search(line)
        if match and not _SERIES.fullmatch(match[1]):
            above = tidy(before) if _LEVEL_ABOVE.fullmatch(tidy(before)) and "职业" not in match[1] else ""
            return above + match[1] + (tidy(after) if _LEVEL_BELOW.fullmatch(after) else "")
    return ""


def _major(lines: list[str]) -> CodedName:
    match = _MAJOR.match(tidy("".join(lines)))
    return CodedName(match[2], match[1]) if match else CodedName("", "")


def _education(title: str, text: str) -> str:
    """Give the level as the title or what follows it names it; whom a programme admits is no level of its own."""
    if "中等职业学校" in title:
        return "中等职业教育"
    return next((each for each in _EDUCATIONS if each in text[:400]), "")


def _first_sentence(lines: list[str]) -> str:
    return tidy("".join(lines)).removesuffix("。")


def _entry_and_years(sections: TeachingSections) -> tuple[str, str]:
    """Give who may enter and for how many years; one section may state both."""
    entry, years = _first_sentence(sections.lines(ENTRY)), _first_sentence(sections.lines(YEARS))
    if years or not (within := _YEARS_WITHIN.search(entry)):
        return entry, years
    rest = entry[: within.start()] + entry[within.end() :]
    return rest.strip("。；;，, "), within[0].strip("。；;，, ")


def _not_read(document: Document, read: AbstractSet[int]) -> Iterator[Remark]:
    """Report pictures, tables of other kinds, and what is printed across the lines of a table."""
    yield from pictures(document)
    for page, block in document.blocks():
        if isinstance(block, PrintedLine):
            if is_at_a_table(block, page):
                yield Remark("text-outside-cells", block.text, Place(page.number, block.box))
        elif block.number not in read:
            text = next((each.text for each in block.cells if each.lines), "")
            yield Remark("table-of-no-courses", text, Place(page.number, block.box, block.number))


def _between_parts(document: Document, tables: AbstractSet[int]) -> Iterator[Remark]:
    """Report the lines between the parts of the table of core courses, but captions and what is of the page."""
    running, between, is_within = running_heads(document), list[Remark](), False
    for page, block in document.blocks():
        if not isinstance(block, PrintedLine):
            yield from between if block.number in tables and is_within else ()
            between, is_within = [], block.number in tables
        elif not (is_of_the_page(block.text, running) or _is_caption(block.text) or is_at_a_table(block, page)):
            between.append(Remark("text-between-tables", block.text, Place(page.number, block.box)))


def _is_caption(text: str) -> bool:
    return is_caption(text) or bool(_TITLE.search(text))


def _unread_sections(
    document: Document, sections: TeachingSections, reading: TeachingStandardReading
) -> Iterator[Remark]:
    """Report each section that is not known, that has no place in the graph, or from which nothing was read."""
    entries = {
        MAJOR: reading.major.code,
        OUTLOOK: (*reading.industries, *reading.occupations, *reading.positions, *reading.certificates),
    }
    lines = [each for each in sections.above if not _TITLE.search(each)]
    if above := _A_SENTENCE.search(without_lists(tidy("".join(lines)))):
        yield Remark("text-without-heading", above[0], None)
    for each in sections.all:
        rule, headings = "", [each.heading]
        if each.kind == COURSES:
            headings = [part[0] for part in each.parts() if not _is_read(part)]
        if each.kind in {COURSES, HOURS, OTHERS}:
            rule = "section-without-place"
        elif not each.kind:
            rule = "section-not-known"
        elif not entries.get(each.kind, True):
            rule = "section-without-entries"
        if rule and any(each.lines):
            yield from (Remark(rule, tidy(heading), place_of_line(document, heading)) for heading in headings)


def _is_read(part: list[str]) -> bool:
    """Whether a part of the section of courses lists those of a module, or is nothing but a heading."""
    text = tidy("".join(part))
    return (len(part) == 1 and not _SENTENCE.search(part[0])) or without_lists(text) != text


def _joined_names(outlook: Outlook) -> Iterator[Remark]:
    """Report the names with marks of lists within them."""
    for field in ("industries", "occupations"):
        for each in _coded(_with_codes(outlook.text(field))):
            if "、" in each.name:
                yield Remark("name-with-marks-within", each.name, None)


def _without_codes(outlook: Outlook) -> Iterator[Remark]:
    """Report the entries without code of a list whose other entries have one: a line may be cut there."""
    for field in ("industries", "occupations"):
        entries = list(_coded(_with_codes(outlook.text(field))))
        if any(each.code for each in entries):
            yield from (Remark("entry-without-code", each.name, None) for each in entries if not each.code)


def _with_codes(text: str) -> str:
    """Keep a name with marks of lists within whole, such as 农、林、牧、渔业（05）, where each name has its code."""
    return _MARK_IN_A_NAME.sub(_KEPT, text) if _ENDS_WITH_A_CODE.search(text) else text


def _coded(text: str) -> Iterator[CodedName]:
    for each in filter(None, _ENTRIES.split(text)):
        name = _OF_THE_LIST.sub("", each.strip("。 "))
        match = _CODED.match(name)
        if match:
            yield CodedName(match[2] or "", match[1].replace(_KEPT, "、"))
